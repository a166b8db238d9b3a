package org.safeconduct.bench;

import com.google.ortools.Loader;
import java.nio.file.Path;
import org.safeconduct.bench.Measured.Start;
import org.safeconduct.flow.FlowProblem;

/** One process of the peer: reads an instance, builds the network, solves it for the horizon; quick ones again, warm. */
final class PeerRun {
    private static final double REPEATED_BELOW_SECONDS = 5;

    private PeerRun() {}

    public static void main(String[] args) throws Exception {
        Measured measured = new Measured();
        FlowProblem problem = InstanceFile.read(Path.of(args[0]));
        Loader.loadNativeLibraries();
        Start start = Start.now();
        PeerNetwork network = new PeerNetwork(problem);
        measured.putTime("build", start);
        measured.put("delivered", (double) network.maxFlow());
        measured.putTime("total", start);
        measured.put("states", (double) network.states());
        measured.put("edges", (double) network.edges());
        measured.putPeakMegabytes("peak");
        measured.putBestTime("warm", start);
        boolean repeated = measured.get("total") < REPEATED_BELOW_SECONDS;
        long warmUntil = System.nanoTime() + (long) (SolverRun.WARM_SECONDS * 1e9);
        for (int run = 0; repeated && (run < SolverRun.WARM_RUNS || System.nanoTime() < warmUntil); run++) {
            Start again = Start.now();
            new PeerNetwork(problem).maxFlow();
            measured.putBestTime("warm", again);
        }
        System.out.print(measured.print());
    }
}
