package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.ArcChange;
import org.safeconduct.flow.Closures;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Replan;
import org.safeconduct.flow.Replanner;
import org.safeconduct.flow.Solution;

/** One process of ours: flow under way, a random used arc closes at a random time, 200 times over; some of the answers compared with a solution from nothing. */
final class ReplanRun {
    private static final int CLOSURES = 200;
    private static final long SEED = 7;
    private static final int COMPARED = 5;
    private static final Options QUICK =
            Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);

    private ReplanRun() {}

    public static void main(String[] args) throws Exception {
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        Solution base = EarliestArrival.solve(problem, QUICK);
        int[] used = Closures.of(base).usedArcs();
        Replanner ready = Replanner.of(base);
        Random random = new Random(SEED);
        double[] seconds = new double[CLOSURES];
        double[] cpu = new double[CLOSURES];
        int wrong = 0;
        for (int i = 0; i < CLOSURES; i++) {
            List<ArcChange> change = List.of(ArcChange.closed(used[random.nextInt(used.length)]));
            int tau = random.nextInt(problem.horizon() + 1);
            Measured one = new Measured();
            Start start = Start.now();
            Replan after = ready.at(tau, change, OnClosing.TURN_BACK);
            one.putTime("one", start);
            seconds[i] = one.get("one");
            cpu[i] = one.get("oneCpu");
            wrong += i < COMPARED && !isAsFromNothing(after) ? 1 : 0;
        }
        Measured measured = new Measured();
        put(measured, "", seconds);
        put(measured, "Cpu", cpu);
        measured.put("compared", COMPARED);
        measured.put("wrong", wrong);
        measured.putPeakMegabytes("peak");
        System.out.print(measured.print());
    }

    private static boolean isAsFromNothing(Replan after) {
        Solution cold = EarliestArrival.solve(after.remaining(), QUICK);
        return Arrays.equals(cold.curve(), after.solution().curve());
    }

    private static void put(Measured measured, String ending, double[] seconds) {
        Arrays.sort(seconds);
        measured.put("median" + ending, seconds[(seconds.length - 1) / 2]);
        measured.put("worstOfHundred" + ending, seconds[(int) Math.ceil(seconds.length * 0.99) - 1]);
        measured.put("most" + ending, seconds[seconds.length - 1]);
    }
}
