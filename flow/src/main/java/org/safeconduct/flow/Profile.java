package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A capacity that changes at known steps: windows, closures, curfews, changing rates.
 *
 * <pre>
 *   step      0 ........ 60 ......... 480 ......
 *   rate      closed     | 10 per step | closed        Profile.closed().from(60, Rate.perStep(10)).from(480, Rate.NONE)
 * </pre>
 *
 * @param pieces at least one, ordered by step, the first from step 0; each holds until the next begins
 */
public record Profile(List<Piece> pieces) {

    /**
     * One stretch of steady capacity.
     *
     * @param fromStep the first step it holds for
     * @param rate what may enter from then on
     */
    public record Piece(int fromStep, Rate rate) {}

    private static final Profile OPEN = new Profile(List.of(new Piece(0, Rate.UNLIMITED)));
    private static final Profile CLOSED = new Profile(List.of(new Piece(0, Rate.NONE)));

    public Profile {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.getFirst().fromStep() != 0) {
            throw new IllegalArgumentException("profile " + pieces + ": the first piece must hold from step 0");
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).fromStep() <= pieces.get(i - 1).fromStep()) {
                throw new IllegalArgumentException("profile " + pieces + ": steps must grow from piece to piece");
            }
        }
    }

    /** Unlimited at all times. */
    public static Profile unlimited() {
        return OPEN;
    }

    /** Closed at all times. */
    public static Profile closed() {
        return CLOSED;
    }

    /** The same rate at all times. */
    public static Profile always(Rate rate) {
        return new Profile(List.of(new Piece(0, rate)));
    }

    /** The same whole number of units in every step. */
    public static Profile always(int unitsPerStep) {
        return always(Rate.perStep(unitsPerStep));
    }

    /** This profile until {@code step}, then {@code rate} for good. */
    public Profile from(int step, Rate rate) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.fromStep() < step) {
                kept.add(piece);
            }
        }
        kept.add(new Piece(step, rate));
        return new Profile(kept);
    }

    /** Units that may enter in step {@code step}. */
    public int at(int step) {
        return rateAt(step).at(step);
    }

    /** The rate in force in step {@code step}. */
    public Rate rateAt(int step) {
        Rate rate = pieces.getFirst().rate();
        for (Piece piece : pieces) {
            if (piece.fromStep() > step) {
                break;
            }
            rate = piece.rate();
        }
        return rate;
    }

    /** Units that may enter in the steps {@code from} ≤ k &lt; {@code to}; {@link Long#MAX_VALUE} if some step has no limit. */
    public long over(int from, int to) {
        long sum = 0;
        for (int i = 0; i < pieces.size() && sum < Long.MAX_VALUE; i++) {
            int end = i + 1 < pieces.size() ? Math.min(to, pieces.get(i + 1).fromStep()) : to;
            long units = pieces.get(i).rate().over(Math.max(from, pieces.get(i).fromStep()), end);
            sum = units == Long.MAX_VALUE ? units : Math.addExact(sum, units);
        }
        return sum;
    }

    /** This profile with {@code more} in addition in the steps {@code from} ≤ k &lt; {@code to}. */
    public Profile plus(int from, int to, Rate more) {
        List<Piece> sums = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            int start = pieces.get(i).fromStep();
            int end = i + 1 < pieces.size() ? pieces.get(i + 1).fromStep() : Integer.MAX_VALUE;
            Rate rate = pieces.get(i).rate();
            addPiece(sums, start, Math.min(end, from), rate);
            addPiece(sums, Math.max(start, from), Math.min(end, to), rate.plus(more));
            addPiece(sums, Math.max(Math.max(start, to), from), end, rate);
        }
        return new Profile(sums);
    }

    private static void addPiece(List<Piece> pieces, int from, int to, Rate rate) {
        if (from < to) {
            pieces.add(new Piece(from, rate));
        }
    }

    /** True if no step has a limit. */
    public boolean isUnlimited() {
        return pieces.size() == 1 && pieces.getFirst().rate().isUnlimited();
    }
}
