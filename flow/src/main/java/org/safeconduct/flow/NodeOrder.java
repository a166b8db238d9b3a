package org.safeconduct.flow;

import java.util.Arrays;
import org.safeconduct.flow.FlowProblem.Source;

/** Numbers inner nodes outward from the sources, so that what is looked at together lies together in memory. Stateless. */
final class NodeOrder {
    private NodeOrder() {}

    /** The new number of each inner node; those from {@code fixed} on keep theirs. */
    static int[] fromSources(FlowProblem problem, InnerArcs arcs, int fixed) {
        int nodes = arcs.nodes;
        int[] start = new int[nodes + 1];
        for (int arc = 0; arc < arcs.size(); arc++) {
            start[arcs.tail()[arc] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            start[v + 1] += start[v];
        }
        int[] heads = new int[arcs.size()];
        int[] next = start.clone();
        for (int arc = 0; arc < arcs.size(); arc++) {
            heads[next[arcs.tail()[arc]]++] = arcs.head()[arc];
        }
        int[] numbers = new int[nodes];
        Arrays.fill(numbers, -1);
        IntList line = new IntList();
        for (Source source : problem.sources()) {
            number(source.node(), fixed, numbers, line);
        }
        for (int v = 0, i = 0; v < nodes; v++) {
            for (; i < line.size(); i++) {
                for (int k = start[line.get(i)]; k < start[line.get(i) + 1]; k++) {
                    number(heads[k], fixed, numbers, line);
                }
            }
            number(v, fixed, numbers, line);
        }
        return numbers;
    }

    private static void number(int node, int fixed, int[] numbers, IntList line) {
        if (node >= fixed) {
            numbers[node] = node;
        } else if (numbers[node] < 0) {
            numbers[node] = line.size();
            line.add(node);
        }
    }
}
