package org.safeconduct.flow;

/**
 * Where each inner node's useful steps lie when they are laid out in words of 64 for all nodes one after the other: only words in which a unit can be there and still end in
 * time. Word w holds the steps 64 w … 64 w + 63. What is asked together lies together. Immutable.
 */
final class StateWords {
    /** Steps of a word. */
    static final int STEPS = 64;

    private static final int EARLIEST = 0;
    private static final int BASE = 1;
    private static final int START = 2;
    private static final int END = 3;
    private static final int FIELDS = 4;

    private final int[] fields;
    private final int[] remaining;
    private final int size;

    StateWords(Network network) {
        this.remaining = network.remaining;
        this.fields = new int[Math.multiplyExact(FIELDS, network.nodes)];
        long words = 0;
        for (int node = 0; node < network.nodes; node++) {
            int first = network.earliest[node] >> 6;
            fields[FIELDS * node + EARLIEST] = network.earliest[node];
            fields[FIELDS * node + BASE] = (int) words - first;
            fields[FIELDS * node + START] = (int) words;
            words += network.isUseful(node) ? (network.latest(node) >> 6) - first + 1 : 0;
            fields[FIELDS * node + END] = Math.toIntExact(words);
        }
        this.size = (int) words;
    }

    /** All words of all nodes. */
    int size() {
        return size;
    }

    /** First step in which a unit can be at a node. */
    int earliest(int node) {
        return fields[FIELDS * node + EARLIEST];
    }

    /** Where a word of a node lies; it is one of the node's if that is from its start on and before its end. */
    int at(int node, int word) {
        return fields[FIELDS * node + BASE] + word;
    }

    /** Where the words of a node begin. */
    int start(int node) {
        return fields[FIELDS * node + START];
    }

    /** Where the words of a node end: the first place after them. */
    int end(int node) {
        return fields[FIELDS * node + END];
    }

    /** The word that lies at a place within a node's words. */
    int word(int node, int at) {
        return at - fields[FIELDS * node + BASE];
    }

    /** The steps of a word in which a unit can be at a node and end by step {@code last}. */
    long useful(int node, int word, int last) {
        return Bits.range(word, earliest(node), last - remaining[node]);
    }
}
