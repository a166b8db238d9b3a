package org.safeconduct.plan;

import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;

/**
 * {@code plan.json}: a plan and the evidence for it ({@code spec/plan.md}).
 *
 * @param format always {@link #FORMAT}
 * @param scenario id of the scenario
 * @param title of the scenario
 * @param scenarioHash SHA-256 of its files
 * @param problemHash SHA-256 of {@code problem.json}, byte for byte
 * @param label who may see it
 * @param exercise true if no one will really move
 * @param notice what it does not say
 * @param news what became known while plans were under way, in order; empty for a plan from the morning on
 * @param before SHA-256 of the {@code plan.json} that was under way when the last of it came; empty if none was
 * @param versions what was found
 * @param evidence what proves it
 */
record PlanFile(
        String format,
        String scenario,
        String title,
        String scenarioHash,
        String problemHash,
        String label,
        boolean exercise,
        String notice,
        List<NewsPart> news,
        String before,
        List<Plan.VersionPlan> versions,
        List<EvidencePart> evidence) {

    static final String FORMAT = "safeconduct-plan/4";

    static final String NOTICE = "Estimate. This does not say that the road is safe. Without prejudice to status.";

    /**
     * Proof for one network of {@code problem.json}.
     *
     * @param network its id
     * @param layers flows of the plan's classes, in their order; empty for an outer problem
     * @param together cuts of all kinds together
     * @param alone cuts of each kind alone, in their order
     * @param limited cuts of each kind alone with what its destinations take in altogether, tight at the last step; empty if none states that
     */
    record EvidencePart(
            String network, List<FlowPart> layers, CutPart together, List<CutPart> alone, List<CutPart> limited) {}

    /** Runs {@code [item, from, to, amount]}. */
    record FlowPart(List<int[]> departures, List<int[]> moves, List<int[]> waits, List<int[]> arrivals) {

        static FlowPart of(FlowOverTime flow) {
            return new FlowPart(runs(flow.departures()), runs(flow.moves()), runs(flow.waits()), runs(flow.arrivals()));
        }

        FlowOverTime flow() {
            return new FlowOverTime(back(departures), back(moves), back(waits), back(arrivals));
        }

        private static List<int[]> runs(List<FlowOverTime.Run> runs) {
            return runs.stream()
                    .map(r -> new int[] {r.item(), r.from(), r.to(), r.amount()})
                    .toList();
        }

        private static List<FlowOverTime.Run> back(List<int[]> runs) {
            return runs.stream()
                    .map(r -> new FlowOverTime.Run(r[0], r[1], r[2], r[3]))
                    .toList();
        }
    }

    /** Label runs, packed ({@link LabelRuns}); labels of sources and of limited sinks, −1 for never. */
    record CutPart(String queue, String gate, int[] sources, int[] sinks, int firstStep) {

        static CutPart of(CutFamily cuts) {
            return new CutPart(
                    LabelRuns.pack(cuts.queue()),
                    LabelRuns.pack(cuts.gate()),
                    labels(cuts.sources(), CutFamily.NEVER, -1),
                    labels(cuts.sinks(), CutFamily.NEVER, -1),
                    cuts.firstStep());
        }

        /** The cuts, of a problem. */
        CutFamily cuts(FlowProblem problem) {
            long most = (problem.horizon() + 1L) * problem.nodes().size();
            return new CutFamily(
                    LabelRuns.unpack(queue, most),
                    LabelRuns.unpack(gate, most),
                    labels(sources, -1, CutFamily.NEVER),
                    labels(sinks, -1, CutFamily.NEVER),
                    firstStep);
        }

        private static int[] labels(int[] labels, int never, int written) {
            return Arrays.stream(labels)
                    .map(label -> label == never ? written : label)
                    .toArray();
        }
    }
}
