package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record rotate}: another key signs the record's checkpoints from now on. */
@Command(name = "rotate", sortOptions = false)
final class RecordRotateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final LogKeyOptions own = new LogKeyOptions();

    @Option(names = "--new-key", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path newKey;

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", descriptionKey = "new-passphrase-file")
    private @Nullable Path newPassphraseFile;

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordRotateCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String origin, long size, String logKey, List<String> words) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        Secrets secrets = new Secrets(around);
        String name = secrets.keyFile(newKey).name();
        Signer signer = own.signer(secrets);
        Signer follower = secrets.signer(newKey, KeyFile.Use.LOG, newPassphraseFile);
        try (Keeper keeper = seen.write(folder, around)) {
            VerifierKey known = own.requireOwn(keeper, signer);
            VerifierKey next = new VerifierKey(known.name(), VerifierKey.Use.NOTE, follower.key());
            if (!name.equals(known.name()) || keeper.log().logKeys().contains(next)) {
                throw Given.problem(
                        newKey,
                        Texts.text("rotate.no-follower", known.name()),
                        Texts.text("rotate.no-follower.remedy", known.name()));
            }
            colist(folder, next); // first: a policy that names a key too much does no harm
            SignedNote note =
                    keeper.rotate(signer, follower).orElseThrow(() -> new CannotWrite(Texts.text("record.no-room")));
            tell(new Summary(
                    "safeconduct-rotated/1",
                    known.name(),
                    Checkpoint.parse(note.text()).head().size(),
                    next.toString(),
                    SpokenWords.ofKey(next.key())));
            return ExitCodes.DONE;
        } catch (Malformed e) {
            throw new IllegalStateException("just signed", e);
        }
    }

    private void colist(RecordFolder folder, VerifierKey next) throws InputProblems, IOException {
        Policy known = record.policy(folder);
        if (!known.logs().contains(next)) {
            List<VerifierKey> logs = new ArrayList<>(List.of(next));
            logs.addAll(known.logs());
            folder.writePolicy(new Policy(logs, known.witnesses(), known.groups(), known.quorum()));
        }
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
            return;
        }
        around.out().println(Texts.text("rotate.made", made.origin(), Texts.count("entries", made.size())));
        around.out().println(Texts.text("rotate.key", made.logKey()));
        around.out().println(Texts.text("record.words", String.join(" ", made.words())));
        around.out().println();
        around.out().println(Texts.text("rotate.next", newKey, record.data.resolve("policy")));
    }
}
