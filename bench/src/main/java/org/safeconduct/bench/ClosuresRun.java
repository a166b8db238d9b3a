package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.List;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.Closing;
import org.safeconduct.flow.Closures;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Options;

/** One process of ours: scenarios of three closures each, on all cores, from one solution; some of them compared with a solution from nothing. */
final class ClosuresRun {
    private static final int SCENARIOS = 400;
    private static final int CLOSED = 3;
    private static final long SEED = 5;
    private static final int COMPARED = 5;

    private ClosuresRun() {}

    public static void main(String[] args) throws Exception {
        Measured measured = new Measured();
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        Options quick = Options.standard().withSplit(Options.Split.ANY).withSourceSide(false);
        Closures closures = Closures.of(EarliestArrival.solve(problem, quick));
        List<List<Closing>> scenarios = closures.draw(SCENARIOS, CLOSED, SEED);
        long[] cold = closures.ensemble(scenarios).delivered();
        Start start = Start.now();
        long cpu = Repeated.cpu();
        long[] warm = closures.ensemble(scenarios).delivered();
        measured.putTime("all", start);
        measured.put("perSecond", SCENARIOS / measured.get("all"));
        measured.put("perCoreSecond", SCENARIOS / ((Repeated.cpu() - cpu) / 1e9));
        int wrong = 0;
        for (int i = 0; i < COMPARED; i++) {
            wrong += closures.solve(scenarios.get(i)).delivered() == warm[i] && warm[i] == cold[i] ? 0 : 1;
        }
        measured.put("compared", COMPARED);
        measured.put("wrong", wrong);
        measured.putPeakMegabytes("peak");
        System.out.print(measured.print());
    }
}
