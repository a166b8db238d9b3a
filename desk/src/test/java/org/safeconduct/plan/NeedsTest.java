package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Needed.DoesNotSuffice;
import org.safeconduct.plan.Needed.Suffices;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

class NeedsTest {

    @Test
    void thisMuchMoreTimeSufficesAndOneStepLessDoesNot() throws InputProblems {
        Scenario scenario = read("06-two-assemblies-one-checkpoint");
        Suffices time = (Suffices) search(scenario, 1_500).levers().getFirst();
        // 176 slots of 2 cars carry 1,408; 92 more people are 23 cars, 12 minutes: one quarter of an hour.
        assertThat(time.amount()).isEqualTo(15);
        assertThat(time.planned()).isGreaterThanOrEqualTo(1_500);
        assertThat(time.less()).isZero();
        assertThat(time.lessAtMost()).isEqualTo(1_408);
        assertThat(time.proven()).isTrue();
    }

    @Test
    void whatIsReachedAlreadyNeedsNothing() throws InputProblems {
        Suffices time = (Suffices)
                search(read("06-two-assemblies-one-checkpoint"), 1_408).levers().getFirst();
        assertThat(time.amount()).isZero();
    }

    @Test
    void moreBusesAreWorthNothingWhereThePlacesTheyLackAreNeeded() throws InputProblems {
        Needed needed = search(read("13-people-who-need-more"), 200);
        Needed.LeverNeed ambulances = needed.levers().stream()
                .filter(lever -> lever.lever().contains("ambulances"))
                .findFirst()
                .orElseThrow();
        assertThat(ambulances).isInstanceOf(DoesNotSuffice.class);
    }

    @Test
    void twoLeversTogetherAreTriedOnAGrid() throws InputProblems {
        Needed needed = search(read("06-two-assemblies-one-checkpoint"), 2_000);
        Needed.Grid grid = needed.grids().getFirst();
        assertThat(grid.planned()).hasSameSizeAs(grid.downAmounts());
        assertThat(grid.planned().getFirst()).hasSameSizeAs(grid.acrossAmounts());
        assertThat(grid.planned().getFirst().getFirst()).isEqualTo(needed.planned());
        assertThat(grid.planned().getLast().getLast()).isEqualTo(2_000);
    }

    @Test
    void aClosedRoadBringsNobodyOut() throws InputProblems {
        Scenario scenario = read("05-one-bus-two-lifts");
        Plan after = WhatIf.change(scenario, List.of(new Change.Close("alder-elm")), "0", stage -> {});
        assertThat(after.versions().getFirst().atMost()).isEqualTo(new Plan.Span(0, 0));
    }

    @Test
    void aChangeIsShownBesideWhatWasStated() throws InputProblems {
        Scenario scenario = read("05-one-bus-two-lifts");
        Plan before = Planner.plan(scenario, "0", stage -> {});
        Plan after = WhatIf.change(scenario, List.of(new Change.StartLate(Duration.ofHours(2))), "0", stage -> {});
        Comparison comparison =
                WhatIf.beforeAndAfter(before, after, "two hours late").getFirst();
        assertThat(comparison.rows()).contains(new Comparison.Row("out by the end in the plan", "100", "50", true));
    }

    @Test
    void twoSidesVersionsOfOneCorridorStandSideBySide() throws InputProblems {
        Comparison comparison = WhatIf.versions(Planner.plan(read("12-two-versions"), "0", stage -> {}))
                .getFirst();
        assertThat(comparison.rows())
                .filteredOn(Comparison.Row::differs)
                .extracting(Comparison.Row::what)
                .contains("route", "silence", "at most out by the end");
    }

    private static Needed search(Scenario scenario, long target) {
        return Needs.search(scenario, scenario.versions().getFirst().id(), target, stage -> {});
    }

    private static Scenario read(String scenario) throws InputProblems {
        return ScenarioReader.read(Path.of("..", "scenarios", scenario));
    }
}
