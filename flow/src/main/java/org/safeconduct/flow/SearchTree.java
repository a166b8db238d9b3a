package org.safeconduct.flow;

import java.util.Arrays;

/**
 * States a search has reached, each with the state it leads on to, and which to look at next: the one with the least bound on the whole way,
 * among equals the last added. Used again from search to search.
 */
final class SearchTree {
    private static final int STEP = 1;
    private static final int NEXT = 2;
    private static final int MOVE = 3;
    private static final int DISTANCE = 4;
    private static final int LINK = 5;
    private static final int ADDRESS = 6;
    private static final int FIELDS = 8;
    private static final int LOOKED_AT = -2;
    private static final int NOTHING = -1;

    private int[] fields = new int[FIELDS << 8];
    private int size;
    private int[] bucket = new int[1 << 8];
    private int least;
    private int lowest;
    private int highest;

    SearchTree() {
        Arrays.fill(bucket, NOTHING);
        least = Integer.MAX_VALUE;
        lowest = Integer.MAX_VALUE;
        highest = -1;
    }

    void clear() {
        if (lowest <= highest) {
            Arrays.fill(bucket, lowest, highest + 1, NOTHING);
        }
        size = 0;
        least = Integer.MAX_VALUE;
        lowest = Integer.MAX_VALUE;
        highest = -1;
    }

    int size() {
        return size;
    }

    int node(int entry) {
        return fields[entry * FIELDS];
    }

    int step(int entry) {
        return fields[entry * FIELDS + STEP];
    }

    /** The entry that this one leads on to; negative for the root. */
    int next(int entry) {
        return fields[entry * FIELDS + NEXT];
    }

    int move(int entry) {
        return fields[entry * FIELDS + MOVE];
    }

    int distance(int entry) {
        return fields[entry * FIELDS + DISTANCE];
    }

    /** Where the label of an entry's state lies. */
    int address(int entry) {
        return fields[entry * FIELDS + ADDRESS];
    }

    boolean isLookedAt(int entry) {
        return fields[entry * FIELDS + LINK] == LOOKED_AT;
    }

    void addRoot(int node, int step, int address, int bound) {
        add(node, step, address, NOTHING, 0);
        file(0, 0, bound);
    }

    /** Adds a state from which {@code move} leads on to the state of {@code next}. */
    void add(int node, int step, int address, int next, int move) {
        int at = size * FIELDS;
        if (at + FIELDS > fields.length) {
            fields = Arrays.copyOf(fields, fields.length * 2);
        }
        fields[at] = node;
        fields[at + STEP] = step;
        fields[at + NEXT] = next;
        fields[at + MOVE] = move;
        fields[at + ADDRESS] = address;
        size++;
    }

    /** Puts an entry in line, by its distance from the root and some bound on the whole way. */
    void file(int entry, int distance, int whole) {
        if (whole >= bucket.length) {
            int filled = bucket.length;
            bucket = Arrays.copyOf(bucket, Math.max(2 * filled, whole + 1));
            Arrays.fill(bucket, filled, bucket.length, NOTHING);
        }
        fields[entry * FIELDS + DISTANCE] = distance;
        fields[entry * FIELDS + LINK] = bucket[whole];
        bucket[whole] = entry;
        least = Math.min(least, whole);
        lowest = Math.min(lowest, whole);
        highest = Math.max(highest, whole);
    }

    /** The next entry to look at; negative if none is left. */
    int poll() {
        while (least <= highest) {
            int entry = bucket[least];
            if (entry != NOTHING) {
                bucket[least] = fields[entry * FIELDS + LINK];
                fields[entry * FIELDS + LINK] = LOOKED_AT;
                return entry;
            }
            least++;
        }
        return NOTHING;
    }

    /** The path from an entry to one that it leads on to, with steps counted from that one's. */
    Path path(int source, int from, int to) {
        int length = 0;
        for (int e = from; e != to; e = next(e)) {
            length++;
        }
        int[] moves = new int[length];
        int[] offsets = new int[length + 1];
        int e = from;
        for (int i = 0; i < length; i++) {
            moves[i] = move(e);
            offsets[i] = step(e) - step(to);
            e = next(e);
        }
        return new Path(source, moves, offsets);
    }
}
