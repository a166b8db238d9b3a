package org.safeconduct.bench;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Options;

/** One process of ours: the whole time, cold, where the optimum is shared fairly among sources as well, which the peer does not do. It has a heap of its own, since it needs more. */
final class FairRun {
    /** The longest that a fair split is waited for; what takes it all is shown as more than that. */
    static final int LIMIT_SECONDS = 120;

    private FairRun() {}

    public static void main(String[] args) throws Exception {
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        Measured measured = new Measured();
        Start start = Start.now();
        long end = System.nanoTime() + LIMIT_SECONDS * 1_000_000_000L;
        try {
            EarliestArrival.solve(problem, Options.standard().withCancelled(() -> System.nanoTime() > end));
            measured.putTime("fair", start);
        } catch (CancellationException tooLong) {
            measured.put("fair", LIMIT_SECONDS);
        } catch (OutOfMemoryError _) {
            System.err.println("the fair split does not fit into this heap");
        }
        System.out.print(measured.print());
    }
}
