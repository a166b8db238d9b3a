package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Facts;
import org.safeconduct.verify.Finding;
import org.safeconduct.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code verify BUNDLE}: is all that is in it what was signed? It asks nobody. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_BYTES = (int) Bundle.USUAL_BYTES;

    private final Surroundings around;

    @Parameters(paramLabel = "BUNDLE", descriptionKey = "bundle")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--policy", paramLabel = "FILE", required = true, descriptionKey = "policy-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path policyFile;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    VerifyCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param outcome {@code intact}, {@code broken} or {@code incomplete}; of a proof of two histories {@code
     *     two-histories} or {@code not-proven}
     * @param holds what is in it; null if that cannot be said
     */
    record Summary(
            String format,
            String file,
            String outcome,
            List<FaultFound> faults,
            List<String> missing,
            @Nullable Held holds,
            List<String> lines) {

        static Summary of(String file, Finding finding) {
            List<String> lines = finding.lines();
            return switch (finding) {
                case Finding.Intact intact ->
                    new Summary(FORMAT, file, "intact", List.of(), List.of(), Held.of(intact.facts()), lines);
                case Finding.Broken broken ->
                    new Summary(
                            FORMAT,
                            file,
                            "broken",
                            broken.faults().stream()
                                    .map(fault -> new FaultFound(fault.file(), boxed(fault.entry()), fault.what()))
                                    .toList(),
                            List.of(),
                            null,
                            lines);
                case Finding.Incomplete incomplete ->
                    new Summary(
                            FORMAT,
                            file,
                            "incomplete",
                            List.of(),
                            incomplete.missing(),
                            incomplete.facts().map(Held::of).orElse(null),
                            lines);
                case Finding.Forked _ -> new Summary(FORMAT, file, "two-histories", List.of(), List.of(), null, lines);
                case Finding.NotProven not ->
                    new Summary(FORMAT, file, "not-proven", List.of(), List.of(not.why()), null, lines);
            };
        }

        private static @Nullable Long boxed(OptionalLong index) {
            return index.isPresent() ? index.getAsLong() : null;
        }
    }

    private static final String FORMAT = "safeconduct-finding/1";

    /** Something that is wrong: in which file of the bundle, with which entry if with one. */
    record FaultFound(String file, @Nullable Long entry, String what) {}

    /** A commitment that is opened: of which entry, what it was called, what was said. */
    record Opened(long entry, String field, JsonNode value) {
        static Opened of(Facts.Opened one) {
            return new Opened(one.entry(), one.field(), Json.tree(CanonicalJson.write(one.value())));
        }
    }

    /** What a bundle was found to hold. */
    record Held(
            String origin,
            long size,
            String root,
            long held,
            long withheld,
            int authors,
            List<Opened> opened,
            Map<String, String> seenBy,
            List<String> unseenBy,
            List<String> remarks) {

        static Held of(Facts facts) {
            Map<String, String> seenBy = new TreeMap<>();
            facts.seenBy().forEach((name, time) -> seenBy.put(name, time.toString()));
            return new Held(
                    facts.checkpoint().origin(),
                    facts.checkpoint().head().size(),
                    facts.checkpoint().head().root().toHex(),
                    facts.held(),
                    facts.withheld(),
                    facts.authors(),
                    facts.opened().stream().map(Opened::of).toList(),
                    seenBy,
                    facts.unseenBy(),
                    facts.remarks());
        }
    }

    @Override
    public Integer call() throws InputProblems {
        Policy policy = Given.policy(around, policyFile);
        Finding finding;
        try (Progress progress = output.progress(around)) {
            progress.accept(Texts.text("verify.stage"));
            finding = Verification.ofFile(Given.bytes(around, file, MOST_BYTES), policy, new FastEd25519());
        }
        if (output.json) {
            around.out().print(Json.text(Summary.of(file.toString(), finding)));
        } else {
            finding.lines().forEach(line -> around.out().println(Plain.of(line)));
        }
        return finding.exitCode();
    }
}
