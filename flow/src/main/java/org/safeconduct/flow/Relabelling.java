package org.safeconduct.flow;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives states their true number of moves from stock that is left, and finds dead states ahead of the search: what stock cannot reach now it never
 * will.
 */
final class Relabelling {
    private final Network network;
    private final StateLabels labels;
    private final Search search;
    private final Wave wave;
    private long states;

    Relabelling(Filler filler) {
        this.network = filler.network;
        this.labels = filler.labels;
        this.search = filler.search;
        this.wave = new Wave(network, filler.flow);
    }

    /** Labels the states from which a unit can end by step {@code last} with their moves from the stock of some sources; returns how many. Others
     * are dead if there is a {@code log} of it. */
    long run(int last, IntPredicate from, BitSet fullSinks, @Nullable CutLog log) {
        states = 0;
        wave.start(last, labels);
        wave.exchangeAt(fullSinks);
        int sources = network.problem.sources().size();
        for (int source = 0; source < sources; source++) {
            if (from.test(source)) {
                wave.reachStock(source);
            }
        }
        int[] moves = {0};
        do {
            moves[0]++;
        } while (wave.round((node, word, bits) -> {
            labels.label(node, word, bits, moves[0], search.movesAhead(node));
            states += Long.bitCount(bits);
        }));
        if (log != null) {
            bury(log);
        }
        return states;
    }

    private void bury(CutLog log) {
        wave.forEachUnreached((node, word, bits) -> {
            labels.kill(node, word, bits);
            log.states(node, word, bits);
        });
        for (int source = 0; source < network.problem.sources().size(); source++) {
            if (!wave.isStockReached(source) && !search.isClosed(source)) {
                search.close(source);
                log.stock(source);
            }
        }
    }
}
