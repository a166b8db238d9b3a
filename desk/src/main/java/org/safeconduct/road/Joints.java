package org.safeconduct.road;

import java.util.Arrays;

/**
 * Strings runs together where nothing but the one continues as the other. What is between two junctions is a chain:
 *
 * <pre>
 *   junction ── run ── joint ── run ── joint ── run ── junction
 * </pre>
 *
 * A joint has exactly two run ends, of two runs that are driven in the same directions. A ring without any junction gets one.
 */
final class Joints {
    private final Runs runs;
    private final NodeTable nodes;
    private final RoadTable roads;
    private final Joining joining;

    /** The two run ends at an end, each twice the run, and one more for its second end. */
    private final int[] one;

    private final int[] other;

    /** Number of run ends at an end, at most 3. */
    private final byte[] degree;

    private final boolean[] isJoint;

    /** Runs of each chain in order: twice the run, and one more if it is passed from its second end to its first. */
    final IntList steps = new IntList();

    /** Where each chain begins in {@link #steps}; one more than there are chains. */
    final IntList firstStep = new IntList();

    Joints(Runs runs, NodeTable nodes, RoadTable roads, Joining joining) {
        this.runs = runs;
        this.nodes = nodes;
        this.roads = roads;
        this.joining = joining;
        this.one = new int[runs.ends()];
        this.other = new int[runs.ends()];
        this.degree = new byte[runs.ends()];
        this.isJoint = new boolean[runs.ends()];
    }

    int chains() {
        return firstStep.size() - 1;
    }

    void findChains() {
        for (int run = 0; run < runs.size(); run++) {
            if (!runs.isGone(run)) {
                meet(runs.from.get(run), run << 1);
                meet(runs.to.get(run), run << 1 | 1);
            }
        }
        for (int end = 0; end < isJoint.length; end++) {
            isJoint[end] = joining != Joining.NEVER && degree[end] == 2 && canJoin(end);
        }
        firstStep.add(0);
        boolean[] done = new boolean[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            if (!done[run] && !runs.isGone(run)) {
                if (!isJoint[runs.from.get(run)]) {
                    follow(run << 1, done);
                } else if (!isJoint[runs.to.get(run)]) {
                    follow(run << 1 | 1, done);
                }
            }
        }
        for (int run = 0; run < runs.size(); run++) {
            if (!done[run] && !runs.isGone(run)) {
                isJoint[runs.from.get(run)] = false;
                follow(run << 1, done);
            }
        }
    }

    private void meet(int end, int runEnd) {
        switch (degree[end]) {
            case 0 -> one[end] = runEnd;
            case 1 -> other[end] = runEnd;
            default -> degree[end] = 2;
        }
        degree[end]++;
    }

    private boolean canJoin(int end) {
        int a = one[end];
        int b = other[end];
        if (a >> 1 == b >> 1 || nodes.isGate(runs.endNode.get(end))) {
            return false;
        }
        int towardA = toward(a);
        int towardB = toward(b);
        int awayA = away(a);
        int awayB = away(b);
        return towardA < 0 == awayB < 0
                && towardB < 0 == awayA < 0
                && (joining == Joining.ALWAYS || (isAlike(towardA, awayB) && isAlike(towardB, awayA)));
    }

    /** The road, and whether along it, on which one reaches a run's end. */
    private int toward(int runEnd) {
        return runs.road(runEnd >> 1, (runEnd & 1) == 1);
    }

    private int away(int runEnd) {
        return runs.road(runEnd >> 1, (runEnd & 1) == 0);
    }

    private boolean isAlike(int before, int behind) {
        return before < 0 || roads.isAlike(before >> 1, (before & 1) == 0, behind >> 1, (behind & 1) == 0);
    }

    /** Follows a chain from a junction to the next. */
    private void follow(int firstRun, boolean[] done) {
        int step = firstRun;
        while (true) {
            steps.add(step);
            done[step >> 1] = true;
            int end = (step & 1) == 0 ? runs.to.get(step >> 1) : runs.from.get(step >> 1);
            if (!isJoint[end]) {
                break;
            }
            int arrived = step ^ 1;
            step = one[end] == arrived ? other[end] : one[end];
        }
        firstStep.add(steps.size());
    }

    /** The end where a chain begins. */
    int start(int chain) {
        int step = steps.get(firstStep.get(chain));
        return (step & 1) == 0 ? runs.from.get(step >> 1) : runs.to.get(step >> 1);
    }

    /** The end where a chain ends. */
    int finish(int chain) {
        int step = steps.get(firstStep.get(chain + 1) - 1);
        return (step & 1) == 0 ? runs.to.get(step >> 1) : runs.from.get(step >> 1);
    }

    /** Which ends are junctions. */
    boolean[] junctions() {
        boolean[] junctions = new boolean[isJoint.length];
        Arrays.fill(junctions, false);
        for (int chain = 0; chain < chains(); chain++) {
            junctions[start(chain)] = true;
            junctions[finish(chain)] = true;
        }
        return junctions;
    }
}
