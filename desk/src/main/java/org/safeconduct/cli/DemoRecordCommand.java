package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeconduct.agree.Playbook;
import org.safeconduct.agree.PlaybookReader;
import org.safeconduct.publish.AccordText;
import org.safeconduct.publish.Plain;
import org.safeconduct.publish.PlaybookText;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code demo record}: plays an exercise, and shows after each scene how all stands. */
@Command(name = "record", sortOptions = false)
final class DemoRecordCommand implements Callable<Integer> {
    private static final Path SOURCED = Path.of("scenarios", "antalya-2022-03-10");
    private static final Path FICTIONAL = Path.of("scenarios", "fennhaven");
    private static final Path OUT = Path.of("out");
    private static final String SUFFIX = "-exercise";
    private static final String COMMAND = "./safeconduct ";

    private final Surroundings around;

    @Parameters(paramLabel = "EXERCISE", arity = "0..1", descriptionKey = "demo-exercise")
    private @Nullable Path exercise;

    @Option(names = "--fictional", descriptionKey = "demo-fictional")
    private boolean isFictional;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo-out")
    private @Nullable Path out;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    DemoRecordCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format,
            String folder,
            String title,
            List<ScenePlayed> scenes,
            List<Handed> bundles,
            List<String> next) {}

    /** A scene; {@code states} are those of the records in which something was said, as {@code state --json} prints them. */
    record ScenePlayed(
            int number, String title, String at, List<SaidHere> said, Map<String, StateSummary.Written> states) {}

    /** What became of a document; {@code index} is null if the rules did not accept it. */
    record SaidHere(
            String record,
            String author,
            String file,
            String type,
            String identity,
            @Nullable Long index,
            String rule,
            String about,
            String remedy) {}

    /** A bundle, and what {@code verify --json} finds. */
    record Handed(String record, String file, JsonNode finding) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Path folder = folder();
        Playbook playbook = read(folder);
        Path place = place(folder);
        List<ScenePlayed> scenes = new ArrayList<>();
        try (Progress progress = output.progress(around);
                Exercise played = new Exercise(playbook, place, around)) {
            progress.accept(Texts.text("demo.keys"));
            played.begin();
            tell(PlaybookText.beginning(playbook, around.width()));
            for (Playbook.Scene scene : playbook.scenes()) {
                progress.accept(Plain.of(scene.title()));
                Map<String, Long> before = sizes(playbook, played);
                List<Exercise.Said> said = played.play(scene);
                if (!said.getLast().isAsWritten()) {
                    return stopped(said.getLast(), place);
                }
                List<PlaybookText.Seen> seen = seen(scene, said, before, played);
                tell("\n" + text(scenes.size() + 1, scene, said, seen));
                List<String> records =
                        seen.stream().map(PlaybookText.Seen::record).toList();
                scenes.add(summary(scenes.size() + 1, scene, said, records, played));
            }
            tell("\n" + PlaybookText.end(around.width()));
            progress.accept(Texts.text("demo.bundles"));
            List<String> next = next(playbook, played, scenes);
            played.end();
            List<Handed> bundles = handOut(playbook, played);
            finish(new Summary("safeconduct-demo/1", place.toString(), playbook.title(), scenes, bundles, next));
            return ExitCodes.DONE;
        }
    }

    private Path folder() throws InputProblems {
        if (exercise != null && isFictional) {
            throw Given.word("--fictional", Texts.text("demo.two"), Texts.text("demo.two.remedy"));
        }
        return exercise != null ? exercise : isFictional ? FICTIONAL : SOURCED;
    }

    private Playbook read(Path folder) throws InputProblems {
        if (!Files.isDirectory(around.at(folder))) {
            throw Given.problem(folder, Texts.text("demo.absent"), Texts.text("demo.absent.remedy"));
        }
        return PlaybookReader.read(around.at(folder), SayCommand.listTypes(), ExerciseKeys::publicKey);
    }

    /** A folder in which nothing is; without a name of its own, the first such beside this one. */
    private Path place(Path folder) throws CannotWrite {
        if (out == null) {
            String name = folder.toAbsolutePath().normalize().getFileName() + SUFFIX;
            Path free = OUT.resolve(name);
            for (int i = 2; Files.exists(around.at(free)); i++) {
                free = OUT.resolve(name + "-" + i);
            }
            return free;
        }
        if (Files.exists(around.at(out))) {
            throw new CannotWrite(Texts.text("demo.exists", out));
        }
        return out;
    }

    private static Map<String, Long> sizes(Playbook playbook, Exercise played) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        playbook.records().keySet().forEach(record -> sizes.put(record, played.size(record)));
        return sizes;
    }

    private static List<PlaybookText.Seen> seen(
            Playbook.Scene scene, List<Exercise.Said> said, Map<String, Long> before, Exercise played) {
        return before.entrySet().stream()
                .filter(one -> played.size(one.getKey()) > one.getValue())
                .map(one -> new PlaybookText.Seen(
                        one.getKey(),
                        played.view(one.getKey(), scene.at()),
                        new AccordText.News(one.getValue(), texts(said, one.getKey()))))
                .toList();
    }

    private static Set<String> texts(List<Exercise.Said> said, String record) {
        return said.stream()
                .filter(one -> one.record().equals(record))
                .flatMap(one -> one.text().stream())
                .collect(Collectors.toSet());
    }

    private String text(int number, Playbook.Scene scene, List<Exercise.Said> said, List<PlaybookText.Seen> seen) {
        List<String> notAccepted = said.stream()
                .filter(one -> !one.told().rule().isEmpty())
                .map(one -> notAccepted(one.told()))
                .toList();
        return PlaybookText.scene(number, scene, notAccepted, seen, around.width());
    }

    private static String notAccepted(Saying.Told told) {
        return Texts.text("say.not", told.file(), told.rule(), told.about(), told.remedy());
    }

    private static ScenePlayed summary(
            int number, Playbook.Scene scene, List<Exercise.Said> said, List<String> records, Exercise played) {
        Map<String, StateSummary.Written> states = new LinkedHashMap<>();
        records.forEach(record -> states.put(record, played.state(record, scene.at())));
        return new ScenePlayed(
                number,
                scene.title(),
                scene.at().toString(),
                said.stream().map(DemoRecordCommand::summary).toList(),
                states);
    }

    private static SaidHere summary(Exercise.Said said) {
        Saying.Told told = said.told();
        return new SaidHere(
                said.record(),
                said.author(),
                told.file(),
                told.type(),
                told.index() == null ? "" : told.identity(),
                told.index(),
                told.rule(),
                told.about(),
                told.remedy());
    }

    /** Exports and verifies every record by the commands for it, and shows them. */
    private List<Handed> handOut(Playbook playbook, Exercise played) throws IOException {
        List<Handed> bundles = new ArrayList<>();
        tell("\n" + Texts.text("demo.handed") + "\n");
        for (String record : playbook.records().keySet()) {
            String bundle = played.at(record + ".zip").toString();
            shown(played, "export", "--data", played.at(record).toString(), "--out", bundle);
            String policy = played.at(record, "policy").toString();
            if (output.json) {
                String finding = played.run("verify", bundle, "--policy", policy, "--json");
                bundles.add(new Handed(record, bundle, Json.tree(finding.getBytes(StandardCharsets.UTF_8))));
            } else {
                shown(played, "verify", bundle, "--policy", policy);
            }
        }
        return bundles;
    }

    private void shown(Exercise played, String... command) throws IOException {
        tell("$ " + COMMAND + Shell.line(command) + "\n" + played.run(command));
    }

    /** Three commands to go on with: how a party saw it on a day, two texts beside each other, a record entry by entry. */
    private static List<String> next(Playbook playbook, Exercise played, List<ScenePlayed> scenes) {
        List<String> records = List.copyOf(playbook.records().keySet());
        Path first = played.at(records.getFirst());
        List<String> next = new ArrayList<>();
        for (int i = 0; i < scenes.size() && next.isEmpty(); i++) {
            StateSummary.Written state = scenes.get(i).states().get(records.getFirst());
            Optional<Playbook.Compared> two = playbook.scenes().get(i).compared();
            if (state != null && two.isPresent()) {
                next.add(COMMAND + "state --data " + Shell.word(first) + " --entries " + state.entries() + " --at "
                        + state.at() + " --as " + reader(playbook, played));
                next.add(COMMAND + "diff " + two.get().left() + " " + two.get().right() + " --data "
                        + Shell.word(first));
            }
        }
        next.add(COMMAND + "record log --data " + Shell.word(played.at(records.getLast())) + " --most 100");
        return next;
    }

    private static String reader(Playbook playbook, Exercise played) {
        String first = playbook.records().keySet().stream().findFirst().orElseThrow();
        return played.view(first, playbook.scenes().getLast().at()).parties().keySet().stream()
                .findFirst()
                .orElse("public");
    }

    private void finish(Summary summary) {
        if (output.json) {
            around.out().print(Json.text(summary));
            return;
        }
        tell("\n" + Texts.text("demo.next") + "\n");
        summary.next().forEach(command -> tell("  " + command + "\n"));
        tell(Texts.text("demo.yours", Path.of(summary.folder()).resolve("keys")) + "\n");
    }

    private int stopped(Exercise.Said last, Path place) {
        Saying.Told told = last.told();
        String what = told.rule().isEmpty() ? Texts.text("demo.accepted", told.file()) : notAccepted(told);
        around.err().println(Plain.of(what));
        around.err().println(Plain.of(Texts.text("demo.stopped", place)));
        return ExitCodes.CHECK_FAILS;
    }

    private void tell(String text) {
        if (!output.json) {
            around.out().print(text);
            around.out().flush();
        }
    }
}
