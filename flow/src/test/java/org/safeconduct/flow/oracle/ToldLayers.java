package org.safeconduct.flow.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeconduct.flow.Departure;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.check.Layer;

/** Departures as a joint plan: one layer for each source and sink. */
final class ToldLayers {
    private ToldLayers() {}

    static List<Layer> of(FlowProblem problem, List<Departure> departures) {
        List<Layer> layers = new ArrayList<>();
        for (int source = 0; source < problem.sources().size(); source++) {
            for (int sink = 0; sink < problem.sinks().size(); sink++) {
                layers.add(layer(problem, departures, source, sink));
            }
        }
        return layers;
    }

    private static Layer layer(FlowProblem problem, List<Departure> all, int source, int sink) {
        List<Run> departures = new ArrayList<>();
        List<Run> moves = new ArrayList<>();
        List<Run> waits = new ArrayList<>();
        List<Run> arrivals = new ArrayList<>();
        for (Departure departure : all) {
            if (departure.source() == source && departure.sink() == sink) {
                departures.add(new Run(source, departure.from(), departure.to(), departure.amount()));
                int node = problem.sources().get(source).node();
                int delay = 0;
                for (Leg leg : departure.legs()) {
                    delay = wait(waits, departure, node, delay, leg.waitBefore());
                    moves.add(shifted(departure, leg.arc(), delay));
                    delay += problem.arcs().get(leg.arc()).transit();
                    node = problem.arcs().get(leg.arc()).head();
                }
                delay = wait(waits, departure, node, delay, departure.waitAtEnd());
                arrivals.add(shifted(departure, sink, delay));
            }
        }
        FlowOverTime flow = new FlowOverTime(departures, moves, waits, arrivals);
        return new Layer(source + " to " + sink, Set.of(source), Set.of(sink), flow);
    }

    private static int wait(List<Run> waits, Departure departure, int node, int delay, int steps) {
        for (int step = 0; step < steps; step++) {
            waits.add(shifted(departure, node, delay + step));
        }
        return delay + steps;
    }

    private static Run shifted(Departure departure, int item, int delay) {
        return new Run(item, departure.from() + delay, departure.to() + delay, departure.amount());
    }
}
