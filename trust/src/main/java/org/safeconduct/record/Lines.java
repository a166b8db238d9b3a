package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text of lines, each ended by a newline, as the log's formats have it. */
public final class Lines {

    private Lines() {}

    /** The lines of a text in UTF-8 without control characters. */
    public static List<String> of(byte[] bytes, int mostBytes) throws Malformed {
        if (bytes.length > mostBytes) {
            throw Malformed.atByte(mostBytes, bytes.length + " bytes, at most " + mostBytes, "send less");
        }
        String text = Bytes.textOf(bytes);
        if (!text.endsWith("\n")) {
            throw Malformed.atByte(bytes.length, "the end without a newline", "end each line with a newline");
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.removeLast();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().anyMatch(c -> c < 0x20)) {
                throw Malformed.inLine(i + 1, "a control character", "leave it out");
            }
        }
        return lines;
    }

    /** A size or an index: decimal, no zero in front. */
    public static long whole(String text, int line) throws Malformed {
        if (!text.matches("0|[1-9][0-9]{0,15}") || Long.parseLong(text) > Json.GREATEST) {
            throw Malformed.inLine(line, "\"" + text + "\" is no size", "write digits without a zero in front");
        }
        return Long.parseLong(text);
    }

    /** The hashes on some of the lines. */
    public static List<Hash> hashes(List<String> lines, int from, int to) throws Malformed {
        List<Hash> hashes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            hashes.add(hash(lines.get(i), i + 1));
        }
        return hashes;
    }

    /** Hashes as such lines. */
    public static String write(List<Hash> hashes) {
        return hashes.stream().map(hash -> hash.toBase64() + "\n").collect(Collectors.joining());
    }

    static Hash hash(String text, int line) throws Malformed {
        try {
            return Hash.ofBase64(text);
        } catch (Malformed e) {
            throw e.in("line " + line);
        }
    }
}
