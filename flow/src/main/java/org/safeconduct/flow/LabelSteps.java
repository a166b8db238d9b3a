package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily.LabelRun;

/**
 * The labels of one node's states in all steps 0 … last: in each piece the label stays the same, or grows with each step. Immutable.
 *
 * <pre>
 *   start[i] ≤ step &lt; start[i + 1]     label[i] + rise[i] · (step − start[i])
 * </pre>
 */
final class LabelSteps {
    private static final int NEVER = CutFamily.NEVER;

    private final int last;
    private final int[] start;
    private final int[] label;
    private final int[] rise;

    private LabelSteps(int last, int[] start, int[] label, int[] rise) {
        this.last = last;
        this.start = start;
        this.label = label;
        this.rise = rise;
    }

    /** Labels of a node that never lies on the sink side. */
    static LabelSteps never(int last) {
        return new LabelSteps(last, new int[] {0}, new int[] {NEVER}, new int[1]);
    }

    /** The labels that runs of one node, in order, tell of. */
    static LabelSteps of(List<LabelRun> runs, int last) {
        Pieces pieces = new Pieces(last, runs.size() + 2);
        int next = 0;
        for (LabelRun run : runs) {
            if (run.from() > next) {
                pieces.add(next, NEVER, 0);
            }
            pieces.add(run.from(), run.label(), run.rise());
            next = run.to() + 1;
        }
        pieces.add(next, NEVER, 0);
        return pieces.finish();
    }

    /** The label of each step, counted a number of steps earlier than here; {@link CutFamily#NEVER} where that is after the last. */
    LabelSteps earlier(int steps) {
        if (steps == 0) {
            return this;
        }
        Pieces pieces = new Pieces(last, start.length + 1);
        for (int i = steps > last ? start.length : 0; i < start.length; i++) {
            if (endOf(i) - 1 >= steps) {
                int from = Math.max(start[i], steps);
                pieces.add(from - steps, at(i, from), rise[i]);
            }
        }
        pieces.add(Math.max(0, last + 1 - steps), NEVER, 0);
        return pieces.finish();
    }

    /** The label of each step, counted a number of steps later than here; 0 where that is before the first. */
    LabelSteps later(int steps) {
        Pieces pieces = new Pieces(last, start.length + 1);
        if (steps > 0) {
            pieces.add(0, 0, 0);
        }
        for (int i = 0; i < start.length && start[i] <= last - steps; i++) {
            pieces.add(start[i] + steps, label[i], rise[i]);
        }
        return pieces.finish();
    }

    LabelSteps least(LabelSteps other) {
        return with(other, true);
    }

    LabelSteps most(LabelSteps other) {
        return with(other, false);
    }

    /** In each step the label of this or the other, the least or the most. */
    private LabelSteps with(LabelSteps other, boolean least) {
        Pieces pieces = new Pieces(last, 2 * (start.length + other.start.length));
        int i = 0;
        int k = 0;
        int step = 0;
        while (step <= last) {
            int end = Math.min(endOf(i), other.endOf(k));
            int mine = at(i, step);
            int theirs = other.at(k, step);
            boolean isMine = least ? mine <= theirs : mine >= theirs;
            int apart = Math.abs(mine - theirs);
            // Where one rises and the other does not, they are equal once, and the other one counts from the step
            // after.
            boolean changes = isMine == least ? rise[i] > other.rise[k] : other.rise[k] > rise[i];
            int turn = changes && apart < end - step - 1 ? step + apart + 1 : end;
            pieces.add(step, isMine ? mine : theirs, isMine ? rise[i] : other.rise[k]);
            step = turn;
            i += step == endOf(i) ? 1 : 0;
            k += step == other.endOf(k) ? 1 : 0;
        }
        return pieces.finish();
    }

    private int endOf(int piece) {
        return piece + 1 < start.length ? start[piece + 1] : last + 1;
    }

    private int at(int piece, int step) {
        return label[piece] + rise[piece] * (step - start[piece]);
    }

    /** Adds the labels of a node to the runs of a family of cuts. */
    void write(int node, IntList values) {
        for (int i = 0; i < start.length; i++) {
            if (label[i] != NEVER) {
                values.add(node);
                values.add(start[i]);
                values.add(endOf(i) - 1);
                values.add(label[i]);
                values.add(endOf(i) - 1 == start[i] ? 0 : rise[i]);
            }
        }
    }

    /** Collects pieces in order of steps; steps left out are labelled {@link CutFamily#NEVER}. */
    static final class Pieces {
        private final int last;
        private int[] start;
        private int[] label;
        private int[] rise;
        private int size;

        Pieces(int last, int likely) {
            this.last = last;
            this.start = new int[Math.max(2, likely)];
            this.label = new int[start.length];
            this.rise = new int[start.length];
        }

        /** Adds labels from a step on, until what is added next. */
        void add(int from, int ofLabel, int ofRise) {
            int goesOn = size == 0 ? 0 : label[size - 1] + rise[size - 1] * (from - start[size - 1]);
            if (from > last || (size > 0 && rise[size - 1] == ofRise && goesOn == ofLabel)) {
                return;
            }
            if (size == start.length) {
                start = Arrays.copyOf(start, 2 * size);
                label = Arrays.copyOf(label, 2 * size);
                rise = Arrays.copyOf(rise, 2 * size);
            }
            start[size] = from;
            label[size] = ofLabel;
            rise[size++] = ofRise;
        }

        LabelSteps finish() {
            return new LabelSteps(
                    last, Arrays.copyOf(start, size), Arrays.copyOf(label, size), Arrays.copyOf(rise, size));
        }
    }
}
