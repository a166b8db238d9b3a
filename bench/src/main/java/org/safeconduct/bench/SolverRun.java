package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Solution;
import org.safeconduct.flow.check.Finding;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;

/** One process of ours: reads an instance, finds the whole curve with its certificate, cold and then warm, and has both proofs checked. */
final class SolverRun {
    /** Warm runs: at least so many, and as many more as these seconds hold, so that the compiler has done its work on small rows too. */
    static final int WARM_RUNS = 3;

    static final double WARM_SECONDS = 4;

    private static final Options AS_IT_FALLS =
            Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);

    private SolverRun() {}

    public static void main(String[] args) throws Exception {
        Measured measured = new Measured();
        Start start = Start.now();
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        measured.putTime("load", start);
        solveCold(problem, start, measured);
        long warmUntil = System.nanoTime() + (long) (WARM_SECONDS * 1e9);
        for (int run = 0; run < WARM_RUNS || System.nanoTime() < warmUntil; run++) {
            Start again = Start.now();
            Solution warm = EarliestArrival.solve(problem, AS_IT_FALLS);
            measured.putBestTime("warm", again);
            measured.put("delivered", Math.min((double) warm.delivered(), measured.get("delivered")));
        }
        System.out.print(measured.print());
    }

    /** The first answer and what the checker says of it; it is not kept for the others. */
    private static void solveCold(FlowProblem problem, Start start, Measured measured) throws IOException {
        Start loaded = Start.now();
        Solution solution = EarliestArrival.solve(problem, AS_IT_FALLS);
        measured.putTime("cold", loaded);
        measured.putTime("coldWithLoad", start);
        measured.putPeakMegabytes("peak");
        measured.put("delivered", (double) solution.delivered());
        Start solved = Start.now();
        int findings = check(problem, solution, solution.sinkSide());
        measured.putTime("check", solved);
        measured.put("findings", findings);
        // What is known already is of use if the rest takes too long.
        System.out.println(measured.print());
    }

    private static int check(FlowProblem problem, Solution solution, CutFamily cuts) {
        List<Finding> findings =
                FlowChecker.verify(problem, List.of(Layer.only(problem, solution.flow())), solution.curve(), cuts);
        findings.stream().limit(5).forEach(finding -> System.err.println(finding.text()));
        return findings.size();
    }
}
