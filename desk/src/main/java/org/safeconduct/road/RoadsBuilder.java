package org.safeconduct.road;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a network of nodes and roads; every reader feeds one. Roads and nodes may come in any order, and each node once:
 *
 * <pre>
 *   RoadsBuilder builder = new RoadsBuilder(ReadOptions.standard());
 *   builder.road(road, 17, 18, 19);
 *   builder.endRoads();                        // optional: from now on nodes that no road uses cost nothing
 *   builder.node(17, 86_900_000, 494_100_000); // longitude, latitude in 10⁻⁷ degree
 *   builder.node(18, 86_910_000, 494_110_000);
 *   builder.node(19, 86_920_000, 494_100_000);
 *   Roads roads = builder.build(report);
 * </pre>
 *
 * <p><b>Two directions.</b> A road that has both is one road. Two that lead straight from one node to another and back, as in a network of directed
 * links, are made one: each is the other's {@link Roads#reverse}, with its own length, time, lanes and capacity.
 *
 * <p><b>Junctions.</b> A node is a junction if roads meet or end there, if something stands in the way, or if what one drives on changes by more
 * than {@link Joining} allows. All other nodes become points of an arc. At a node within an arc nobody can turn round. Else every drive
 * from junction to junction is kept, with its length and its time to the millisecond: lengths and times are rounded along each road as it was
 * handed over, and an arc's are sums of those. A ring that no road meets gets one junction.
 *
 * <p><b>Left out.</b> A piece between two nodes of which one is unknown, or which both lie outside the area. Both are counted in the report.
 *
 * <p>After {@link #endRoads}, {@code node} and {@code mark} may be called by several threads. Else not thread-safe. The same calls give the same network.
 */
public final class RoadsBuilder {
    /** As many characters may the id of a way have; a plan holds it as often as it is driven. */
    static final int MOST_ID = 4_000;

    /** What is wrong with an id that is longer. */
    static final String LONG_ID = String.format(Locale.ROOT, "has an id of more than %,d characters.", MOST_ID);

    /** Why a road was left out that does not touch the area asked for. */
    static final String OUTSIDE = "roads outside the area";

    /** Begins the note that says where the roads of a source lie of which only an area was read. */
    static final String BOX = "All nodes of the source lie in the box ";

    private final ReadOptions options;
    private final RoadTable roads = new RoadTable();
    private final NodeChains chains = new NodeChains();

    /** What was said of nodes before the roads were known: ids, and positions or a mark. */
    private final LongList earlyIds = new LongList();

    private final LongList earlyPositions = new LongList();
    private final LongList earlyMarked = new LongList();
    private final List<NodeMark> earlyMarks = new ArrayList<>();
    private @Nullable NodeTable nodes;

    public RoadsBuilder(ReadOptions options) {
        this.options = options;
    }

    /** Number of roads so far. */
    public int roads() {
        return roads.size();
    }

    /** A number for a way whose id may be any text; {@link Roads#wayName} knows the text again. */
    public long way(String id) {
        return roads.way(id);
    }

    /**
     * Adds a road along the given nodes; one that repeats itself at once counts once.
     *
     * @throws IllegalArgumentException if fewer than two nodes are left
     * @throws IllegalStateException after {@link #endRoads}
     */
    public void road(SourceRoad road, long... along) {
        if (nodes != null) {
            throw new IllegalStateException("a road after the end of roads");
        }
        chains.add(along);
        roads.add(road);
    }

    /** Says that all roads are there. */
    public void endRoads() {
        if (nodes == null) {
            nodes = new NodeTable(uses());
            for (int i = 0; i < earlyIds.size(); i++) {
                long position = earlyPositions.get(i);
                node(earlyIds.get(i), (int) (position >> 32), (int) position);
            }
            for (int i = 0; i < earlyMarked.size(); i++) {
                mark(earlyMarked.get(i), earlyMarks.get(i));
            }
            earlyIds.clear();
            earlyPositions.clear();
            earlyMarked.clear();
            earlyMarks.clear();
        }
    }

    /** Whether the roads use nodes more often than can be counted here: those of a continent or two. */
    boolean isTooLarge() {
        return usesCount() > Integer.MAX_VALUE - 16L;
    }

    private long usesCount() {
        return chains.nodes() + 2L * chains.roads();
    }

    /** Each use of a node by a road; the ends of roads twice, because nobody simply passes them. */
    private long[] uses() {
        long[] uses = new long[Math.toIntExact(usesCount())];
        int at = 0;
        NodeChains.Reader reader = chains.reader();
        for (int road = 0; road < chains.roads(); road++) {
            int count = reader.next();
            for (int i = 0; i < count; i++) {
                long node = reader.node();
                uses[at++] = node;
                if (i == 0 || i == count - 1) {
                    uses[at++] = node;
                }
            }
        }
        return uses;
    }

    /**
     * Says where a node lies.
     *
     * @throws IllegalArgumentException if that is not on earth
     */
    public void node(long id, int longitudeE7, int latitudeE7) {
        if (Math.abs((long) longitudeE7) > 1_800_000_000 || Math.abs((long) latitudeE7) > 900_000_000) {
            throw new IllegalArgumentException("node " + id + " is not on earth");
        }
        if (nodes == null) {
            earlyIds.add(id);
            earlyPositions.add((long) longitudeE7 << 32 | (latitudeE7 & 0xFFFF_FFFFL));
            return;
        }
        int node = nodes.find(id);
        if (node >= 0) {
            nodes.place(node, longitudeE7, latitudeE7, options.area());
        }
    }

    /** Says what stands at a node, or what it is. */
    public void mark(long id, NodeMark mark) {
        if (nodes == null) {
            earlyMarked.add(id);
            earlyMarks.add(mark);
            return;
        }
        int node = nodes.find(id);
        if (node >= 0) {
            switch (mark) {
                case GATE -> nodes.gate(node);
                case BLOCKED -> nodes.block(node);
                case FORD -> nodes.ford(node);
                case SIZE_LIMIT -> nodes.narrow(node);
            }
        }
    }

    /** Whether a node lies on a road, and in the area; asked when all nodes are there. */
    boolean holds(long id) {
        int node = nodes == null ? -1 : nodes.find(id);
        return node >= 0 && nodes != null && nodes.isKnown(node) && nodes.isInside(node);
    }

    /** Of some ways, those that are roads. */
    Set<Long> held(Set<Long> ways) {
        Set<Long> held = new HashSet<>();
        for (int road = 0; road < roads.size() && !ways.isEmpty(); road++) {
            if (ways.contains(roads.way(road))) {
                held.add(roads.way(road));
            }
        }
        return held;
    }

    /**
     * The network; it has no arcs if nothing is left. The builder is used up.
     *
     * @param report what the reader knows; what the builder leaves out is added
     */
    public Roads build(ReadReport report) {
        endRoads();
        NodeTable table = nodes;
        if (table == null) {
            throw new IllegalStateException("the roads have just been ended");
        }
        RunScan scan = new RunScan(table, roads, options.joining());
        Runs runs = scan.scan(chains);
        Opposites.pair(runs);
        Joints joints = new Joints(runs, table, roads, options.joining());
        joints.findChains();
        Map<String, Long> left = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        if (scan.missing() > 0) {
            left.put("pieces of road to nodes that the source does not hold", scan.missing());
        }
        if (scan.outside() > 0) {
            left.put("pieces of road outside the area", scan.outside());
            if (report.notes().stream().noneMatch(note -> note.startsWith(BOX))) {
                table.findBox().ifPresent(box -> notes.add(BOX + box.shown() + "."));
            }
        }
        return new Roads(new Assembly(runs, joints, table, roads).columns(), report.with(scan.used(), left, notes));
    }
}
