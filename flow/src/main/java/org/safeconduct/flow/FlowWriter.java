package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
        long[] arcs = usedByItem(network, flow, kind);
        int runs = 0;
        for (long used : arcs) {
            runs += count(flow.row((int) used));
        }
        // There may be as many as there are states in use: written once, in the room they take.
        IntList values = new IntList(Math.multiplyExact(PackedList.RUN.fields(), runs));
        for (long used : arcs) {
            write((int) (used >>> 32), flow.row((int) used), values);
        }
        List<Run> written = new PackedList<>(PackedList.RUN, values);
        return network.hasTwins ? inOrder(written) : written;
    }

    private static int count(@Nullable Row row) {
        return row == null ? 0 : row.countRuns();
    }

    /** The arcs of a kind on which anything moved, each with the item it stands for in the upper half, in order of items. */
    private static long[] usedByItem(Network network, ResidualFlow flow, Kind kind) {
        return IntStream.range(0, network.arcs)
                .filter(arc -> flow.row(arc) != null && network.kind(arc) == kind)
                .mapToLong(arc -> (long) network.item(arc) << 32 | arc)
                .sorted()
                .toArray();
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
