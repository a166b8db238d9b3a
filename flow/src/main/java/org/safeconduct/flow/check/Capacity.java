package org.safeconduct.flow.check;

import java.util.List;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Profile.Piece;
import org.safeconduct.flow.Rate;

/**
 * Reads capacities. On purpose it calls nothing of {@link Profile} and {@link Rate} but their fields, so that an error in how the solver reads them cannot
 * hide here too.
 */
final class Capacity {

    /** The capacity of what has no limit. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private Capacity() {}

    static boolean isUnlimited(Rate rate) {
        return rate.units() == Integer.MAX_VALUE;
    }

    /** True if no step at all has a limit. */
    static boolean isUnlimited(Profile profile) {
        for (Piece piece : profile.pieces()) {
            if (!isUnlimited(piece.rate())) {
                return false;
            }
        }
        return true;
    }

    /** Units that may enter in one step. */
    static long at(Rate rate, int step) {
        return isUnlimited(rate) ? UNLIMITED : enteredBefore(rate, step + 1L) - enteredBefore(rate, step);
    }

    /** Units that may enter in the steps {@code from} to {@code to}, both included, at a rate that has a limit. */
    static long over(Rate rate, int from, int to) {
        return enteredBefore(rate, to + 1L) - enteredBefore(rate, from);
    }

    /** Units that enter in the same steps at most, whatever beat they keep: a stretch takes its share, rounded up. */
    static long overAtAnyBeat(Rate rate, int from, int to) {
        return -Math.floorDiv(-(rate.units() * (to - from + 1L)), (long) rate.perSteps());
    }

    /** Units that may enter in every step, whatever the beat. */
    static long least(Rate rate) {
        return isUnlimited(rate) ? UNLIMITED : rate.units() / rate.perSteps();
    }

    /** Index of the piece in force in a step. */
    static int pieceAt(Profile profile, int step) {
        List<Piece> pieces = profile.pieces();
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).fromStep() <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last step of a piece. */
    static int lastStep(Profile profile, int piece) {
        return piece + 1 < profile.pieces().size()
                ? profile.pieces().get(piece + 1).fromStep() - 1
                : Integer.MAX_VALUE;
    }

    private static long enteredBefore(Rate rate, long step) {
        return Math.floorDiv(rate.units() * (step + rate.ahead()), (long) rate.perSteps());
    }
}
