package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.scenario.ScenarioHash;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {
    private static final String SCENARIO = Ran.shipped("12-two-versions");

    @TempDir
    private Path folder;

    @Test
    void writesAllFilesUnderTheScenariosIdAndPrintsTheEstimate() {
        Ran ran = Ran.in(folder, "plan", SCENARIO);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        Path result = folder.resolve("out/12-two-versions");
        assertThat(result.resolve("report.html")).content().contains("<!DOCTYPE html>");
        assertThat(result.resolve("plan.json")).content().contains("\"safeconduct-plan/4\"");
        assertThat(result.resolve("problem.json")).content().contains("\"safeconduct-problem/3\"");
        assertThat(result.resolve("plan.geojson")).content().contains("FeatureCollection");
        assertThat(result.resolve("departures.csv")).content().contains("#meta+version");
        assertThat(result.resolve("gpx")).isNotEmptyDirectory();
        assertThat(ran.out()).contains("This does not say that the road is safe.", "out/12-two-versions/report.html");
    }

    @Test
    void whatPlanWritesStandsTheCheck() {
        Ran.in(folder, "plan", SCENARIO);
        Ran check = Ran.in(folder, "check", "out/12-two-versions/plan.json");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("stands", "adds up to");
    }

    @Test
    void theSameScenarioGivesTheSameBytes() throws IOException {
        Ran.in(folder, "plan", SCENARIO, "--out", "a");
        Ran.in(folder, "plan", SCENARIO, "--out", "b");
        for (String file :
                new String[] {"plan.json", "problem.json", "report.html", "plan.geojson", "departures.csv"}) {
            assertThat(Files.mismatch(
                            folder.resolve("a").resolve(file),
                            folder.resolve("b").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void jsonIsTheSummaryAndNothingElse() throws Exception {
        Ran ran = Ran.in(folder, "plan", SCENARIO, "--json", "--out", "here");
        JsonNode summary = ran.json();
        assertThat(ran.err()).isEmpty();
        assertThat(summary.get("format").asString()).isEqualTo("safeconduct-plan-summary/1");
        assertThat(summary.get("folder").asString()).isEqualTo("here");
        assertThat(summary.get("previous").isNull()).isTrue();
        assertThat(summary.get("scenarioHash").asString()).isEqualTo(ScenarioHash.of(Path.of(SCENARIO)));
        assertThat(summary.get("versions")).hasSize(2);
        assertThat(summary.get("versions").get(0).get("outcome").asString()).isIn("cannot", "not-ruled-out");
        summary.get("files")
                .forEach(file -> assertThat(folder.resolve("here").resolve(file.asString()))
                        .exists());
    }

    @Test
    void aYamlFileIsAsGoodAsItsFolder() {
        Ran ran = Ran.in(folder, "plan", SCENARIO + "/scenario.yaml", "--quiet");
        assertThat(ran.code()).isZero();
        assertThat(folder.resolve("out/12-two-versions/plan.json")).exists();
    }

    @Test
    void aDryRunReadsAndWritesNothing() {
        Ran ran = Ran.in(folder, "plan", SCENARIO, "--dry-run");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("can be read", "2 versions of the corridor", "Nothing was planned or written.");
        assertThat(folder).isEmptyDirectory();
        assertThat(Ran.in(folder, "plan", SCENARIO, "--dry-run", "--json")
                        .json()
                        .get("versions"))
                .hasSize(2);
    }

    @Test
    void anEarlierResultIsKeptBesideTheNewOne() throws IOException {
        Ran.in(folder, "plan", SCENARIO, "--out", "here");
        Files.writeString(folder.resolve("here/report.html"), "earlier");
        Ran ran = Ran.in(folder, "plan", SCENARIO, "--out", "here");
        assertThat(ran.out()).contains("here.previous");
        assertThat(folder.resolve("here.previous/report.html")).hasContent("earlier");
        assertThat(folder.resolve("here/report.html")).content().contains("<!DOCTYPE html>");
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Path notes =
                Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes.txt"), "mine");
        Ran ran = Ran.in(folder, "plan", SCENARIO, "--out", "mine");
        assertThat(ran.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(ran.err()).contains("notes.txt", "--out");
        assertThat(notes).hasContent("mine");
        assertThat(folder.resolve("mine")).isDirectoryNotContaining("glob:**plan.json");
    }

    @Test
    void forceMovesOtherFilesAsideAndNeverDeletesThem() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes.txt"), "mine");
        assertThat(Ran.in(folder, "plan", SCENARIO, "--out", "mine", "--force").code())
                .isZero();
        assertThat(folder.resolve("mine.previous/notes.txt")).hasContent("mine");
        Ran again = Ran.in(folder, "plan", SCENARIO, "--out", "mine", "--force");
        assertThat(again.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(folder.resolve("mine.previous/notes.txt")).hasContent("mine");
    }

    @Test
    void theScenariosOwnFolderIsNeverReplaced() throws IOException {
        for (String file : new String[] {"scenario.yaml", "places.csv", "segments.csv"}) {
            Files.copy(Path.of(SCENARIO, file), folder.resolve(file));
        }
        Ran ran = Ran.in(folder, "plan", ".", "--out", ".", "--force");
        assertThat(ran.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(folder.resolve("scenario.yaml")).exists();
    }

    @Test
    void aFileInTheWayCannotBeWrittenTo() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThat(Ran.in(folder, "plan", SCENARIO, "--out", "file").code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(Ran.in(folder, "plan", SCENARIO, "--out", "file/in/it").code())
                .isEqualTo(ExitCodes.CANNOT_WRITE);
    }

    @Test
    void standardOutputThatTakesNothingIsSaid() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new FullStream(), false, StandardCharsets.UTF_8);
        int code = CommandLines.run(
                new String[] {"plan", SCENARIO, "--dry-run"},
                new Surroundings(
                        full,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        Disk.REAL,
                        () -> false,
                        80,
                        false));
        assertThat(code).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output");
    }

    private static final class FullStream extends java.io.OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
