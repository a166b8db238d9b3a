package org.safeconduct.flow;

import java.util.Arrays;

/**
 * What the search knows of each useful state (inner node, step), in a short: whether it is dead, visited by the search under way, or about how many
 * moves away a source is. Lies in pages of 64 steps of one node, made when the search first comes there, from what the last wave reached; a page without a state that
 * is alive is given back.
 *
 * <pre>
 *   page[words.at(node, step / 64)] ──► address of the page's first label, or the last record of a wave, or nothing, or all dead
 *   address + step mod 64           ──► label
 * </pre>
 */
final class StateLabels {
    /** No label yet. */
    static final int NONE = 0;

    /** No source with stock can reach the state, now or ever. */
    static final int DEAD = Short.MIN_VALUE;

    /** The address where no label is, because all states around are dead. */
    static final int NOWHERE = -1;

    /** The highest label. */
    static final int MOST = Short.MAX_VALUE - 1;

    private static final int UNTOUCHED = -2;
    private static final int FIRST_RECORD = -3;
    private static final short VISITED_WITHOUT_LABEL = Short.MIN_VALUE + 1;
    private static final int PAGE = 64;
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final Network network;
    private final StateWords words;
    private final int[] page;
    private final long[] dead;
    private short[][] chunks = new short[4][];
    private int chunksMade;
    private int made;
    private final IntList free = new IntList();
    private final RoundLog rounds = new RoundLog();
    private short unreached = NONE;
    private int waveEnd = -1;

    StateLabels(Network network) {
        this.network = network;
        this.words = network.words;
        this.page = new int[words.size()];
        this.dead = new long[page.length];
        Arrays.fill(page, UNTOUCHED);
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                dead[at] = ~words.useful(node, words.word(node, at), network.horizon);
            }
        }
    }

    /** Where the label of a useful state lies, made if need be; {@link #NOWHERE} if the state is dead and all around it. */
    int address(int node, int step) {
        int at = words.at(node, step >> 6);
        int start = page[at];
        if (start < 0) {
            if (start == NOWHERE) {
                return NOWHERE;
            }
            start = make(node, at);
        }
        return start | (step & (PAGE - 1));
    }

    private int make(int node, int at) {
        int start;
        if (free.size() > 0) {
            start = free.removeLast();
        } else {
            start = made;
            made = Math.addExact(made, PAGE);
            if (start >> CHUNK_BITS == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunks.length);
            }
            if (start >> CHUNK_BITS == chunksMade) {
                chunks[chunksMade++] = new short[CHUNK];
            }
        }
        short[] chunk = chunks[start >> CHUNK_BITS];
        int base = start & (CHUNK - 1);
        Arrays.fill(chunk, base, base + PAGE, (short) NONE);
        write(start, words.useful(node, words.word(node, at), waveEnd), unreached);
        if (page[at] <= FIRST_RECORD) {
            rounds.write(FIRST_RECORD - page[at], chunk, base);
        }
        page[at] = start;
        write(start, dead[at], (short) DEAD);
        return start;
    }

    /** The label at an address: negative if dead or visited, {@link #NONE} if there is none, else moves from a source. */
    int get(int address) {
        return chunks[address >> CHUNK_BITS][address & (CHUNK - 1)];
    }

    /** Marks the state at an address, whose label this is, as visited. */
    void visit(int address, int label) {
        chunks[address >> CHUNK_BITS][address & (CHUNK - 1)] = label == NONE ? VISITED_WITHOUT_LABEL : (short) -label;
    }

    /** Makes a visited state as it was before. */
    void unvisit(int address) {
        short[] chunk = chunks[address >> CHUNK_BITS];
        short label = chunk[address & (CHUNK - 1)];
        chunk[address & (CHUNK - 1)] = label == VISITED_WITHOUT_LABEL ? NONE : (short) -label;
    }

    void raise(int address, int label) {
        short[] chunk = chunks[address >> CHUNK_BITS];
        int index = address & (CHUNK - 1);
        chunk[index] = (short) Math.max(chunk[index], Math.min(label, MOST));
    }

    /** Marks states of a node as dead: those whose bits are set in a word of time. */
    void kill(int node, int word, long bits) {
        int at = words.at(node, word);
        dead[at] |= bits;
        int start = page[at];
        if (dead[at] == -1L) {
            page[at] = NOWHERE;
            if (start >= 0) {
                free.add(start);
            }
        } else if (start >= 0) {
            write(start, bits, (short) DEAD);
        }
    }

    /** Notes that a wave reached the steps of a word, given by where it lies, in a round: their labels from now on. There was no other label since all were forgotten. */
    void reach(int at, long bits, int round) {
        int last = page[at] <= FIRST_RECORD ? FIRST_RECORD - page[at] : RoundLog.NONE;
        page[at] = FIRST_RECORD - rounds.add(bits, round, last);
    }

    /** Gives a label to all states that the wave was to look at, for ends by step {@code last}, and did not reach. */
    void labelUnreached(int label, int last) {
        unreached = (short) Math.min(label, MOST);
        waveEnd = last;
    }

    private void write(int start, long bits, short value) {
        short[] chunk = chunks[start >> CHUNK_BITS];
        int base = start & (CHUNK - 1);
        if (bits == -1L) {
            Arrays.fill(chunk, base, base + PAGE, value);
            return;
        }
        for (long left = bits; left != 0; left &= left - 1) {
            chunk[base + Long.numberOfTrailingZeros(left)] = value;
        }
    }

    /** The steps of a word of a node, given by where it lies, that are dead or of no use. */
    long dead(int at) {
        return dead[at];
    }

    /** Makes all states as if they had never been seen. */
    void revive() {
        for (int node = 0; node < network.nodes; node++) {
            for (int at = words.start(node); at < words.end(node); at++) {
                dead[at] = ~words.useful(node, words.word(node, at), network.horizon);
            }
        }
        forget();
    }

    /** Gives all memory back that depends on what was seen. Nothing may be asked or told any more. */
    void release() {
        chunks = new short[0][];
        rounds.release();
    }

    /** Makes all states as if they had never been seen, but the dead. */
    void forget() {
        for (int at = 0; at < page.length; at++) {
            page[at] = dead[at] == -1L ? NOWHERE : UNTOUCHED;
        }
        free.clear();
        rounds.clear();
        made = 0;
        waveEnd = -1;
    }
}
