package org.safeconduct.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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

    /** Puts all that was measured elsewhere. */
    void putAll(Measured other) {
        values.putAll(other.values);
    }

    /** Time passed since a start: on the clock, and of this thread on a processor, which other programs do not disturb. */
    void putTime(String name, Start start) {
        put(name, (System.nanoTime() - start.clock()) / 1e9);
        put(name + "Cpu", (cpu() - start.cpu()) / 1e9);
    }

    /** The less of what is there and the time passed since a start. */
    void putBestTime(String name, Start start) {
        Measured now = new Measured();
        now.putTime(name, start);
        now.values.forEach((key, value) -> values.merge(key, value, Math::min));
    }

    /** The beginning of a measurement. */
    record Start(long clock, long cpu) {
        static Start now() {
            return new Start(System.nanoTime(), Measured.cpu());
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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

    @Override
    public String toString() {
        return values.toString();
    }
}
