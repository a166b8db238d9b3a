package org.safeconduct.flow;

import java.util.Arrays;

/**
 * The streets between junctions, each a chain of arcs over bends.
 *
 * <pre>
 *   from ── onward(0) ──► bend 1 ── onward(1) ──► bend 2 ── onward(2) ──► to
 *        ◄── back(0) ───         ◄── back(1) ───         ◄── back(2) ───
 * </pre>
 *
 * An arc that is missing is {@link StreetRoles#NONE}. Immutable once found.
 */
final class StreetChains {
    static final int NEVER = CutFamily.NEVER;

    private final StreetGraph graph;
    private final StreetRoles roles;
    private final IntList links = new IntList();
    private final IntList onward = new IntList();
    private final IntList back = new IntList();
    private final IntList from = new IntList();
    private final IntList to = new IntList();

    /** The chain of each bend, and how many links it is from the chain's beginning. */
    private final int[] chainOf;

    private final int[] placeOf;

    /** Steps to the end of the chain in each direction, from the tail of each arc. */
    private final int[] onwardSteps;

    private final int[] backSteps;

    private final int[] tightestOnward;
    private final int[] tightestBack;

    StreetChains(StreetGraph graph, StreetRoles roles) {
        this.graph = graph;
        this.roles = roles;
        this.chainOf = new int[graph.nodes];
        this.placeOf = new int[graph.nodes];
        Arrays.fill(chainOf, StreetRoles.NONE);
        for (int node = 0; node < graph.nodes; node++) {
            for (int k = graph.first(node); roles.isJunction(node) && k < graph.first(node + 1); k++) {
                int next = graph.across(graph.touching(k), node);
                if (roles.isBend(next) && chainOf[next] == StreetRoles.NONE) {
                    follow(node, next);
                }
            }
        }
        links.add(onward.size());
        this.onwardSteps = new int[onward.size()];
        this.backSteps = new int[onward.size()];
        for (int chain = 0; chain < size(); chain++) {
            addUp(links.get(chain), links.get(chain + 1));
        }
        this.tightestOnward = new int[size()];
        this.tightestBack = new int[size()];
        Arrays.setAll(tightestOnward, chain -> leads(chain, true) ? findTightest(chain, true) : 0);
        Arrays.setAll(tightestBack, chain -> leads(chain, false) ? findTightest(chain, false) : 0);
    }

    private void addUp(int first, int end) {
        int steps = 0;
        for (int link = end - 1; link >= first; link--) {
            steps = more(steps, onward.get(link));
            onwardSteps[link] = steps;
        }
        steps = 0;
        for (int link = first; link < end; link++) {
            steps = more(steps, back.get(link));
            backSteps[link] = steps;
        }
    }

    private int more(int steps, int arc) {
        return arc == StreetRoles.NONE ? NEVER : (int) Math.min(NEVER, (long) steps + graph.transit[arc]);
    }

    private void follow(int junction, int firstBend) {
        int chain = from.size();
        from.add(junction);
        links.add(onward.size());
        int before = junction;
        int node = firstBend;
        for (int place = 1; roles.isBend(node); place++) {
            addLink(before, node);
            chainOf[node] = chain;
            placeOf[node] = place;
            int next = roles.beyond(node, before);
            before = node;
            node = next;
        }
        addLink(before, node);
        to.add(node);
    }

    private void addLink(int before, int node) {
        onward.add(roles.arc(before, node));
        back.add(roles.arc(node, before));
    }

    int size() {
        return from.size();
    }

    int from(int chain) {
        return from.get(chain);
    }

    int to(int chain) {
        return to.get(chain);
    }

    /** How many arcs lie in a row in a chain. */
    int length(int chain) {
        return links.get(chain + 1) - links.get(chain);
    }

    /** An arc of a chain in the order of travel: the first is number 0 in both directions. */
    int arc(int chain, boolean isOnward, int number) {
        int first = links.get(chain);
        return isOnward ? onward.get(first + number) : back.get(first + length(chain) - 1 - number);
    }

    /** The chain of a bend; {@link StreetRoles#NONE} if no junction leads to it. */
    int chainOf(int bend) {
        return chainOf[bend];
    }

    /** How many arcs of its chain lie before a bend in the order of travel. */
    int before(int bend, boolean isOnward) {
        return isOnward ? placeOf[bend] : length(chainOf[bend]) - placeOf[bend];
    }

    /** True if a chain leads from one junction to another in a direction without a gap. */
    boolean leads(int chain, boolean isOnward) {
        return from(chain) != to(chain) && steps(chain, isOnward, 0) != NEVER;
    }

    /** Steps to the end of a chain from the tail of one of its arcs; {@link #NEVER} if an arc is missing. */
    int steps(int chain, boolean isOnward, int number) {
        return isOnward ? onwardSteps[links.get(chain) + number] : backSteps[links.get(chain + 1) - 1 - number];
    }

    /** The number of the arc with the least capacity, the first of several, in a chain that leads in this direction. */
    int tightest(int chain, boolean isOnward) {
        return isOnward ? tightestOnward[chain] : tightestBack[chain];
    }

    private int findTightest(int chain, boolean isOnward) {
        int least = 0;
        for (int i = 1; i < length(chain); i++) {
            if (graph.capacity[arc(chain, isOnward, i)] < graph.capacity[arc(chain, isOnward, least)]) {
                least = i;
            }
        }
        return least;
    }
}
