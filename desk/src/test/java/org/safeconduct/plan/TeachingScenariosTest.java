package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.Rate;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Stranding.Discipline;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

/** The teaching scenarios against the arithmetic written in them. Slots of a window count both its first and its last step. */
class TeachingScenariosTest {

    private static final int PER_CAR = 4;

    @Test
    void aClosedBridgeLeavesTheLongWayOnly() throws InputProblems {
        CasePlan plan = low("02-bridge-closes");
        int shortWay = 600 / 60 * (9 * 60 + 40 - 8 * 60 + 1); // over the bridge by 10:00: away by 09:40
        int longWay = 300 / 60 * (11 * 60 + 5 - 8 * 60 + 1);
        assertThat(plan.planned()).isEqualTo((long) PER_CAR * (shortWay + longWay));
        assertThat(plan.routes())
                .extracting(Plan.Route::segments)
                .containsExactly(List.of("alder-ford", "ford-birch"), List.of("alder-cedar", "cedar-birch"));
    }

    @Test
    void onlyTheHourThatBothWindowsShareMovesAnyone() throws InputProblems {
        assertThat(low("03-windows-overlap").planned()).isEqualTo(PER_CAR * 10L * 61);
    }

    @Test
    void theNearCentreIsKeptForThoseWhoCanReachNoOther() throws InputProblems {
        CasePlan plan = low("04-limited-reception");
        // Until 11:40 cars can go on to Elm, 221 minutes of 10; the 125 that Birch takes in the last hour come after
        // them.
        assertThat(plan.planned()).isEqualTo(PER_CAR * (2_210L + 125));
        assertThat(plan.destinations().getFirst().people()).isEqualTo(1_000);
        assertThat(plan.gap()).isZero();
    }

    @Test
    void oneBusMakesTwoLiftsAndNotAThird() throws InputProblems {
        CasePlan plan = low("05-one-bus-two-lifts");
        assertThat(plan.lifts()).extracting(Plan.Lift::arrival).containsExactly(at("09:20"), at("11:55"));
        assertThat(plan.planned()).isEqualTo(100);
        assertThat(plan.optimal()).isTrue();
    }

    @Test
    void theThreeHoursAtTheCheckpointDecideAndRankSaysWho() throws InputProblems {
        CasePlan plan = low("06-two-assemblies-one-checkpoint");
        assertThat(plan.planned()).isEqualTo(PER_CAR * 2L * 176);
        assertThat(plan.bottlenecks()).extracting(Bottleneck::kind).containsExactly(Bottleneck.Kind.CHECKPOINT);
        Plan.AssemblyRow lowestRank = plan.assemblies().stream()
                .filter(row -> row.assembly().equals("station"))
                .findFirst()
                .orElse(plan.assemblies().getLast());
        assertThat(lowestRank.left()).isZero();
    }

    @Test
    void aGuessedRateGivesARange() throws InputProblems {
        Plan.VersionPlan version = plan("07-queue-limit").versions().getFirst();
        assertThat(version.atMost().low()).isBetween(PER_CAR * 95L, PER_CAR * 100L);
        assertThat(version.atMost().high()).isBetween(PER_CAR * 190L, PER_CAR * 200L);
        assertThat(version.low().checkpoints().getFirst().longestQueue()).isLessThanOrEqualTo(50);
        assertThat(version.low().checkpoints().getFirst().cameTurnedBack()).isPositive();
    }

    @Test
    void thoseWhoCannotSleepOnTheWayLeaveInTheMorning() throws InputProblems {
        CasePlan plan = low("08-overnight-halt");
        assertThat(plan.planned()).isEqualTo(6_000);
        long overnight = plan.departures().stream()
                .filter(row -> row.halts().contains("elm"))
                .mapToLong(Plan.DepartureRow::vehicles)
                .sum();
        assertThat(overnight).isPositive().isLessThanOrEqualTo(400);
    }

    @Test
    void aidComingInTakesSlotsFromPeopleGoingOut() throws InputProblems {
        CasePlan plan = low("10-inbound-aid");
        assertThat(plan.aid().getFirst().arrived()).isEqualTo(40);
        assertThat(plan.bound() - plan.planned()).isEqualTo(40L * PER_CAR);
    }

    @Test
    void convoysCostFourFifthsOfTheRoad() throws InputProblems {
        CasePlan plan = low("11-convoys");
        assertThat(plan.planned()).isBetween(PER_CAR * 300L, PER_CAR * 320L);
        assertThat(plan.optimal()).isTrue();
    }

    @Test
    void peopleWhoNeedMoreAreLeftWhereTheRightPlacesAreMissing() throws InputProblems {
        Plan.AssemblyRow hospital = low("13-people-who-need-more").assemblies().getFirst();
        assertThat(hospital.left()).isEqualTo(12);
        assertThat(hospital.needsLeft()).isEqualTo(12);
        assertThat(hospital.needsOut()).isEqualTo(30);
    }

    @Test
    void aSlowRoadIsFullBeforeItsRateIsReached() throws InputProblems {
        CasePlan plan = low("14-room-on-the-road");
        int minutes = 60 + 40 + 1;
        assertThat(plan.planned()).isEqualTo((long) PER_CAR * minutes * (1_800 * 10 / 75 / 20));
        Plan.Lever without = plan.levers().stream()
                .filter(lever -> lever.change().startsWith("no limit on how many"))
                .findFirst()
                .orElseThrow();
        assertThat(without.planned()).isEqualTo((long) PER_CAR * minutes * 20);
        assertThat(plan.outerBound()).isGreaterThanOrEqualTo(without.planned());
    }

    @Test
    void aQueueThatNobodyStatedHasTheRoomThatTheDriveLeavesOnTheRoad() throws InputProblems {
        // 25 km at 7.5 m are 3,333 vehicles; at 600 an hour 300 are on the way for half an hour, less what screening
        // takes.
        Scenario scenario = ScenarioReader.read(Path.of("..", "scenarios", "07-queue-limit"));
        Scenario.Road road = scenario.roads().getFirst();
        int room = road.room(7.5);
        Storage storage = new Storage(Optional.of(7.5));
        assertThat(room).isEqualTo(3_333);
        assertThat(storage.queue(road, Rate.perStep(10), 30)).isEqualTo(3_333 - 300);
        assertThat(storage.leavingRoomToQueue(road, Rate.perStep(100), 30)).isEqualTo(new Rate(1_666, 30));
    }

    @Test
    void whoStartsLateStandsOnTheRoadWhenSilenceEnds() throws InputProblems {
        CasePlan plan = low("05-one-bus-two-lifts");
        Plan.Stranding twoHoursLate = plan.stranding().stream()
                .filter(row -> row.discipline() == Discipline.BY_THE_SHEET
                        && row.late().equals(Duration.ofHours(2)))
                .findFirst()
                .orElseThrow();
        assertThat(twoHoursLate.arrived()).isEqualTo(50);
        assertThat(twoHoursLate.onSegments()).containsExactly(new Plan.Count("alder-elm", 50));
        assertThat(twoHoursLate.lastArriving().getFirst().at()).contains(at("10:20"));
    }

    @Test
    void liftsLinkedToSlowerLiftsBringFewerOut() throws InputProblems {
        Scenario linked = ScenarioReader.read(Path.of("..", "scenarios", "aleppo-2016-12"));
        Scenario free = Copy.of(linked).links(List.of()).build();
        assertThat(linkedPlan(linked)).isLessThan(linkedPlan(free));
    }

    private static long linkedPlan(Scenario scenario) {
        Scenario.Version version = scenario.versions().stream()
                .filter(v -> v.id().equals("linked"))
                .findFirst()
                .orElseThrow();
        return CaseRun.of(scenario, version, new Case(Plan.Range.LOW, Case.Rounding.PLAN))
                .planned();
    }

    private static CasePlan low(String scenario) throws InputProblems {
        return plan(scenario).versions().getFirst().low();
    }

    private static Plan plan(String scenario) throws InputProblems {
        return Planner.plan(ScenarioReader.read(Path.of("..", "scenarios", scenario)), "0", stage -> {});
    }

    private static Instant at(String time) {
        return Instant.parse("2030-05-01T" + time + ":00Z");
    }
}
