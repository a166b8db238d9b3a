package org.safeconduct.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader saw, left out and filled in. What can be counted in the network itself is not repeated here.
 *
 * @param source name of the file, without folder
 * @param key hash of the file's bytes and of all options that bear on the result; two networks with one key are equal
 * @param format what was read, such as {@code OpenStreetMap PBF}
 * @param nodesRead nodes in the source, used or not
 * @param waysRead roads, links or rows in the source, used or not
 * @param waysUsed of those, how many became part of the network
 * @param dropped what was left out and why, in words, with how often: {@code closed to motor vehicles → 17}
 * @param guessed what the source leaves open and where it was taken from, with how often
 * @param unheeded what the source says of the roads that were kept and the network does not heed, with how often
 * @param notes whatever else a reader of the network should know, one sentence each
 */
public record ReadReport(
        String source,
        String key,
        String format,
        long nodesRead,
        long waysRead,
        long waysUsed,
        Map<String, Long> dropped,
        Map<String, Long> guessed,
        Map<String, Long> unheeded,
        List<String> notes) {

    public ReadReport {
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
        guessed = Collections.unmodifiableMap(new LinkedHashMap<>(guessed));
        unheeded = Collections.unmodifiableMap(new LinkedHashMap<>(unheeded));
        notes = List.copyOf(notes);
    }

    /** What is known before reading; counts follow. */
    static ReadReport of(String source, String key, String format) {
        return new ReadReport(source, key, format, 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of());
    }

    /** The report of a network that was not read from a file. */
    public static ReadReport made(String source) {
        return of(source, "", "made");
    }

    /** The same with the number of roads used, and with more that was left out and is to be noted. */
    ReadReport with(long used, Map<String, Long> left, List<String> moreNotes) {
        Map<String, Long> all = new LinkedHashMap<>(dropped);
        left.forEach((why, times) -> all.merge(why, times, Long::sum));
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(moreNotes);
        return new ReadReport(source, key, format, nodesRead, waysRead, used, all, guessed, unheeded, allNotes);
    }
}
