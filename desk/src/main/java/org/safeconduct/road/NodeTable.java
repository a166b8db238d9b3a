package org.safeconduct.road;

import java.util.Arrays;
import java.util.Optional;

/** The nodes that roads use, by rising id: where they lie and what is known of them. Positions may be set by several threads. */
final class NodeTable {
    private static final byte KNOWN = 1;
    private static final byte INSIDE = 2;
    private static final byte SHARED = 4;
    private static final byte GATE = 8;
    private static final byte BLOCKED = 16;
    private static final byte FORD = 32;
    private static final byte SIZE_LIMIT = 64;

    private final long[] ids;
    private final int[] longitudes;
    private final int[] latitudes;
    private final byte[] bits;
    private final int shift;
    private final int[] buckets;

    /**
     * Takes every use of a node; a node with several uses is shared. The array is sorted in place.
     *
     * @param uses ids of nodes, in any order, an id as often as it is used
     */
    NodeTable(long[] uses) {
        Arrays.parallelSort(uses);
        int count = 0;
        for (int i = 0; i < uses.length; i++) {
            count += i == 0 || uses[i] != uses[i - 1] ? 1 : 0;
        }
        ids = new long[count];
        bits = new byte[count];
        longitudes = new int[count];
        latitudes = new int[count];
        int last = -1;
        for (int i = 0; i < uses.length; i++) {
            if (i == 0 || uses[i] != uses[i - 1]) {
                ids[++last] = uses[i];
            } else {
                bits[last] |= SHARED;
            }
        }
        long range = count == 0 ? 0 : ids[count - 1] - ids[0];
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(range) - (33 - Integer.numberOfLeadingZeros(count)));
        buckets = buckets(count == 0 ? 0 : (int) (range >>> shift));
    }

    /** Where ids with the same leading bits begin. */
    private int[] buckets(int lastBucket) {
        int[] starts = new int[lastBucket + 2];
        for (long id : ids) {
            starts[(int) ((id - ids[0]) >>> shift) + 1]++;
        }
        for (int b = 0; b <= lastBucket; b++) {
            starts[b + 1] += starts[b];
        }
        return starts;
    }

    int size() {
        return ids.length;
    }

    long id(int node) {
        return ids[node];
    }

    /** Index of a node; negative if no road uses it. */
    int find(long id) {
        if (ids.length == 0 || id < ids[0] || id > ids[ids.length - 1]) {
            return -1;
        }
        int bucket = (int) ((id - ids[0]) >>> shift);
        return Arrays.binarySearch(ids, buckets[bucket], buckets[bucket + 1], id);
    }

    void place(int node, int longitudeE7, int latitudeE7, Area area) {
        longitudes[node] = longitudeE7;
        latitudes[node] = latitudeE7;
        boolean inside = area.contains(longitudeE7 / 1e7, latitudeE7 / 1e7);
        bits[node] |= inside ? (byte) (KNOWN | INSIDE) : KNOWN;
    }

    /** The smallest box around the nodes that are known; empty if there is none, or all lie on a line. */
    Optional<Area.Box> findBox() {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (int node = 0; node < ids.length; node++) {
            if (isKnown(node)) {
                west = Math.min(west, longitudes[node]);
                east = Math.max(east, longitudes[node]);
                south = Math.min(south, latitudes[node]);
                north = Math.max(north, latitudes[node]);
            }
        }
        return west < east && south < north
                ? Optional.of(new Area.Box(west / 1e7, south / 1e7, east / 1e7, north / 1e7))
                : Optional.empty();
    }

    void gate(int node) {
        bits[node] |= GATE;
    }

    void block(int node) {
        bits[node] |= BLOCKED;
    }

    /** Says that water runs over the road. */
    void ford(int node) {
        bits[node] |= FORD;
    }

    /** Says that not every vehicle fits through. */
    void narrow(int node) {
        bits[node] |= SIZE_LIMIT;
    }

    /** What is true of roads that lead over a node, as bits of {@link RoadFlag}. */
    int flags(int node) {
        byte known = bits[node];
        return ((known & FORD) != 0 ? RoadFlag.FORD.bit() : 0)
                | ((known & SIZE_LIMIT) != 0 ? RoadFlag.SIZE_LIMIT.bit() : 0);
    }

    int longitudeE7(int node) {
        return longitudes[node];
    }

    int latitudeE7(int node) {
        return latitudes[node];
    }

    boolean isKnown(int node) {
        return (bits[node] & KNOWN) != 0;
    }

    boolean isInside(int node) {
        return (bits[node] & INSIDE) != 0;
    }

    boolean isGate(int node) {
        return (bits[node] & GATE) != 0;
    }

    boolean isBlocked(int node) {
        return (bits[node] & BLOCKED) != 0;
    }

    /** True if a road may not simply pass: another one meets it here, it ends, or something stands in its way. */
    boolean isStop(int node) {
        return (bits[node] & (SHARED | GATE | BLOCKED)) != 0;
    }

    /** Metres between two nodes on a sphere of the earth's mean radius. */
    double metres(int a, int b) {
        double latitudeA = Math.toRadians(latitudes[a] / 1e7);
        double latitudeB = Math.toRadians(latitudes[b] / 1e7);
        double north = Math.sin((latitudeB - latitudeA) / 2);
        double east = Math.sin(Math.toRadians((longitudes[b] - (long) longitudes[a]) / 1e7) / 2);
        double half = north * north + Math.cos(latitudeA) * Math.cos(latitudeB) * east * east;
        return 2 * 6_371_008.8 * arcSine(Math.min(1, Math.sqrt(half)));
    }

    /** To the last digit by its series as far as 60 km, for which it need not be worked out the slow way. */
    private static double arcSine(double sine) {
        double square = sine * sine;
        return sine < 0.005
                ? sine * (1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (15 / 336.0))))
                : Math.asin(sine);
    }
}
