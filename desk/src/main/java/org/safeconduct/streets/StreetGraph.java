package org.safeconduct.streets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Streets as a graph that gets smaller: what no way between two terminals needs is left out, what only continues is joined.
 *
 * <p>Nodes are numbers, terminals among them. Not thread-safe.
 */
final class StreetGraph {
    private final List<List<Piece>> at = new ArrayList<>();
    private final BitSet terminals;

    /**
     * A graph of pieces.
     *
     * @param nodes how many nodes there are
     * @param terminals the nodes that stay, whatever they are joined to
     */
    StreetGraph(int nodes, List<Piece> pieces, BitSet terminals) {
        this.terminals = terminals;
        for (int i = 0; i < nodes; i++) {
            at.add(new ArrayList<>(4));
        }
        pieces.forEach(this::add);
    }

    private void add(Piece piece) {
        if (piece.from() != piece.to()) { // a loop leads nowhere
            at.get(piece.from()).add(piece);
            at.get(piece.to()).add(piece);
        }
    }

    @SuppressWarnings("ReferenceEquality") // two streets may be alike
    private void remove(Piece piece) {
        at.get(piece.from()).removeIf(other -> other == piece);
        at.get(piece.to()).removeIf(other -> other == piece);
    }

    /** What is left, each once, by its first node. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int node = 0; node < at.size(); node++) {
            for (Piece piece : at.get(node)) {
                if (piece.from() == node) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }

    /** Leaves out what cannot be reached from any terminal, or from which none can be reached. */
    void keepBetweenTerminals() {
        BitSet reached = walk(true);
        BitSet leading = walk(false);
        for (Piece piece : pieces()) {
            boolean forth = reached.get(piece.from()) && leading.get(piece.to());
            boolean back = piece.bothWays() && reached.get(piece.to()) && leading.get(piece.from());
            if (!forth && !back) {
                remove(piece);
            }
        }
    }

    private BitSet walk(boolean along) {
        BitSet seen = (BitSet) terminals.clone();
        Deque<Integer> open = new ArrayDeque<>();
        terminals.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int node = open.remove();
            for (Piece piece : at.get(node)) {
                boolean starts = piece.from() == node;
                int next = starts ? piece.to() : piece.from();
                if ((piece.bothWays() || starts == along) && !seen.get(next)) {
                    seen.set(next);
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /** Leaves out trees of streets at whose ends there is no terminal, again and again until none is left. */
    void dropDeadEnds() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int node = 0; node < at.size(); node++) {
            open.add(node);
        }
        while (!open.isEmpty()) {
            int node = open.remove();
            if (!terminals.get(node) && isDeadEnd(node)) {
                for (Piece piece : List.copyOf(at.get(node))) {
                    remove(piece);
                    open.add(other(piece, node));
                }
            }
        }
    }

    /** True if every street at the node leads to one and the same other node, or none is left, or all lead in, or all lead out. */
    private boolean isDeadEnd(int node) {
        List<Piece> here = at.get(node);
        boolean oneNeighbour =
                here.stream().mapToInt(piece -> other(piece, node)).distinct().count() <= 1;
        boolean leaves = here.stream().anyMatch(piece -> piece.bothWays() || piece.from() == node);
        boolean enters = here.stream().anyMatch(piece -> piece.bothWays() || piece.to() == node);
        return !here.isEmpty() && (oneNeighbour || !leaves || !enters);
    }

    private static int other(Piece piece, int node) {
        return piece.from() == node ? piece.to() : piece.from();
    }

    /** Joins two streets wherever they meet alone and only continue one another. */
    void joinChains() {
        for (int node = 0; node < at.size(); node++) {
            while (!terminals.get(node) && at.get(node).size() == 2 && joined(node)) {
                // joined: the node is bare now
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // two streets may be alike
    private boolean joined(int node) {
        List<Piece> two = List.copyOf(at.get(node));
        Piece one = two.getFirst();
        Piece other = two.getLast();
        if (!one.isLike(other) || other(one, node) == other(other, node)) {
            return false;
        }
        Piece into = one.to() == node ? one : other;
        Piece onward = into == one ? other : one;
        if (one.bothWays()) {
            into = one.to() == node ? one : one.turned();
            onward = other.from() == node ? other : other.turned();
        } else if (into.to() != node || onward.from() != node) {
            return false; // both lead in, or both lead out
        }
        remove(one);
        remove(other);
        add(into.and(onward));
        return true;
    }
}
