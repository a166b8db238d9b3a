package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule for ways a sentence. */
class WayRulesTest {

    private static WayRules.Verdict judge(String tags, boolean privateWays) {
        OsmTags known = new OsmTags();
        OsmFixture.tags(tags).forEach((key, value) -> {
            OsmKey one = OsmKey.named(key);
            if (one != null) {
                known.put(one, value);
            }
        });
        return new WayRules(privateWays).judge(1, known);
    }

    private static SourceRoad road(String tags) {
        return judge(tags, false).road().orElseThrow();
    }

    private static Optional<SourceRoad> find(String tags) {
        return judge(tags, false).road();
    }

    private static Direction forward(String tags) {
        Direction forward = road(tags).forward();
        return java.util.Objects.requireNonNull(forward);
    }

    private static Direction backward(String tags) {
        Direction backward = road(tags).backward();
        return java.util.Objects.requireNonNull(backward);
    }

    private static double kmh(Direction direction) {
        return switch (direction.pace()) {
            case Pace.Speed speed -> speed.kmh();
            case Pace.Time time -> throw new AssertionError("a time of " + time.millis() + " ms");
        };
    }

    private static double kmh(String tags) {
        return kmh(forward(tags));
    }

    // ----------------------------------------------------------------- conditions

    @Test
    void aStreetThatIsOpenAtSomeHoursIsOneForThoseWhoAskForPrivateWays() {
        for (String street : List.of(
                "highway=pedestrian|motor_vehicle:conditional=destination @ (Mo-Sa 06:00-11:00)",
                "highway=living_street|motor_vehicle=no|motor_vehicle:conditional=delivery @ (06:00-11:00;"
                        + " 18:00-20:00)",
                "highway=residential|access=no|access:conditional=no @ (Su); yes @ (Mo-Sa)")) {
            assertThat(judge(street, false).reason()).as(street).startsWith("open at some hours");
            assertThat(judge(street, true).road().orElseThrow().flags()).contains(RoadFlag.PRIVATE);
        }
    }

    @Test
    void aConditionOnAllTrafficOpensNothingThatIsClosedToCars() {
        assertThat(judge("highway=residential|motorcar=no|access:conditional=yes @ (Su)", true)
                        .road())
                .isEmpty();
        assertThat(judge("highway=residential|motorcar=no|motorcar:conditional=no @ (Su)", true)
                        .road())
                .isEmpty();
    }

    @Test
    void aConditionThatClosesAnOpenRoadMarksItOnly() {
        assertThat(road("highway=residential|motor_vehicle:conditional=no @ (Su 09:00-18:00)")
                        .flags())
                .contains(RoadFlag.CLOSED_AT_TIMES);
        assertThat(road("highway=residential|access:conditional=yes @ (Su)").flags())
                .doesNotContain(RoadFlag.CLOSED_AT_TIMES);
    }

    @Test
    void conditionsThatCannotBeReadSayNothing() {
        for (String value : List.of("@", "no", "no @@ no @", "((no @ (x)", ";;;@;@", "no @ (a;b) ; @ yes")) {
            assertThat(road("highway=residential|access:conditional=" + value)).isNotNull();
        }
    }

    @Test
    void limitsOfSizeAndWeightMarkARoad() {
        assertThat(road("highway=primary|maxheight=3.8").flags()).contains(RoadFlag.SIZE_LIMIT);
        assertThat(road("highway=primary|maxaxleload=8").flags()).contains(RoadFlag.WEIGHT_LIMIT);
        assertThat(road("highway=primary|maxheight=default|maxweight=none").flags())
                .doesNotContain(RoadFlag.SIZE_LIMIT, RoadFlag.WEIGHT_LIMIT);
    }

    // ---------------------------------------------------------------------- speed

    @Test
    void aLimitIsTheSpeed() {
        assertThat(kmh("highway=primary|maxspeed=70")).isEqualTo(70);
        assertThat(road("highway=primary|maxspeed=70").flags()).doesNotContain(RoadFlag.SPEED_GUESSED);
    }

    @Test
    void milesAndKnotsAreUnderstood() {
        assertThat(kmh("highway=primary|maxspeed=30 mph")).isCloseTo(48.28, within(0.01));
        assertThat(kmh("highway=primary|maxspeed=30mph")).isCloseTo(48.28, within(0.01));
        assertThat(kmh("highway=primary|maxspeed=10 knots")).isCloseTo(18.52, within(0.01));
    }

    @Test
    void withoutALimitTheClassDecidesAndTheSpeedIsMarkedAsGuessed() {
        assertThat(kmh("highway=secondary")).isEqualTo(60);
        assertThat(road("highway=secondary").flags()).contains(RoadFlag.SPEED_GUESSED);
    }

    @Test
    void eachDirectionMayHaveItsOwnLimit() {
        String tags = "highway=primary|maxspeed=50|maxspeed:backward=30";
        assertThat(kmh(forward(tags))).isEqualTo(50);
        assertThat(kmh(backward(tags))).isEqualTo(30);
    }

    @Test
    void noLimitIsNotMoreThan120() {
        assertThat(kmh("highway=motorway|maxspeed=none")).isEqualTo(120);
    }

    @Test
    void walkingSpeedIs7() {
        assertThat(kmh("highway=living_street|maxspeed=walk")).isEqualTo(7);
    }

    @Test
    void aZoneStandsForItsCountrysLimit() {
        assertThat(kmh("highway=primary|maxspeed=RU:urban")).isEqualTo(60);
        assertThat(kmh("highway=primary|maxspeed=UA:urban")).isEqualTo(50);
        assertThat(kmh("highway=primary|maxspeed:type=DE:rural")).isEqualTo(100);
        assertThat(kmh("highway=residential|zone:maxspeed=DE:30")).isEqualTo(30);
        assertThat(kmh("highway=residential|source:maxspeed=AT:zone:30")).isEqualTo(30);
    }

    @Test
    void ofSeveralLimitsTheLowestCounts() {
        assertThat(kmh("highway=primary|maxspeed=50;30")).isEqualTo(30);
    }

    @Test
    void aLimitThatCannotBeIsPassedOver() {
        for (String text : new String[] {"signals", "0", "500", "fast", "50 mph on Sundays", "-30", "1e9"}) {
            assertThat(kmh("highway=secondary|maxspeed=" + text)).as(text).isEqualTo(60);
        }
    }

    @Test
    void aBadSurfaceLowersAGuessedSpeedButNotAStatedOne() {
        assertThat(kmh("highway=secondary|surface=gravel")).isEqualTo(30);
        assertThat(kmh("highway=secondary|surface=gravel|maxspeed=80")).isEqualTo(80);
        assertThat(road("highway=secondary|surface=gravel").flags()).contains(RoadFlag.UNPAVED);
        assertThat(road("highway=secondary|surface=sett").flags()).doesNotContain(RoadFlag.UNPAVED);
    }

    @Test
    void aTrackIsAsFastAsItsGrade() {
        assertThat(kmh("highway=track|tracktype=grade1")).isEqualTo(20);
        assertThat(kmh("highway=track|tracktype=grade3")).isEqualTo(10);
        assertThat(find("highway=track|tracktype=grade5")).isEmpty();
    }

    // ------------------------------------------------------------ lanes, capacity

    @Test
    void lanesOfBothDirectionsAreShared() {
        assertThat(forward("highway=primary|lanes=4").lanes()).isEqualTo(2);
        assertThat(forward("highway=primary|lanes=3").lanes()).isEqualTo(1.5);
        assertThat(forward("highway=residential|lanes=1").lanes()).isEqualTo(0.5);
    }

    @Test
    void lanesOfAOneWayRoadAreAllItsOwn() {
        assertThat(forward("highway=primary|lanes=3|oneway=yes").lanes()).isEqualTo(3);
    }

    @Test
    void aDirectionsLanesAreTakenAndTheRestIsTheOthers() {
        String tags = "highway=primary|lanes=3|lanes:forward=2";
        assertThat(forward(tags).lanes()).isEqualTo(2);
        assertThat(backward(tags).lanes()).isEqualTo(1);
    }

    @Test
    void withoutLanesTheClassDecides() {
        assertThat(forward("highway=motorway").lanes()).isEqualTo(2);
        assertThat(road("highway=motorway").flags()).contains(RoadFlag.LANES_GUESSED);
        assertThat(forward("highway=primary|lanes=many").lanes()).isEqualTo(1);
        assertThat(forward("highway=primary|lanes=99").lanes()).isEqualTo(1);
    }

    @Test
    void capacityIsLanesTimesTheClasssCapacityOfALane() {
        assertThat(forward("highway=primary|lanes=4").capacityPerHour()).isEqualTo(3000);
        assertThat(forward("highway=residential|lanes=1").capacityPerHour()).isEqualTo(300);
    }

    // ------------------------------------------------------------------ direction

    @Test
    void aRoadGoesBothWays() {
        assertThat(road("highway=residential").forward()).isNotNull();
        assertThat(road("highway=residential").backward()).isNotNull();
    }

    @Test
    void oneWayRoadsGoOneWay() {
        for (String yes : new String[] {"yes", "true", "1"}) {
            assertThat(road("highway=residential|oneway=" + yes).backward()).isNull();
        }
        for (String back : new String[] {"-1", "reverse"}) {
            assertThat(road("highway=residential|oneway=" + back).forward()).isNull();
        }
    }

    @Test
    void roundaboutsAndMotorwaysAreOneWayUnlessTheySayOtherwise() {
        assertThat(road("highway=tertiary|junction=roundabout").backward()).isNull();
        assertThat(road("highway=tertiary|junction=roundabout").flags()).contains(RoadFlag.ROUNDABOUT);
        assertThat(road("highway=motorway").backward()).isNull();
        assertThat(road("highway=motorway|oneway=no").backward()).isNotNull();
        assertThat(road("highway=motorway_link").backward()).isNotNull();
    }

    @Test
    void aDirectionCanBeClosedByItself() {
        assertThat(road("highway=residential|motor_vehicle:backward=no").backward())
                .isNull();
        assertThat(find("highway=residential|oneway=yes|vehicle:forward=no")).isEmpty();
    }

    @Test
    void nobodyKnowsWhichWayAReversibleRoadGoes() {
        assertThat(find("highway=primary|oneway=reversible")).isEmpty();
        assertThat(forward("highway=primary|oneway=alternating").lanes()).isEqualTo(0.5);
    }

    // --------------------------------------------------------------------- access

    @Test
    void whatIsNoRoadForCarsIsLeftOut() {
        for (String no : new String[] {"footway", "path", "steps", "cycleway", "construction", "proposed", "ferry"}) {
            assertThat(find("highway=" + no)).as(no).isEmpty();
        }
    }

    @Test
    void theTagNearestToCarsDecides() {
        assertThat(find("highway=residential|access=no")).isEmpty();
        assertThat(find("highway=residential|access=no|motor_vehicle=yes")).isPresent();
        assertThat(find("highway=residential|motor_vehicle=no|motorcar=destination"))
                .isPresent();
        assertThat(find("highway=residential|vehicle=no|access=yes")).isEmpty();
        assertThat(find("highway=residential|motor_vehicle=odd|access=no")).isEmpty();
    }

    @Test
    void privateWaysAreLeftOutUnlessAskedFor() {
        assertThat(find("highway=service|access=private")).isEmpty();
        SourceRoad asked = judge("highway=service|access=private", true).road().orElseThrow();
        assertThat(asked.flags()).contains(RoadFlag.PRIVATE);
        assertThat(judge("highway=service|access=no", true).road()).isEmpty();
        assertThat(judge("highway=service|access=no|emergency=yes", true).road())
                .isPresent();
        assertThat(judge("highway=busway", true).road()).isPresent();
    }

    @Test
    void pedestrianStreetsAreDrivenOnlyWhereItIsSaid() {
        assertThat(find("highway=pedestrian")).isEmpty();
        assertThat(find("highway=pedestrian|motor_vehicle=destination")).isPresent();
    }

    @Test
    void squaresAndImpassableRoadsAreLeftOut() {
        assertThat(find("highway=service|area=yes")).isEmpty();
        assertThat(find("highway=track|impassable=yes")).isEmpty();
    }

    @Test
    void bridgesTunnelsFordsAndTollsAreMarked() {
        assertThat(road("highway=primary|bridge=viaduct|tunnel=no|ford=yes|toll=yes")
                        .flags())
                .contains(RoadFlag.BRIDGE, RoadFlag.FORD, RoadFlag.TOLL)
                .doesNotContain(RoadFlag.TUNNEL);
    }

    // -------------------------------------------------------------------- ferries

    @Test
    void aFerryTakesAsLongAsItSays() {
        for (String duration : new String[] {"90", "1:30", "01:30:00", "PT1H30M"}) {
            Direction ferry = forward("route=ferry|motor_vehicle=yes|duration=" + duration);
            assertThat(ferry.pace()).as(duration).isEqualTo(new Pace.Time(5_400_000));
        }
    }

    @Test
    void aFerryThatDoesNotSayIsSlow() {
        assertThat(kmh("route=ferry|duration=soon")).isEqualTo(15);
        assertThat(road("route=ferry").roadClass()).isEqualTo(RoadClass.FERRY);
    }

    @Test
    void aFerryForWalkersCarriesNoCars() {
        assertThat(find("route=ferry|foot=yes")).isEmpty();
        assertThat(find("route=ferry|foot=yes|motor_vehicle=yes")).isPresent();
    }
}
