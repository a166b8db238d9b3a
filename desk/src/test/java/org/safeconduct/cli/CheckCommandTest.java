package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan of one bus and two lifts, and what the check says once somebody has changed it. */
class CheckCommandTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private static Path made;

    private static String planJson = "";
    private static String problemJson = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeAPlan() throws IOException {
        assertThat(Ran.in(made, "plan", Ran.shipped("05-one-bus-two-lifts"), "--out", "x")
                        .code())
                .isZero();
        planJson = Files.readString(made.resolve("x/plan.json"));
        problemJson = Files.readString(made.resolve("x/problem.json"));
    }

    @BeforeEach
    void copyIt() throws IOException {
        Files.writeString(folder.resolve("plan.json"), planJson);
        Files.writeString(folder.resolve("problem.json"), problemJson);
    }

    @Test
    void anUntouchedPlanStands() {
        Ran ran = check();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("plan.json stands", "in two places at once", "Not checked:");
        assertThat(Ran.in(folder, "check", ".").code()).isZero();
    }

    @Test
    void jsonTellsWhatIsProvenAndWhatIsNot() {
        JsonNode stands = Ran.in(folder, "check", "plan.json", "--json").json();
        assertThat(stands.get("stands").asBoolean()).isTrue();
        assertThat(stands.get("proven").size()).isPositive();
        tamperPlan(plan -> plan.put("problemHash", "0".repeat(64)));
        Ran ran = Ran.in(folder, "check", "plan.json", "--json");
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.json().get("findings").size()).isPositive();
    }

    @Test
    void anotherHashIsFound() {
        tamperPlan(plan -> plan.put("problemHash", "0".repeat(64)));
        assertFinds("problem.json is not the one the plan was made for");
    }

    @Test
    void aChangedProblemIsFoundByItsHash() {
        tamperProblem(CheckCommandTest::doubleTheRoad, false);
        assertFinds("problem.json is not the one the plan was made for");
    }

    @Test
    void aLowerCapacityIsFoundEvenUnderANewHash() {
        tamperProblem(problem -> capacities(problem).forEach(piece -> ((ArrayNode) piece).set(1, 0)), true);
        assertFinds("north.low.plan");
    }

    @Test
    void anAddedVehicleInTheFlowIsFound() {
        tamperPlan(plan -> bump((ArrayNode) flows(plan).get("moves").get(0), 3));
        assertFinds("north.low.plan");
    }

    @Test
    void aHigherBoundIsFound() {
        tamperPlan(plan -> bump(low(plan), "bound"));
        assertFinds("the bound is stated as");
    }

    @Test
    void aHigherHeadlineIsFound() {
        tamperPlan(plan -> bump((ObjectNode) version(plan).get("atMost"), "high"));
        assertFinds("the headline does not follow from the bounds");
    }

    @Test
    void theOtherOutcomeIsFound() {
        tamperPlan(plan -> {
            boolean cannot = version(plan).get("outcome").asString().equals("CANNOT");
            version(plan).put("outcome", cannot ? "NOT_RULED_OUT" : "CANNOT");
        });
        assertFinds("the outcome does not follow from the bound");
    }

    @Test
    void morePeopleInARowAreFound() {
        tamperPlan(plan -> bump((ObjectNode) low(plan).get("departures").get(0), "people"));
        assertFinds("the departure sheet adds up to");
    }

    @Test
    void aVehicleInTwoPlacesIsFound() {
        tamperPlan(plan -> {
            ArrayNode lifts = (ArrayNode) low(plan).get("lifts");
            ((ObjectNode) lifts.get(1)).set("loadingFrom", lifts.get(0).get("departure"));
        });
        assertFinds("before it is free");
    }

    @Test
    void aFileThatIsNoPlanIsBadInput() throws IOException {
        for (String text : new String[] {"", "{}", "[]", "null", "no plan", "\u0000\uFFFF", "[".repeat(100_000)}) {
            Files.writeString(folder.resolve("plan.json"), text);
            assertThat(check().code()).as(text.length() > 20 ? "deep" : text).isEqualTo(ExitCodes.BAD_INPUT);
        }
    }

    @Test
    void aPlanWithoutItsProblemIsBadInput() throws IOException {
        Files.delete(folder.resolve("problem.json"));
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("problem.json");
    }

    @Test
    void aPlanCutShortIsBadInputWhereverItEnds() throws IOException {
        for (int part = 0; part < 40; part++) {
            Files.writeString(folder.resolve("plan.json"), planJson.substring(0, planJson.length() * part / 40));
            assertThat(check().code()).as("%d of 40 parts", part).isEqualTo(ExitCodes.BAD_INPUT);
        }
    }

    @Test
    void aByteChangedAnywhereIsNeverOurMistake() throws IOException {
        long seed = Long.getLong("seed", 7);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = planJson.getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) "0179-,]}\"x ".charAt(random.nextInt(11));
            Files.write(folder.resolve("plan.json"), bytes);
            Ran ran = check();
            assertThat(ran.code())
                    .as("seed %d, change %d at byte %d: %s", seed, i, at, ran.err())
                    .isBetween(ExitCodes.DONE, ExitCodes.BAD_INPUT);
        }
    }

    private Ran check() {
        return Ran.in(folder, "check", "plan.json");
    }

    private void assertFinds(String finding) {
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.out()).contains("does not stand", finding);
        assertThat(ran.err()).isEmpty();
    }

    private void tamperPlan(Consumer<ObjectNode> change) {
        ObjectNode plan = (ObjectNode) MAPPER.readTree(planJson);
        change.accept(plan);
        write("plan.json", MAPPER.writeValueAsString(plan));
    }

    private void tamperProblem(Consumer<ObjectNode> change, boolean newHash) {
        ObjectNode problem = (ObjectNode) MAPPER.readTree(problemJson);
        change.accept(problem);
        String text = MAPPER.writeValueAsString(problem);
        write("problem.json", text);
        if (newHash) {
            tamperPlan(plan -> plan.put("problemHash", sha256(text)));
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void doubleTheRoad(ObjectNode problem) {
        JsonNode piece = capacities(problem).get(0);
        ((ArrayNode) piece).set(1, piece.get(1).asInt() * 2);
    }

    private static JsonNode capacities(ObjectNode problem) {
        return problem.get("networks").get(0).get("arcs").get(0).get("capacity");
    }

    private static ObjectNode version(ObjectNode plan) {
        return (ObjectNode) plan.get("versions").get(0);
    }

    private static ObjectNode low(ObjectNode plan) {
        return (ObjectNode) version(plan).get("low");
    }

    private static ObjectNode flows(ObjectNode plan) {
        return (ObjectNode) plan.get("evidence").get(0).get("layers").get(0);
    }

    private static void bump(ObjectNode object, String key) {
        object.put(key, object.get(key).asLong() + 1);
    }

    private static void bump(ArrayNode run, int index) {
        run.set(index, run.get(index).asInt() + 1);
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
