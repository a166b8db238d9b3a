package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The vectors of what entries mean: the fold does what each says, and they speak of every rule of the pages. */
class AccordVectorsTest {
    private static final Path SPEC =
            Path.of(System.getProperty("safeconduct.root", "..")).resolve("spec");
    private static final List<String> FOLDERS = List.of("vectors/accord", "vectors/talks");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, JsonNode> BEGINNINGS = new HashMap<>();
    private static final Map<String, JsonNode> VECTORS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(SPEC.resolve(folder))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".json")).toList()) {
                    JsonNode all = JSON.readTree(file.toFile());
                    if (file.endsWith("beginnings.json")) {
                        all.forEach(one -> BEGINNINGS.put(one.get("is").asString(), one));
                    } else {
                        all.forEach(one -> VECTORS.put(
                                file.getFileName() + ": " + one.get("is").asString(), one));
                    }
                }
            }
        }
    }

    @Test
    void theFoldDoesWhatEveryVectorSays() {
        List<String> differences = new ArrayList<>();
        VECTORS.forEach((name, vector) -> run(vector).forEach(one -> differences.add(name + ": " + one)));
        assertThat(differences).isEmpty();
    }

    private static List<String> run(JsonNode vector) {
        List<String> differences = new ArrayList<>();
        Story story = new Story();
        begin(story, vector.path("after"), differences);
        take(story, vector.path("entries"), differences);
        for (JsonNode look : vector.path("looks")) {
            JsonNode expected = JSON.readTree(story.filled(look.path("shows").toString()));
            ObjectNode told = new Told(story).of(story.view(look));
            Matching.of(expected, told).ifPresent(one -> differences.add("as " + look.path("reader") + one));
        }
        for (String kind : List.of("identities", "versions")) {
            for (Map.Entry<String, JsonNode> one : vector.path(kind).properties()) {
                String named = (kind.equals("versions") ? "<version " : "<entry ") + one.getKey() + ">";
                if (!story.filled(named).equals(one.getValue().asString())) {
                    differences.add(named + " is " + story.filled(named));
                }
            }
        }
        return differences;
    }

    private static void begin(Story story, JsonNode name, List<String> differences) {
        if (!name.isMissingNode()) {
            JsonNode beginning =
                    Optional.ofNullable(BEGINNINGS.get(name.asString())).orElseThrow();
            begin(story, beginning.path("after"), differences);
            take(story, beginning.get("entries"), differences);
        }
    }

    private static void take(Story story, JsonNode entries, List<String> differences) {
        for (JsonNode entry : entries) {
            ObjectNode expected =
                    JSON.createObjectNode().put("effect", entry.path("effect").asString("taken"));
            for (String member : List.of("reason", "about", "side")) {
                entry.optional(member).ifPresent(one -> expected.put(member, story.filled(one.asString())));
            }
            Matching.of(expected, Told.of(story.takes(entry)))
                    .ifPresent(one -> differences.add(entry.get("type") + one));
        }
    }

    @Test
    void everyRuleOfThePagesHasAVector() throws IOException {
        Set<String> told = VECTORS.values().stream()
                .flatMap(vector -> vector.path("rules").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        Set<String> rules = new TreeSet<>();
        for (String page : List.of("accord", "talks")) {
            Pattern.compile("(?m)^(\\d+)\\. ")
                    .matcher(Files.readString(SPEC.resolve(page + ".md")))
                    .results()
                    .forEach(rule -> rules.add(page + " " + rule.group(1)));
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void everyReasonStandingPointAndDayHasAVector() {
        String all = VECTORS.values().toString();
        Stream.of(Rule.values(), Standing.values(), Point.Why.values(), TextView.CorridorDay.values())
                .flatMap(Arrays::stream)
                .forEach(word -> assertThat(all).contains("\"" + Words.of(word) + "\""));
        assertThat(all).contains("not understood", "other type", "not held", "fill or leave open", "\"share\"");
    }

    @Test
    void mostVectorsAreOfSomethingThatHasNoEffectOrIsNotAsItLooks() {
        long entries = VECTORS.values().stream()
                .filter(vector -> vector.path("entries").valueStream().anyMatch(one -> one.has("effect")))
                .count();
        assertThat(entries).isGreaterThan(VECTORS.size() / 2);
    }

    /** Another program, in another language, with none of our code. */
    @Test
    @Tag("ci")
    void goWorksOutTheSameIdentities(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/go")), "golang-go is not there");
        Path program = SPEC.resolveSibling("trust/src/test/go/identities.go");
        ProcessBuilder go = new ProcessBuilder("go", "run", program.toString(), SPEC.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOCACHE", folder.resolve("cache").toString());
        Path out = folder.resolve("out");
        int exit = go.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        int all = VECTORS.values().stream()
                .mapToInt(one ->
                        one.path("identities").size() + one.path("versions").size())
                .sum();
        assertThat(Files.readString(out)).isEqualTo(all + " worked out\n");
        assertThat(exit).isZero();
    }
}
