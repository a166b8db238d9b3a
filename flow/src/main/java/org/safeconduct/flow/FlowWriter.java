package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.Network.Kind;

/** Writes a residual flow as a flow over time. Stateless. */
final class FlowWriter {
    private FlowWriter() {}

    static FlowOverTime write(Network network, ResidualFlow flow) {
        IntList departures = new IntList();
        for (int source = 0; source < network.problem.sources().size(); source++) {
            write(source, flow.departures(source), departures);
        }
        return new FlowOverTime(
                new PackedList<>(PackedList.RUN, departures),
                write(network, flow, Kind.ROAD),
                write(network, flow, Kind.WAIT),
                write(network, flow, Kind.ARRIVAL));
    }

    private static List<Run> write(Network network, ResidualFlow flow, Kind kind) {
        IntList values = new IntList();
        for (int arc = 0; arc < network.arcs; arc++) {
            if (network.kind(arc) == kind) {
                write(network.item(arc), flow.row(arc), values);
            }
        }
        List<Run> runs = new PackedList<>(PackedList.RUN, values);
        return network.hasTwins ? inOrder(runs) : runs;
    }

    private static List<Run> inOrder(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingInt(Run::item).thenComparingInt(Run::from));
        return sorted;
    }

    private static void write(int item, @Nullable Row row, IntList values) {
        if (row != null) {
            row.forEachRun((from, to, amount) -> {
                values.add(item);
                values.add(from);
                values.add(to);
                values.add(amount);
            });
        }
    }
}
