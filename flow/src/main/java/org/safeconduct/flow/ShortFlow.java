package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.FlowOverTime.Run;

/** Writes a flow of a short problem as one of the whole problem: what enters a street drives on over all its arcs. Stateless. */
final class ShortFlow {
    private ShortFlow() {}

    static FlowOverTime expand(ShortStreets streets, FlowOverTime flow) {
        IntList waits = new IntList();
        for (Run run : flow.waits()) {
            add(waits, streets.wholeNode[run.item()], run.from(), run.to(), run.amount());
        }
        return new FlowOverTime(
                flow.departures(),
                new PackedList<>(PackedList.RUN, moves(streets, flow.moves())),
                new PackedList<>(PackedList.RUN, waits),
                flow.arrivals());
    }

    private static IntList moves(ShortStreets streets, List<Run> runs) {
        int[] first = new int[streets.problem.arcs().size() + 1];
        for (Run run : runs) {
            first[run.item() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        IntList moves = new IntList();
        for (int arc = 0; arc < streets.shortArc.length; arc++) {
            int made = streets.shortArc[arc];
            int steps = streets.stepsIn[arc];
            for (int i = made < 0 ? 0 : first[made]; made >= 0 && i < first[made + 1]; i++) {
                Run run = runs.get(i);
                add(moves, arc, run.from() + steps, run.to() + steps, run.amount());
            }
        }
        return moves;
    }

    private static void add(IntList values, int item, int from, int to, int amount) {
        values.add(item);
        values.add(from);
        values.add(to);
        values.add(amount);
    }
}
