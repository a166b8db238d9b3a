package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schema and the reader say the same, as far as a schema can say it. */
class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = Shipped.text(Shipped.SPEC.resolve("scenario.schema.json"));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.safeconduct.scenario.Shipped#good")
    void whatIsShippedIsValidAndIsRead(Path file) {
        assertThat(errors(tree(Shipped.text(file)))).isEmpty();
        assertThat(Draft.problemsOf(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void schemaAndReaderKnowTheSameKeys(Shape shape) {
        JsonNode schema = JSON.readTree(TEXT);
        JsonNode at = shape == Shape.SCENARIO ? schema : schema.at("/$defs/" + shape.noun());
        assertThat(new TreeSet<>(at.get("properties").propertyNames())).isEqualTo(new TreeSet<>(shape.keys()));
        assertThat(at.get("additionalProperties").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void schemaAndReaderHaveTheSameLimits(Range range) {
        JsonNode at = JSON.readTree(TEXT).at("/$defs/" + range.name().toLowerCase(Locale.ROOT));
        if (at.isMissingNode()) {
            assertThat(range)
                    .as("stands in CSV files only")
                    .isIn(Range.LATITUDE, Range.LONGITUDE, Range.KILOMETRES, Range.MINUTES, Range.LANES);
            return;
        }
        assertThat(at.get("minimum").doubleValue()).isEqualTo(range.least());
        assertThat(at.get("maximum").doubleValue()).isEqualTo(range.most());
        assertThat(at.get("type").stringValue()).isEqualTo(range.isWhole() ? "integer" : "number");
    }

    @Test
    void theVectorWithEveryKeyHoldsEveryKey() {
        TreeSet<String> used = new TreeSet<>();
        everything()
                .forEach(
                        (path, parent) -> used.add(path.replaceAll(".*[./]", "").replaceAll("\\[.*", "")));
        for (Shape shape : Shape.values()) {
            assertThat(used).as(shape.noun()).containsAll(shape.keys());
        }
    }

    @ParameterizedTest
    @MethodSource
    void nonsenseUnderAnyKeyIsRefusedByBothAndToldThere(String path) throws IOException {
        Object tree = tree(Shipped.text(Shipped.VECTORS.resolve("good/everything.yaml")));
        Map<String, Map<String, Object>> parents = new LinkedHashMap<>();
        collect("", tree, parents);
        Map<String, Object> parent = parents.getOrDefault(path, Map.of());
        parent.put(path.substring(path.lastIndexOf('.') + 1), Map.of("x", List.of(1)));
        assertThat(errors(tree)).isNotEmpty();
        assertThat(read(tree)).anyMatch(problem -> problem.contains(": " + path));
    }

    static Stream<String> nonsenseUnderAnyKeyIsRefusedByBothAndToldThere() {
        return everything().keySet().stream();
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefuses() throws IOException {
        long seed = Long.getLong("seed", 20220305L);
        for (int i = 0; i < Shipped.CASES; i++) {
            Random random = new Random(seed + i);
            Object tree = tree(Shipped.text(Shipped.VECTORS.resolve("good/everything.yaml")));
            List<String> changes = Mutation.of(tree, 1 + random.nextInt(3), random);
            if (!errors(tree).isEmpty()) {
                assertThat(read(tree))
                        .as("%s, -Dseed=%d: %s", changes, seed + i, errors(tree))
                        .isNotEmpty();
            }
        }
    }

    // ---- helpers ----------------------------------------------------------------------------------------------

    private static Object tree(String yaml) {
        return new Load(LoadSettings.builder().setSchema(new JsonSchema()).build()).loadFromString(yaml);
    }

    private static List<Error> errors(Object tree) {
        return SCHEMA.validate(JSON.<JsonNode>valueToTree(tree));
    }

    /** Problems of a tree written as JSON, which is YAML too. */
    private List<String> read(Object tree) throws IOException {
        for (Path csv : Shipped.filesIn(Shipped.VECTORS.resolve("good"), ".csv").toList()) {
            Path copy = folder.resolve(csv.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(csv, copy);
            }
        }
        Files.writeString(folder.resolve("scenario.yaml"), JSON.writeValueAsString(tree));
        return Draft.problemsOf(folder);
    }

    private static Map<String, Map<String, Object>> everything() {
        Map<String, Map<String, Object>> parents = new LinkedHashMap<>();
        collect("", tree(Shipped.text(Shipped.VECTORS.resolve("good/everything.yaml"))), parents);
        return parents;
    }

    /** The path of every key, with the mapping it stands in. */
    @SuppressWarnings("unchecked")
    private static void collect(String path, Object node, Map<String, Map<String, Object>> parents) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String below = path.isEmpty() ? key.toString() : path + "." + key;
                parents.put(below, (Map<String, Object>) map);
                collect(below, value, parents);
            });
        } else if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list);
            for (int i = 0; i < items.size(); i++) {
                collect(path + "[" + i + "]", items.get(i), parents);
            }
        }
    }
}
