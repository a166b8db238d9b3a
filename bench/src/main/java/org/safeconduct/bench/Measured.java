package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What one process measured: printed as {@code name=value} lines by the process, read by the table. */
final class Measured {
    private final Map<String, Double> values = new LinkedHashMap<>();

    static Measured parse(String output) {
        Measured measured = new Measured();
        output.lines().filter(line -> line.matches("[a-zA-Z]+=[-0-9.E]+")).forEach(line -> {
            int equals = line.indexOf('=');
            measured.put(line.substring(0, equals), Double.parseDouble(line.substring(equals + 1)));
        });
        return measured;
    }

    void put(String name, double value) {
        values.put(name, value);
    }

    void putSecondsSince(String name, long startNanos) {
        put(name, (System.nanoTime() - startNanos) / 1e9);
    }

    /** The highest resident memory of this process so far, in MB. */
    void putPeakMegabytes(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String peak =
                    lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("VmHWM: -1024");
            put(name, Long.parseLong(peak.replaceAll("[^-0-9]", "")) / 1024.0);
        }
    }

    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String print() {
        StringBuilder lines = new StringBuilder();
        values.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
