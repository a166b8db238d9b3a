package org.safeconduct.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.terms.Label;

class DocumentReaderTest {
    private static final List<String> TYPES = List.of("answer", "proposal", "observation");

    @TempDir
    private Path folder;

    private Document read(String yaml) throws IOException, InputProblems {
        Files.writeString(folder.resolve("said.yaml"), yaml);
        return DocumentReader.read(folder, "said.yaml", TYPES);
    }

    private static String json(Document document) {
        return new String(CanonicalJson.write(document.content()), StandardCharsets.UTF_8).replace('"', '\'');
    }

    private List<InputProblem> problems(String yaml) throws IOException {
        Files.writeString(folder.resolve("said.yaml"), yaml);
        return catchThrowableOfType(InputProblems.class, () -> DocumentReader.read(folder, "said.yaml", TYPES))
                .problems();
    }

    @Test
    void answersAreWrittenByClause() throws Exception {
        Document document = read("""
            safeconduct: answer/1
            text: west
            version: 2
            clauses:
              hours: accepted
              who: {says: conditional, if: all may leave}
            """);
        assertThat(document.type()).isEqualTo("answer");
        assertThat(document.label()).isEqualTo(Label.PARTIES);
        assertThat(json(document))
                .isEqualTo("{'clauses':[{'clause':'hours','says':'accepted'},"
                        + "{'clause':'who','if':'all may leave','says':'conditional'}],'text':'west','version':2}");
    }

    @Test
    void timesThatAreWrongAreToldAsTheyWereWritten() throws Exception {
        List<InputProblem> problems = problems("""
            safeconduct: proposal/1
            zone: Europe/Moscow
            text: east
            kind: corridor
            title: East road
            clauses:
              - {id: hours, kind: time, windows: [{from: 2022-03-05 17:00, to: 2022-03-05 09:00 Europe/Kyiv}]}
            """);
        assertThat(problems)
                .singleElement()
                .extracting(InputProblem::problem)
                .isEqualTo("is 2022-03-05 09:00 Europe/Kyiv, not after 2022-03-05 17:00.");
    }

    @Test
    void momentsAreReadInTheDocumentsZoneAndAWindowKeepsIt() throws Exception {
        Document document = read("""
            safeconduct: proposal/1
            label: bilateral
            zone: Europe/Moscow
            text: east
            kind: corridor
            title: East road
            clauses:
              - {id: hours, kind: time, windows: [{from: 2022-03-05 10:00, to: 2022-03-05 17:00}]}
            """);
        assertThat(document.label()).isEqualTo(Label.BILATERAL);
        assertThat(json(document))
                .contains("'from':'2022-03-05T07:00:00Z','to':'2022-03-05T14:00:00Z','zone':'Europe/Moscow'");
    }

    @Test
    void degreesBecomeWholeNumbersExactly() throws Exception {
        Document document = read("""
            safeconduct: proposal/1
            text: east
            kind: corridor
            title: East road
            clauses: [{id: p, kind: place, places: [{id: m, name: Mariupol, latitude: 47.0971, longitude: -0.0000001}]}]
            """);
        assertThat(json(document)).contains("'latitude':470971000,'longitude':-1,");
    }

    @Test
    void aGridReferenceBecomesDegreesAndNothingElseStandsBesideIt() throws Exception {
        String text = """
            safeconduct: proposal/1
            text: east
            kind: corridor
            title: East road
            clauses: [{id: p, kind: place, places: [{id: m, name: Mariupol, mgrs: 37T CN 89455 16984%s}]}]
            """;
        assertThat(json(read(text.formatted("")))).contains("'latitude':47097", "'longitude':37543");
        assertThat(problems(text.formatted(", latitude: 47.1")).toString()).contains("Keep the one that was measured");
        assertThat(problems(text.formatted("1")).toString()).contains("is no MGRS reference to 10 m or better");
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() throws Exception {
        assertThat(problems("""
            safeconduct: answr/1
            label: secret
            zone: Europe/Kiyv
            text: west
            version: 1.5
            """)).extracting(InputProblem::line).contains(1, 2, 3, 5);
    }

    @Test
    void whatAnEntryDoesNotTakeIsToldWhereItStands() throws Exception {
        List<InputProblem> problems = problems("""
            safeconduct: answer/1
            text: West Road
            version: 1
            clauses:
              hours: perhaps
            more: nothing
            """);
        assertThat(problems).extracting(InputProblem::line).contains(2, 5, 6);
        assertThat(problems.toString()).contains("accepted, in principle, conditional, not accepted, left open");
    }

    @Test
    void aPlaceBeyondThePoleIsToldInDegreesAndTheFlawsBesideItAreToldToo() throws Exception {
        List<InputProblem> problems = problems("""
            safeconduct: proposal/1
            text: east
            kind: tunnel
            title: East road
            zone: Europe/Kiyv
            clauses:
              - {id: p, kind: place, places: [{id: m, name: M, latitude: 97.5, longitude: 30}]}
            """);
        assertThat(problems).extracting(InputProblem::line).containsExactly(3, 5, 7);
        assertThat(problems.getLast().remedy()).contains("-90 to 90");
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        assertThat(catchThrowableOfType(InputProblems.class, () -> DocumentReader.read(folder, "none.yaml", TYPES))
                        .problems()
                        .getFirst()
                        .remedy())
                .isEqualTo("Name the right file.");
    }

    @Test
    void anAliasBombIsNotBuilt() throws Exception {
        assertThat(problems("""
            safeconduct: answer/1
            text: &a [x, x]
            more: [*a, *a]
            """)).isNotEmpty();
    }
}
