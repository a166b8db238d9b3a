package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeconduct.cli.RoadFile;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

/** Plans scenarios on streets, lets SUMO drive the plans, and prints who arrived when beside who was planned to. */
final class SumoBench {
    private static final String USAGE = """
        Usage: bench/sumo [--meso] [--micro] [--seed N] [--keep DIR] CASE…
          CASE       a folder with a scenario whose roads are in a file; the file is looked for in the folder, then in
                     roads/ of SAFECONDUCT_DATA, or else of ../shared/data beside the project
          --meso     only SUMO's mesoscopic simulation (queues): seconds
          --micro    only the microscopic one (every vehicle, junctions): minutes; both if neither is given
          --seed     of the simulator (default 42)
          --keep     leave SUMO's files in a folder, by case
        Needs SUMO's programs sumo and netconvert on PATH (Debian: apt-get install sumo).
        Exit: 0 done, 1 meso or micro differ by more than 5 or 10 points at some quarter hour, 2 bad input.\
        """;
    private static final double MESO_LIMIT = 5;
    private static final double MICRO_LIMIT = 10;

    private final List<Path> folders = new ArrayList<>();
    private final List<SumoRun.Kind> kinds = new ArrayList<>();
    private boolean help;
    private int seed = 42;
    private Path keep = Path.of("");

    private SumoBench(String[] args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-h", "--help" -> help = true;
                case "--meso" -> kinds.add(SumoRun.Kind.MESO);
                case "--micro" -> kinds.add(SumoRun.Kind.MICRO);
                case "--seed" -> seed = Integer.parseInt(args[++i]);
                case "--keep" -> keep = Path.of(args[++i]);
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException(args[i] + " is not an option");
                    }
                    folders.add(Path.of(args[i]));
                }
            }
        }
        if (folders.isEmpty() && !help) {
            throw new IllegalArgumentException("no CASE is given");
        }
        if (kinds.isEmpty()) {
            kinds.addAll(Arrays.asList(SumoRun.Kind.values()));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            System.exit(new SumoBench(args).run() ? 0 : 1);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException bad) {
            System.err.println(bad.getMessage() + "\n" + USAGE);
        } catch (InputProblems problems) {
            problems.problems().forEach(System.err::println);
        }
        System.exit(2);
    }

    /** True if every case is within the limits. */
    private boolean run() throws IOException, InterruptedException, InputProblems {
        if (help) {
            System.out.println(USAGE);
            return true;
        }
        List<SumoCase> cases = new ArrayList<>();
        for (Path folder : folders) {
            Scenario scenario = read(folder);
            Path files = keep.toString().isEmpty()
                    ? Files.createTempDirectory("sumo")
                    : Files.createDirectories(keep.resolve(scenario.id()));
            SumoCase done = SumoCase.run(scenario, files, new SumoCase.Options(kinds, seed));
            if (keep.toString().isEmpty()) {
                Bench.delete(files);
            }
            System.out.println("\n" + scenario.id() + "\n\n" + SumoTable.quarterHours(done));
            cases.add(done);
        }
        System.out.println(SumoTable.summary(cases));
        return cases.stream()
                .allMatch(done -> kinds.stream()
                        .allMatch(kind -> done.quarterHours(kind).most()
                                <= (kind == SumoRun.Kind.MESO ? MESO_LIMIT : MICRO_LIMIT)));
    }

    private static Scenario read(Path folder) throws InputProblems {
        Path roads =
                Bench.instanceFolder().resolve(Path.of("..", "..", "roads")).normalize();
        return RoadFile.lay(ScenarioReader.read(folder), List.of(folder, roads));
    }
}
