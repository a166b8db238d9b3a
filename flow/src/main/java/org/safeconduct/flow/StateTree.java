package org.safeconduct.flow;

import java.util.Arrays;

/** States a search has come to, each with the entry it was come to from; the one with the least estimate of the whole way is looked at next, among equals the last added. */
final class StateTree {
    private static final int NODE = 0;
    private static final int STEP = 1;
    private static final int FROM = 2;
    private static final int MOVE = 3;
    private static final int DISTANCE = 4;
    private static final int LINK = 5;
    private static final int FIELDS = 6;
    private static final int NOTHING = -1;
    private static final int LOOKED_AT = -2;

    private int[] fields = new int[FIELDS << 8];
    private int size;
    private int[] bucket = new int[1 << 8];
    private int least;
    private int highest;

    StateTree() {
        Arrays.fill(bucket, NOTHING);
        clear();
    }

    void clear() {
        Arrays.fill(bucket, 0, highest + 1, NOTHING);
        size = 0;
        least = Integer.MAX_VALUE;
        highest = -1;
    }

    int size() {
        return size;
    }

    int node(int entry) {
        return fields[entry * FIELDS + NODE];
    }

    int step(int entry) {
        return fields[entry * FIELDS + STEP];
    }

    /** The entry this one was come to from; negative for the first. */
    int from(int entry) {
        return fields[entry * FIELDS + FROM];
    }

    int move(int entry) {
        return fields[entry * FIELDS + MOVE];
    }

    int distance(int entry) {
        return fields[entry * FIELDS + DISTANCE];
    }

    /** Adds a state; returns its entry, which {@link #file} puts in line. */
    int add(int node, int step, int from, int move) {
        int at = size * FIELDS;
        if (at + FIELDS > fields.length) {
            fields = Arrays.copyOf(fields, fields.length * 2);
        }
        fields[at + NODE] = node;
        fields[at + STEP] = step;
        fields[at + FROM] = from;
        fields[at + MOVE] = move;
        return size++;
    }

    boolean isLookedAt(int entry) {
        return fields[entry * FIELDS + LINK] == LOOKED_AT;
    }

    /** Puts an entry in line by its distance in steps from the first; a move from a source's stock or back to it counts as one. */
    void fileAfter(int entry, int nodes, int ahead) {
        int from = from(entry);
        boolean isStock = node(entry) >= nodes || node(from) >= nodes;
        file(entry, distance(from) + (isStock ? 1 : Math.abs(step(entry) - step(from))), ahead);
    }

    /** The entries from the first to one. */
    int[] entriesTo(int last) {
        int length = 1;
        for (int entry = last; from(entry) >= 0; entry = from(entry)) {
            length++;
        }
        int[] entries = new int[length];
        for (int entry = last, i = length - 1; i >= 0; entry = from(entry), i--) {
            entries[i] = entry;
        }
        return entries;
    }

    /** Puts an entry in line by its distance from the first and an estimate of what is still ahead. */
    void file(int entry, int distance, int ahead) {
        int whole = distance + ahead;
        if (whole >= bucket.length) {
            int filled = bucket.length;
            bucket = Arrays.copyOf(bucket, Math.max(2 * filled, whole + 1));
            Arrays.fill(bucket, filled, bucket.length, NOTHING);
        }
        fields[entry * FIELDS + DISTANCE] = distance;
        fields[entry * FIELDS + LINK] = bucket[whole];
        bucket[whole] = entry;
        least = Math.min(least, whole);
        highest = Math.max(highest, whole);
    }

    /** The next entry to look at; negative if none is left. */
    int poll() {
        for (; least <= highest; least++) {
            int entry = bucket[least];
            if (entry != NOTHING) {
                bucket[least] = fields[entry * FIELDS + LINK];
                fields[entry * FIELDS + LINK] = LOOKED_AT;
                return entry;
            }
        }
        return NOTHING;
    }
}
