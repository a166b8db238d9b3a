package org.safeconduct.road;

import java.util.ArrayList;
import java.util.List;

/**
 * The node numbers of all roads, one road after the other, as differences of few bytes: about 3 bytes a node instead of 8.
 *
 * <pre>
 *   road:  count ─ first id ─ difference to it ─ difference to that one ─ …      each 7 bits a byte, lowest first
 * </pre>
 */
final class NodeChains {
    private static final int CHUNK = 1 << 20;

    /** No number takes more bytes, so none need be split between chunks. */
    private static final int LONGEST = 10;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;
    private long nodes;
    private int roads;

    /** Adds the nodes of a road, without those that follow themselves. */
    void add(long[] ids) {
        int count = ids.length;
        for (int i = 1; i < ids.length; i++) {
            count -= ids[i] == ids[i - 1] ? 1 : 0;
        }
        if (count < 2) {
            throw new IllegalArgumentException("a road of " + count + " nodes");
        }
        write(count);
        long last = 0;
        for (int i = 0; i < ids.length; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                long difference = ids[i] - last;
                write(difference << 1 ^ difference >> 63);
                last = ids[i];
            }
        }
        nodes += count;
        roads++;
    }

    private void write(long value) {
        if (used + LONGEST > chunk.length) {
            chunk = new byte[CHUNK];
            chunks.add(chunk);
            used = 0;
        }
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            chunk[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        chunk[used++] = (byte) rest;
    }

    long nodes() {
        return nodes;
    }

    int roads() {
        return roads;
    }

    Reader reader() {
        return new Reader();
    }

    /** Goes through all roads in the order in which they were added. */
    final class Reader {
        private int at;
        private int position;
        private long last;

        /** Number of nodes of the next road; read them all before asking again. */
        int next() {
            last = 0;
            return (int) read();
        }

        long node() {
            long coded = read();
            last += coded >>> 1 ^ -(coded & 1);
            return last;
        }

        private long read() {
            if (position + LONGEST > CHUNK) {
                at++;
                position = 0;
            }
            byte[] from = chunks.get(at);
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = from[position++];
                value |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }
    }
}
