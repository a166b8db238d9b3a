package org.safeconduct.road;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the ways of a block back until it is the block's turn; passes on at once whatever has no order. */
final class HeldWays implements OsmBlock {
    private record Held(WayRules.Verdict verdict, long[] nodes) {}

    private final OsmSink sink;
    private final List<Held> ways = new ArrayList<>();
    private final List<TurnRule> turns = new ArrayList<>();

    HeldWays(OsmSink sink) {
        this.sink = sink;
    }

    @Override
    public WayRules.Verdict judge(long id, OsmTags tags) {
        return sink.judge(id, tags);
    }

    @Override
    public void way(WayRules.Verdict verdict, long[] nodes) {
        ways.add(new Held(verdict, nodes));
    }

    @Override
    public void turns(TurnRule rule) {
        turns.add(rule);
    }

    @Override
    public void node(long id, int longitudeE7, int latitudeE7, @Nullable OsmTags tags) {
        sink.node(id, longitudeE7, latitudeE7, tags);
    }

    @Override
    public void counted(long nodes, long count) {
        sink.counted(nodes, count);
    }

    @Override
    public void release() {
        ways.forEach(held -> sink.way(held.verdict, held.nodes));
        turns.forEach(sink::turns);
    }
}
