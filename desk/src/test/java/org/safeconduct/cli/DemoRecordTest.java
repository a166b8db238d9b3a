package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.verify.Bundle;
import tools.jackson.databind.JsonNode;

/** Plays the exercises that come with the project, once in words and once for programs. */
class DemoRecordTest {
    private static final String SOURCED = "antalya-2022-03-10";
    private static final String FICTIONAL = "fennhaven";
    private static final String PLAYED = "out/" + SOURCED + "-exercise"; // where it is played if nothing else is said
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]+");
    private static final Pattern NAMED =
            Pattern.compile("(?:name|title|office|place|assessor|zones|from|according-to): [^\\n]*");
    private static final Set<String> COMMON = Set.of(
            "announced",
            "as",
            "by",
            "corridors",
            "exercise",
            "facilitator",
            "it",
            "kind",
            "may",
            "out",
            "pause",
            "people",
            "press",
            "private",
            "report",
            "side",
            "table",
            "the",
            "to");
    private static final Pattern FIGURE = Pattern.compile("(?<=low: )\\d{2,}");

    @TempDir
    private static Path folder;

    private static Ran words;
    private static Ran invented;
    private static JsonNode json;

    @BeforeAll
    static void play() {
        words = played(SOURCED);
        invented = played(FICTIONAL);
        json = played(SOURCED, "--json", "--out=programs").json();
    }

    private static Ran played(String exercise, String... more) {
        String[] args = {"demo", "record", Ran.shipped(exercise)};
        Ran ran = Ran.in(folder, Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void whatIsToldStandsBesideEachExercise() throws IOException {
        isAsKept(SOURCED, words.out());
        isAsKept(FICTIONAL, invented.out());
    }

    private static void isAsKept(String exercise, String told) throws IOException {
        Path file = Path.of(Ran.shipped(exercise), "played.txt");
        if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(file, told);
        }
        assertThat(told)
                .as("%s; if the change is meant: mvn -pl desk test -Dgolden=write", file)
                .isEqualTo(Files.readString(file));
    }

    @Test
    void onFifthMarchBothRoadsAreStillToSettleAndNothingIsAgreed() {
        assertThat(text(2, "5-march").path("standing").asString()).isEqualTo("proposed");
        assertThat(points("5-march"))
                .contains("fill who ", "fill aid in ", "decide  ua", "decide  ru", "decide  dpr")
                .contains("answer route-west dpr", "answer route-west ru")
                .contains("answer route-east ua", "answer route-east ru")
                .doesNotContain("answer route-west ua", "answer route-east dpr");
        assertThat(text(2, "announced-west").path("standing").asString()).isEqualTo("unilateral");
        assertThat(text(2, "announced-east").path("standing").asString()).isEqualTo("unilateral");
    }

    @Test
    void onFifthMarchItCannotBeDeclaredOpen() {
        assertThat(scene(2)).contains("09-opening.yaml: not accepted (still to settle)");
        JsonNode opening = said(2).filter(one -> one.path("type").asString().equals("opening"))
                .findFirst()
                .orElseThrow();
        assertThat(opening.path("index").isNull()).isTrue();
    }

    @Test
    void inAntalyaTheCeaseFireIsNotAcceptedAndTheRestIsInPrinciple() {
        assertThat(scene(3))
                .contains("ru: does not accept (reported by others, not confirmed)")
                .contains("ru: in principle (reported by others, not confirmed)")
                .contains("other decision-makers must be", "both agree in principle");
    }

    @Test
    void onFourteenthMarchItIsAgreedAndWorksAndNobodyGuaranteesIt() {
        JsonNode text = text(4, "14-march");
        assertThat(text.path("standing").asString()).isEqualTo("agreed");
        assertThat(text.path("points").isEmpty()).isTrue();
        assertThat(text.path("day").asString()).isEqualTo("not opened");
        assertThat(scene(4)).contains("Guaranteed by nobody.", "- Working, as facilitator saw");
    }

    @Test
    void onTwentyEighthMarchTwoWordsOfOneSideStandSideBySide() {
        assertThat(scene(5))
                .contains(
                        "ombudsperson of Ukraine (ua): Seven corridors",
                        "deputy prime minister of Ukraine (ua): There are no");
    }

    @Test
    void onTwentyFifthAprilThePauseIsUnilateral() {
        assertThat(text(6, "pause-azovstal").path("standing").asString()).isEqualTo("unilateral");
        assertThat(scene(6)).contains("Proposed by ru.", "There is no agreement");
    }

    @Test
    void theCountsOfAzovstalMeetAsNotesWithTheirCaveat() {
        assertThat(scene(7))
                .contains("- 126 − 25 = 101: ", "- 69 + 58 = 127: ", "(a note by facilitator; not a fact)", "Caveat: ");
    }

    @Test
    void incidentsStandInTheRecordApartAndInNoExportOfTheTalks() throws IOException, Malformed {
        Set<String> types = said(json)
                .filter(one -> !one.path("index").isNull())
                .filter(one -> one.path("record").asString().equals("incidents"))
                .map(one -> one.path("type").asString())
                .collect(Collectors.toSet());
        assertThat(types).contains("incident", "claim", "assessment");
        assertThat(entries(PLAYED + "/talks.zip"))
                .contains("\"type\":\"statement\"")
                .doesNotContain("\"type\":\"incident\"", "\"type\":\"claim\"", "\"type\":\"assessment\"", "hospital");
        assertThat(entries(PLAYED + "/incidents.zip")).contains("hospital");
        assertThat(scene(3)).contains("08-hospital.yaml: not accepted (incidents apart)");
    }

    @Test
    void bothBundlesAreIntact() {
        assertThat(StreamSupport.stream(json.path("bundles").spliterator(), false)
                        .map(one -> one.path("record").asString() + " "
                                + one.path("finding").path("outcome").asString()))
                .containsExactly("talks intact", "incidents intact");
    }

    @Test
    void everyTextAndEveryPaperIsMarkedAsAnExercise() throws IOException {
        for (String exercise : List.of(SOURCED, FICTIONAL)) {
            assertThat(matches(Pattern.compile("(?m)^title: .*"), documents(exercise)))
                    .isNotEmpty()
                    .allMatch(title -> title.matches("title: \"(Exercise|EXERCISE): .*"));
        }
        assertThat(Ran.in(folder, "print", "14-march", "--data", PLAYED + "/talks", "--out", "paper.html")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("paper.html"))).contains("<strong>Exercise: Antalya");
    }

    @Test
    void playedTwiceAnExerciseGivesTheSameBytesTwice() throws IOException {
        for (String bundle : List.of("talks.zip", "incidents.zip")) {
            assertThat(Files.readAllBytes(folder.resolve("programs").resolve(bundle)))
                    .isEqualTo(Files.readAllBytes(folder.resolve(PLAYED).resolve(bundle)));
        }
    }

    @Test
    void whatWasToldWhilePlayingIsWhatTheRecordShowsAfterwards() {
        for (JsonNode scene : json.path("scenes")) {
            scene.path("states").propertyStream().forEach(one -> {
                String entries = one.getValue().path("entries").asString();
                String data = "programs/" + one.getKey();
                String at = scene.path("at").asString();
                Ran ran = Ran.in(folder, "state", "--json", "--data", data, "--entries", entries, "--at", at);
                assertThat(ran.json()).isEqualTo(one.getValue());
            });
        }
    }

    @Test
    void theCommandsThatItNamesAllEndWell() {
        json.path("next").forEach(one -> {
            String[] command = one.asString().replaceFirst("./safeconduct ", "").split(" ");
            Ran ran = Ran.in(folder, command);
            assertThat(ran.code()).as(ran.err()).isEqualTo(command[0].equals("diff") ? ExitCodes.CHECK_FAILS : 0);
            assertThat(ran.out()).isNotEmpty();
        });
    }

    @Test
    void whoeverWatchesCanGoOnWithTheKeysOfTheExercise() throws IOException {
        Files.writeString(folder.resolve("more.yaml"), "safeconduct: position/1\nitem: again\nview: accepts\n");
        Ran ran = Ran.in(
                folder,
                "talks",
                "more.yaml",
                "--data=programs/talks",
                "--key=programs/keys/kyiv.key",
                "--passphrase-file=programs/keys/passphrase");
        assertThat(ran.out() + ran.err()).isEqualTo("more.yaml: entry 37, position.\n");
    }

    @Test
    void theInventedTwinHasTheSameStepsAndNoNameAndNoFigureOfTheOther() {
        assertThat(shape(FICTIONAL)).isEqualTo(shape(SOURCED));
        Set<String> names = names(SOURCED);
        assertThat(names).contains("mariupol", "ukraine", "türkiye", "babel", "osce", "moscow", "podoliak", "azovstal");
        String invented = documents(FICTIONAL).toLowerCase(Locale.ROOT);
        assertThat(matches(WORD, invented)).doesNotContainAnyElementsOf(names);
        Set<String> figures = matches(FIGURE, documents(SOURCED));
        assertThat(figures).contains("101", "126");
        assertThat(matches(FIGURE, documents(FICTIONAL))).isNotEmpty().doesNotContainAnyElementsOf(figures);
    }

    @Test
    void aFolderThatIsThereIsLeftAsItIs() {
        Ran ran = Ran.in(folder, "demo", "record", Ran.shipped(FICTIONAL), "--out", PLAYED);
        assertThat(ran.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(ran.err())
                .isEqualTo("safeconduct: " + PLAYED + " is there already, and is left as it is."
                        + " Name another folder with --out.\n");
    }

    @Test
    void whereNoExerciseLiesItIsToldWhatToDo() {
        Ran ran = Ran.in(folder, "demo", "record", "--fictional");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).startsWith("scenarios/fennhaven: is no folder here. Run this in Safeconduct's folder");
    }

    @Test
    void anExerciseEndsWhereItsPlaybookIsNotRight() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("01-table"));
        Path table = Path.of(Ran.shipped(FICTIONAL), "01-table");
        for (String file : List.of("01-founding.yaml", "02-consent.yaml")) {
            Files.copy(table.resolve(file), other.resolve("01-table").resolve(file));
        }
        String playbook = read(Path.of(Ran.shipped(FICTIONAL), "playbook.yaml"));
        int end = playbook.indexOf("      - {say: 01-table/03");
        Files.writeString(
                other.resolve("playbook.yaml"),
                playbook.substring(0, end).replace("[upper, lower, shore], at", "[upper], not-accepted: no right, at"));
        Ran ran = Ran.in(folder, "demo", "record", "other");
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.err())
                .isEqualTo("01-table/02-consent.yaml: the rules accept it, and the playbook says that they do not.\n"
                        + "The exercise ends here, since its playbook says otherwise."
                        + " What was put in so far is in out/other-exercise.\n");
    }

    @Test
    void theLessonTellsTheSameInTheSameWords() {
        String lesson = read(Ran.top().resolve("docs/talks.md"));
        assertThat(read(Path.of(Ran.shipped(SOURCED), "03-talks-03-10/01-meeting.yaml"))
                        .lines())
                .filteredOn(line -> !line.contains("Türkiye"))
                .allMatch(lesson::contains);
        for (String said : List.of("02-others-decide", "03-appeal", "08-hospital", "09-council", "10-minister")) {
            assertThat(read(Path.of(Ran.shipped(SOURCED), "03-talks-03-10", said + ".yaml"))
                            .lines())
                    .filteredOn(line -> line.startsWith("says: ") || line.startsWith("source: "))
                    .isNotEmpty()
                    .allMatch(lesson::contains);
        }
    }

    /** What stands in a row of documents, without what they say. */
    private static List<String> shape(String exercise) {
        return documents(exercise)
                .lines()
                .filter(line -> line.startsWith("safeconduct: "))
                .toList();
    }

    /** Words with a capital in whatever has a name, in small letters. */
    private static Set<String> names(String exercise) {
        return NAMED.matcher(documents(exercise))
                .results()
                .flatMap(named -> matches(WORD, named.group()).stream())
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !COMMON.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String documents(String exercise) {
        try (Stream<Path> files = Files.walk(Path.of(Ran.shipped(exercise)))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(DemoRecordTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of all entries of a bundle. */
    private static String entries(String bundle) throws IOException, Malformed {
        StringBuilder text = new StringBuilder();
        for (Bytes file : Bundle.read(Files.readAllBytes(folder.resolve(bundle)), Bundle.USUAL_BYTES)
                .files()
                .values()) {
            text.append(new String(file.toArray(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** What is told of a scene, on one line. */
    private static String scene(int number) {
        String text = words.out();
        int start = text.indexOf("\n" + number + ". ");
        int end = text.indexOf("\n" + (number + 1) + ". ");
        return text.substring(start, end < 0 ? text.indexOf("What each record hands out") : end)
                .replaceAll("\\s+", " ");
    }

    private static JsonNode text(int scene, String id) {
        JsonNode texts =
                json.path("scenes").path(scene - 1).path("states").path("talks").path("texts");
        return StreamSupport.stream(texts.spliterator(), false)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> points(String text) {
        return StreamSupport.stream(text(2, text).path("points").spliterator(), false)
                .map(one -> one.path("what").asString() + " "
                        + one.path("about").asString() + " " + one.path("party").asString())
                .toList();
    }

    private static Stream<JsonNode> said(int scene) {
        return StreamSupport.stream(
                json.path("scenes").path(scene - 1).path("said").spliterator(), false);
    }

    private static Stream<JsonNode> said(JsonNode summary) {
        return StreamSupport.stream(summary.path("scenes").spliterator(), false)
                .flatMap(one -> StreamSupport.stream(one.path("said").spliterator(), false));
    }
}
