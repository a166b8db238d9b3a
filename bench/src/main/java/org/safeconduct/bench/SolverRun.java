package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.List;
import org.safeconduct.bench.Measured.Start;
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
        Start start = Start.now();
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        measured.putTime("load", start);
        Start loaded = Start.now();
        Solution solution = EarliestArrival.solve(problem);
        measured.putTime("cold", loaded);
        measured.putTime("coldWithLoad", start);
        measured.putPeakMegabytes("peak");
        measured.put("delivered", (double) solution.delivered());
        Start solved = Start.now();
        int findings = check(problem, solution, solution.sinkSide());
        measured.putTime("check", solved);
        findings += check(problem, solution, solution.sourceSide());
        measured.put("findings", findings);
        for (int run = 0; run < WARM_RUNS; run++) {
            Start again = Start.now();
            Solution warm = EarliestArrival.solve(problem);
            measured.putBestTime("warm", again);
            measured.put("delivered", Math.min((double) warm.delivered(), measured.get("delivered")));
        }
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
