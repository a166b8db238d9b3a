package org.safeconduct.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeconduct.plan.Change;
import org.safeconduct.plan.Comparison;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Planner;
import org.safeconduct.plan.WhatIf;
import org.safeconduct.publish.ComparisonText;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code whatif SCENARIO}: as stated beside a change, or one side's version beside the other's. */
@Command(name = "whatif", sortOptions = false)
final class WhatifCommand implements Callable<Integer> {
    private static final String MARKER = "comparison.json";
    private static final String FORMAT = "safeconduct-comparison/1";
    private static final ResultFolder.Kind KIND = new ResultFolder.Kind(
            MARKER, "\"safeconduct-comparison/", name -> name.matches("comparison(\\.json|-\\d+\\.html)"));

    private final Surroundings around;

    @Mixin
    private final ScenarioArgument scenario = new ScenarioArgument();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Option(names = "--versions")
    private boolean versions;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    WhatifCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints and {@code comparison.json} holds. */
    record Summary(
            String format,
            String scenario,
            String scenarioHash,
            String label,
            String notice,
            List<String> changes,
            List<Comparison> comparisons) {}

    /** Comparisons, and the run whose scenario and label stand under them. */
    private record Compared(List<Comparison> comparisons, Plan plan) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        ScenarioArgument.Given given = scenario.read(around);
        List<ChangeOptions.Named> named = changes.of(given.scenario());
        if (named.isEmpty() && !versions) {
            throw problem("whatif.nothing");
        }
        if (versions && given.scenario().versions().size() == 1) {
            throw problem("whatif.one-version");
        }
        Path place = out;
        ResultFolder folder = place == null ? null : ResultFolder.at(around.at(place), false, around.disk(), KIND);
        Compared compared;
        try (Progress progress = output.progress(around)) {
            compared = versions ? compareVersions(given, named, progress) : compareRuns(given, named, progress);
        }
        Summary summary = summary(given, named, compared);
        if (folder != null) {
            folder.replace(files(summary, compared));
        }
        tell(summary, compared);
        return ExitCodes.DONE;
    }

    private static Compared compareRuns(
            ScenarioArgument.Given given, List<ChangeOptions.Named> named, Progress progress) {
        Plan before = Planner.plan(given.scenario(), given.hash(), progress);
        Plan after = WhatIf.change(given.scenario(), changes(named), given.hash(), progress);
        return new Compared(WhatIf.beforeAndAfter(before, after, words(named)), before);
    }

    private static Compared compareVersions(
            ScenarioArgument.Given given, List<ChangeOptions.Named> named, Progress progress) {
        Plan plan = WhatIf.change(given.scenario(), changes(named), given.hash(), progress);
        return new Compared(WhatIf.versions(plan), plan);
    }

    private static List<Change> changes(List<ChangeOptions.Named> named) {
        return named.stream().map(ChangeOptions.Named::change).toList();
    }

    private static String words(List<ChangeOptions.Named> named) {
        return named.stream().map(ChangeOptions.Named::words).collect(Collectors.joining(", "));
    }

    private static Summary summary(ScenarioArgument.Given given, List<ChangeOptions.Named> named, Compared compared) {
        return new Summary(
                FORMAT,
                given.scenario().id(),
                given.hash(),
                PlanSummary.lowerCase(given.scenario().label()),
                Texts.text("notice"),
                named.stream().map(ChangeOptions.Named::words).toList(),
                compared.comparisons());
    }

    private static Map<String, byte[]> files(Summary summary, Compared compared) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(MARKER, Json.text(summary).getBytes(StandardCharsets.UTF_8));
        int number = 1;
        for (Comparison comparison : compared.comparisons()) {
            String html = ComparisonText.html(comparison, compared.plan());
            files.put("comparison-" + number++ + ".html", html.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private void tell(Summary summary, Compared compared) {
        if (output.json) {
            around.out().print(Json.text(summary));
            return;
        }
        if (versions && !summary.changes().isEmpty()) {
            around.out().println(Texts.text("whatif.both", String.join(", ", summary.changes())));
            around.out().println();
        }
        String text = compared.comparisons().stream()
                .map(comparison -> ComparisonText.terminal(comparison, compared.plan(), around.width()))
                .collect(Collectors.joining("\n"));
        around.out().print(text);
        if (out != null) {
            around.out().println(Texts.text("whatif.written", out));
        }
    }

    private static InputProblems problem(String key) {
        return new InputProblems(List.of(CommandLines.problem("", Texts.text(key), Texts.text("whatif.say"))));
    }
}
