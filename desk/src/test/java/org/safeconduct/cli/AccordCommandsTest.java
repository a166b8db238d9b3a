package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for agreeing, with the mistakes that people make. */
class AccordCommandsTest {
    @TempDir
    private Path folder;

    private TalksDesk talks;
    private Desk desk;

    @BeforeEach
    void threeFoundTalks() throws IOException {
        talks = new TalksDesk(folder);
        desk = talks.desk();
        talks.write("founding.yaml", """
            safeconduct: founding/1
            title: Exercise
            parties:
              - {id: a, name: A, principals: [{office: desk of A, key: %s}]}
              - {id: b, name: B, principals: [{office: desk of B, key: %s}]}
            facilitator: {id: f, name: F, principals: [{office: facilitator, key: %s}]}
            """.formatted(talks.key("west"), talks.key("east"), talks.key("f")));
        talks.write("text.yaml", """
            safeconduct: proposal/1
            text: west
            kind: corridor
            title: West road
            clauses: [{id: stop, kind: stop rule, says: {en: Anybody stops it}}]
            """);
    }

    private long entries() {
        return desk.done("record", "log", "--data", "talks", "--json")
                .out()
                .lines()
                .filter(line -> line.contains("\"identity\""))
                .count();
    }

    @Test
    void whatARuleDoesNotAcceptIsNotPutInUnlessOneInsists() {
        assertThat(talks.says("found", "founding.yaml", "f").code()).isZero();
        Ran early = talks.says("propose", "text.yaml", "west");
        assertThat(early.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(early.out())
                .contains("not accepted (not founded)", "wait until all principals", "Nothing was put in.");
        assertThat(entries()).isEqualTo(1);
        assertThat(talks.says("propose", "text.yaml", "west", "--anyway").out()).contains("entry 1");
        assertThat(desk.done("state", "--data", "talks").out())
                .contains("Consent is awaited from: desk of A, desk of B")
                .doesNotContain("West road");
    }

    @Test
    void aDryRunPutsNothingIn() {
        assertThat(talks.says("found", "founding.yaml", "f", "--dry-run").out()).contains("would be accepted");
        assertThat(entries()).isZero();
    }

    @Test
    void aDocumentForAnotherCommandIsToldApart() {
        Ran ran = talks.says("answer", "founding.yaml", "f");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("founding.yaml:1", "is not a document that this command takes");
    }

    @Test
    void whatIsWrongWithADocumentIsToldWithLinesBeforeAnythingIsSigned() throws IOException {
        talks.write("bad.yaml", """
            safeconduct: proposal/1
            text: West Road
            kind: tunnel
            title: x
            clauses: []
            """);
        Ran ran = talks.says("propose", "bad.yaml", "f");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("bad.yaml:2", "bad.yaml:3", "bad.yaml:5");
        assertThat(entries()).isZero();
    }

    @Test
    void ofSeveralDocumentsNoneIsPutInIfOneCannotBeRead() throws IOException {
        talks.write("bad.yaml", "safeconduct: founding-consent/1\nfounding: none\n");
        Ran ran = desk.run("found", "founding.yaml", "bad.yaml", "--data", "talks", "--key", "f.key");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("bad.yaml:2");
        assertThat(entries()).isZero();
    }

    @Test
    void whoReadAnotherVersionIsToldWhichIsTheLast() throws IOException {
        talks.found();
        talks.says("propose", "text.yaml", "f");
        talks.write("answer.yaml", "safeconduct: answer/1\ntext: west\nversion: 2\nclauses: {stop: accepted}\n");
        Ran ran = talks.says("answer", "answer.yaml", "west");
        assertThat(ran.code()).isEqualTo(ExitCodes.CHECK_FAILS);
        assertThat(ran.out()).contains("not accepted (other version): west", "read version 1");
    }

    @Test
    void nobodyLooksAsAPartyThatIsNone() {
        Ran ran = desk.run("open-points", "--data", "talks", "--as", "c");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("is no party of these talks");
    }

    @Test
    void aTextThatIsNotThereIsToldWithTheNearestName() {
        Ran ran = desk.run("state", "wets", "--data", "talks");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("is no text of these talks");
    }

    @Test
    void doubtfulCoordinatesAreAskedAboutAndHoldNothingUp() throws IOException {
        talks.found();
        talks.write("far.yaml", """
            safeconduct: proposal/1
            text: far
            kind: corridor
            title: Far
            clauses:
              - id: places
                kind: place
                places:
                  - {id: s, name: Sievierodonetsk, latitude: 48.9463, longitude: 38.4862}
                  - {id: b, name: Bakhmut, latitude: 49.15, longitude: 34.2833}
              - {id: route, kind: route, legs: [{id: s-b, from: s, to: b, confirmed-by: a}]}
            """);
        Ran ran = talks.says("propose", "far.yaml", "f");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .isEqualTo("warning: Sievierodonetsk lies 307 km from Bakhmut, farther than a column drives in a day."
                        + " Is one of them another town of this name?\n");
    }

    @Test
    void aNoticeFarFromItsOwnPlacesIsTakenWithAWarningAndListedForScripts() throws IOException {
        talks.found();
        talks.write("notice.yaml", """
            safeconduct: notice/1
            notice: convoy
            kind: movement
            organisation: A relief society
            says: {en: Two trucks}
            places:
              - {id: alder, name: Alder, latitude: 47.1234, longitude: 37.1234}
              - {id: birch, name: Birch, latitude: 47.2345, longitude: 37.3456}
              - {id: cedar, name: Cedar, latitude: 52.3456, longitude: 27.4567}
            contact: channel 8
            until: 2022-03-05 20:00 Europe/Kyiv
            to: [a, b]
            """);
        Ran said = talks.says("notify", "notice.yaml", "f");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("warning: Cedar");
        assertThat(desk.done("state", "--data", "talks", "--json").out())
                .contains("\"type\" : \"notice\"", "\"assurance\" : \"own key\"");
        assertThat(desk.done("state", "--data", "talks", "--as", "public").out())
                .doesNotContain("convoy");
    }

    @Test
    void aDocumentOfTheWrongSortIsNamedWithThoseThatTheCommandTakes() throws IOException {
        talks.write("claim.yaml", "safeconduct: claim/1\n");
        assertThat(talks.says("notify", "claim.yaml", "f").err()).contains("notice/1, notice-step/1");
    }
}
