package org.safeconduct.road;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the nodes that lie in an area: of a file of a country, those of a city in some hundred kilobytes. What is to be read of the rest of
 * the file can be told by them before any of it is kept.
 *
 * <pre>
 *   a group of 64:   first id (in a list) ─ difference ─ difference ─ …      7 bits a byte, lowest first
 * </pre>
 *
 * Numbers that do not rise, which files hold that no common tool has written, are kept aside as they are. Blocks are filled by several threads; what they hold
 * is taken over, and asked for, by one.
 */
final class InsideIds {
    private static final int GROUP = 64;
    private static final int LONGEST = 10;

    private final Area area;
    private final LongList firsts = new LongList();

    /** Where the differences of each group begin. */
    private final LongList starts = new LongList();

    private byte[] bytes = new byte[1 << 10];
    private int used;
    private long last = Long.MIN_VALUE;
    private int inGroup = GROUP;
    private final LongList loose = new LongList();
    private long @Nullable [] sorted;
    private final Span all = new Span();

    InsideIds(Area area) {
        this.area = area;
    }

    /** Takes the nodes of a block. */
    OsmBlock block() {
        return new Block();
    }

    /** The smallest box around all nodes, inside or not; empty if there is none, or all lie on a line. */
    Optional<Area.Box> findBox() {
        return all.findBox();
    }

    boolean containsAny(long[] nodes) {
        for (long node : nodes) {
            if (contains(node)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(long id) {
        return isInGroup(id) || (loose.size() > 0 && Arrays.binarySearch(loose(), id) >= 0);
    }

    private long[] loose() {
        if (sorted == null) {
            sorted = loose.toArray();
            Arrays.sort(sorted);
        }
        return sorted;
    }

    private boolean isInGroup(long id) {
        int low = 0;
        int high = firsts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (firsts.get(middle) <= id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && isIn(high, id);
    }

    private boolean isIn(int group, long id) {
        int at = (int) starts.get(group);
        int end = group + 1 < starts.size() ? (int) starts.get(group + 1) : used;
        long known = firsts.get(group);
        while (known < id && at < end) {
            long difference = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                difference |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            known += difference;
        }
        return known == id;
    }

    private void add(long id) {
        if (id <= last) {
            loose.add(id);
            sorted = null;
            return;
        }
        if (inGroup == GROUP) {
            firsts.add(id);
            starts.add(used);
            inGroup = 1;
        } else {
            write(id - last);
            inGroup++;
        }
        last = id;
    }

    private void write(long difference) {
        if (used + LONGEST > bytes.length) {
            bytes = Arrays.copyOf(bytes, IntList.grown(bytes.length));
        }
        long rest = difference;
        while ((rest & ~0x7FL) != 0) {
            bytes[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[used++] = (byte) rest;
    }

    /** West, south, east and north so far. */
    private static final class Span {
        private int west = Integer.MAX_VALUE;
        private int south = Integer.MAX_VALUE;
        private int east = Integer.MIN_VALUE;
        private int north = Integer.MIN_VALUE;

        void add(int longitude, int latitude) {
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
        }

        void addAll(Span other) {
            west = Math.min(west, other.west);
            east = Math.max(east, other.east);
            south = Math.min(south, other.south);
            north = Math.max(north, other.north);
        }

        Optional<Area.Box> findBox() {
            boolean isBox = west < east && south < north && west >= -1_800_000_000 && east <= 1_800_000_000;
            return isBox && south >= -900_000_000 && north <= 900_000_000
                    ? Optional.of(new Area.Box(west / 1e7, south / 1e7, east / 1e7, north / 1e7))
                    : Optional.empty();
        }
    }

    private final class Block implements OsmBlock {
        private final LongList inside = new LongList();
        private final Span span = new Span();

        @Override
        public WayRules.Verdict judge(long id, OsmTags tags) {
            throw new IllegalStateException("only nodes are asked for");
        }

        @Override
        public void way(WayRules.Verdict verdict, long[] nodes) {
            throw new IllegalStateException("only nodes are asked for");
        }

        @Override
        public void turns(TurnRule rule) {
            throw new IllegalStateException("only nodes are asked for");
        }

        @Override
        public void node(long id, int longitudeE7, int latitudeE7, @Nullable OsmTags tags) {
            span.add(longitudeE7, latitudeE7);
            if (area.contains(longitudeE7 / 1e7, latitudeE7 / 1e7)) {
                inside.add(id);
            }
        }

        @Override
        public void counted(long nodes, long ways) {
            // They are counted when they are read.
        }

        @Override
        public void release() {
            for (int i = 0; i < inside.size(); i++) {
                add(inside.get(i));
            }
            all.addAll(span);
        }
    }
}
