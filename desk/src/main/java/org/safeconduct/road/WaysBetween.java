package org.safeconduct.road;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the arcs that can matter to those who drive from some junctions to others; the rest are dead ends of some kind.
 *
 * <pre>
 *   BitSet arcs = WaysBetween.arcs(roads, sources, sinks);
 *
 *   source ══╦═════════╦══ sink          ═  kept
 *            ║         ║
 *            ╚════╤════╝                 ─  left out: who drives in must come back through the same junction,
 *                 ├──┐                      or cannot go on to a sink
 *                 └──┘
 * </pre>
 *
 * <p><b>What is exact.</b> An arc that lies on a way from a source to a sink which passes no junction twice is always kept. So the quickest
 * drives stay, and so does every flow over time in which vehicles may wait at junctions: a tour that comes back to a junction can be replaced by
 * waiting there. On a network without one-way roads nothing else is kept but what lies on such a way between two terminals, sources or sinks. With one-way
 * roads some arcs may be kept that lie on none: to find just those is as hard as two disjoint paths, which is NP-complete.
 *
 * <p><b>What is not.</b> Room to queue on what is left out; and turning round within an arc, which {@link Roads} rules out anyway.
 *
 * <p>Works on blocks of the network without directions: a root joined to all terminals is added, and what shares a block (a part that no single
 * junction cuts apart) with it lies on a ring through the root, that is, on a way between two terminals. Then ends that cannot be reached, or lead on to no
 * sink, go. Linear in the size of the network.
 */
public final class WaysBetween {
    private final Roads roads;

    /** Lines that meet at a junction: {@code incident[k]} for {@code first[j]} ≤ k &lt; {@code first[j + 1]}, each by one of its arcs. */
    private final int[] first;

    private final int[] incident;

    /** Order in which junctions were met, from 2; the root is 1; 0 if not met. */
    private final int[] number;

    /** Lowest number that can be reached without the way one came. */
    private final int[] low;

    private final BitSet terminals;
    private final BitSet kept = new BitSet();

    private WaysBetween(Roads roads, BitSet terminals) {
        this.roads = roads;
        this.terminals = terminals;
        int n = roads.junctions();
        this.first = new int[n + 1];
        this.number = new int[n];
        this.low = new int[n];
        for (int arc = 0; arc < roads.arcs(); arc++) {
            if (isFirstOfLine(arc)) {
                first[roads.tail(arc)]++;
                first[roads.head(arc)]++;
            }
        }
        int sum = 0;
        for (int j = 0; j <= n; j++) {
            sum += first[j];
            first[j] = sum;
        }
        this.incident = new int[sum];
        for (int arc = roads.arcs() - 1; arc >= 0; arc--) {
            if (isFirstOfLine(arc)) {
                incident[--first[roads.tail(arc)]] = arc;
                incident[--first[roads.head(arc)]] = arc;
            }
        }
    }

    /** True for one arc of each line that does not end where it begins. */
    private boolean isFirstOfLine(int arc) {
        int reverse = roads.reverse(arc);
        return (reverse < 0 || arc < reverse) && roads.tail(arc) != roads.head(arc);
    }

    /**
     * Arcs on which one may drive from a source to a sink; see above.
     *
     * @param sources junctions where drives begin
     * @param sinks junctions where they end
     * @return a new set of arcs
     */
    public static BitSet arcs(Roads roads, BitSet sources, BitSet sinks) {
        BitSet terminals = (BitSet) sources.clone();
        terminals.or(sinks);
        WaysBetween search = new WaysBetween(roads, terminals);
        search.blocks();
        BitSet arcs = search.kept;
        BitSet reached = search.reached(arcs, sources, true);
        BitSet leading = search.reached(arcs, sinks, false);
        for (int arc = arcs.nextSetBit(0); arc >= 0; arc = arcs.nextSetBit(arc + 1)) {
            if (!reached.get(roads.tail(arc)) || !leading.get(roads.head(arc))) {
                arcs.clear(arc);
            }
        }
        return arcs;
    }

    // --------------------------------------------------------------------- blocks

    /** Where the search stands: junctions and the arcs by which they were met, and arcs that belong to no block yet. */
    private static final class Stacks {
        private final int[] path;
        private final int[] cameBy;
        private final int[] next;
        private final IntList open = new IntList();
        private int depth;
        private int met = 1;

        Stacks(int[] first, int junctions) {
            this.path = new int[junctions];
            this.cameBy = new int[junctions];
            this.next = Arrays.copyOf(first, junctions);
        }
    }

    /** Keeps all arcs that share a block with the root, from which the search sets out. */
    private void blocks() {
        Stacks stacks = new Stacks(first, number.length);
        for (int terminal = terminals.nextSetBit(0); terminal >= 0; terminal = terminals.nextSetBit(terminal + 1)) {
            if (number[terminal] == 0) {
                meet(terminal, -1, stacks);
                while (stacks.depth > 0) {
                    step(stacks);
                }
                // What is still open shares a block with the root.
                for (int i = 0; i < stacks.open.size(); i++) {
                    keep(stacks.open.get(i));
                }
                stacks.open.truncate(0);
            }
        }
    }

    private void meet(int junction, int arc, Stacks stacks) {
        number[junction] = ++stacks.met;
        low[junction] = terminals.get(junction) ? 1 : number[junction];
        stacks.cameBy[stacks.depth] = arc;
        stacks.path[stacks.depth++] = junction;
    }

    private void step(Stacks stacks) {
        int at = stacks.path[stacks.depth - 1];
        int cameBy = stacks.cameBy[stacks.depth - 1];
        if (stacks.next[at] < first[at + 1]) {
            int arc = incident[stacks.next[at]++];
            int ahead = roads.tail(arc) == at ? roads.head(arc) : roads.tail(arc);
            if (arc == cameBy) {
                return;
            }
            if (number[ahead] == 0) {
                stacks.open.add(arc);
                meet(ahead, arc, stacks);
            } else if (number[ahead] < number[at]) {
                stacks.open.add(arc);
                low[at] = Math.min(low[at], number[ahead]);
            }
            return;
        }
        stacks.depth--;
        if (stacks.depth > 0) {
            int before = stacks.path[stacks.depth - 1];
            low[before] = Math.min(low[before], low[at]);
            if (low[at] >= number[before]) {
                // A block hangs on this one junction: drop its arcs.
                int last = stacks.open.size();
                while (stacks.open.get(--last) != cameBy) {}
                stacks.open.truncate(last);
            }
        }
    }

    private void keep(int arc) {
        kept.set(arc);
        if (roads.reverse(arc) >= 0) {
            kept.set(roads.reverse(arc));
        }
    }

    // ---------------------------------------------------------------------- reach

    /** Junctions that can be reached along arcs, or from which others can. */
    private BitSet reached(BitSet arcs, BitSet starts, boolean along) {
        BitSet reached = (BitSet) starts.clone();
        int[] stack = new int[roads.junctions()];
        int size = 0;
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            stack[size++] = start;
        }
        while (size > 0) {
            int at = stack[--size];
            for (int k = first[at]; k < first[at + 1]; k++) {
                int ahead = ahead(at, incident[k], arcs, along);
                if (ahead >= 0 && !reached.get(ahead)) {
                    reached.set(ahead);
                    stack[size++] = ahead;
                }
            }
        }
        return reached;
    }

    /** The other end of a line, if the arc that leads there (or comes from there) is in the set; else -1. */
    private int ahead(int at, int arc, BitSet arcs, boolean along) {
        int other = roads.tail(arc) == at ? roads.head(arc) : roads.tail(arc);
        int wanted = (roads.tail(arc) == at) == along ? arc : roads.reverse(arc);
        return wanted >= 0 && arcs.get(wanted) ? other : -1;
    }
}
