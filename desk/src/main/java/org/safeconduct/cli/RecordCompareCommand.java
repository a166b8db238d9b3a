package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.Export;
import org.safeconduct.keeping.LastCheckpoint;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Fork;
import org.safeconduct.witness.Histories;
import org.safeconduct.witness.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record compare ONE OTHER}: is what two people hold of a record one history, or two? */
@Command(name = "compare", sortOptions = false)
final class RecordCompareCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "ONE", descriptionKey = "compared")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path one;

    @Parameters(index = "1", paramLabel = "OTHER", descriptionKey = "compared-other")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path other;

    @Option(names = "--policy", paramLabel = "FILE", required = true, descriptionKey = "policy-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path policyFile;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "fork-out")
    private @Nullable Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordCompareCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param outcome {@code one-history}, {@code two-histories} or {@code untold}
     */
    record Summary(
            String format, String one, String other, String outcome, List<ForkFound> forks, List<String> lines) {}

    /**
     * Two histories of one signer.
     *
     * @param signer {@code log} or {@code author}
     * @param proof the file that the proof was written to; empty if it was not
     */
    record ForkFound(String signer, String proof) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Policy policy = Given.policy(around, policyFile);
        Histories told;
        try (Progress progress = output.progress(around)) {
            progress.accept(Texts.text("compare.stage"));
            told = Histories.of(side(one), side(other), policy, new FastEd25519());
        }
        List<ForkFound> forks = told instanceof Histories.Two two ? write(two) : List.of();
        String outcome = switch (told) {
            case Histories.One _ -> "one-history";
            case Histories.Two _ -> "two-histories";
            case Histories.Untold _ -> "untold";
        };
        tell(new Summary("safeconduct-comparison/1", one.toString(), other.toString(), outcome, forks, told.lines()));
        return told.exitCode();
    }

    private Side side(Path path) throws InputProblems, IOException {
        if (!Files.isDirectory(around.at(path))) {
            try {
                return Side.read(Given.bytes(around, path, (int) Bundle.USUAL_BYTES), Bundle.USUAL_BYTES);
            } catch (Malformed e) {
                throw Given.malformed(path, e);
            }
        }
        RecordFolder folder = RecordOption.existing(around, path);
        try (KeptLog log = folder.read(new FastEd25519())) {
            LastCheckpoint last = RecordOption.signed(log, path);
            Export.Range all = new Export.Range(0, last.size());
            return new Side.OfBundle(Export.of(log, last, RecordOption.policy(folder, path), Export.Shown.of(all)));
        }
    }

    /** The first proof goes to the file that was named, the others beside it. */
    private List<ForkFound> write(Histories.Two two) throws CannotWrite {
        List<ForkFound> found = new ArrayList<>();
        for (Fork fork : two.forks()) {
            String proof = "";
            if (out != null) {
                Path file = found.isEmpty() ? out : out.resolveSibling(out.getFileName() + "." + (found.size() + 1));
                NewFile.write(around, file, fork.write());
                proof = file.toString();
            }
            found.add(new ForkFound(
                    switch (fork) {
                        case Fork.OfLog _ -> "log";
                        case Fork.OfAuthor _ -> "author";
                    },
                    proof));
        }
        return found;
    }

    private void tell(Summary told) {
        if (output.json) {
            around.out().print(Json.text(told));
            return;
        }
        told.lines().forEach(line -> around.out().println(Plain.of(line)));
        if (!told.forks().isEmpty() && out == null) {
            around.out().println(Texts.text("compare.no-proof"));
        }
        told.forks().stream()
                .filter(fork -> !fork.proof().isEmpty())
                .forEach(fork -> around.out()
                        .println(Texts.text("compare.proof", Texts.text("compare." + fork.signer()), fork.proof())));
    }
}
