package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.Finding;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** One process of ours: reads an instance, finds the whole curve with its certificate, cold and then warm, and has both proofs checked. */
final class SolverRun {
    private static final int WARM_RUNS = 3;

    private SolverRun() {}

    public static void main(String[] args) throws Exception {
        Measured measured = new Measured();
        long start = System.nanoTime();
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        measured.putSecondsSince("load", start);
        long loaded = System.nanoTime();
        Solution solution = EarliestArrival.solve(problem);
        measured.putSecondsSince("cold", loaded);
        measured.putSecondsSince("coldWithLoad", start);
        measured.putPeakMegabytes("peak");
        measured.put("delivered", (double) solution.delivered());
        long solved = System.nanoTime();
        int findings = check(problem, solution, solution.sinkSide());
        measured.putSecondsSince("check", solved);
        findings += check(problem, solution, solution.sourceSide());
        measured.put("findings", findings);
        double best = Double.MAX_VALUE;
        for (int run = 0; run < WARM_RUNS; run++) {
            long again = System.nanoTime();
            Solution warm = EarliestArrival.solve(problem);
            best = Math.min(best, (System.nanoTime() - again) / 1e9);
            measured.put("delivered", Math.min((double) warm.delivered(), measured.get("delivered")));
        }
        measured.put("warm", best);
        measured.putPeakMegabytes("peakOfAll");
        System.out.print(measured.print());
    }

    private static int check(FlowProblem problem, Solution solution, CutFamily cuts) {
        List<Finding> findings =
                FlowChecker.verify(problem, List.of(Layer.only(problem, solution.flow())), solution.curve(), cuts);
        findings.stream().limit(5).forEach(finding -> System.err.println(finding.text()));
        return findings.size();
    }
}
