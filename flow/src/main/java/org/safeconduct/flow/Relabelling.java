package org.safeconduct.flow;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives states their true number of moves from stock that is left, and finds dead states ahead of the search: what stock cannot reach now it never
 * will.
 */
final class Relabelling {
    /** How much farther a wave goes once it has reached what it is to reach, as a part of the way there, and at least. */
    private static final int PART_BEYOND = 4;

    private static final int LEAST_BEYOND = 8;

    private final Network network;
    private final StateLabels labels;
    private final Search search;
    private final Wave wave;
    private int after = Integer.MAX_VALUE;
    private long looks;

    Relabelling(Filler filler) {
        this.network = filler.network;
        this.labels = filler.labels;
        this.search = filler.search;
        this.wave = new Wave(network, filler.flow);
    }

    /** Units that arrive after a step count as stock from now on. */
    void takeLater(int step) {
        after = step;
    }

    /**
     * Labels the states from which a unit can end by step {@code last} with their moves from the stock of some sources; returns how many words it looked at. Others are dead if there is a
     * {@code log} of it and the wave went on to the end. It goes little farther than {@code until} holds, and what it leaves out is farther away.
     */
    long run(int last, IntPredicate from, Predicate<Wave> until, BitSet fullSinks, @Nullable CutLog log) {
        looks = 0;
        labels.forget();
        wave.start(last, labels);
        wave.exchangeAt(fullSinks);
        int sources = network.problem.sources().size();
        for (int source = 0; source < sources; source++) {
            if (from.test(source)) {
                wave.reachStock(source);
            }
        }
        if (after < last) {
            wave.reachArrivals(after);
        }
        int moves = 1;
        int most = Integer.MAX_VALUE;
        boolean spreads = true;
        while (spreads && moves <= most) {
            int round = moves;
            spreads = wave.round((node, at, bits) -> {
                labels.reach(at, bits, round);
                looks++;
            });
            moves++;
            if (most == Integer.MAX_VALUE && until.test(wave)) {
                most = moves + moves / PART_BEYOND + LEAST_BEYOND;
            }
        }
        labels.labelUnreached(moves, last);
        if (log != null && !spreads) {
            bury(log);
        }
        return looks;
    }

    private void bury(CutLog log) {
        wave.forEachUnreached((node, at, bits) -> {
            int word = network.words.word(node, at);
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
