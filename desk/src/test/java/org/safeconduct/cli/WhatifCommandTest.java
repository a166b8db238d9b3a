package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WhatifCommandTest {
    private static final String BUS = Ran.shipped("05-one-bus-two-lifts");
    private static final String TWO = Ran.shipped("12-two-versions");

    @TempDir
    private Path folder;

    @Test
    void moreTimeBringsTheLastTwentyOut() {
        Ran ran = Ran.in(folder, "whatif", BUS, "--longer", "1h30m");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("as stated", "hours +90 minutes", "This does not say that the road is safe.");
        assertThat(planned(Ran.in(folder, "whatif", BUS, "--longer", "1h30m", "--json")))
                .containsExactly("100", "120");
    }

    @Test
    void aClosedRoadLetsNobodyOut() {
        assertThat(planned(Ran.in(folder, "whatif", BUS, "--close", "alder-elm", "--json")))
                .containsExactly("100", "0");
    }

    @Test
    void aSecondBusBringsTheLastTwentyOut() {
        assertThat(planned(Ran.in(folder, "whatif", BUS, "--add", "bus=+1", "--json")))
                .containsExactly("100", "120");
    }

    @Test
    void startingLateCostsALift() {
        assertThat(planned(Ran.in(folder, "whatif", BUS, "--late", "2h", "--json")))
                .containsExactly("100", "50");
    }

    @Test
    void noBusesAtAllAreAllowed() {
        assertThat(planned(Ran.in(folder, "whatif", BUS, "--add", "bus=-5", "--json")))
                .containsExactly("100", "0");
    }

    @Test
    void theSidesVersionsStandSideBySide() {
        Ran ran = Ran.in(folder, "whatif", TWO, "--versions");
        assertThat(ran.code()).isZero();
        JsonNode summary = Ran.in(folder, "whatif", TWO, "--versions", "--json").json();
        assertThat(summary.get("comparisons")).hasSize(1);
        assertThat(summary.get("changes")).isEmpty();
        assertThat(ran.out())
                .contains(summary.get("comparisons")
                        .get(0)
                        .get("right")
                        .asString()
                        .substring(0, 12));
    }

    @Test
    void versionsCanBeComparedWithAChangeInBoth() {
        Ran ran = Ran.in(folder, "whatif", TWO, "--versions", "--longer", "30m");
        assertThat(ran.out()).contains("All versions with: hours +30 minutes");
    }

    @Test
    void everyWrongIdIsToldWithTheNearOne() {
        Ran ran = Ran.in(
                folder, "whatif", BUS, "--close", "alder-elf", "--add", "buss=+1", "--late", "soon", "--widen", "x");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).isEqualTo("""
            command line: --close = "alder-elf": is no segment of this scenario. Did you mean "alder-elm"?
            command line: --widen = "x": names no amount. Write an id and a number up to 999999: --widen west=+60
            command line: --add = "buss": is no fleet of this scenario. Did you mean "bus"?
            command line: --late = "soon": is not a time of up to 48 hours. Write hours and minutes: --late 1h30m
            4 problems; nothing was done.
            """);
        assertThat(Ran.in(folder, "whatif", BUS, "--close", "alder-elf", "--json")
                        .json())
                .hasSize(1);
    }

    @Test
    void nothingToCompareIsBadInput() {
        assertThat(Ran.in(folder, "whatif", BUS).code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Ran.in(folder, "whatif", BUS, "--versions").code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Ran.in(folder, "whatif", BUS, "--longer=-30m").code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void extremeChangesAreNeverOurMistake() {
        for (String option : new String[] {
            "--late=48h",
            "--late=-48h",
            "--longer=48h",
            "--widen=all=-999999",
            "--widen=all=999999",
            "--add=all=999999",
            "--widen=alder-elm=0.001"
        }) {
            Ran ran = Ran.in(folder, "whatif", BUS, option);
            assertThat(ran.code()).as(option + ": " + ran.err()).isZero();
        }
    }

    @Test
    void theComparisonIsWrittenAllAtOnce() throws IOException {
        Ran ran = Ran.in(folder, "whatif", BUS, "--longer", "30m", "--out", "compared");
        assertThat(ran.out()).endsWith("Written to compared\n");
        assertThat(folder.resolve("compared/comparison-1.html")).content().contains("<!DOCTYPE html>");
        assertThat(folder.resolve("compared/comparison.json")).content().contains("safeconduct-comparison/1");
        assertThat(Ran.in(folder, "whatif", BUS, "--longer", "1h", "--out", "compared")
                        .code())
                .isZero();
        Files.writeString(folder.resolve("compared/mine"), "");
        assertThat(Ran.in(folder, "whatif", BUS, "--longer", "1h", "--out", "compared")
                        .code())
                .isEqualTo(ExitCodes.CANNOT_WRITE);
    }

    private static String[] planned(Ran ran) {
        for (JsonNode row : ran.json().get("comparisons").get(0).get("rows")) {
            if (row.get("what").asString().equals("out by the end in the plan")) {
                return new String[] {
                    row.get("left").asString(), row.get("right").asString()
                };
            }
        }
        throw new AssertionError(ran.out() + ran.err());
    }
}
