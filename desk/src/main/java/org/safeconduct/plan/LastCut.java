package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;

/** The last cut of a family, where no other is asked for: a city's family is hundreds of megabytes, its last cut is some. */
final class LastCut {

    private static final FlowOverTime NO_FLOW = new FlowOverTime(List.of(), List.of(), List.of(), List.of());

    private LastCut() {}

    /**
     * The last cut of a solution and, by the end, the most that can pass it; before the end nothing is said but that no more can have arrived.
     *
     * @param solution of a problem with the same nodes and arcs
     * @param problem the one it bounds
     */
    static Solution of(Solution solution, FlowProblem problem) {
        CutFamily last = of(solution.sinkSide(), problem.horizon());
        long[] curve = new long[problem.horizon() + 1];
        Arrays.fill(curve, new CutCrossing(problem, last).atAnyBeat());
        return new Solution(problem, solution.claim(), NO_FLOW, curve, last, last);
    }

    /** What lies on the sink side by the last step is labelled with it; the rest never is. */
    static CutFamily of(CutFamily cuts, int horizon) {
        return new CutFamily(
                runs(cuts.queue(), horizon),
                runs(cuts.gate(), horizon),
                labels(cuts.sources(), horizon),
                labels(cuts.sinks(), horizon),
                horizon);
    }

    private static int[] labels(int[] labels, int horizon) {
        return Arrays.stream(labels)
                .map(label -> label <= horizon ? horizon : CutFamily.NEVER)
                .toArray();
    }

    private static List<LabelRun> runs(List<LabelRun> runs, int horizon) {
        List<LabelRun> merged = new ArrayList<>();
        for (LabelRun run : runs) {
            int to = run.rise() == 0
                    ? (run.label() <= horizon ? run.to() : run.from() - 1)
                    : Math.min(run.to(), run.from() + horizon - run.label());
            if (to >= run.from()) {
                if (!merged.isEmpty() && isNext(merged.getLast(), run)) {
                    merged.set(
                            merged.size() - 1,
                            new LabelRun(run.node(), merged.getLast().from(), to, horizon, 0));
                } else {
                    merged.add(new LabelRun(run.node(), run.from(), to, horizon, 0));
                }
            }
        }
        return merged;
    }

    private static boolean isNext(LabelRun before, LabelRun run) {
        return before.node() == run.node() && before.to() == run.from() - 1;
    }
}
