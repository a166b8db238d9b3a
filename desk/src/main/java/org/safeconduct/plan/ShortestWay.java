package org.safeconduct.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.safeconduct.flow.FlowProblem;

/** The quickest way from an assembly to one of several destinations if every road of the version were open all day: what people would try. */
final class ShortestWay {

    private ShortestWay() {}

    private record Reached(int node, long steps) {}

    /** The arcs in order, the first being the setting out; empty if no road leads there. */
    static Optional<int[]> of(RoadNetwork network, String assembly, List<String> destinations) {
        FlowProblem problem = network.problem();
        int start = network.getNode(new RoadNetwork.Node.Gathering(assembly));
        int[] into = new int[problem.nodes().size()];
        long[] steps = new long[into.length];
        Arrays.fill(into, -1);
        Arrays.fill(steps, Long.MAX_VALUE);
        steps[start] = 0;
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingLong(Reached::steps).thenComparingInt(Reached::node));
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            Reached next = open.remove();
            for (int arc : network.leaving(next.node())) {
                FlowProblem.Arc road = problem.arcs().get(arc);
                long there = next.steps() + road.transit();
                if (there < steps[road.head()] && isRoad(network, arc)) {
                    steps[road.head()] = there;
                    into[road.head()] = arc;
                    open.add(new Reached(road.head(), there));
                }
            }
        }
        return destinations.stream()
                .map(id -> network.scenario().getDestination(id))
                .map(destination -> network.place(destination.place()))
                .filter(node -> into[node] >= 0)
                .min(Comparator.comparingLong(node -> steps[node]))
                .map(node -> trace(problem, into, node));
    }

    private static boolean isRoad(RoadNetwork network, int arc) {
        return !(network.way(arc) instanceof RoadNetwork.Way.Assigning);
    }

    private static int[] trace(FlowProblem problem, int[] into, int end) {
        Deque<Integer> arcs = new ArrayDeque<>();
        for (int node = end;
                into[node] >= 0;
                node = problem.arcs().get(into[node]).tail()) {
            arcs.addFirst(into[node]);
        }
        return arcs.stream().mapToInt(Integer::intValue).toArray();
    }
}
