package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes scenarios from data by others, or plans every case in a process of its own and prints the table of {@code docs/cases.md}. */
final class Cases {
    private static final String USAGE = """
        Usage: bench/case NAME [FOLDER]     write the scenario of a case
               bench/case --all [NAME …]    plan all cases, or these, check the plans, and print a table
        Written from data by others: surf-coast-1 … surf-coast-7, castlemaine, castlemaine-closed; into bench/target/cases
        unless a folder is named. The other cases lie in bench/cases. The data is looked for in SAFECONDUCT_DATA, or else in
        ../shared/data beside the project.\
        """;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String HEAP = "4g";
    private static final Path WRITTEN = Path.of("bench", "target", "cases");

    private Cases() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> names = List.of(args);
        if (names.isEmpty() || names.contains("--help") || names.contains("-h")) {
            System.out.println(USAGE);
        } else if (names.getFirst().equals("--all")) {
            List<String> asked = names.subList(1, names.size());
            System.out.println(table(asked.isEmpty() ? all() : asked));
        } else if (names.size() <= 2 && written().contains(names.getFirst())) {
            Path folder = names.size() == 2
                    ? Path.of(System.getProperty("safeconduct.from", ".")).resolve(names.getLast())
                    : WRITTEN.resolve(names.getFirst());
            write(names.getFirst(), folder);
            System.out.println(folder);
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static List<String> written() {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= SurfCoast.SCENARIOS; number++) {
            names.add("surf-coast-" + number);
        }
        names.addAll(List.of("castlemaine", "castlemaine-closed"));
        return names;
    }

    private static List<String> all() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("bench", "cases"))) {
            folders.map(folder -> folder.getFileName().toString()).sorted().forEach(names::add);
        }
        names.addAll(written());
        return names;
    }

    private static Path data() {
        return Bench.instanceFolder().resolve(Path.of("..", "..")).normalize();
    }

    private static void write(String name, Path folder) throws IOException {
        Path evacuation = data().resolve("evacuation");
        switch (name) {
            case "castlemaine" ->
                Castlemaine.of(evacuation.resolve("castlemaine"), false).write(folder);
            case "castlemaine-closed" ->
                Castlemaine.of(evacuation.resolve("castlemaine"), true).write(folder);
            default -> {
                int number = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
                SurfCoast.of(evacuation.resolve("surf-coast"), number).write(folder);
            }
        }
    }

    private static String table(List<String> names) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder("""
            | case | people | at most | planned | bottleneck | streets | s (CPU) | MB | check |
            |---|--:|--:|--:|---|--:|--:|--:|---|
            """);
        for (String name : names) {
            Path scenario = Path.of("bench", "cases", name);
            if (written().contains(name)) {
                scenario = WRITTEN.resolve(name);
                write(name, scenario);
            }
            Measured measured = Processes.java(CaseRun.class, HEAP, scenario.toAbsolutePath(), LIMIT);
            System.err.println(name + ": " + measured);
            table.append(measured.get("plan") == 0 ? row(name, measured) : failed(name));
        }
        return table.toString();
    }

    /** A run that measured nothing or ended with an error; why stands on the error stream. */
    private static String failed(String name) {
        return "| " + name + " | | | **not planned**: stopped or failed within " + LIMIT.toMinutes()
                + " minutes | | | | | |\n";
    }

    private static String row(String name, Measured measured) throws IOException {
        Path result = CaseRun.RESULTS.resolve(name);
        JsonNode plan = Files.exists(result.resolve("plan.json"))
                ? JsonMapper.builder().build().readTree(Files.readAllBytes(result.resolve("plan.json")))
                : JsonMapper.builder().build().createObjectNode();
        JsonNode found = plan.path("versions").path(0);
        JsonNode bottleneck = found.path("low").path("bottlenecks").path(0);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %,.0f | %.1f (%.1f) | %,.0f | %s |%n",
                name,
                span(found.path("people")),
                span(found.path("atMost")),
                String.format(
                        Locale.ROOT, "%,d", found.path("low").path("planned").asLong()),
                bottleneck.isMissingNode()
                        ? "none"
                        : String.format(
                                Locale.ROOT,
                                "%s, %,.0f an hour",
                                bottleneck.path("id").asString(),
                                bottleneck.path("perHour").asDouble()),
                measured.get("streets"),
                measured.get("seconds"),
                measured.get("cpu"),
                measured.get("peak"),
                measured.get("check") == 0 ? "holds" : "FAILS");
    }

    private static String span(JsonNode span) {
        long low = span.path("low").asLong();
        long high = span.path("high").asLong();
        return low == high ? String.format(Locale.ROOT, "%,d", low) : String.format(Locale.ROOT, "%,d–%,d", low, high);
    }
}
