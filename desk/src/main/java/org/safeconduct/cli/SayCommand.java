package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Heard;
import org.safeconduct.accord.TalksView;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.agree.Document;
import org.safeconduct.agree.DocumentReader;
import org.safeconduct.agree.Talks;
import org.safeconduct.agree.TextPlaces;
import org.safeconduct.places.Doubt;
import org.safeconduct.publish.DoubtWords;
import org.safeconduct.road.Area;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.RoadProblem;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code found}, {@code propose}, {@code answer}, …: says in a record what documents say, once the rules were asked.
 *
 * <p>What the rules do not accept is not put in, unless that is asked for: the record would take it, but it would have
 * no effect.
 */
@Command(sortOptions = false)
final class SayCommand implements Callable<Integer> {
    private static final Map<String, List<String>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("found", List.of("founding", "founding-consent", "mandate", "mandate-end"));
        TYPES.put("propose", List.of("proposal", "amendment", "withdrawal"));
        TYPES.put("answer", List.of("answer", "release"));
        TYPES.put("ratify", List.of("ratification", "fulfilment"));
        TYPES.put("confirm", List.of("confirmation", "opening", "suspension", "closing"));
        TYPES.put("report", List.of("observation"));
        TYPES.put("talks", List.of("meeting", "statement", "position", "undertaking", "outcome", "derivation"));
        TYPES.put("notify", List.of("notice", "notice-step"));
        TYPES.put("claim", List.of("incident", "claim", "assessment", "statement", "derivation"));
        TYPES.put("erase", List.of("erasure", "erasure-consent", "erasure-done"));
    }

    /** The commands, each with the types of documents that it takes. */
    static final Map<String, List<String>> COMMANDS = Collections.unmodifiableMap(TYPES);

    /** All types of documents that can be said. */
    static List<String> listTypes() {
        return COMMANDS.values().stream().flatMap(List::stream).distinct().toList();
    }

    private final Surroundings around;
    private final List<String> types;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "say-files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Option(names = "--dry-run", descriptionKey = "say-dry-run")
    private boolean isDry;

    @Option(names = "--anyway", descriptionKey = "say-anyway")
    private boolean isAnyway;

    @Option(names = "--box", paramLabel = "W,S,E,N", descriptionKey = "say-box")
    private @Nullable String box;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    /**
     * A command.
     *
     * @param types of documents that it takes
     */
    SayCommand(Surroundings around, List<String> types) {
        this.around = around;
        this.types = List.copyOf(types);
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        List<Document> documents = documents();
        Saying.Manner anyhow = isAnyway ? Saying.Manner.ANYWAY : Saying.Manner.IF_ACCEPTED;
        Saying.Manner manner = isDry ? Saying.Manner.NEVER : anyhow;
        Area area = area();
        try (Saying saying = author.open(around)) {
            List<Saying.Told> told = new ArrayList<>();
            for (Document document : documents) {
                Saying.Told one = saying.say(document, manner);
                told.add(one.rule().isEmpty() ? one.withDoubts(doubts(saying.talks(), document, area)) : one);
                if (told.getLast().index() == null && !isDry) {
                    break; // what follows may rest on it
                }
            }
            return saying.tell(output, told, told.size() == files.size());
        }
    }

    private Area area() throws InputProblems {
        if (box == null) {
            return Area.EVERYWHERE;
        }
        try {
            return AreaReader.box(box);
        } catch (RoadProblems e) {
            RoadProblem problem = e.problems().getFirst();
            throw new InputProblems(
                    List.of(CommandLines.problem("--box", problem.value(), problem.problem(), problem.remedy())));
        }
    }

    /** All documents; everything that is wrong with any of them is told at once, before anything is signed. */
    private List<Document> documents() throws InputProblems {
        List<Document> documents = new ArrayList<>();
        List<InputProblem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                documents.add(DocumentReader.read(around.folder(), file.toString(), types));
            } catch (InputProblems e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        return documents;
    }

    /** What is doubtful about the places that a document brings or changes; nothing is held up by it. */
    private List<String> doubts(Talks talks, Document document, Area area) {
        Supplier<AccordView> view = () -> talks.view(around.clock().instant(), Viewpoint.EVERYTHING);
        List<Doubt> doubts = switch (document.type()) {
            case "proposal", "amendment" ->
                document.findText()
                        .flatMap(text -> view.get().text(text))
                        .map(text -> TextPlaces.listDoubts(text.clauses(), area))
                        .orElse(List.of());
            case "notice" ->
                view.get().talks().notices().stream()
                        .map(TalksView.NoticeView::notice)
                        .max(Comparator.comparingLong(Heard::entry))
                        .map(notice -> TextPlaces.listDoubtsAlong(notice.said().places(), area))
                        .orElse(List.of());
            default -> List.of();
        };
        return doubts.stream().map(DoubtWords::of).toList();
    }
}
