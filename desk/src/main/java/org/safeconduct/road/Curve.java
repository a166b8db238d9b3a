package org.safeconduct.road;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Hilbert's curve: puts points of a plane into one row in which neighbours mostly stay near each other. */
final class Curve {
    private static final int BITS = 16;

    private Curve() {}

    /** How far along the curve a cell lies; both coordinates from 0 to 2¹⁶ - 1. */
    static long position(int column, int row) {
        long position = 0;
        int x = column;
        int y = row;
        for (int side = 1 << (BITS - 1); side > 0; side >>= 1) {
            int right = (x & side) != 0 ? 1 : 0;
            int up = (y & side) != 0 ? 1 : 0;
            position = position << 2 | ((3L * right) ^ up);
            if (up == 0) {
                if (right == 1) {
                    x = ~x;
                    y = ~y;
                }
                int swapped = x;
                x = y;
                y = swapped;
            }
        }
        return position;
    }

    /** The points 0 to {@code count} - 1 in the order of the curve over the box around them; equal cells in their own order. */
    static int[] order(int count, IntUnaryOperator longitude, IntUnaryOperator latitude) {
        Span across = Span.of(count, longitude);
        Span up = Span.of(count, latitude);
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = position(across.cell(longitude.applyAsInt(i)), up.cell(latitude.applyAsInt(i))) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (keys[i] & Integer.MAX_VALUE);
        }
        return order;
    }

    /** The range of a coordinate, in cells. */
    private record Span(long least, long most) {
        static Span of(int count, IntUnaryOperator coordinate) {
            long least = Integer.MAX_VALUE;
            long most = Integer.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                least = Math.min(least, coordinate.applyAsInt(i));
                most = Math.max(most, coordinate.applyAsInt(i));
            }
            return new Span(least, Math.max(most, least));
        }

        int cell(int value) {
            return (int) ((value - least) * ((1 << BITS) - 1) / Math.max(1, most - least));
        }
    }
}
