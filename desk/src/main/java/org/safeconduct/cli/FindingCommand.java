package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.agree.FindingContent;
import org.safeconduct.keeping.Statement;
import org.safeconduct.plan.PlanFindings;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.ScenarioHash;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.PlanFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code finding TEXT}: puts into a record what planning says of clauses, once the plan was checked. */
@Command(name = "finding", sortOptions = false)
final class FindingCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "TEXT", descriptionKey = "finding-text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String text;

    @Option(names = "--plan", paramLabel = "DIR", required = true, descriptionKey = "finding-plan")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path plan;

    @Option(names = "--scenario", paramLabel = "DIR", required = true, descriptionKey = "finding-scenario")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path scenario;

    @Option(names = "--version", paramLabel = "ID", required = true, descriptionKey = "finding-version")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Option(names = "--clauses", paramLabel = "ID", split = ",", required = true, descriptionKey = "finding-clauses")
    private List<String> clauses = new ArrayList<>();

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    FindingCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        try (Saying saying = author.open(around)) {
            PlanFinding finding = finding(saying.talks().view(around.clock().instant(), Viewpoint.EVERYTHING));
            Statement statement = Statement.of("finding", Label.PARTIES, FindingContent.of(text, finding));
            return saying.tell(
                    output, List.of(saying.say(plan.toString(), statement, Saying.Manner.IF_ACCEPTED)), true);
        }
    }

    /** Of the scenario that is named, and no other. */
    private PlanFinding finding(AccordView view) throws InputProblems {
        List<PlanFinding.JudgedClause> judged = judged(view);
        Path given = around.at(plan);
        Path file = Files.isDirectory(given) ? given.resolve("plan.json") : given;
        PlanFinding finding = PlanFindings.of(file, ScenarioHash.ofNetwork(around.at(scenario)), version, judged);
        if (!finding.files().scenario().equals(ScenarioHash.of(around.at(scenario)))) {
            throw Given.problem(
                    scenario, Texts.text("finding.other-scenario"), Texts.text("finding.other-scenario.remedy"));
        }
        return finding;
    }

    private List<PlanFinding.JudgedClause> judged(AccordView view) throws InputProblems {
        Map<String, Clause> known = new LinkedHashMap<>();
        ViewOptions.text(view, text).clauses().forEach(clause -> known.put(clause.id(), clause));
        List<PlanFinding.JudgedClause> judged = new ArrayList<>();
        for (String id : clauses) {
            Clause clause = known.get(id);
            if (clause == null) {
                throw Given.word(
                        "--clauses " + id,
                        Texts.text("finding.no-clause", text),
                        Near.remedy(id, List.copyOf(known.keySet())));
            }
            judged.add(new PlanFinding.JudgedClause(id, clause.wording().toHex()));
        }
        return judged;
    }
}
