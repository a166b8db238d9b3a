package org.safeconduct.road;

import java.util.Arrays;

/**
 * Strongly connected components, the largest first, by Tarjan's algorithm (SIAM J. Computing 1, 1972) without recursion, so that a long road does
 * not overflow the stack.
 *
 * @param island the island of each junction
 * @param sizes junctions of each island, the largest first; of equal ones first the one with the lowest junction
 */
record Islands(int[] island, int[] sizes) {

    /** Of a graph whose arcs from j are firstArc[j] to firstArc[j + 1] - 1. */
    static Islands of(int[] firstArc, int[] head) {
        Search search = new Search(firstArc, head);
        for (int j = 0; j < search.island.length; j++) {
            if (search.number[j] == 0) {
                search.from(j);
            }
        }
        return renumbered(search.island, search.found);
    }

    private static Islands renumbered(int[] found, int count) {
        int[] size = new int[count];
        for (int island : found) {
            size[island]++;
        }
        // Largest first, then by first appearance: the rank of an island among the sorted keys.
        long[] keys = new long[count];
        int[] appearance = new int[count];
        Arrays.fill(appearance, -1);
        int seen = 0;
        for (int island : found) {
            if (appearance[island] < 0) {
                appearance[island] = seen;
                keys[seen++] = (long) -size[island] << 32 | appearance[island];
            }
        }
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] rank = new int[count];
        int[] sizes = new int[count];
        for (int r = 0; r < count; r++) {
            rank[(int) sorted[r]] = r;
            sizes[r] = (int) -(sorted[r] >> 32);
        }
        int[] islands = new int[found.length];
        for (int j = 0; j < found.length; j++) {
            islands[j] = rank[appearance[found[j]]];
        }
        return new Islands(islands, sizes);
    }

    /** Depth-first search with its own stack. */
    private static final class Search {
        private final int[] firstArc;
        private final int[] head;
        private final int[] next;

        /** Order in which junctions were met, from 1; 0 if not met. */
        private final int[] number;

        /** Lowest number known to be reachable within the component. */
        private final int[] low;

        private final int[] path;
        private final int[] open;
        private final int[] island;
        private int paths;
        private int opens;
        private int met;
        private int found;

        Search(int[] firstArc, int[] head) {
            int n = firstArc.length - 1;
            this.firstArc = firstArc;
            this.head = head;
            this.next = Arrays.copyOf(firstArc, n);
            this.number = new int[n];
            this.low = new int[n];
            this.path = new int[n];
            this.open = new int[n];
            this.island = new int[n];
            Arrays.fill(island, -1);
        }

        void from(int root) {
            meet(root);
            while (paths > 0) {
                int at = path[paths - 1];
                if (next[at] < firstArc[at + 1]) {
                    look(at, head[next[at]++]);
                } else {
                    leave(at);
                }
            }
        }

        private void meet(int junction) {
            number[junction] = low[junction] = ++met;
            path[paths++] = junction;
            open[opens++] = junction;
        }

        private void look(int at, int ahead) {
            if (number[ahead] == 0) {
                meet(ahead);
            } else if (island[ahead] < 0) {
                low[at] = Math.min(low[at], number[ahead]);
            }
        }

        private void leave(int at) {
            paths--;
            if (paths > 0) {
                int before = path[paths - 1];
                low[before] = Math.min(low[before], low[at]);
            }
            if (low[at] == number[at]) {
                int member;
                do {
                    member = open[--opens];
                    island[member] = found;
                } while (member != at);
                found++;
            }
        }
    }
}
