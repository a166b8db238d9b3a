package org.safeconduct.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.Profile.Piece;

/** A profile made quick to ask: capacity by step, and one bit for each step in which it is not zero. Built once for each arc that varies. */
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
        int piece = from.length - 1;
        while (from[piece] > step) {
            piece--;
        }
        Rate rate = rates[piece];
        return rate.isUnlimited() ? FlowProblem.UNLIMITED : rate.at(step);
    }

    /** Bit k of word k / 64 tells whether anything may enter in step k. */
    long[] open() {
        long[] bits = open;
        if (bits == null) {
            bits = new long[Bits.words(horizon)];
            for (int step = 0; step <= horizon; step++) {
                if (at(step) > 0) {
                    bits[step >> 6] |= 1L << step;
                }
            }
            open = bits;
        }
        return bits;
    }
}
