package org.safeconduct.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.plan.News;
import org.safeconduct.plan.PlanBefore;
import org.safeconduct.plan.PlanDocuments;
import org.safeconduct.plan.Planner;
import org.safeconduct.plan.Replanning;
import org.safeconduct.publish.ReplanText;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replan SCENARIO --at TIME …}: plans on from where everybody is when something changes. */
@Command(name = "replan", sortOptions = false)
final class ReplanCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMdd-HHmm", Locale.ROOT);

    private final Surroundings around;

    @Mixin
    private final ScenarioArgument scenario = new ScenarioArgument();

    @Option(names = "--plan", paramLabel = "DIR")
    private @Nullable Path underWay;

    @Mixin
    private final NewsOptions options = new NewsOptions();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--force")
    private boolean force;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    ReplanCommand(Surroundings around) {
        this.around = around;
    }

    /** The day until now: the plan under way, and what it goes on from. */
    private record Day(Replanning until, PlanBefore before) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        ScenarioArgument.Given given = scenario.read(around);
        Optional<PlanBefore> written = written(given);
        NewsOptions.Told told = options.of(given.scenario(), around);
        checkOrder(written, told.news());
        Path place = out == null ? place(given.scenario(), told.news()) : out;
        ResultFolder folder = ResultFolder.at(around.at(place), force, around.disk(), PlanFiles.KIND);
        folder.keep(around.at(given.path()));
        List<String> words =
                told.words().stream().filter(word -> !word.isEmpty()).toList();
        PlanDocuments documents;
        Day day;
        Map<String, byte[]> files;
        Optional<Path> earlier;
        try (Progress progress = output.progress(around)) {
            day = day(given, written, progress);
            documents = day.until().answer(told.news(), day.before(), progress);
            progress.accept(Texts.text("plan.writing"));
            files = PlanFiles.of(documents, words);
            earlier = folder.replace(files);
        }
        Optional<Path> previous = earlier.map(path -> place.resolveSibling(path.getFileName()));
        if (output.json) {
            List<String> names = List.copyOf(files.keySet());
            around.out()
                    .print(Json.text(ReplanSummary.of(
                            PlanSummary.of(documents.plan(), place, names, previous), documents, words)));
        } else {
            List<String> shown = PlanCommand.shown(place, files, previous);
            around.out()
                    .print(ReplanText.terminal(
                            documents.plan(), day.before().versions(), words, around.width(), shown));
        }
        return ExitCodes.DONE;
    }

    /** The plan under way as it was written, if it is named. */
    private Optional<PlanBefore> written(ScenarioArgument.Given given) throws InputProblems {
        if (underWay == null) {
            return Optional.empty();
        }
        PlanBefore before = PlanBefore.read(around.at(underWay));
        if (!before.scenarioHash().equals(given.hash())) {
            throw problem("replan.other-scenario");
        }
        return Optional.of(before);
    }

    private Day day(ScenarioArgument.Given given, Optional<PlanBefore> written, Progress progress)
            throws InputProblems {
        progress.accept(Texts.text("replan.until-now"));
        List<News> earlier = written.map(PlanBefore::news).orElse(List.of());
        Replanning until = Replanning.of(given.scenario(), given.hash(), earlier);
        if (written.isEmpty()) {
            return new Day(until, PlanBefore.of(Planner.documents(given.scenario(), given.hash(), progress)));
        }
        if (!until.isOf(written.get())) {
            throw problem("replan.other-plan");
        }
        return new Day(until, written.get());
    }

    private void checkOrder(Optional<PlanBefore> written, News news) throws InputProblems {
        List<News> earlier = written.map(PlanBefore::news).orElse(List.of());
        if (!earlier.isEmpty() && news.at().isBefore(earlier.getLast().at())) {
            throw problem("replan.too-early");
        }
    }

    /** {@code out/<id>.at-0305-1030}. */
    private static Path place(Scenario scenario, News news) {
        ZoneId zone = scenario.zones().getFirst();
        return Path.of("out", scenario.id() + ".at-" + NAME.format(news.at().atZone(zone)));
    }

    private InputProblems problem(String key) {
        return new InputProblems(List.of(
                new InputProblem(String.valueOf(underWay), 0, "", "", Texts.text(key), Texts.text(key + ".remedy"))));
    }
}
