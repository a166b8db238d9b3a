package org.safeconduct.flow;

import java.util.BitSet;

/** Finds the minimum cut nearest the sources: what stock that is left cannot reach. It is tight for the last step only. Stateless. */
final class SourceSide {
    private SourceSide() {}

    static CutFamily of(Network network, ResidualFlow flow, BitSet fullSinks) {
        int horizon = network.horizon;
        int sources = network.problem.sources().size();
        Wave wave = new Wave(network, flow);
        wave.start(horizon, null);
        wave.exchangeAt(fullSinks);
        for (int source = 0; source < sources; source++) {
            if (flow.stock(source) > 0) {
                wave.reachStock(source);
            }
        }
        boolean spreading = true;
        while (spreading) {
            spreading = wave.round((node, at, bits) -> {});
        }
        CutLog log = new CutLog(network);
        log.startCut(horizon);
        wave.forEachUnreached((node, at, bits) -> log.states(node, network.words.word(node, at), bits));
        for (int source = 0; source < sources; source++) {
            if (!wave.isStockReached(source)) {
                log.stock(source);
            }
        }
        int[] sinks = CutWriter.neverSinks(network.problem);
        for (int sink = 0; sink < sinks.length; sink++) {
            if (!wave.isExchanged(sink)) {
                sinks[sink] = horizon;
            }
        }
        return new CutWriter(network, CutFamily.NEVER).write(log, sinks, horizon);
    }
}
