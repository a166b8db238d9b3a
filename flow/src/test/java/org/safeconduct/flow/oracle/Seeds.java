package org.safeconduct.flow.oracle;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a test for many seeds. A failure names its seed; {@code -Dseed=N} runs that one alone.
 */
public final class Seeds {

    /** Random problems in the fast tier. */
    public static final int FAST = 150;

    /** Random problems in the thorough tier. */
    public static final int THOROUGH = 1_500;

    private Seeds() {}

    public static void each(int count, Consumer<Random> test) {
        String only = System.getProperty("seed", "");
        if (!only.isEmpty()) {
            test.accept(random(Long.parseLong(only)));
            return;
        }
        for (long seed = 0; seed < count; seed++) {
            try {
                test.accept(random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "seed " + seed + " (repeat with -Dseed=" + seed + "): " + failure.getMessage(), failure);
            }
        }
    }

    /** Small seeds give similar first numbers; this spreads them. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L + 0x1234567);
    }
}
