package org.safeconduct.flow.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;

/**
 * Labels of the states of many nodes, as runs ordered by node, then step. A state outside all runs is labelled {@link #NEVER}.
 */
final class Labels {

    /** Larger than every label that counts. */
    static final long NEVER = Long.MAX_VALUE / 4;

    private final int[] start;
    private final int[] from;
    private final int[] to;
    private final int[] label;
    private final byte[] rise;

    private Labels(int nodes, int runs) {
        start = new int[nodes + 1];
        from = new int[runs];
        to = new int[runs];
        label = new int[runs];
        rise = new byte[runs];
    }

    /** Reads a certificate's runs; what is malformed becomes a finding, and then the labels are empty. */
    static Labels read(String what, List<LabelRun> runs, Extent extent, Findings findings) {
        List<LabelRun> ordered = new ArrayList<>(runs);
        ordered.sort(Comparator.comparingInt(LabelRun::node).thenComparingInt(LabelRun::from));
        if (!areReadable(what, ordered, extent, findings)) {
            return new Labels(extent.nodes(), 0);
        }
        Labels labels = new Labels(extent.nodes(), ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            labels.put(i, ordered.get(i));
            labels.start[ordered.get(i).node() + 1]++;
        }
        for (int node = 0; node < extent.nodes(); node++) {
            labels.start[node + 1] += labels.start[node];
        }
        return labels;
    }

    private static boolean areReadable(String what, List<LabelRun> ordered, Extent extent, Findings findings) {
        boolean readable = true;
        LabelRun before = new LabelRun(-1, 0, 0, 0, 0);
        for (LabelRun run : ordered) {
            String remedy = "";
            if (run.node() < 0 || run.node() >= extent.nodes()) {
                remedy = "name a node of the problem";
            } else if (run.from() < 0 || run.to() < run.from() || run.to() > extent.horizon()) {
                remedy = "keep runs within the steps of the problem";
            } else if (run.node() == before.node() && run.from() <= before.to()) {
                remedy = "label each state once";
            } else if (run.rise() != 0 && run.rise() != 1) {
                remedy = "let labels stay or rise by 1";
            }
            if (!remedy.isEmpty()) {
                findings.add(new Finding.BadCuts(what + " run of node", run.node(), run.from(), remedy));
                readable = false;
            }
            before = run;
        }
        return readable;
    }

    /** The size of the problem that labels speak of. */
    record Extent(int nodes, int horizon) {}

    /** Labels of a single node that are the same in every step: those of a source's stock. */
    static Labels same(int label, int horizon) {
        Labels labels = new Labels(1, label == CutFamily.NEVER ? 0 : 1);
        if (label != CutFamily.NEVER) {
            labels.put(0, new LabelRun(0, 0, horizon, label, 0));
            labels.start[1] = 1;
        }
        return labels;
    }

    /** Labels of a single node that lies on the sink side of cut t in all steps up to t, from cut {@code label} on: those of reception. */
    static Labels moment(int label, int horizon) {
        if (label > horizon) {
            return new Labels(1, 0);
        }
        int turn = Math.max(label, 0);
        Labels labels = new Labels(1, turn == 0 ? 1 : 2);
        if (turn > 0) {
            labels.put(0, new LabelRun(0, 0, turn - 1, turn, 0));
        }
        labels.put(turn == 0 ? 0 : 1, new LabelRun(0, turn, horizon, turn, 1));
        labels.start[1] = labels.from.length;
        return labels;
    }

    boolean hasRuns(int node) {
        return start[node] < start[node + 1];
    }

    int firstRun(int node) {
        return start[node];
    }

    /** One past the last run of a node. */
    int endRun(int node) {
        return start[node + 1];
    }

    int from(int run) {
        return from[run];
    }

    int to(int run) {
        return to[run];
    }

    int rise(int run) {
        return rise[run];
    }

    /** The label that a run gives a step. */
    long label(int run, int step) {
        return label[run] + (long) rise[run] * (step - from[run]);
    }

    /** The first run of a node that ends in a step or later; {@link #endRun} if there is none. */
    int runFrom(int node, int step) {
        int low = start[node];
        int high = start[node + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void put(int index, LabelRun run) {
        from[index] = run.from();
        to[index] = run.to();
        label[index] = run.label();
        rise[index] = (byte) run.rise();
    }
}
