package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioHashTest {
    private static final String YAML = "network: {places: p.csv, segments: s.csv}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScenario() throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), YAML);
        Files.writeString(folder.resolve("p.csv"), "id\n");
        Files.writeString(folder.resolve("s.csv"), "");
    }

    @Test
    void coversNameLengthAndBytesOfEachFileInOrder() throws Exception {
        String framed = "scenario.yaml 42\n" + YAML + "p.csv 3\nid\ns.csv 0\n";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(framed.getBytes(StandardCharsets.UTF_8));
        assertThat(ScenarioHash.of(folder)).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void aByteMovedFromOneFileToTheNextIsNoticed() throws Exception {
        String before = ScenarioHash.of(folder);
        Files.writeString(folder.resolve("p.csv"), "i");
        Files.writeString(folder.resolve("s.csv"), "d\n");
        assertThat(ScenarioHash.of(folder)).isNotEqualTo(before);
    }

    @Test
    void theNameOfTheYamlFileDoesNotMatter() throws Exception {
        Path other = Files.copy(folder.resolve("scenario.yaml"), folder.resolve("other.yaml"));
        assertThat(ScenarioHash.of(other)).isEqualTo(ScenarioHash.of(folder));
    }

    @Test
    void theNetworkIsItsTablesAndTheRoadsThatItsFileStates() throws Exception {
        String tables = ScenarioHash.ofNetwork(folder);
        network("p.csv, segments: s.csv, roads: r.pbf, sha256: " + "a".repeat(64));
        String roads = ScenarioHash.ofNetwork(folder);
        network("p.csv, segments: s.csv, roads: r.pbf, sha256: " + "b".repeat(64));
        assertThat(ScenarioHash.ofNetwork(folder)).isNotEqualTo(roads).isNotEqualTo(tables);
        network("p.csv, roads: r.pbf");
        assertThatThrownBy(() -> ScenarioHash.ofNetwork(folder))
                .isInstanceOf(InputProblems.class)
                .hasMessageContaining("network.sha256");
    }

    private void network(String places) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), "network: {places: " + places + "}\n");
    }

    @Test
    void aMissingTableIsAProblem() throws Exception {
        Files.delete(folder.resolve("s.csv"));
        assertThatThrownBy(() -> ScenarioHash.of(folder))
                .isInstanceOf(InputProblems.class)
                .hasMessageContaining("s.csv");
    }

    @Test
    void aYamlFileThatNamesNoTablesIsAProblem() throws Exception {
        Files.writeString(folder.resolve("scenario.yaml"), "network: here\n");
        assertThatThrownBy(() -> ScenarioHash.of(folder))
                .isInstanceOf(InputProblems.class)
                .hasMessageContaining("network");
    }
}
