package org.safeconduct.road;

import org.jspecify.annotations.Nullable;

/**
 * Cuts roads into runs. Lengths and times are rounded along the whole road, so that those of its pieces add up to it:
 *
 * <pre>
 *   node          0 ───── 1 ── 2 ───────── 3
 *   metres        0     10.4  13.9        31.2
 *   millis        0     1248  1668        3744      piece from 1 to 3: 3744 − 1248, however it is cut
 * </pre>
 */
final class RunScan {
    private final NodeTable nodes;
    private final RoadTable roads;
    private final boolean everyNode;
    private final Runs runs;
    private int[] at = new int[16];
    private double[] metres = new double[16];
    private int count;
    private long missing;
    private long outside;
    private long used;

    RunScan(NodeTable nodes, RoadTable roads, Joining joining) {
        this.nodes = nodes;
        this.roads = roads;
        this.everyNode = joining == Joining.NEVER;
        this.runs = new Runs(nodes);
    }

    Runs scan(NodeChains chains) {
        NodeChains.Reader reader = chains.reader();
        for (int road = 0; road < roads.size(); road++) {
            read(reader);
            used += cut(road) ? 1 : 0;
        }
        return runs;
    }

    /** Pieces of road with an end that the source does not hold. */
    long missing() {
        return missing;
    }

    /** Pieces of road outside the area. */
    long outside() {
        return outside;
    }

    /** Roads of which something is kept. */
    long used() {
        return used;
    }

    private void read(NodeChains.Reader reader) {
        count = reader.next();
        if (count > at.length) {
            at = new int[count];
            metres = new double[count];
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            at[i] = nodes.find(reader.node());
            if (i > 0 && nodes.isKnown(at[i]) && nodes.isKnown(at[i - 1])) {
                sum += nodes.metres(at[i - 1], at[i]);
            }
            metres[i] = sum;
        }
    }

    private boolean cut(int road) {
        int start = -1;
        boolean any = false;
        for (int i = 1; i < count; i++) {
            if (!isKept(i)) {
                if (start >= 0 && start < i - 1) {
                    add(road, start, i - 1);
                }
                start = -1;
                continue;
            }
            any = true;
            start = start < 0 ? i - 1 : start;
            if (i == count - 1 || everyNode || nodes.isStop(at[i])) {
                add(road, start, i);
                start = i;
            }
        }
        return any;
    }

    /** Whether the piece that ends at a node is kept. */
    private boolean isKept(int i) {
        if (!nodes.isKnown(at[i - 1]) || !nodes.isKnown(at[i])) {
            missing++;
            return false;
        }
        if (!nodes.isInside(at[i - 1]) && !nodes.isInside(at[i])) {
            outside++;
            return false;
        }
        return true;
    }

    /** Adds a run, turned round if only that direction is driven, so that each has a forward direction. */
    private void add(int road, int first, int last) {
        Direction along = roads.forward(road);
        Direction against = roads.backward(road);
        boolean turned = along == null;
        runs.from.add(runs.endAt(at[turned ? last : first]));
        runs.to.add(runs.endAt(at[turned ? first : last]));
        addForward(road << 1 | (turned ? 1 : 0), turned ? against : along, first, last);
        addBackward(turned || against == null ? -1 : road << 1 | 1, turned ? null : against, first, last);
        int flags = nodes.isGate(at[first]) || nodes.isGate(at[last]) ? Runs.GATE : 0;
        for (int i = first; i <= last; i++) {
            flags |= nodes.flags(at[i]);
        }
        runs.flags.add(flags);
        for (int i = first + 1; i < last; i++) {
            runs.inner.add(at[turned ? first + last - i : i]);
        }
        runs.firstInner.add(runs.inner.size());
    }

    private void addForward(int side, @Nullable Direction direction, int first, int last) {
        runs.forward.add(side);
        runs.forwardLength.add(rounded(centimetres(direction, last) - centimetres(direction, first)));
        runs.forwardMillis.add(rounded(millis(direction, last) - millis(direction, first)));
    }

    private void addBackward(int side, @Nullable Direction direction, int first, int last) {
        runs.backward.add(side);
        runs.backwardLength.add(rounded(centimetres(direction, last) - centimetres(direction, first)));
        runs.backwardMillis.add(rounded(millis(direction, last) - millis(direction, first)));
    }

    private static int rounded(long value) {
        return (int) Math.min(Integer.MAX_VALUE, value);
    }

    /** How much of the road lies before a node; by count where all nodes lie at one point. */
    private double share(int i) {
        double all = metres[count - 1];
        return all > 0 ? metres[i] / all : i / (count - 1.0);
    }

    private double metres(Direction direction, int i) {
        return direction.lengthMetres() > 0 ? direction.lengthMetres() * share(i) : metres[i];
    }

    private long centimetres(@Nullable Direction direction, int i) {
        return direction == null ? 0 : Math.round(metres(direction, i) * 100);
    }

    private long millis(@Nullable Direction direction, int i) {
        if (direction == null) {
            return 0;
        }
        return switch (direction.pace()) {
            case Pace.Speed speed -> Math.round(metres(direction, i) * 3600 / speed.kmh());
            case Pace.Time time -> Math.round(time.millis() * share(i));
        };
    }
}
