package org.safeconduct.road;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns chains of runs into the columns of a network. */
final class Assembly {
    private final Runs runs;
    private final Joints joints;
    private final NodeTable nodes;
    private final RoadTable roads;
    private final Map<Column, MemorySegment> columns = new EnumMap<>(Column.class);

    /** Junction of each end; -1 for an end within a chain. */
    private final int[] junctionOfEnd;

    private int junctions;

    Assembly(Runs runs, Joints joints, NodeTable nodes, RoadTable roads) {
        this.runs = runs;
        this.joints = joints;
        this.nodes = nodes;
        this.roads = roads;
        this.junctionOfEnd = new int[runs.ends()];
    }

    Columns columns() {
        junctionColumns();
        Arcs arcs = arcs();
        arcColumns(arcs);
        lineColumns(arcs);
        Islands islands = Islands.of(arcs.firstArc, arcs.head);
        put(Column.JUNCTION_FIRST_ARC, arcs.firstArc);
        put(Column.JUNCTION_ISLAND, islands.island());
        put(Column.ISLAND_SIZE, islands.sizes());
        textColumns();
        return new Columns(columns);
    }

    private void put(Column column, int[] values) {
        columns.put(column, MemorySegment.ofArray(values));
    }

    private void junctionColumns() {
        boolean[] isJunction = joints.junctions();
        IntList ends = new IntList();
        for (int end = 0; end < isJunction.length; end++) {
            junctionOfEnd[end] = -1;
            if (isJunction[end]) {
                ends.add(end);
            }
        }
        junctions = ends.size();
        int[] order = Curve.order(
                junctions,
                i -> nodes.longitudeE7(runs.endNode.get(ends.get(i))),
                i -> nodes.latitudeE7(runs.endNode.get(ends.get(i))));
        long[] ids = new long[junctions];
        int[] longitudes = new int[junctions];
        int[] latitudes = new int[junctions];
        for (int junction = 0; junction < junctions; junction++) {
            int end = ends.get(order[junction]);
            int node = runs.endNode.get(end);
            junctionOfEnd[end] = junction;
            ids[junction] = nodes.id(node);
            longitudes[junction] = nodes.longitudeE7(node);
            latitudes[junction] = nodes.latitudeE7(node);
        }
        columns.put(Column.JUNCTION_NODE, MemorySegment.ofArray(ids));
        put(Column.JUNCTION_LONGITUDE, longitudes);
        put(Column.JUNCTION_LATITUDE, latitudes);
    }

    /**
     * Arcs sorted by tail, then by chain.
     *
     * @param chain twice the chain of each arc, and one more if the arc runs against it
     */
    private record Arcs(int[] firstArc, int[] head, int[] tail, int[] chain, int[] reverse, int[] line, int lines) {}

    private Arcs arcs() {
        int[] firstArc = new int[junctions + 1];
        for (int side = 0; side < 2 * joints.chains(); side++) {
            if (isDriven(side)) {
                firstArc[tail(side) + 1]++;
            }
        }
        for (int j = 0; j < junctions; j++) {
            firstArc[j + 1] += firstArc[j];
        }
        int count = firstArc[junctions];
        int[] arcOfSide = new int[2 * joints.chains()];
        int[] next = firstArc.clone();
        Arcs arcs = new Arcs(
                firstArc, new int[count], new int[count], new int[count], new int[count], new int[count], lines());
        for (int side = 0; side < arcOfSide.length; side++) {
            arcOfSide[side] = -1;
            if (isDriven(side)) {
                int arc = next[tail(side)]++;
                arcOfSide[side] = arc;
                arcs.tail[arc] = tail(side);
                arcs.head[arc] = tail(side ^ 1);
                arcs.chain[arc] = side;
            }
        }
        numberLines(arcs, arcOfSide);
        return arcs;
    }

    private int lines() {
        return joints.chains();
    }

    /** Lines in the order in which arcs first use them, in the direction of that first arc. */
    private static void numberLines(Arcs arcs, int[] arcOfSide) {
        int line = 0;
        for (int arc = 0; arc < arcs.chain.length; arc++) {
            int reverse = arcOfSide[arcs.chain[arc] ^ 1];
            arcs.reverse[arc] = reverse;
            if (reverse < 0 || reverse > arc) {
                arcs.line[arc] = line++ << 1;
            } else {
                arcs.line[arc] = arcs.line[reverse] | 1;
            }
        }
    }

    /** Whether a chain can be driven in a direction; its runs all can, or none. */
    private boolean isDriven(int side) {
        return road(side, joints.steps.get(joints.firstStep.get(side >> 1))) >= 0;
    }

    private int tail(int side) {
        return junctionOfEnd[(side & 1) == 0 ? joints.start(side >> 1) : joints.finish(side >> 1)];
    }

    /** Whether a step of a chain passes its run forward, on one side of the chain. */
    private static boolean isAlong(int side, int step) {
        return (side & 1) == (step & 1);
    }

    private int road(int side, int step) {
        return runs.road(step >> 1, isAlong(side, step));
    }

    private void arcColumns(Arcs arcs) {
        int count = arcs.head.length;
        int[][] ints = new int[6][count];
        long[] ways = new long[count];
        byte[] classes = new byte[count];
        byte[] halfLanes = new byte[count];
        for (int arc = 0; arc < count; arc++) {
            Sum sum = sum(arcs.chain[arc]);
            int main = sum.mainRoad >> 1;
            ints[0][arc] = (int) Math.min(Integer.MAX_VALUE, sum.length);
            ints[1][arc] = (int) Math.min(Integer.MAX_VALUE, sum.millis);
            ints[2][arc] = sum.capacity;
            ints[3][arc] = sum.flags;
            ints[4][arc] = roads.name(main);
            ints[5][arc] = roads.ref(main);
            ways[arc] = roads.way(main);
            classes[arc] = (byte) roads.roadClass(main).code();
            halfLanes[arc] = (byte) sum.halfLanes;
        }
        List<Column> columnOfInts = List.of(
                Column.ARC_LENGTH,
                Column.ARC_MILLIS,
                Column.ARC_CAPACITY,
                Column.ARC_FLAGS,
                Column.ARC_NAME,
                Column.ARC_REF);
        for (int c = 0; c < ints.length; c++) {
            put(columnOfInts.get(c), ints[c]);
        }
        put(Column.ARC_TAIL, arcs.tail);
        put(Column.ARC_HEAD, arcs.head);
        put(Column.ARC_REVERSE, arcs.reverse);
        put(Column.ARC_LINE, arcs.line);
        columns.put(Column.ARC_WAY, MemorySegment.ofArray(ways));
        columns.put(Column.ARC_CLASS, MemorySegment.ofArray(classes));
        columns.put(Column.ARC_HALF_LANES, MemorySegment.ofArray(halfLanes));
    }

    /** What the runs of a chain come to in one direction. */
    private static final class Sum {
        private long length;
        private long millis;
        private int capacity = Integer.MAX_VALUE;
        private int halfLanes = Integer.MAX_VALUE;
        private int flags;
        private int longest = -1;

        /** The road of the longest run. */
        private int mainRoad;
    }

    private Sum sum(int side) {
        Sum sum = new Sum();
        int chain = side >> 1;
        for (int s = joints.firstStep.get(chain); s < joints.firstStep.get(chain + 1); s++) {
            int step = joints.steps.get(s);
            int run = step >> 1;
            boolean along = isAlong(side, step);
            int road = runs.road(run, along);
            Direction direction = roads.direction(road >> 1, (road & 1) == 0);
            sum.length += runs.length(run, along);
            sum.millis += runs.millis(run, along);
            sum.capacity = Math.min(sum.capacity, direction.capacityPerHour());
            sum.halfLanes = Math.min(sum.halfLanes, direction.halfLanes());
            sum.flags |= roads.flags(road >> 1) | runs.flags.get(run);
            if (runs.length(run, along) > sum.longest) {
                sum.longest = runs.length(run, along);
                sum.mainRoad = road;
            }
        }
        return sum;
    }

    private void lineColumns(Arcs arcs) {
        int[] firstPoint = new int[arcs.lines + 1];
        IntList longitudes = new IntList();
        IntList latitudes = new IntList();
        for (int arc = 0; arc < arcs.chain.length; arc++) {
            if ((arcs.line[arc] & 1) == 0) {
                points(arcs.chain[arc], longitudes, latitudes);
                firstPoint[(arcs.line[arc] >> 1) + 1] = longitudes.size();
            }
        }
        put(Column.LINE_FIRST_POINT, firstPoint);
        put(Column.POINT_LONGITUDE, longitudes.toArray());
        put(Column.POINT_LATITUDE, latitudes.toArray());
    }

    /** Adds the points between the ends of a chain, in the order in which one side of it passes them. */
    private void points(int side, IntList longitudes, IntList latitudes) {
        int first = joints.firstStep.get(side >> 1);
        int end = joints.firstStep.get((side >> 1) + 1);
        for (int s = first; s < end; s++) {
            int step = joints.steps.get((side & 1) == 0 ? s : first + end - 1 - s);
            int run = step >> 1;
            boolean along = isAlong(side, step);
            int from = runs.firstInner.get(run);
            int to = runs.firstInner.get(run + 1);
            for (int i = from; i < to; i++) {
                add(runs.inner.get(along ? i : from + to - 1 - i), longitudes, latitudes);
            }
            if (s < end - 1) {
                add(runs.endNode.get((along ? runs.to : runs.from).get(run)), longitudes, latitudes);
            }
        }
    }

    private void add(int node, IntList longitudes, IntList latitudes) {
        longitudes.add(nodes.longitudeE7(node));
        latitudes.add(nodes.latitudeE7(node));
    }

    private void textColumns() {
        List<byte[]> texts = roads.texts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int[] starts = new int[texts.size() + 1];
        for (int t = 0; t < texts.size(); t++) {
            starts[t + 1] = Math.addExact(starts[t], texts.get(t).length);
        }
        byte[] bytes = new byte[starts[texts.size()]];
        for (int t = 0; t < texts.size(); t++) {
            System.arraycopy(texts.get(t), 0, bytes, starts[t], texts.get(t).length);
        }
        put(Column.TEXT_FIRST_BYTE, starts);
        columns.put(Column.TEXT_BYTE, MemorySegment.ofArray(bytes));
    }
}
