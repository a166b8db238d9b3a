package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.plan.PlanDocuments;
import org.safeconduct.plan.Planner;
import org.safeconduct.publish.Plain;
import org.safeconduct.publish.PlanText;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Streets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan SCENARIO}: the estimate on the terminal, everything else in a folder. */
@Command(name = "plan", sortOptions = false)
final class PlanCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final ScenarioArgument scenario = new ScenarioArgument();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    PlanCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        ScenarioArgument.Given given = scenario.read(around);
        if (dryRun) {
            tellRead(given);
        } else {
            plan(given, out == null ? Path.of("out", given.scenario().id()) : out);
        }
        return ExitCodes.DONE;
    }

    private void plan(ScenarioArgument.Given given, Path place) throws CannotWrite {
        ResultFolder folder = ResultFolder.at(around.at(place), force, around.disk(), PlanFiles.KIND);
        folder.keep(around.at(given.path()));
        PlanDocuments documents;
        Map<String, byte[]> files;
        Optional<Path> earlier;
        try (Progress progress = output.progress(around)) {
            documents = Planner.documents(given.scenario(), given.hash(), progress);
            progress.accept(Texts.text("plan.writing"));
            files = PlanFiles.of(documents);
            earlier = folder.replace(files);
        }
        Optional<Path> previous = earlier.map(path -> place.resolveSibling(path.getFileName()));
        if (output.json) {
            List<String> names = List.copyOf(files.keySet());
            around.out().print(Json.text(PlanSummary.of(documents.plan(), place, names, previous)));
        } else {
            around.out()
                    .print(PlanText.terminal(documents.plan(), around.width(), false, shown(place, files, previous)));
            tellFar(given.scenario());
        }
    }

    /** The files worth naming, the routes as one. */
    static List<String> shown(Path place, Map<String, byte[]> files, Optional<Path> previous) {
        List<String> lines = new ArrayList<>();
        files.keySet().stream()
                .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : name)
                .distinct()
                .forEach(name -> lines.add(place + "/" + name));
        previous.ifPresent(path -> lines.add(Texts.text("plan.previous", path)));
        return lines;
    }

    /** What {@code --dry-run --json} prints. */
    record Read(
            String format,
            String scenario,
            String title,
            String scenarioHash,
            String label,
            boolean exercise,
            List<String> versions,
            List<String> assumed,
            List<Streets.Joined> joined,
            List<Streets.Shut> closed) {}

    private static final int MOST_FAR = 8;

    /** Where places met the streets, the farthest first. */
    private static List<Streets.Joined> joined(Scenario read) {
        return read.streets().flatMap(Streets::ground).map(Streets.Ground::joined).orElse(List.of()).stream()
                .sorted(Comparator.comparingDouble((Streets.Joined joined) -> -joined.metres()))
                .toList();
    }

    private void tellFar(Scenario read) {
        List<Streets.Joined> far = joined(read).stream()
                .filter(joined -> joined.metres() > Streets.FAR_METRES)
                .toList();
        if (!far.isEmpty()) {
            around.out().println(Texts.text("dry-run.far", Texts.number(far.size()), Texts.number((long)
                    Streets.FAR_METRES)));
            far.stream()
                    .limit(MOST_FAR)
                    .forEach(joined -> around.out()
                            .println("  - "
                                    + Texts.text(
                                            "dry-run.far.place",
                                            Plain.of(joined.place()),
                                            Texts.number(Math.round(joined.metres())),
                                            Plain.of(joined.street().isEmpty() ? joined.kind() : joined.street()))));
            if (far.size() > MOST_FAR) {
                around.out().println("  " + Texts.text("dry-run.far.more", Texts.number(far.size() - MOST_FAR)));
            }
        }
    }

    /** What closures close: nothing, or another street than was meant, is seen here. */
    private void tellShut(Scenario read) {
        List<Streets.Shut> shut = shut(read);
        if (!shut.isEmpty()) {
            around.out().println(Texts.text("dry-run.shut"));
            shut.forEach(one -> around.out()
                    .println("  - "
                            + Texts.text(
                                    "dry-run.shut." + one.by(),
                                    Plain.of(one.name()),
                                    one.street().isEmpty()
                                            ? Texts.count("dry-run.shut.roads", one.roads())
                                            : Texts.text(
                                                    "dry-run.shut.street",
                                                    Plain.of(one.street()),
                                                    Texts.number(Math.round(one.metres()))))));
        }
    }

    private static List<Streets.Shut> shut(Scenario read) {
        return read.streets().flatMap(Streets::ground).map(Streets.Ground::shut).orElse(List.of());
    }

    private void tellRead(ScenarioArgument.Given given) {
        Scenario read = given.scenario();
        if (output.json) {
            List<String> versions =
                    read.versions().stream().map(Scenario.Version::id).toList();
            String label = PlanSummary.lowerCase(read.label());
            around.out()
                    .print(Json.text(new Read(
                            "safeconduct-scenario/1",
                            read.id(),
                            read.title(),
                            given.hash(),
                            label,
                            read.exercise(),
                            versions,
                            read.assumed(),
                            joined(read),
                            shut(read))));
            return;
        }
        around.out().println(Texts.text("dry-run.read", given.path()));
        around.out().println("  " + Plain.of(read.title()));
        around.out()
                .println("  "
                        + String.join(
                                ", ",
                                Texts.count("dry-run.places", read.places().size()),
                                Texts.count("dry-run.segments", read.roads().size()),
                                Texts.count(
                                        "dry-run.assemblies", read.assemblies().size()),
                                Texts.count("dry-run.versions", read.versions().size())));
        tellFar(read);
        tellShut(read);
        if (!read.assumed().isEmpty()) {
            around.out().println(Texts.text("dry-run.assumed"));
            read.assumed().forEach(sentence -> around.out().println("  - " + Plain.of(sentence)));
        }
        around.out().println(Texts.text("dry-run.nothing"));
    }
}
