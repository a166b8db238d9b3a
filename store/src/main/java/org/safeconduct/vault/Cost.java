package org.safeconduct.vault;

import org.safeconduct.record.Malformed;

/**
 * What it takes to try one passphrase, in Argon2id's terms (RFC 9106).
 *
 * @param kibibytes of memory
 * @param passes over that memory
 * @param lanes that could be filled side by side
 */
public record Cost(int kibibytes, int passes, int lanes) {

    /** The second of RFC 9106's two recommendations, for where 2 GiB are too much. */
    public static final Cost USUAL = new Cost(64 * 1024, 3, 4);

    private static final int LEAST_KIBIBYTES = 8 * 1024;
    private static final int MOST_KIBIBYTES = 256 * 1024;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;
    private static final long MOST_WORK = 1024L * 1024;

    public Cost {
        boolean isAllowed = kibibytes >= LEAST_KIBIBYTES
                && kibibytes <= MOST_KIBIBYTES
                && passes >= 1
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES
                && (long) kibibytes * passes <= MOST_WORK;
        if (!isAllowed) {
            throw new IllegalArgumentException(told(kibibytes, passes, lanes));
        }
    }

    /**
     * The cost that a file states.
     *
     * @throws Malformed if it is more than a reader can be made to spend, or too little to be worth anything
     */
    static Cost stated(int kibibytes, int passes, int lanes) throws Malformed {
        try {
            return new Cost(kibibytes, passes, lanes);
        } catch (IllegalArgumentException _) {
            throw new Malformed(told(kibibytes, passes, lanes));
        }
    }

    private static String told(int kibibytes, int passes, int lanes) {
        return "cost of " + kibibytes + " KiB, " + passes + " passes, " + lanes
                + " lanes; it takes 8192 to 262144 KiB, 1 to 16 passes and lanes, at most 1048576 KiB times passes";
    }
}
