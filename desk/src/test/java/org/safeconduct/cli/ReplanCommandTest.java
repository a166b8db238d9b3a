package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReplanCommandTest {
    private static final String BRIDGE = Ran.shipped("02-bridge-closes");
    private static final String BUS = Ran.shipped("05-one-bus-two-lifts");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    @BeforeAll
    static void closeTheBridgeAtHalfPastEight() {
        assertThat(close(made, "x").code()).isZero();
    }

    private static Ran close(Path in, String out, String... more) {
        String[] args = {"replan", BRIDGE, "--at", "08:30", "--close", "ford-birch", "--out", out};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Ran.in(in, all);
    }

    /** Ten cars of four a minute on each road; ten minutes to the ford, ten over the bridge, so those of 08:20 are at its start at 08:30. */
    @Test
    void whoIsOnTheBridgeTurnsBackAndTheOthersAreToldWhereTheyStand() {
        JsonNode low = low(close(folder, "y", "--json"));
        assertThat(low.get("arrived").asLong()).isEqualTo(4 * 10 * 10);
        assertThat(low.get("turnedBack").get(0).get("people").asLong()).isEqualTo(4 * 10 * 9);
        assertThat(low.get("onRoad").asLong() - low.get("goOn").asLong()).isEqualTo(4 * 10 * (9 + 10));
        assertThat(low.get("stopped").get(0).get("place").asString()).isEqualTo("ford");
    }

    @Test
    void whoMayFinishCrossesTheBridge() {
        JsonNode back = low(close(folder, "y", "--json"));
        JsonNode finish = low(close(folder, "y", "--json", "--on-closing", "finish"));
        assertThat(finish.get("turnedBack")).isEmpty();
        assertThat(finish.get("goOn").asLong() - back.get("goOn").asLong()).isEqualTo(4 * 10 * 9);
    }

    @Test
    void theTextTellsThePlanBeforeDoingNothingAndThisPlan() {
        assertThat(close(folder, "y").out())
                .contains(
                        "What became known at 08:30 UTC",
                        "- segment ford-birch closed",
                        "Turned back on Ford – Birch: 360 people.",
                        "7,760 people in the plan before",
                        "What held people back before",
                        "fewer than in the plan before by")
                .contains("This does not say that the road is safe.");
    }

    @Test
    void theReportTellsItToo() throws IOException {
        assertThat(Files.readString(made.resolve("x/report.html")))
                .contains("What became known at 08:30 UTC", "Turned back on Ford – Birch");
    }

    @Test
    void aPointOnTheRoadClosesItLikeItsName() {
        Ran clicked = Ran.in(
                folder, "replan", BRIDGE, "--at", "08:30", "--close-at", "30.08,-39.965", "--out", "y", "--json");
        assertThat(low(clicked)).isEqualTo(low(close(folder, "z", "--json")));
        assertThat(clicked.json().get("news").get(0).asString())
                .isEqualTo("segment ford-birch closed (0 m from 30.08,-39.965)");
    }

    @Test
    void aPointThirtyKilometresFromAnyRoadIsToldWithItsDistance() {
        Ran ran = Ran.in(folder, "replan", BRIDGE, "--at", "08:30", "--close-at", "30.0,-40.3114", "--json");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.json().get(0).get("problem").asString())
                .isEqualTo("lies 30 km from the nearest road of the scenario.");
    }

    @Test
    void anAreaClosesEveryRoadThatItTouches() {
        Ran ran = Ran.in(folder, "replan", BRIDGE, "--at", "08:30", "--close-area", "-41,29,-39,31", "--out", "y");
        assertThat(ran.out()).contains("4 segments in the area closed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void nothingChangedIsThePlanBefore() {
        JsonNode same = Ran.in(
                        folder, "replan", BRIDGE, "--at", "08:30", "--widen", "ford-birch=+0", "--out", "y", "--json")
                .json();
        JsonNode version = same.get("replanned").get(0);
        assertThat(version.get("planned").asLong())
                .isEqualTo(version.get("low").get("before").asLong())
                .isEqualTo(version.get("low").get("doingNothing").asLong());
        assertThat(version.get("optimal").asBoolean()).isTrue();
    }

    @Test
    void aBusOnTheRoadKeepsItsPeopleAndMakesItsNextLiftFromThere() {
        JsonNode version = Ran.in(folder, "replan", BUS, "--at", "09:00", "--longer", "1h30m", "--out", "y", "--json")
                .json()
                .get("replanned")
                .get(0);
        assertThat(version.get("low").get("onRoad").asLong()).isEqualTo(50);
        assertThat(version.get("planned").asLong()).isEqualTo(120);
    }

    /** Roads that nobody can use in time any more lie beside those in use: the search for the cut once left its bounds there. */
    @Tag("ci")
    @Test
    void hoursThatEndTooEarlyForMostAreAnsweredAndStand() {
        Ran ran = Ran.in(
                folder, "replan", Ran.shipped("sumy-2022-03-08"), "--at", "13:00", "--until", "16:00", "--out", "y");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Ran.in(folder, "check", "y").code()).isZero();
    }

    @Test
    void replansFollowOneAnotherAndTheCheckGoesBackToTheFirstPlan() {
        String first = made.resolve("x").toString();
        Ran second = Ran.in(
                folder, "replan", BRIDGE, "--plan", first, "--at", "09:00", "--close", "alder-cedar", "--out", "y");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(Files.exists(folder.resolve("y/before/before/plan.json"))).isTrue();
        assertThat(Ran.in(folder, "check", "y").code()).isZero();
        Ran third = Ran.in(folder, "replan", BRIDGE, "--plan", "y", "--at", "08:45", "--close", "alder-ford");
        assertThat(third.err()).contains("answers news that came later than this");
    }

    @Test
    void aPlanOfAnotherScenarioIsNotGoneOnFrom() {
        String first = made.resolve("x").toString();
        Ran ran = Ran.in(folder, "replan", BUS, "--plan", first, "--at", "09:00", "--close", "alder-elm");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("was made of other scenario files");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Ran ran = Ran.in(
                folder,
                "replan",
                BRIDGE,
                "--at",
                "25:00",
                "--close",
                "bridge",
                "--on-closing",
                "wait",
                "--close-at",
                "here");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err())
                .contains(
                        "--at = \"25:00\"", "--close = \"bridge\"", "--on-closing = \"wait\"", "--close-at = \"here\"")
                .contains("4 problems; nothing was done.");
        assertThat(Ran.in(folder, "replan", BRIDGE, "--at", "09:00").err()).contains("names nothing that changes");
    }

    @Test
    void vehiclesFromNowhereAreFound() throws IOException {
        tamper("problem.json", problem -> {
            ArrayNode arcs = (ArrayNode) plan(problem).get("arcs");
            ArrayNode gate =
                    (ArrayNode) arcs.get(arcs.size() - 1).get("capacity").get(1);
            gate.set(1, gate.get(1).asInt() + 1);
        });
        assertFinds("were on the way there");
    }

    @Test
    void aShorterWayBackIsFound() throws IOException {
        tamper("problem.json", problem -> {
            ObjectNode turned =
                    (ObjectNode) plan(problem).get("underWay").get("turned").get(0);
            turned.put("step", turned.get("step").asInt() - 1);
        });
        assertFinds("cannot have turned back on");
    }

    @Test
    void anotherPastIsFound() throws IOException {
        tamper("problem.json", problem -> plan(problem).put("arrived", 401));
        assertFinds("had arrived, the plan before says");
    }

    @Test
    void anotherPlanBeforeIsFound() throws IOException {
        tamper("before/plan.json", plan -> plan.put("title", "another"));
        assertFinds("is not the plan that was under way");
    }

    @Test
    void otherNewsIsFound() throws IOException {
        tamper("plan.json", plan -> ((ArrayNode) plan.get("news")).removeAll());
        assertFinds("the news does not go on");
    }

    private void assertFinds(String finding) {
        Ran ran = Ran.in(folder, "check", "x");
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.out()).contains(finding);
    }

    private void tamper(String name, Consumer<ObjectNode> change) throws IOException {
        for (String file : new String[] {"plan.json", "problem.json", "before/plan.json", "before/problem.json"}) {
            Path copy = folder.resolve("x").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(made.resolve("x").resolve(file), copy);
        }
        Path file = folder.resolve("x").resolve(name);
        ObjectNode tree = (ObjectNode) MAPPER.readTree(Files.readString(file));
        change.accept(tree);
        Files.writeString(file, MAPPER.writeValueAsString(tree));
    }

    private static ObjectNode plan(ObjectNode problem) {
        return (ObjectNode) problem.get("networks").get(0);
    }

    private static JsonNode low(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.json().get("replanned").get(0).get("low");
    }
}
