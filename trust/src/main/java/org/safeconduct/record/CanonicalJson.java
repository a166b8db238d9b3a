package org.safeconduct.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads and writes the one form in which a JSON value is signed: RFC 8785 without fractions.
 *
 * <p>No space, names in the order of their UTF-16 code units, the shortest escapes, UTF-8. At most 16 KiB and 32
 * levels. Reading is writing backwards: what {@link #read} accepts, {@link #write} gives back byte for byte.
 */
public final class CanonicalJson {

    /** The most bytes of one text. */
    public static final int MOST_BYTES = 16 * 1024;

    /** The most arrays and objects inside one another. */
    public static final int MOST_LEVELS = 32;

    private CanonicalJson() {}

    /** Reads canonical bytes, and no others. */
    public static Json read(byte[] bytes) throws Malformed {
        Json value = parse(bytes);
        byte[] canonical = write(value);
        int first = Arrays.mismatch(bytes, canonical);
        if (first >= 0) {
            throw Malformed.atByte(first, "not canonical", "write " + excerpt(canonical, first) + " here");
        }
        return value;
    }

    /** Reads what a person wrote: members in any order, spaces and escapes as they like; all other rules hold. */
    public static Json parse(byte[] bytes) throws Malformed {
        return new JsonReader(bytes).read();
    }

    /**
     * The canonical bytes of a value.
     *
     * @throws IllegalArgumentException if it has more than 32 levels
     */
    public static byte[] write(Json value) {
        StringBuilder text = new StringBuilder();
        JsonWriter.write(value, text, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String excerpt(byte[] canonical, int from) {
        if (from >= canonical.length) {
            return "nothing";
        }
        int start = from;
        while (start > 0 && (canonical[start] & 0xC0) == 0x80) {
            start--;
        }
        String rest = new String(canonical, start, canonical.length - start, StandardCharsets.UTF_8);
        return rest.codePointCount(0, rest.length()) <= 20
                ? rest
                : rest.substring(0, rest.offsetByCodePoints(0, 20)) + "…";
    }
}
