package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.LastCheckpoint;
import org.safeconduct.record.LoggedProof;
import org.safeconduct.record.SignedNote;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.witness.AddCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record proof N}: that the record holds an entry, or, with {@code --since}, that it only grew. */
@Command(name = "proof", sortOptions = false)
final class RecordProofCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "N", arity = "0..1", descriptionKey = "entry-index")
    private @Nullable Long index;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--since", paramLabel = "SIZE")
    private @Nullable Long since;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "proof-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordProofCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param index the entry that it is about; null if it is about growth
     * @param since the smaller size; null if it is about an entry
     * @param hashes of the path
     */
    record Summary(
            String format,
            String file,
            String origin,
            long size,
            @Nullable Long index,
            @Nullable Long since,
            int hashes) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        if ((index == null) == (since == null)) {
            throw Given.word("", Texts.text("proof.one"), Texts.text("proof.one.remedy"));
        }
        try (KeptLog log = record.read(around)) {
            LastCheckpoint last = record.signed(log);
            Summary made = index != null
                    ? ofEntry(log, last.note(), last.size(), index)
                    : ofGrowth(log, last.note(), last.size());
            tell(made);
            return ExitCodes.DONE;
        }
    }

    private Summary ofEntry(KeptLog log, SignedNote note, long size, long entry)
            throws InputProblems, CannotWrite, IOException {
        if (entry < 0 || entry >= size) {
            throw Given.word(
                    String.valueOf(entry), Texts.text("export.no-range"), Texts.text("export.range", size - 1));
        }
        LoggedProof proof = new LoggedProof(log.leaves(entry, 1).getFirst(), entry, log.inclusion(entry, size), note);
        NewFile.write(around, out, proof.write());
        return summary(log, size, proof.path().size());
    }

    private Summary ofGrowth(KeptLog log, SignedNote note, long size) throws InputProblems, CannotWrite {
        long old = since == null ? 0 : since;
        if (old < 1 || old > size) {
            throw Given.word("--since " + old, Texts.text("proof.no-size"), Texts.text("proof.size", size));
        }
        AddCheckpoint proof = new AddCheckpoint(old, log.consistency(old, size), note);
        NewFile.write(around, out, proof.write());
        return summary(log, size, proof.path().size());
    }

    private Summary summary(KeptLog log, long size, int hashes) {
        return new Summary("safeconduct-proof/1", out.toString(), log.origin(), size, index, since, hashes);
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
            return;
        }
        String size = Texts.count("entries", made.size());
        String hashes = Texts.count("hashes", made.hashes());
        if (made.index() != null) {
            around.out().println(Texts.text("proof.entry", Texts.number(made.index()), size, hashes, made.file()));
        }
        if (made.since() != null) {
            around.out()
                    .println(Texts.text(
                            "proof.growth", size, Texts.count("entries", made.since()), hashes, made.file()));
        }
    }
}
