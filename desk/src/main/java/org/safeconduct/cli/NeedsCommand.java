package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.plan.Needed;
import org.safeconduct.plan.Needs;
import org.safeconduct.publish.NeededText;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code needs SCENARIO --target N}: how much of what it takes to bring that many out. */
@Command(name = "needs", sortOptions = false)
final class NeedsCommand implements Callable<Integer> {
    private static final Pattern PEOPLE = Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)%");

    private final Surroundings around;

    @Mixin
    private final ScenarioArgument scenario = new ScenarioArgument();

    @Option(names = "--target", paramLabel = "PEOPLE|PERCENT%", required = true)
    private String target = "";

    @Mixin
    private final VersionOption version = new VersionOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    NeedsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems {
        ScenarioArgument.Given given = scenario.read(around);
        Scenario read = given.scenario();
        List<InputProblem> problems = new ArrayList<>();
        Optional<Long> people = people(read, problems);
        List<String> versions = version.of(read, problems);
        if (people.isEmpty() || !problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        List<Needed> needed = new ArrayList<>();
        try (Progress progress = output.progress(around)) {
            for (String id : versions) {
                needed.add(Needs.search(read, id, people.get(), progress));
            }
        }
        around.out()
                .print(
                        output.json
                                ? Json.text(NeedsSummary.of(given, needed))
                                : NeededText.terminal(read, given.hash(), needed, around.width()));
        return ExitCodes.DONE;
    }

    private Optional<Long> people(Scenario read, List<InputProblem> problems) {
        long expected = read.assemblies().stream()
                .mapToLong(assembly -> Math.round(assembly.people().low()))
                .sum();
        Matcher people = PEOPLE.matcher(target);
        Matcher percent = PERCENT.matcher(target);
        long asked = people.matches()
                ? Long.parseLong(people.group(1).replace(",", ""))
                : percent.matches() ? (long) Math.ceil(expected * Double.parseDouble(percent.group(1)) / 100) : -1;
        if (asked >= 1 && asked <= expected) {
            return Optional.of(asked);
        }
        String problem = asked < 0 ? "needs.no-target" : asked == 0 ? "needs.nobody" : "needs.too-many";
        problems.add(CommandLines.problem(
                "--target", target, Texts.text(problem), Texts.text("needs.target", Texts.number(expected))));
        return Optional.empty();
    }
}
