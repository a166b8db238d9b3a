package org.safeconduct.flow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Profile.Piece;

/** A profile made quick to ask: capacity by step, and one bit for each step in which it is not zero. Built once for all arcs that vary alike. */
final class Timetable {
    private final int[] from;
    private final Rate[] rates;
    private final int horizon;
    private long @Nullable [] open;

    Timetable(Profile profile, int horizon) {
        List<Piece> pieces = profile.pieces();
        this.from = pieces.stream().mapToInt(Piece::fromStep).toArray();
        this.rates = pieces.stream().map(Piece::rate).toArray(Rate[]::new);
        this.horizon = horizon;
    }

    int at(int step) {
        int found = Arrays.binarySearch(from, step);
        Rate rate = rates[found < 0 ? -found - 2 : found];
        return rate.isUnlimited() ? FlowProblem.UNLIMITED : rate.at(step);
    }

    /** Bit k of word k / 64 tells whether anything may enter in step k. */
    long[] open() {
        long[] bits = open;
        if (bits == null) {
            bits = new long[Bits.words(horizon)];
            for (int piece = 0; piece < from.length && from[piece] <= horizon; piece++) {
                int end = piece + 1 < from.length ? Math.min(from[piece + 1], horizon + 1) : horizon + 1;
                setOpen(bits, rates[piece], from[piece], end);
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
