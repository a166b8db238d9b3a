package org.safeconduct.plan;

import java.util.List;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.plan.OnTheWay.Spot;

/**
 * Where those under way are on the roads of the outer bound: at the same node, no later than they can be there, and free to wait.
 *
 * @param planned the roads that they were planned on
 * @param outer those of the bound, maybe in finer steps
 * @param from first step of the plan that can still be decided
 */
record OuterRoads(RoadNetwork planned, RoadNetwork outer, int from) implements Kinds.Where {

    /** Steps by which a plan may say too late that somebody is at a node: one by rounding the drive, one by the clocks of its ends. */
    private static final int SLACK = 2;

    @Override
    public List<Source> sources(List<OnTheWay> groups, String who) {
        return groups.stream().map(this::source).toList();
    }

    private Source source(OnTheWay group) {
        Spot spot = group.spot();
        return new FlowProblem.Source(
                node(spot.node()), group.movement().vehicles(), Math.max(0, step(spot.step())), 0);
    }

    @Override
    public int node(int node) {
        return outer.getNode(planned.meaning(node));
    }

    /** In the morning nobody has driven; moments of the scenario are only rounded to the plan's steps. */
    private int slack() {
        boolean sameSteps = planned.axis().step().equals(outer.axis().step());
        return from > 0 ? SLACK : sameSteps ? 0 : 1;
    }

    @Override
    public int step(int step) {
        int early = step <= from ? step : Math.max(from, step - slack());
        return Math.max(0, outer.axis().notAfter(planned.axis().at(early)));
    }
}
