package org.safeconduct.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Profile.Piece;

/** A profile made quick to ask: capacity by step, and one bit for each step in which it is not zero. Built once for all arcs that vary alike. */
final class Timetable {
    private final int[] from;
    private final Rate[] rates;
    private final int horizon;
    private long @Nullable [] open;

    /** What may enter in each step, written out when first asked for, by whichever thread; where there is but one piece it is as soon worked out. */
    private volatile int @Nullable [] amounts;

    Timetable(Profile profile, int horizon) {
        List<Piece> pieces = profile.pieces();
        this.from = pieces.stream().mapToInt(Piece::fromStep).toArray();
        this.rates = pieces.stream().map(Piece::rate).toArray(Rate[]::new);
        this.horizon = horizon;
    }

    /** What may enter in a step up to the horizon. */
    int at(int step) {
        if (rates.length == 1) {
            return at(0, step);
        }
        int[] bySteps = amounts;
        if (bySteps == null) {
            bySteps = new int[horizon + 1];
            for (int piece = 0; piece < from.length; piece++) {
                for (int k = from[piece]; k < end(piece); k++) {
                    bySteps[k] = at(piece, k);
                }
            }
            amounts = bySteps;
        }
        return bySteps[step];
    }

    private int at(int piece, int step) {
        return rates[piece].isUnlimited() ? FlowProblem.UNLIMITED : rates[piece].at(step);
    }

    /** The step after the last of a piece, or after the horizon. */
    private int end(int piece) {
        return piece + 1 < from.length ? Math.min(from[piece + 1], horizon + 1) : horizon + 1;
    }

    /** Bit k of word k / 64 tells whether anything may enter in step k. */
    long[] open() {
        long[] bits = open;
        if (bits == null) {
            bits = new long[Bits.words(horizon)];
            for (int piece = 0; piece < from.length && from[piece] <= horizon; piece++) {
                setOpen(bits, rates[piece], from[piece], end(piece));
            }
            open = bits;
        }
        return bits;
    }

    private static void setOpen(long[] bits, Rate rate, int start, int end) {
        for (int step = start; rate.units() > 0 && step < end; step++) {
            if (rate.isUnlimited() || rate.at(step) > 0) {
                bits[step >> 6] |= 1L << step;
            }
        }
    }
}
