package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.accord.Words;
import org.safeconduct.agree.AnnouncedClauses;
import org.safeconduct.agree.Differences;
import org.safeconduct.agree.Talks;
import org.safeconduct.publish.ClauseWords;
import org.safeconduct.publish.DifferenceText;
import org.safeconduct.publish.RoutesGeoJson;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff TEXT OTHER}: two texts beside each other; or a text and what a scenario plans with. */
@Command(name = "diff", sortOptions = false)
final class DiffCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "TEXT", descriptionKey = "diff-text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String text;

    @Parameters(index = "1", paramLabel = "OTHER", descriptionKey = "diff-other")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String other;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--scenario", paramLabel = "DIR", descriptionKey = "diff-scenario")
    private @Nullable Path scenario;

    @Option(names = "--geojson", paramLabel = "FILE", descriptionKey = "diff-geojson")
    private @Nullable Path geojson;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    DiffCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format,
            String left,
            String right,
            List<Kind> kinds,
            long sharedMinutes,
            List<String> sharedPlaces) {}

    /** Whether the two say different things of one kind of clause. */
    record Kind(String kind, boolean differs) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        try (KeptLog log = record.read(around)) {
            AccordView view = Talks.of(log, log.size(), record.policy(record.folder(around)), new FastEd25519())
                    .view(around.clock().instant(), Viewpoint.EVERYTHING);
            List<Clause> left = ViewOptions.text(view, text).clauses();
            List<Clause> right =
                    scenario == null ? ViewOptions.text(view, other).clauses() : announced(scenario);
            Differences differences =
                    Differences.between(scenario == null ? left : AnnouncedClauses.comparable(left, right), right);
            if (geojson != null) {
                Map<String, List<Clause>> both = new LinkedHashMap<>();
                both.put(text, left);
                both.put(other, right);
                NewFile.write(around, geojson, RoutesGeoJson.write(both).getBytes(StandardCharsets.UTF_8));
            }
            if (output.json) {
                around.out().print(Json.text(summary(differences)));
            } else {
                ClauseWords words = new ClauseWords(view.zones());
                around.out().print(DifferenceText.terminal(differences, text, other, words, around.width()));
            }
            return differences.pairs().stream().anyMatch(Differences.Pair::differs)
                    ? ExitCodes.CHECK_FAILS
                    : ExitCodes.DONE;
        }
    }

    private List<Clause> announced(Path folder) throws InputProblems {
        Scenario read = ScenarioReader.read(around.at(folder));
        List<String> known = read.versions().stream().map(Scenario.Version::id).toList();
        if (!known.contains(other)) {
            throw Given.word(other, Texts.text("diff.no-version"), Near.remedy(other, known));
        }
        return AnnouncedClauses.of(read, other);
    }

    private Summary summary(Differences differences) {
        return new Summary(
                "safeconduct-diff/1",
                text,
                other,
                differences.pairs().stream()
                        .map(pair -> new Kind(Words.of(pair.kind()), pair.differs()))
                        .toList(),
                differences.sharedHours().map(time -> time.toMinutes()).orElse(-1L),
                differences.sharedPlaces());
    }
}
