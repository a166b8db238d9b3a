package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.ArcChange;
import org.safeconduct.flow.Closures;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.flow.Options;
import org.safeconduct.flow.Replan;
import org.safeconduct.flow.Replanner;
import org.safeconduct.flow.Solution;

/** One process of ours: flow under way, a random used arc closes at a random time, 200 times over; some of the answers compared with a solution from nothing. Says on the error stream how far it is. */
final class ReplanRun {
    private static final int CLOSURES = 200;
    private static final long SEED = 7;
    private static final int COMPARED_ONE_IN = 40;
    private static final int TOLD_ONE_IN = 20;
    private static final Options QUICK =
            Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);

    private ReplanRun() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        FlowProblem problem = InstanceFile.read(file);
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
            wrong += i % COMPARED_ONE_IN == 0 && !isAsFromNothing(after) ? 1 : 0;
            tell(file, i + 1, cpu);
        }
        Measured measured = new Measured();
        put(measured, "", seconds);
        put(measured, "Cpu", cpu);
        measured.put("compared", CLOSURES / COMPARED_ONE_IN);
        measured.put("wrong", wrong);
        measured.putPeakMegabytes("peak");
        System.out.print(measured.print());
    }

    private static void tell(Path file, int done, double[] cpu) {
        if (done % TOLD_ONE_IN == 0) {
            double most = Arrays.stream(cpu).max().orElse(0);
            System.err.printf(
                    Locale.ROOT,
                    "%s: %d of %d closures, at most %.3f s of processor time%n",
                    file.getFileName(),
                    done,
                    CLOSURES,
                    most);
        }
    }

    /** The same curve as from nothing, and as many of those on the road out. */
    private static boolean isAsFromNothing(Replan after) {
        Solution cold = EarliestArrival.solve(after.remaining(), QUICK.withSplit(Options.Split.BY_RANK));
        return Arrays.equals(cold.curve(), after.solution().curve())
                && fromRoad(after, cold) == fromRoad(after, after.solution());
    }

    private static long fromRoad(Replan after, Solution solution) {
        int atHome = after.base().problem().sources().size();
        return solution.flow().departures().stream()
                .filter(run -> run.item() >= atHome)
                .mapToLong(Run::total)
                .sum();
    }

    private static void put(Measured measured, String ending, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        measured.put("median" + ending, sorted[(sorted.length - 1) / 2]);
        measured.put("worstOfHundred" + ending, sorted[(int) Math.ceil(sorted.length * 0.99) - 1]);
        measured.put("most" + ending, sorted[sorted.length - 1]);
        measured.put("overAim" + ending, countOver(sorted, 0.1));
        measured.put("overMust" + ending, countOver(sorted, 1));
    }

    private static int countOver(double[] seconds, double limit) {
        return (int) Arrays.stream(seconds).filter(one -> one > limit).count();
    }
}
