package org.safeconduct.flow;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowProblem.Sink;

/**
 * Brings as much as can be by the horizon to sinks with limits in all, sinks of lower rank first.
 *
 * <p>Filling rank by rank gives both the greatest total and, among those, the greatest share for lower ranks: what a set of sinks can receive together is
 * the rank of a matroid (a gammoid), and greedy is optimal there; a path to one sink never takes from another's sum.
 *
 * <p>A full sink can still let a unit in at another step than before. So when one gets full, states that were dead may come to life; dead marks
 * are cleared and all steps are tried again, once for each sink that gets full.
 */
final class ByDeadline {
    final Filler filler;
    private final Network network;
    private final Options options;
    private final long[] left;
    private final BitSet full = new BitSet();
    private CutLog log;

    ByDeadline(FlowProblem problem, Options options) {
        this.filler = new Filler(problem, problem.horizon());
        this.network = filler.network;
        this.options = options;
        this.left = problem.sinks().stream()
                .mapToLong(sink -> sink.limit() == FlowProblem.UNLIMITED ? Long.MAX_VALUE : sink.limit())
                .toArray();
        this.log = new CutLog(filler.network);
        for (int sink = 0; sink < left.length; sink++) {
            full.set(sink, left[sink] == 0);
        }
        filler.exchangeAt(full);
    }

    void run() {
        int[] ranks = network.problem.sinks().stream()
                .mapToInt(Sink::rank)
                .sorted()
                .distinct()
                .toArray();
        for (int rank : ranks) {
            int before;
            do {
                before = full.cardinality();
                sweep(rank);
            } while (full.cardinality() > before && filler.flow.allStock() > 0);
        }
    }

    private void sweep(int rank) {
        for (int arrival = 0; arrival <= network.horizon && filler.flow.allStock() > 0; arrival++) {
            options.step(arrival);
            for (int sink = 0; sink < left.length; sink++) {
                if (!full.get(sink) && network.problem.sinks().get(sink).rank() == rank) {
                    fill(sink, arrival);
                }
            }
        }
    }

    private void fill(int sink, int arrival) {
        long units = filler.fill(sink, arrival, left[sink], log);
        if (left[sink] != Long.MAX_VALUE) {
            left[sink] -= units;
        }
        if (left[sink] == 0) {
            full.set(sink);
            revive();
        }
    }

    private void revive() {
        filler.search.revive();
        log = new CutLog(network);
    }

    /** The cut nearest the sinks: what can reach a sink that is not full. */
    CutFamily sinkSide() {
        int[] sinks = CutWriter.neverSinks(network.problem);
        if (filler.flow.allStock() == 0) {
            Arrays.fill(sinks, network.horizon);
            return new CutWriter(network, network.horizon).write(log, sinks, network.horizon);
        }
        revive();
        log.startCut(network.horizon);
        for (int sink = 0; sink < left.length; sink++) {
            for (int step = 0; !full.get(sink) && step <= network.horizon; step++) {
                @Nullable Path path = filler.search.find(network.end[sink], step, log);
                if (path != null) {
                    throw new IllegalStateException("sink " + sink + " could receive more in step " + step);
                }
            }
        }
        for (int sink = 0; sink < left.length; sink++) {
            if (!full.get(sink) || filler.search.isExchanged(sink)) {
                sinks[sink] = network.horizon;
            }
        }
        return new CutWriter(network, CutFamily.NEVER).write(log, sinks, network.horizon);
    }

    /** The cut nearest the sources: what stock that is left cannot reach. */
    CutFamily sourceSide() {
        return SourceSide.of(network, filler.flow, full);
    }
}
