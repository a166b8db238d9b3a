package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs solver and peer on the instances, each in its own process, and prints the table. */
final class Bench {
    private static final String USAGE = """
        Usage: bench/run [--rows sf,ana,…] [--ours] [--limit SECONDS] [--no-plan]
               bench/run --closures|--replan [--rows ana,…] [--limit SECONDS]
          --rows      only these instances (sf ana anah ber60 berA chiA60 syd60 sydA60 obl4, and
                      made here when first asked for: osm250 osm250A osm1000 osm1000A flaA)
          --ours      leave the peer out
          --limit     stop a process after so many seconds (default 900)
          --no-plan   leave out the whole command `plan`
          --closures  instead: scenarios per second, each with 3 used arcs closed, known in advance
          --replan    instead: seconds to replan, 200 times, after a used arc closes with flow under way
                      (both on ana ber60 berA chiA60 syd60 sydA60)
        Instances are read from SAFECONDUCT_DATA, or else from ../shared/data beside the project.\
        """;

    private static final Path PLANNED = Path.of("scenarios", "mariupol-2022-03-05");

    private final List<Instance> instances;
    private final boolean peer;
    private final boolean plan;
    private final String closed;
    private final Duration limit;

    private Bench(Options options) {
        this.closed = options.closed;
        this.instances = Instance.named(options.rows);
        this.peer = options.peer;
        this.plan = options.plan;
        this.limit = Duration.ofSeconds(options.limitSeconds);
    }

    private static final class Options {
        private String rows = "";
        private boolean peer = true;
        private boolean plan = true;
        private String closed = "";
        private int limitSeconds = 900;

        private static Options parse(String[] args) {
            Options options = new Options();
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--rows" -> options.rows = args[++i];
                    case "--ours" -> options.peer = false;
                    case "--no-plan" -> options.plan = false;
                    case "--closures", "--replan" -> options.closed = args[i];
                    case "--limit" -> options.limitSeconds = Integer.parseInt(args[++i]);
                    default -> throw new IllegalArgumentException(USAGE);
                }
            }
            return options;
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Bench bench;
        try {
            bench = new Bench(Options.parse(args));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException bad) {
            System.err.println(bad instanceof IllegalArgumentException ? bad.getMessage() : USAGE);
            System.exit(2);
            return;
        }
        System.exit(bench.run() ? 0 : 1);
    }

    /** True if all optima are equal and no proof has a finding. */
    private boolean run() throws IOException, InterruptedException {
        Path folder = instanceFolder().toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            System.err.println("no instances beside the project: set SAFECONDUCT_DATA to the folder that holds"
                    + " evacuation/instances");
            return false;
        }
        if (!closed.isEmpty()) {
            ClosedRows closures = new ClosedRows(folder, limit);
            List<Instance> some = ClosedRows.of(instances);
            return closed.equals("--replan") ? closures.replan(some) : closures.closures(some);
        }
        List<Row> rows = new ArrayList<>();
        for (Instance instance : instances) {
            Path file = file(instance, folder);
            Measured ours = Processes.java(SolverRun.class, instance.heap(), file, limit);
            ours.putAll(Processes.java(FairRun.class, instance.fairHeap(), file, limit));
            System.err.println(instance.name() + " ours: " + ours);
            Measured theirs = new Measured();
            if (peer && instance.peer()) {
                theirs = Processes.java(PeerRun.class, "400m", file, limit);
                System.err.println(instance.name() + " peer: " + theirs);
            }
            rows.add(new Row(instance, ours, theirs));
        }
        System.out.println(Table.print(rows));
        if (plan) {
            System.out.println(planned());
        }
        return rows.stream().allMatch(Row::isRight);
    }

    /** The file of an instance, made if need be: beside what was built, since it is large and made the same each time. */
    private Path file(Instance instance, Path folder) throws IOException, InterruptedException {
        if (instance.findRecipe().isEmpty()) {
            return folder.resolve(instance.name() + ".inst.gz");
        }
        Path made = Path.of("bench", "target", "instances").toAbsolutePath();
        Path file = made.resolve(instance.name() + ".inst.gz");
        Files.createDirectories(made);
        if (!Files.exists(file)) {
            Processes.output(LargeInstance.class, "4g", file, limit);
        }
        return file;
    }

    /** The folder of the instances; it need not be there. */
    static Path instanceFolder() {
        return dataFolder().resolve("evacuation").resolve("instances");
    }

    /** The folder of all data; it need not be there. */
    static Path dataFolder() {
        Path root = Path.of(System.getProperty("safeconduct.root", "."));
        String data = System.getenv("SAFECONDUCT_DATA");
        return data == null ? root.resolve(Path.of("..", "shared", "data")) : Path.of(data);
    }

    /** Three runs of the whole command, as a person would start it. */
    private String planned() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("safeconduct")) || !Files.isDirectory(PLANNED)) {
            return "`plan`: the launcher or its scenario is not there; not measured.";
        }
        List<String> seconds = new ArrayList<>();
        Path out = Files.createTempDirectory("bench-plan");
        try {
            for (int i = 0; i < 4; i++) {
                long start = System.nanoTime();
                List<String> command = List.of("./safeconduct", "plan", PLANNED.toString(), "--out", out.toString());
                if (Processes.run(command, Path.of("."), limit).isEmpty()) {
                    return "`plan`: failed; not measured.";
                }
                seconds.add("%.2f s".formatted((System.nanoTime() - start) / 1e9));
            }
        } finally {
            delete(out);
        }
        return "`./safeconduct plan %s`, whole process: %s (the first may build)."
                .formatted(PLANNED, String.join(", ", seconds));
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var paths = Files.walk(folder)) {
            all = new ArrayList<>(paths.toList());
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
    }
}
