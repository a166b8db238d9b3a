package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roads that lead nowhere, places that lie nowhere. */
class BadNetworkTest {
    private static final Draft GOOD = Draft.THREE_TOWNS;

    @TempDir
    Path folder;

    @Test
    void aSegmentToNowhereIsRefused() {
        Draft draft = GOOD.segments("birch-cedar,birch,cedar", "birch-cedar,birch,sedar");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .isEqualTo("segments.csv:3: to = \"sedar\": is not the id of any place. Did you mean \"cedar\"?");
    }

    @Test
    void aSegmentFromAPlaceToItselfIsRefused() {
        Draft draft = GOOD.segments("alder,birch,30", "alder,alder,30");
        assertThat(draft.problems(folder)).last().asString().contains("to = \"alder\": is where the segment starts.");
    }

    @Test
    void twoIslandsAreNamed() {
        Draft draft = GOOD.scenario("route: [alder, birch, cedar]", "segments: [alder-birch, dune-cedar]")
                .segments("birch-cedar,birch,cedar,40,40,600,yes", "dune-cedar,dune,cedar,45,45,600,yes");
        assertThat(draft.problems(folder))
                .containsExactly(
                        "scenario.yaml:15: versions[0].id = \"north\": leads to destination cedar, but its segments do"
                                + " not: from the assemblies they reach alder, birch."
                                + " Complete the route, or take the destination off this version.",
                        "scenario.yaml:23: assemblies[0].id = \"market\": has no road to a destination of any version:"
                                + " the roads reach only alder, birch. Add the segment that is missing, correct from,"
                                + " to and both_ways in the segments, or the route.");
    }

    @Test
    void anIslandThatNoVersionUsesIsNamed() {
        String island = "cedar,40,40,600,yes\ndune-elm,dune,elm,20,20,600,yes";
        Draft draft = GOOD.segments("cedar,40,40,600,yes", island).places("dune,", "elm,Elm,,47.65,37.70\ndune,");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith(
                        "segments.csv:4: id = \"dune-elm\": is part of an island: dune, elm are joined to each other");
    }

    @Test
    void aOneWayRoadDrivenBackwardsIsNoRoad() {
        Draft draft = GOOD.segments("alder,birch,30,30,600,yes", "birch,alder,30,30,600,no");
        assertThat(draft.problems(folder))
                .first()
                .asString()
                .contains("route[1] = \"birch\": can only be left for alder, not reached from it.");
    }

    @Test
    void aPlaceInTheSeaShowsInItsSegments() {
        Draft draft = GOOD.places("47.20,37.10", "46.20,37.10");
        assertThat(draft.problems(folder))
                .containsExactly(
                        "places.csv:3: lat,lon = \"46.2,37.1\": lies 145 km from cedar, but segment birch-cedar is"
                                + " 40 km long. Check the coordinates, latitude first.");
    }

    @Test
    void swappedCoordinatesAreToldAsSuch() {
        Draft draft = GOOD.places("47.20,37.10", "37.10,47.20");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .startsWith("places.csv:3:")
                .endsWith("Latitude and longitude are swapped: write 47.2,37.1.");
    }

    @Test
    void coordinatesNeverFilledInAreToldAsSuch() {
        Draft draft = GOOD.places("47.60,37.60", "0,0");
        assertThat(draft.problems(folder))
                .first()
                .asString()
                .contains("places.csv:5: lat,lon = \"0.0,0.0\": is a point in the ocean");
    }

    @Test
    void aPlaceFarFromAllOthersIsAsked() {
        Draft draft = GOOD.places("47.60,37.60", "49.60,37.60");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("km from the nearest other place, and no segment leads there.");
    }

    @Test
    void twoPlacesAtOneSpotAreAsked() {
        Draft draft = GOOD.places("47.60,37.60", "47.50,37.10");
        assertThat(draft.problems(folder)).singleElement().asString().contains("is exactly where cedar lies.");
    }

    @Test
    void noRoadIsDrivenAtTwoHundredOrAtWalkingPace() {
        assertThat(GOOD.segments("30,30,600", "30,9,600").problems(folder))
                .singleElement()
                .asString()
                .startsWith("segments.csv:2: minutes = \"9\": for 30 km is 200 km/h.");
        assertThat(GOOD.segments("30,30,600", "30,900,600").problems(folder))
                .singleElement()
                .asString()
                .contains("is 2 km/h.");
    }

    @Test
    void aRoadTenTimesTheStraightLineIsAsked() {
        Draft draft = GOOD.segments("birch,30,30", "birch,300,300");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("km = \"300\": is far longer than the straight line: alder and birch lie 23 km apart.");
    }

    @Test
    void aDestinationThatNoVersionReachesIsToldForThoseWhoChoseIt() {
        Draft draft = GOOD.scenario("reception: 50000}", "reception: 50000}\n  - {id: dune, place: dune}")
                .scenario("{cedar: 1}", "{cedar: 0.5, dune: 0.5}");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("has people for dune, but no version leads from there to it.");
    }

    @Test
    void anAssemblyWithoutVehiclesIsToldBeforePlanning() {
        Draft draft = GOOD.scenario("own_cars: 0.5", "own_cars: 0")
                .scenario("base: alder", "base: alder, serves: [yard]")
                .scenario("fleets:", "  - {id: yard, name: Yard, place: birch, people: 5}\nfleets:");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("market", "has no vehicles: no own cars, and no fleet serves it.");
    }

    @Test
    void busesThatCannotReachTheirAssemblyAreTold() {
        Draft draft = GOOD.segments(",yes", ",no").scenario("base: alder", "base: cedar");
        assertThat(draft.problems(folder))
                .singleElement()
                .asString()
                .contains("buses", "has no road from its base cedar to assembly market.");
    }
}
