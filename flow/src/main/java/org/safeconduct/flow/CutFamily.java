package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;

/**
 * One nested family of cuts over time: the proof that no flow can bring more to the sinks by step t, for every step t it speaks of.
 *
 * <p>Each state (node, step) is labelled with the step from which on it lies on the sink side. Cut t puts on the sink side what is
 * labelled t or less. Because labels are single numbers the cuts are nested: what is once on the sink side stays there. The
 * capacity of cut t, added up over everything that leads from the other side into it, bounds the arrivals in steps 0 … t.
 *
 * <p>Written in runs: in a run of {@code queue} or {@code gate}, step k carries the label {@code label + rise · (k − from)}. A state without a run is
 * never on the sink side. A node's queue is the node before its throughput (where units wait), its gate after it; where throughput is
 * unlimited the gate has the queue's labels and no runs of its own.
 *
 * @param queue labels of nodes before their throughput
 * @param gate labels of nodes after their throughput, for nodes that limit it
 * @param sources label of each source's stock; {@link #NEVER} if it never lies on the sink side. Label t adds the source's whole amount to the cuts from t on
 * @param sinks label of each limited sink's reception; at a label of {@link #NEVER} the sink's limit is counted in every cut; ignored for sinks without a limit
 * @param firstStep the first step whose cut is claimed tight: 0 for a whole curve, the horizon for a single deadline, {@link #NEVER} if no cut was asked for
 */
public record CutFamily(List<LabelRun> queue, List<LabelRun> gate, int[] sources, int[] sinks, int firstStep) {

    /** The label of what never lies on the sink side. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * Labels of one node in a row of steps.
     *
     * @param node the node
     * @param from first step
     * @param to last step, included
     * @param label the label in step {@code from}
     * @param rise 0 if the label stays the same, 1 if it grows with each step
     */
    public record LabelRun(int node, int from, int to, int label, int rise) {}

    public CutFamily {
        queue = PackedList.copyOf(PackedList.LABEL_RUN, queue);
        gate = PackedList.copyOf(PackedList.LABEL_RUN, gate);
        sources = sources.clone();
        sinks = sinks.clone();
    }

    /** No cut at all, where none was asked for: it speaks of no step. */
    static CutFamily none(FlowProblem problem) {
        return new CutFamily(
                List.of(),
                List.of(),
                never(problem.sources().size()),
                never(problem.sinks().size()),
                NEVER);
    }

    /** Labels of what never lies on the sink side. */
    static int[] never(int count) {
        int[] labels = new int[count];
        Arrays.fill(labels, NEVER);
        return labels;
    }
}
