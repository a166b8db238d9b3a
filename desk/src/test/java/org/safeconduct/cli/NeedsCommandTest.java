package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NeedsCommandTest {
    private static final String BUS = Ran.shipped("05-one-bus-two-lifts");

    @TempDir
    private Path folder;

    @Test
    void tellsWhatSufficesAndThatOneStepLessDoesNot() {
        Ran ran = Ran.in(folder, "needs", BUS, "--target", "100%");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "To have 120 people out by the end. As stated, 100 are in the plan.",
                        "- more time, minutes: +90 suffices, 120 people in a plan; one step less, +75, does not: at"
                                + " most 100.",
                        "- more vehicles: the village bus: +1 suffices, 120 people in a plan; one step less, +0, does"
                                + " not:",
                        "a star where the target is reached",
                        "120*",
                        "This does not say that the road is safe.");
    }

    @Test
    void jsonHasEveryLeverAndGrid() {
        JsonNode summary =
                Ran.in(folder, "needs", BUS, "--target", "120", "--json").json();
        JsonNode version = summary.get("versions").get(0);
        assertThat(version.get("target").asInt()).isEqualTo(120);
        JsonNode lever = version.get("levers").get(0);
        assertThat(lever.get("suffices").asBoolean()).isTrue();
        assertThat(lever.get("amount").asInt()).isEqualTo(90);
        assertThat(lever.get("less").asInt()).isEqualTo(75);
        assertThat(lever.get("proven").asBoolean()).isTrue();
        assertThat(version.get("grids").get(0).get("planned").size()).isPositive();
    }

    @Test
    void whatIsEnoughAlreadyNeedsNothing() {
        assertThat(Ran.in(folder, "needs", BUS, "--target", "50%").out()).contains("That is enough already.");
    }

    @Test
    void oneVersionCanBeAskedAbout() {
        String two = Ran.shipped("12-two-versions");
        String id = Ran.in(folder, "plan", two, "--dry-run", "--json")
                .json()
                .get("versions")
                .get(1)
                .asString();
        JsonNode versions = Ran.in(folder, "needs", two, "--target", "1", "--version", id, "--json")
                .json()
                .get("versions");
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).get("version").asString()).isEqualTo(id);
    }

    @Test
    void everyWrongOptionIsTold() {
        Ran ran = Ran.in(folder, "needs", BUS, "--target", "121", "--version", "nort");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("more than are expected", "Did you mean \"north\"?", "2 problems");
        for (String target : new String[] {"0", "0%", "many", "101%", "-1", "1e9", "99999999999999999999", "%"}) {
            assertThat(Ran.in(folder, "needs", BUS, "--target=" + target).code())
                    .as(target)
                    .isEqualTo(ExitCodes.BAD_INPUT);
        }
        assertThat(Ran.in(folder, "needs", BUS).err()).contains("--target");
    }
}
