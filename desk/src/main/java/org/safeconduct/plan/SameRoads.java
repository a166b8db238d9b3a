package org.safeconduct.plan;

import java.util.List;
import org.safeconduct.flow.FlowProblem;

/** Where those under way come in on the roads that they were planned on. */
record SameRoads(RoadNetwork network) implements Kinds.Where {

    @Override
    public List<FlowProblem.Source> sources(List<OnTheWay> groups, String who) {
        return Entries.of(groups).sources(network, who);
    }

    @Override
    public int node(int node) {
        return node;
    }

    @Override
    public int step(int step) {
        return step;
    }
}
