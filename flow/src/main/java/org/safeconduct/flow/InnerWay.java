package org.safeconduct.flow;

import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowProblem.Arc;
import org.safeconduct.flow.Network.Kind;
import org.safeconduct.flow.Path.Move;

/** The way of a departure in a network: inner arcs, each with the step in which it is entered, counted from the departure. Laid out anew for each departure. */
final class InnerWay {
    /** The inner arc of each road, each node's waiting, each node's throughput and each sink's arrivals; negative where there is none. */
    final int[] road;

    final int[] wait;
    final int[] throughput;
    final int[] arrival;

    final IntList arcs = new IntList();
    final IntList steps = new IntList();
    private final FlowProblem problem;

    /**
     * For the departures of one problem.
     *
     * @param problem whose departures are laid out
     * @param network of this problem, or of one that goes on from it with the same numbers
     */
    InnerWay(FlowProblem problem, Network network) {
        this.problem = problem;
        this.road = network.innerArcs(Kind.ROAD, network.problem.arcs().size());
        this.wait = network.innerArcs(Kind.WAIT, network.problem.nodes().size());
        this.throughput = network.innerArcs(Kind.THROUGHPUT, wait.length);
        this.arrival = network.innerArcs(Kind.ARRIVAL, problem.sinks().size());
    }

    /** Lays out a way; returns the steps that it takes. */
    int lay(Departure departure) {
        arcs.clear();
        steps.clear();
        int node = problem.sources().get(departure.source()).node();
        int step = 0;
        for (Leg leg : departure.legs()) {
            step = layHalt(node, step, leg.waitBefore());
            put(road[leg.arc()], step);
            Arc arc = problem.arcs().get(leg.arc());
            step += arc.transit();
            node = arc.head();
        }
        step = layHalt(node, step, departure.waitAtEnd());
        put(arrival[departure.sink()], step);
        return step;
    }

    /** The way laid out, which takes so many steps, as a path from a source. */
    Path path(int source, int duration) {
        int[] moves = new int[arcs.size()];
        int[] offsets = new int[moves.length + 1];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Move.along(arcs.get(i));
            offsets[i] = steps.get(i) - duration;
        }
        return new Path(source, moves, offsets);
    }

    private int layHalt(int node, int from, int halt) {
        for (int step = from; step < from + halt; step++) {
            put(wait[node], step);
        }
        if (throughput[node] >= 0) {
            put(throughput[node], from + halt);
        }
        return from + halt;
    }

    private void put(int arc, int step) {
        arcs.add(arc);
        steps.add(step);
    }
}
