package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings as much as can be to the sinks, arrival step by arrival step; what has arrived is never taken back. So the flow is an earliest
 * arrival flow: it exists for many sources and sinks without total limits (Gale 1959; Minieka 1973; Baumann and Skutella 2006).
 *
 * <p>The network is never copied for each step. In each step the paths of the step before are tried again, then new ones are looked
 * for until {@link Search} finds none.
 */
final class StepByStep {
    private static final int TRIAL = 256;
    private static final long LONG_TRIAL = 2_000_000;
    private static final long LONG_RUN = 4_000_000;
    private static final long LONG_SEARCH = 1_500;
    private static final long LEAST_WORK_BETWEEN = 100_000;
    private static final double SHARE_OF_RELABELLING = 0.15;

    final Network network;
    final ResidualFlow flow;
    final StateLabels labels;
    final Search search;
    final CutLog log;
    private final List<List<Path>> lastPaths = new ArrayList<>();
    private final Options options;
    private @Nullable Relabelling relabelling;
    private int found;
    private long trialStart;
    private long lastRelabelling;
    private long workBetween;
    private int completeFrom = CutFamily.NEVER;

    StepByStep(FlowProblem problem, Options options) {
        this.network = new Network(problem);
        this.flow = new ResidualFlow(network);
        this.labels = new StateLabels(network);
        this.search = new Search(network, flow, labels);
        this.log = new CutLog(problem.sources().size());
        this.options = options;
        for (int sink = 0; sink < network.end.length; sink++) {
            lastPaths.add(List.of());
        }
    }

    void run() {
        for (int arrival = 0; arrival <= network.horizon && flow.allStock() > 0; arrival++) {
            options.step(arrival);
            log.startCut(arrival);
            for (int sink = 0; sink < network.end.length && flow.allStock() > 0; sink++) {
                if (arrival >= network.earliest[network.end[sink]]) {
                    fill(sink, arrival);
                }
            }
            if (flow.allStock() == 0) {
                completeFrom = arrival;
            }
        }
    }

    /** The first step by which all has arrived; {@link CutFamily#NEVER} if not all does. */
    int completeFrom() {
        return network.problem.supply() == 0 ? 0 : completeFrom;
    }

    private void fill(int sink, int arrival) {
        List<Path> paths = new ArrayList<>();
        for (Path path : lastPaths.get(sink)) {
            if (push(path, arrival)) {
                paths.add(path);
            }
        }
        while (flow.allStock() > 0) {
            relabelIfSlow(arrival);
            Path path = search.find(network.end[sink], arrival, log);
            if (path == null) {
                break;
            }
            if (!push(path, arrival)) {
                throw new IllegalStateException("a path without room for an arrival in step " + arrival);
            }
            paths.add(path);
            countTrial();
        }
        if (!paths.isEmpty()) {
            lastPaths.set(sink, paths);
        }
    }

    private boolean push(Path path, int arrival) {
        int room = path.room(flow, network, arrival);
        if (room > 0) {
            path.push(flow, arrival, room);
        }
        return room > 0;
    }

    private void countTrial() {
        found++;
        if (relabelling == null && found % TRIAL == 0) {
            long trial = search.work() - trialStart;
            trialStart = search.work();
            if (trial > LONG_TRIAL || (search.work() > LONG_RUN && trial > TRIAL * LONG_SEARCH)) {
                search.countMoves();
                relabelling = new Relabelling(network, flow, labels, search);
            }
        }
    }

    private void relabelIfSlow(int arrival) {
        if (relabelling != null && search.work() - lastRelabelling > workBetween) {
            long states = relabelling.run(arrival, log);
            lastRelabelling = search.work();
            workBetween = Math.max(LEAST_WORK_BETWEEN, (long) (states * SHARE_OF_RELABELLING));
        }
    }
}
