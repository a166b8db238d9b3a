package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BadInputTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void breakAScenario() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Path good = Path.of(Ran.shipped("05-one-bus-two-lifts"));
        String yaml = Files.readString(good.resolve("scenario.yaml"))
                .replace("    people: 120", "    poeple: 120")
                .replace("    vehicles: 1\n", "    vehicles: -1\n")
                .replace("to: 2030-05-01 13:00}\n    destinations", "to: 2030-05-01 07:00}\n    destinations");
        Files.writeString(broken.resolve("scenario.yaml"), yaml);
        Files.copy(good.resolve("places.csv"), broken.resolve("places.csv"));
        Files.copy(good.resolve("segments.csv"), broken.resolve("segments.csv"));
    }

    @Test
    void everyProblemIsToldWithFileLineValueAndRemedy() {
        Ran ran = Ran.in(folder, "plan", "broken");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
            broken/scenario.yaml:30: versions[0].silence[0].to = "2030-05-01 07:00": ends before it starts: \
            from is 2030-05-01 08:00 UTC, to is 2030-05-01 07:00 UTC. Write a later time; check date and zone.
            broken/scenario.yaml:34: assemblies[0].people: is missing. Add people: 70000
            broken/scenario.yaml:37: assemblies[0].poeple: is not a key of assembly. Did you mean "people"?
            broken/scenario.yaml:45: fleets[0].vehicles = "-1": is below 1. \
            Write a whole number from 1 to 100,000. Leave the entry out if there are none.
            4 problems; nothing was done.
            """);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void jsonGivesTheSameProblemsAsAnArray() {
        Ran ran = Ran.in(folder, "plan", "broken", "--json");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).isEmpty();
        JsonNode first = ran.json().get(0);
        assertThat(first.get("file").asString()).isEqualTo("broken/scenario.yaml");
        assertThat(first.get("line").asInt()).isPositive();
        assertThat(first.propertyNames()).containsExactly("file", "line", "where", "value", "problem", "remedy");
    }

    @Test
    void everyCommandTellsThemAlike() {
        String plan = Ran.in(folder, "plan", "broken").err();
        assertThat(Ran.in(folder, "plan", "broken", "--dry-run").err()).isEqualTo(plan);
        assertThat(Ran.in(folder, "whatif", "broken", "--longer", "1h").err()).isEqualTo(plan);
        assertThat(Ran.in(folder, "needs", "broken", "--target", "1").err()).isEqualTo(plan);
    }

    @Test
    void aScenarioThatIsNotThereIsToldByItsPath() {
        Ran ran = Ran.in(folder, "plan", "nowhere");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).startsWith("nowhere: there is no such file or folder.");
    }

    @Test
    void wrongWordsOnTheCommandLineGetTheNearOne() {
        assertThat(Ran.in(folder, "plann").err()).contains("Did you mean \"plan\"?");
        assertThat(Ran.in(folder, "plan", "broken", "--jsn").err()).contains("Did you mean \"--json\"?");
        assertThat(Ran.in(folder, "plan").err()).contains("See: safeconduct plan --help");
        assertThat(Ran.in(folder, "plan", "a", "b").code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Ran.in(folder, "plan", "--out").code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Ran.in(folder).code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void anAtSignIsAPlainCharacter() throws IOException {
        Files.writeString(folder.resolve("words"), "--help");
        assertThat(Ran.in(folder, "plan", "@words").err()).startsWith("@words: there is no such file or folder.");
    }

    @Test
    void whatIsTypedCannotMoveTheTerminalsCursor() {
        assertThat(Ran.in(folder, "plan", "\u001B[2Jx").err()).doesNotContain("\u001B");
        assertThat(Ran.in(folder, "plan", "x", "--\u001B[2J").err()).doesNotContain("\u001B");
    }

    @Test
    void ourOwnMistakeIsOneLineUnlessATraceIsWanted() {
        Failures plain = failures(false);
        assertThat(plain.report(new IllegalStateException("broken"))).isEqualTo(ExitCodes.INTERNAL);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a mistake in Safeconduct itself", "broken", "org.safeconduct.cli.BadInputTest", "--trace")
                .hasLineCount(1);
        failures(true).report(new IllegalStateException("broken"));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("\tat org.safeconduct.cli.BadInputTest");
        assertThat(plain.report(new StackOverflowError())).isEqualTo(ExitCodes.INTERNAL);
    }

    private Failures failures(boolean trace) {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Failures(new Surroundings(err, err, folder, Disk.REAL, () -> false, 80, trace), false, trace);
    }
}
