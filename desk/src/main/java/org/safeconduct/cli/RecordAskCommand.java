package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Witnessing;
import org.safeconduct.record.Policy;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.witness.AddCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record ask WITNESS}: writes what a witness is asked, a checkpoint and the proof that the record only grew. */
@Command(name = "ask", sortOptions = false)
final class RecordAskCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "WITNESS", descriptionKey = "witness-name")
    private String witness = "";

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--old", paramLabel = "SIZE")
    private @Nullable Long old;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "request-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordAskCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String file, String witness, long old, int hashes) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        VerifierKey key = key(folder);
        try (KeptLog log = folder.read(new FastEd25519())) {
            OptionalLong stated = old == null ? OptionalLong.empty() : OptionalLong.of(old);
            if (stated.isPresent() && stated.getAsLong() < 0) {
                throw Given.word("--old", Texts.text("proof.no-size"), Texts.text("ask.size"));
            }
            Optional<AddCheckpoint> request = Witnessing.request(log, key, stated);
            if (request.isEmpty()) {
                throw Given.problem(record.data, Texts.text("ask.nothing"), Texts.text("export.unsigned.remedy"));
            }
            NewFile.write(around, out, request.get().write());
            tell(new Summary(
                    "safeconduct-ask/1",
                    out.toString(),
                    witness,
                    request.get().old(),
                    request.get().path().size()));
            return ExitCodes.DONE;
        }
    }

    private VerifierKey key(RecordFolder folder) throws InputProblems, IOException {
        Policy policy = record.policy(folder);
        VerifierKey key = policy.witnesses().get(witness);
        if (key == null) {
            throw Given.word(
                    witness,
                    Texts.text("ask.nobody"),
                    Near.remedy(witness, policy.witnesses().keySet()));
        }
        return key;
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
        } else {
            around.out().println(Texts.text("ask.made", made.witness(), made.file()));
        }
    }
}
