package org.safeconduct.streets;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ids of stretches of street: {@code w} and what the road file calls the way, such as {@code w4711}, and {@code w4711.2} for the second stretch of the same way. A number is
 * passed over where that would be another way's id, or a segment's.
 *
 * <p>Letters and digits of every script and {@code - _ . : # ( ) +} stand as the file has them. What else a way may be called is written as in an address, so that no id
 * holds a blank, a control character or a mark of HTML: {@code w%3Cb%3E} is the way {@code <b>}. Not thread-safe.
 */
final class StretchIds {
    private static final Pattern STAYS = Pattern.compile("[\\p{L}\\p{M}\\p{N}._:#()+-]");

    private final Set<String> segments;
    private final Set<String> dotted;
    private final Map<String, Integer> stretches = new HashMap<>();

    /**
     * For one network.
     *
     * @param segments ids of segments that are not streets
     * @param ways what all ways are called
     */
    StretchIds(Stream<String> segments, Stream<String> ways) {
        this.segments = segments.collect(Collectors.toSet());
        this.dotted = ways.filter(way -> way.indexOf('.') >= 0) // no other looks like a later stretch
                .map(StretchIds::first)
                .collect(Collectors.toSet());
    }

    /** The id of the next stretch of a way. */
    String next(String way) {
        int stretch = stretches.merge(way, 1, Integer::sum);
        String id = stretch == 1 ? first(way) : first(way) + "." + stretch;
        boolean isTaken = segments.contains(id) || (stretch > 1 && dotted.contains(id));
        return isTaken ? next(way) : id;
    }

    /** The id of a way's first stretch, by which the file's own name can be told. */
    static String first(String way) {
        StringBuilder id = new StringBuilder("w");
        way.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (STAYS.matcher(one).matches()) {
                id.append(one);
            } else {
                for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                    id.append("%%%02X".formatted(b));
                }
            }
        });
        return id.toString();
    }
}
