package org.safeconduct.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Hash;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;

class PlaybookReaderTest {
    private static final List<String> TYPES = List.of("founding-consent", "meeting");
    private static final String PLAYBOOK = """
        safeconduct: playbook/1
        title: A table
        about: An exercise.
        zone: Europe/Kyiv
        authors: {west: exercise.example/west, east: exercise.example/east}
        records: {talks: exercise.example/talks}
        scenes:
          - title: One meets
            note: The other does not.
            at: 2022-03-05 10:00
            compare: [one, other]
            steps:
              - {say: meeting.yaml, by: [west], at: 2022-03-05 09:00}
              - {say: consent.yaml, by: [west, east], in: talks, at: 2022-03-05 09:30, not-accepted: no right}
        """;
    private static final String MEETING = """
        safeconduct: meeting/1
        meeting: table
        at: 2022-03-05T09:00Z
        place: A hall
        """;
    private static final String CONSENT = """
        safeconduct: founding-consent/1
        founding: <entry of meeting.yaml>
        """;

    @TempDir
    private Path folder;

    private Playbook read(String playbook, String consent) throws IOException, InputProblems {
        Files.writeString(folder.resolve("playbook.yaml"), playbook);
        Files.writeString(folder.resolve("meeting.yaml"), MEETING);
        Files.writeString(folder.resolve("consent.yaml"), consent);
        return PlaybookReader.read(folder, TYPES, name -> "01" + Hash.NONE.toHex());
    }

    private List<String> problems(String playbook, String consent) {
        return catchThrowableOfType(InputProblems.class, () -> read(playbook, consent)).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }

    @Test
    void stepsSayWhoSaysWhatWhenAndWhere() throws Exception {
        Playbook playbook = read(PLAYBOOK, CONSENT);
        Playbook.Scene scene = playbook.scenes().getFirst();
        assertThat(scene.compared()).contains(new Playbook.Compared("one", "other"));
        assertThat(scene.at()).isEqualTo(Instant.parse("2022-03-05T08:00:00Z"));
        assertThat(scene.steps())
                .containsExactly(
                        new Playbook.Step(
                                "meeting.yaml", List.of("west"), "talks", Instant.parse("2022-03-05T07:00:00Z"), ""),
                        new Playbook.Step(
                                "consent.yaml",
                                List.of("west", "east"),
                                "talks",
                                Instant.parse("2022-03-05T07:30:00Z"),
                                "no right"));
    }

    @Test
    void allThatIsWrongWithAPlaybookIsToldAtOnceWithLines() {
        String wrong = PLAYBOOK.replace("by: [west]", "by: [wets]")
                .replace("in: talks", "in: talk")
                .replace("09:30", "08:30")
                .replace("note:", "nota:")
                .replace("[one, other]", "[one]");
        assertThat(problems(wrong, CONSENT))
                .containsExactly(
                        "playbook.yaml:8: scenes[0]: has no \"note\", or it is no single value. Write note: …",
                        "playbook.yaml:8: scenes[0]: compares 1 texts. Name two: compare: [one, other]",
                        "playbook.yaml:9: scenes[0].nota = \"The other does not.\": is not known here."
                                + " Did you mean \"note\"?",
                        "playbook.yaml:13: scenes[0].steps[0]: names \"wets\", which is not listed."
                                + " Did you mean \"west\"?",
                        "playbook.yaml:14: scenes[0].steps[1]: names \"talk\", which is not listed."
                                + " Did you mean \"talks\"?",
                        "playbook.yaml:14: scenes[0].steps[1]: is said before the step above it."
                                + " Put steps in the order of their moments.");
    }

    @Test
    void noDocumentAndNoKeyLiesOutsideTheFolder() {
        assertThat(problems(PLAYBOOK.replace("say: meeting.yaml", "say: ../meeting.yaml"), CONSENT))
                .singleElement()
                .asString()
                .startsWith("playbook.yaml:13: scenes[0].steps[0].say = \"../meeting.yaml\": is no name of a document");
        assertThat(problems(
                        PLAYBOOK.replace("west: exercise", "../west: exercise").replace("west]", "../west]"), CONSENT))
                .first()
                .asString()
                .startsWith("playbook.yaml:5: authors.../west = \"exercise.example/west\": is no word for a key");
        assertThat(problems(PLAYBOOK.replace("{talks:", "{keys:"), CONSENT))
                .first()
                .asString()
                .contains("is no word for a key or a record");
    }

    @Test
    void twoKeysOfOneNameAreNotTwoKeys() {
        assertThat(problems(PLAYBOOK.replace("example/east", "example/west"), CONSENT))
                .containsExactly("playbook.yaml:1: names two authors or records the same."
                        + " Give each a word and a name of its own.");
    }

    @Test
    void aBlankThatCannotBeFilledIsToldWithItsLine() {
        assertThat(problems(PLAYBOOK, CONSENT.replace("entry of meeting.yaml", "entry of meeting.yml")))
                .containsExactly("consent.yaml:2: entry = \"meeting.yml\": is no document that was said before."
                        + " Did you mean \"meeting.yaml\"?");
        assertThat(problems(PLAYBOOK, CONSENT.replace("entry of meeting.yaml", "key of south")))
                .anyMatch(problem -> problem.startsWith("consent.yaml:2: key = \"south\": is no author"));
    }

    @Test
    void whateverTheBytesAreTheAnswerIsAPlaybookOrProblems() throws IOException {
        long seed = Long.getLong("seed", 20220310);
        Random random = new Random(seed);
        byte[] good = PLAYBOOK.getBytes(StandardCharsets.UTF_8);
        int wrong = 0;
        for (int i = 0; i < 100; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) "{}[]:-,#\n \"x0~".charAt(random.nextInt(14));
            }
            try {
                read(new String(bytes, StandardCharsets.UTF_8), CONSENT);
            } catch (InputProblems e) {
                wrong++;
                assertThat(e.problems()).as("-Dseed=" + seed).isNotEmpty();
            }
        }
        assertThat(wrong).as("-Dseed=" + seed).isPositive();
    }
}
