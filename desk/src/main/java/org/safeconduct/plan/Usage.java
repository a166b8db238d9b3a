package org.safeconduct.plan;

import java.util.Arrays;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Arc;

/** Vehicles on every arc, at every node, in every step, added up over the flows entered so far. Rows exist only for what is used. */
final class Usage {

    private final int steps;
    private final int[][] arcs;
    private final int[][] waiting;
    private final int[][] passing;

    Usage(FlowProblem problem) {
        this.steps = problem.horizon() + 1;
        this.arcs = new int[problem.arcs().size()][0];
        this.waiting = new int[problem.nodes().size()][0];
        this.passing = new int[problem.nodes().size()][0];
    }

    void add(FlowProblem problem, FlowOverTime flow) {
        for (FlowOverTime.Run run : flow.moves()) {
            Arc arc = problem.arcs().get(run.item());
            arcs[run.item()] = plus(arcs[run.item()], run);
            passing[arc.tail()] = plus(passing[arc.tail()], run);
        }
        for (FlowOverTime.Run run : flow.arrivals()) {
            int node = problem.sinks().get(run.item()).node();
            passing[node] = plus(passing[node], run);
        }
        for (FlowOverTime.Run run : flow.waits()) {
            waiting[run.item()] = plus(waiting[run.item()], run);
        }
    }

    void addAll(Usage other) {
        addRows(arcs, other.arcs);
        addRows(waiting, other.waiting);
        addRows(passing, other.passing);
    }

    boolean isUsedArc(int arc) {
        return arcs[arc].length > 0;
    }

    boolean isUsedNode(int node) {
        return waiting[node].length > 0 || passing[node].length > 0;
    }

    int[] arc(int arc) {
        return row(arcs[arc]);
    }

    int[] passing(int node) {
        return row(passing[node]);
    }

    int[] waiting(int node) {
        return row(waiting[node]);
    }

    int mostWaiting(int node) {
        return Arrays.stream(waiting[node]).max().orElse(0);
    }

    private int[] row(int[] row) {
        return row.length == 0 ? new int[steps] : row;
    }

    private int[] plus(int[] row, FlowOverTime.Run run) {
        int[] sum = row(row);
        for (int k = run.from(); k <= run.to(); k++) {
            sum[k] += run.amount();
        }
        return sum;
    }

    private static void addRows(int[][] into, int[][] from) {
        for (int i = 0; i < from.length; i++) {
            if (from[i].length > 0) {
                if (into[i].length == 0) {
                    into[i] = from[i].clone();
                } else {
                    for (int k = 0; k < from[i].length; k++) {
                        into[i][k] += from[i][k];
                    }
                }
            }
        }
    }
}
