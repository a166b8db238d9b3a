package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.Watch;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.WitnessFolder;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.SpokenWords;
import org.safeconduct.witness.WitnessAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code witness answer REQUEST}: says that a record was seen to grow, if it only grew. */
@Command(name = "answer", sortOptions = false)
final class WitnessAnswerCommand implements Callable<Integer> {
    private static final String FORMAT = "safeconduct-answer/1";

    private final Surroundings around;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "request-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "witness-data")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path data;

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "witness-own-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "answer-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    WitnessAnswerCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param file the answer; empty if nothing was cosigned
     * @param reason why nothing was, by the names of {@code spec/record.md}; empty if it was
     */
    record Summary(
            String format,
            String file,
            String origin,
            long size,
            String root,
            List<String> words,
            String reason,
            String why,
            long seenSize) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        byte[] request = Given.small(around, file);
        if (Files.exists(around.at(out))) {
            throw new CannotWrite(Texts.text("file.exists", out)); // before the witness has said what nobody then gets
        }
        Watch watch = new Watch(around.at(data), Disk.real());
        if (!watch.exists()) {
            throw Given.problem(data, Texts.text("watch.absent"), Texts.text("watch.absent.remedy"));
        }
        List<VerifierKey> logs;
        try {
            logs = watch.logs();
        } catch (Malformed e) {
            throw Given.malformed(data.resolve("logs"), e);
        }
        Secrets secrets = new Secrets(around);
        KeyFile own = secrets.keyFile(key);
        Signer signer = secrets.signer(key, KeyFile.Use.WITNESS, passphraseFile);
        WitnessFolder.Witness witness = new WitnessFolder.Witness(own.name(), logs, signer, new StrictEd25519());
        return switch (watch.memory().answer(request, witness, around.clock().instant())) {
            case WitnessFolder.Answer.Cosigned cosigned -> cosigned(cosigned.note());
            case WitnessFolder.Answer.NotCosigned not -> notCosigned(not.why());
        };
    }

    private int cosigned(SignedNote note) throws CannotWrite {
        NewFile.write(around, out, note.write());
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            long size = checkpoint.head().size();
            List<String> words = SpokenWords.ofHead(checkpoint.origin(), checkpoint.head());
            String root = checkpoint.head().root().toHex();
            if (output.json) {
                around.out()
                        .print(Json.text(new Summary(
                                FORMAT, out.toString(), checkpoint.origin(), size, root, words, "", "", size)));
            } else {
                around.out()
                        .println(Plain.of(
                                Texts.text("answer.made", checkpoint.origin(), Texts.count("entries", size), out)));
                around.out().println(Texts.text("record.words", String.join(" ", words)));
                around.out().println(Texts.text("answer.means"));
            }
            return ExitCodes.DONE;
        } catch (Malformed e) {
            throw new IllegalStateException("just cosigned", e);
        }
    }

    private int notCosigned(WitnessAnswer.NotCosigned not) {
        String reason = not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (output.json) {
            around.out().print(Json.text(new Summary(FORMAT, "", "", 0, "", List.of(), reason, not.why(), not.seen())));
        } else {
            around.out().println(Plain.of(Texts.text("answer.not", not.why())));
            around.out().println(Texts.text("answer.not." + reason, not.seen(), data.resolve("evidence")));
        }
        return ExitCodes.CHECK_FAILS;
    }
}
