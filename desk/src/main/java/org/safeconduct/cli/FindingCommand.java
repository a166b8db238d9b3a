package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.accord.Words;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Statement;
import org.safeconduct.plan.PlanFindings;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Json;
import org.safeconduct.record.Policy;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.ScenarioHash;
import org.safeconduct.store.Keeper;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.PlanFinding;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.KeyFile;
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
    private final RecordOption record = new RecordOption();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "say-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    FindingCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        Policy policy = record.policy(folder);
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        try (Keeper keeper = seen.write(folder, around)) {
            Talks talks = Talks.of(keeper.log(), keeper.log().size(), policy, new FastEd25519());
            PlanFinding finding = finding(talks.view(around.clock().instant(), Viewpoint.EVERYTHING));
            Statement statement = Statement.of("finding", Label.PARTIES, content(finding));
            NextPlace place = NextPlace.in(keeper.log(), AuthorKey.of(signer));
            Entry entry = Signing.sign(around, plan, statement, place, signer).entry();
            SaidEntries said = new SaidEntries(around, output, false, false);
            SaidEntries.Told told = said.put(keeper, plan.toString(), entry, talks.attempt(entry));
            return said.tell(keeper.log().origin(), List.of(told), true);
        }
    }

    /** Of the scenario that is named, and no other. */
    private PlanFinding finding(AccordView view) throws InputProblems {
        List<String> texts = view.texts().stream().map(TextView::id).toList();
        TextView found =
                view.text(text).orElseThrow(() -> Given.word(text, Texts.text("state.none"), Near.remedy(text, texts)));
        List<PlanFinding.JudgedClause> judged = new ArrayList<>();
        List<String> known = found.clauses().stream().map(Clause::id).toList();
        for (String id : clauses) {
            Clause clause = found.clauses().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Given.word(
                            "--clauses " + id, Texts.text("finding.no-clause", text), Near.remedy(id, known)));
            judged.add(new PlanFinding.JudgedClause(id, clause.wording().toHex()));
        }
        Path given = around.at(plan);
        Path file = Files.isDirectory(given) ? given.resolve("plan.json") : given;
        PlanFinding finding = PlanFindings.of(file, ScenarioHash.ofNetwork(around.at(scenario)), version, judged);
        if (!finding.files().scenario().equals(ScenarioHash.of(around.at(scenario)))) {
            throw Given.problem(
                    scenario, Texts.text("finding.other-scenario"), Texts.text("finding.other-scenario.remedy"));
        }
        return finding;
    }

    private Map<String, Json> content(PlanFinding finding) {
        TreeMap<String, Json> content = new TreeMap<>();
        content.put("text", new Json.Text(text));
        content.put(
                "judged",
                new Json.Items(finding.judged().stream()
                        .<Json>map(one -> texts(Map.of("clause", one.clause(), "wording", one.wording())))
                        .toList()));
        content.put(
                "files",
                texts(Map.of(
                        "plan", finding.files().plan(),
                        "problem", finding.files().problem(),
                        "scenario", finding.files().scenario(),
                        "network", finding.files().network())));
        content.put("expected", people(finding.expected()));
        content.put("at-most", people(finding.atMost()));
        content.put("outcome", new Json.Text(Words.of(finding.outcome())));
        return content;
    }

    private static Json texts(Map<String, String> texts) {
        TreeMap<String, Json> members = new TreeMap<>();
        texts.forEach((name, value) -> members.put(name, new Json.Text(value)));
        return new Json.Members(members);
    }

    private static Json people(PlanFinding.PeopleRange people) {
        return Json.Members.of(Map.of("low", new Json.Whole(people.low()), "high", new Json.Whole(people.high())));
    }
}
