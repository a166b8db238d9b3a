package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.plan.LostRoads;
import org.safeconduct.plan.RoadLosses;
import org.safeconduct.publish.LostRoadsText;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code closures SCENARIO}: how many still get out if roads are lost, and which roads those are. */
@Command(name = "closures", sortOptions = false)
final class ClosuresCommand implements Callable<Integer> {
    private static final int MOST_CASES = 1_000_000;
    private static final int MOST_ROADS = 1_000;

    private final Surroundings around;

    @Mixin
    private final ScenarioArgument scenario = new ScenarioArgument();

    @Option(names = "--cases", paramLabel = "N")
    private int cases = 1_000;

    @Option(names = "--roads-lost", paramLabel = "N")
    private int lost = 3;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Option(names = "--worst", paramLabel = "N")
    private int worst = 10;

    @Mixin
    private final VersionOption version = new VersionOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    ClosuresCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints; {@code docs/commands.md} explains the keys. */
    record Summary(
            String format,
            String scenario,
            String scenarioHash,
            String label,
            String notice,
            List<LostRoads> versions) {}

    @Override
    public Integer call() throws InputProblems {
        ScenarioArgument.Given given = scenario.read(around);
        Scenario read = given.scenario();
        List<String> versions = checked(read);
        List<LostRoads> found = new ArrayList<>();
        try (Progress progress = output.progress(around)) {
            for (String id : versions) {
                found.add(RoadLosses.search(read, id, new LostRoads.Draw(cases, lost, seed), worst, progress));
            }
        }
        around.out()
                .print(
                        output.json
                                ? Json.text(summary(given, found))
                                : LostRoadsText.terminal(read, given.hash(), found, around.width()));
        return ExitCodes.DONE;
    }

    private static Summary summary(ScenarioArgument.Given given, List<LostRoads> found) {
        return new Summary(
                "safeconduct-closures/1",
                given.scenario().id(),
                given.hash(),
                PlanSummary.lowerCase(given.scenario().label()),
                Texts.text("notice"),
                found);
    }

    /** The versions asked about, once every option is known to be right. */
    private List<String> checked(Scenario read) throws InputProblems {
        List<InputProblem> problems = new ArrayList<>();
        within("--cases", cases, 1, MOST_CASES, problems);
        within("--roads-lost", lost, 1, MOST_ROADS, problems);
        within("--worst", worst, 0, MOST_ROADS, problems);
        List<String> versions = version.of(read, problems);
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        return versions;
    }

    private static void within(String option, int value, int least, int most, List<InputProblem> problems) {
        if (value < least || value > most) {
            String remedy = Texts.text("closures.range.remedy", Texts.number(least), Texts.number(most));
            problems.add(CommandLines.problem(option, String.valueOf(value), Texts.text("closures.range"), remedy));
        }
    }
}
