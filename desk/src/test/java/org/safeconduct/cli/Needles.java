package org.safeconduct.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for many strings of bytes at once, by their first eight bytes. */
final class Needles {
    private final Map<Long, List<byte[]>> byStart = new HashMap<>();

    Needles(String... texts) {
        for (String text : texts) {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void add(byte[] needle) {
        byStart.computeIfAbsent(ByteBuffer.wrap(needle).getLong(), _ -> new ArrayList<>())
                .add(needle);
    }

    /** How often any of them stands in any file of these folders. */
    long hits(Path... folders) throws IOException {
        long hits = 0;
        for (Path one : folders) {
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    hits += hits(Files.readAllBytes(file));
                }
            }
        }
        return hits;
    }

    private long hits(byte[] all) {
        long hits = 0;
        ByteBuffer bytes = ByteBuffer.wrap(all);
        for (int at = 0; at + 8 <= all.length; at++) {
            for (byte[] needle : byStart.getOrDefault(bytes.getLong(at), List.of())) {
                int end = at + needle.length;
                hits += end <= all.length && Arrays.equals(all, at, end, needle, 0, needle.length) ? 1 : 0;
            }
        }
        return hits;
    }
}
