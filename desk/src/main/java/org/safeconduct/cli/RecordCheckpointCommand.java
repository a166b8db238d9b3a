package org.safeconduct.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record checkpoint}: the keeper signs how far the record has come. */
@Command(name = "checkpoint", sortOptions = false)
final class RecordCheckpointCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final LogKeyOptions own = new LogKeyOptions();

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordCheckpointCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String origin, long size, String root, List<String> words) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        Signer signer = own.signer(new Secrets(around));
        try (Keeper keeper = seen.write(folder, around)) {
            own.requireOwn(keeper, signer);
            Optional<SignedNote> note = keeper.checkpoint(signer);
            Checkpoint checkpoint =
                    Checkpoint.parse(note.orElseThrow(() -> new CannotWrite(Texts.text("record.no-room")))
                            .text());
            tell(new Summary(
                    "safeconduct-checkpoint/1",
                    checkpoint.origin(),
                    checkpoint.head().size(),
                    checkpoint.head().root().toHex(),
                    SpokenWords.ofHead(checkpoint.origin(), checkpoint.head())));
            return ExitCodes.DONE;
        } catch (Malformed e) {
            throw new IllegalStateException("just signed", e);
        }
    }

    private void tell(Summary signed) {
        if (output.json) {
            around.out().print(Json.text(signed));
            return;
        }
        around.out().println(Texts.text("checkpoint.signed", signed.origin(), Texts.count("entries", signed.size())));
        around.out().println(Texts.text("checkpoint.root", signed.root()));
        around.out().println(Texts.text("record.words", String.join(" ", signed.words())));
    }
}
