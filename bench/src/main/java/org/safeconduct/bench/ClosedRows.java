package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Runs closures on the instances, each in a process of its own, and prints a table: scenarios known in advance, or replanning with flow under way. */
final class ClosedRows {
    private static final List<String> SCENARIOS = List.of("ana", "ber60", "berA", "chiA60", "syd60", "sydA60");
    private static final String HEAP = "1500m";

    private final Path folder;
    private final Duration limit;

    ClosedRows(Path folder, Duration limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** The instances among some that have closures run on them. */
    static List<Instance> of(List<Instance> asked) {
        return asked.stream()
                .filter(instance -> SCENARIOS.contains(instance.name()))
                .toList();
    }

    /** Scenarios of three closures each per second; true if all answers compared are right. */
    boolean closures(List<Instance> instances) throws IOException, InterruptedException {
        System.out.println(
                "| row | scenarios / s, all cores | scenarios / s of processor time | compared | wrong | MB |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        boolean right = true;
        for (Instance instance : instances) {
            Measured run = run(ClosuresRun.class, instance);
            List<String> figures = List.of("perSecond", "perCoreSecond");
            System.out.println(row(instance, run, "%.0f", figures, "compared", "wrong", "peak"));
            right &= run.get("wrong") == 0;
        }
        return right;
    }

    /** Seconds to replan after a closure; true if all answers compared are right. */
    boolean replan(List<Instance> instances) throws IOException, InterruptedException {
        System.out.println("| row | p50 s | p99 s | most s | p50 CPU s | p99 CPU s | most CPU s"
                + " | over 0.1 s CPU | over 1 s CPU | compared | wrong | MB |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<String> seconds = List.of("median", "worstOfHundred", "most", "medianCpu", "worstOfHundredCpu", "mostCpu");
        boolean right = true;
        for (Instance instance : instances) {
            Measured run = run(ReplanRun.class, instance);
            System.out.println(
                    row(instance, run, "%.4f", seconds, "overAimCpu", "overMustCpu", "compared", "wrong", "peak"));
            right &= run.get("wrong") == 0;
        }
        return right;
    }

    private Measured run(Class<?> main, Instance instance) throws IOException, InterruptedException {
        return Processes.java(main, HEAP, folder.resolve(instance.name() + ".inst.gz"), limit);
    }

    private static String row(Instance instance, Measured run, String format, List<String> figures, String... counts) {
        StringBuilder row = new StringBuilder("| " + instance.name() + (instance.city() ? "*" : ""));
        for (String name : figures) {
            row.append(" | ").append(String.format(Locale.ROOT, format, run.get(name)));
        }
        for (String name : counts) {
            row.append(" | ").append(String.format(Locale.ROOT, "%.0f", run.get(name)));
        }
        return row.append(" |").toString();
    }
}
