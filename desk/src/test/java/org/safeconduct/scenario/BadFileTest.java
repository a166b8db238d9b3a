package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no scenario, or want to be a trap. */
class BadFileTest {
    private static final Draft GOOD = Draft.THREE_TOWNS;

    @TempDir
    Path folder;

    @Test
    void aYamlBombIsRefusedAtItsFirstAnchor() {
        Draft bomb = new Draft("""
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            """, "", "");
        assertThat(bomb.problems(folder))
                .containsExactly("scenario.yaml:1: a: has an anchor (&); they are not used here."
                        + " Write the value out where it is needed.");
    }

    @Test
    void tenThousandBracketsAreRefused() {
        Draft draft = new Draft("a: " + "[".repeat(10_000), "", "");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("is nested too deep. Nest at most 12 levels.");
    }

    @Test
    void aliasesAndTagsAreRefused() {
        assertThat(GOOD.scenario("2000", "*people").problems(folder))
                .singleElement()
                .asString()
                .contains("is an alias (*)");
        assertThat(GOOD.scenario("2000", "!!int 2000").problems(folder))
                .singleElement()
                .asString()
                .contains("has a tag (!)");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(GOOD.with("---\nid: more\n").problems(folder))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:33: a second document starts here.");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        Draft draft = GOOD.scenario("route: [alder, birch, cedar]", "route: [alder, birch, cedar");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("scenario.yaml:19: cannot be read as YAML:")
                .endsWith("Check indentation, colons and quotes near there.");
    }

    @Test
    void anEmptyFileAndAListAreNoScenario() {
        assertThat(new Draft("", "", "").problems(folder))
                .containsExactly("scenario.yaml: is empty. Start with: safeconduct: scenario/1");
        assertThat(new Draft("- a\n- b\n", "", "").problems(folder))
                .singleElement()
                .asString()
                .contains("is a list, not a scenario.");
    }

    @Test
    void aFormatOfALaterVersionIsNotGuessedAt() {
        assertThat(GOOD.scenario("scenario/1", "scenario/2").problems(folder))
                .singleElement()
                .asString()
                .contains("safeconduct = \"scenario/2\": is a format this program does not read.");
    }

    @Test
    void aFileLargerThanOneMebibyteIsRefused() {
        assertThat(GOOD.with("# " + "x".repeat(1 << 20)).problems(folder))
                .containsExactly(
                        "scenario.yaml: is larger than 1 MiB. Split the scenario, or leave out what is not used.");
    }

    @Test
    void bytesThatAreNoTextAreToldWithTheirLine() throws IOException {
        GOOD.problems(folder);
        Files.write(folder.resolve("places.csv"), new byte[] {'i', 'd', '\n', (byte) 0xC3, (byte) 0x28});
        assertThat(Draft.problemsOf(folder))
                .contains("places.csv:2: holds bytes that are not UTF-8. Save the file as UTF-8.");
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        GOOD.problems(folder);
        Files.delete(folder.resolve("segments.csv"));
        assertThat(Draft.problemsOf(folder)).anyMatch(p -> p.startsWith("segments.csv: there is no such file."));
        assertThat(Draft.problemsOf(folder.resolve("nowhere.yaml")))
                .singleElement()
                .asString()
                .startsWith("nowhere.yaml: there is no such file.");
    }

    @Test
    void filesOutsideTheFolderAreNotRead() {
        Draft draft = GOOD.scenario("places: places.csv", "places: ../../etc/passwd");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("network.places = \"../../etc/passwd\": is not the name of a file in the scenario's folder.");
    }

    @Test
    void charactersThatSteerATerminalAreNeitherTakenNorPrinted() {
        Draft draft = GOOD.places("birch,Birch", "birch,Bi\u001B[31mrch");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("holds characters that cannot be seen.")
                .doesNotContain("\u001B");
    }

    @Test
    void aRowWithTooManyValuesIsTold() {
        Draft draft = GOOD.segments("600,yes\nbirch", "600,yes,no\nbirch");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("segments.csv:2: has 8 values; the header has 7.");
    }

    @Test
    void whatIsLeftOutIsNotAProblemButIsNoted() throws InputProblems {
        assertThat(GOOD.read(folder).assumed())
                .containsExactly(
                        "scenario: derating 0.85, not stated",
                        "scenario: step 1 min, not stated",
                        "assembly market: from 2022-03-05 07:00 Europe/Kyiv, not stated",
                        "assembly market: persons_per_car 4, not stated",
                        "fleet buses: from 2022-03-05 07:00 Europe/Kyiv, not stated",
                        "fleet buses: loading 20 min, not stated",
                        "fleet buses: unloading 15 min, not stated",
                        "fleet buses: shuttles true, not stated",
                        "fleet buses: serves market, not stated");
    }
}
