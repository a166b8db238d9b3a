package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RoadsBuilderTest {

    @Test
    void aRoadThatLeavesTheAreaAtACrossingEndsThere() {
        ReadOptions west = ReadOptions.standard().withArea(new Area.Box(-0.005, -0.005, 0.005, 0.005));
        Roads roads = Sketch.read(west).road("a-b-c").road("d-b").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b>a");
    }

    @Test
    void nodesWhereNothingTurnsOffBecomePointsOfOneArcEachWay() {
        Roads roads = Sketch.joined(Joining.ALIKE).road("a-b-c-d").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a-b-c>d", "d-c-b>a");
        assertThat(roads.lines()).isOne();
        assertThat(roads.reverse(0)).isOne();
        assertThat(roads.reverse(1)).isZero();
    }

    @Test
    void roadsThatMeetDoSoInAJunction() {
        Roads roads = Sketch.joined(Joining.ALWAYS).road("a-b-c").road("b-d").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b>a", "b>c", "b>d", "c>b", "d>b");
    }

    @Test
    void twoRoadsOneBehindTheOtherAreOneArcWhereTheyAreAlike() {
        Roads roads = Sketch.joined(Joining.ALIKE).road("a-b").road("c-b").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a-b>c", "c-b>a");
    }

    @Test
    void nothingIsJoinedWhereEveryNodeIsWanted() {
        Roads roads = Sketch.joined(Joining.NEVER).oneWay("a-b-c").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b>c");
    }

    @Test
    void aChangeOfClassNameOrFlagsEndsAnArc() {
        Sketch sketch = Sketch.joined(Joining.ALIKE).oneWay("a-b").roadClass(RoadClass.PRIMARY);
        sketch.oneWay("b-c").name("Bahnhofstraße").oneWay("c-d").flags(RoadFlag.BRIDGE);
        Roads roads = sketch.oneWay("d-e").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b>c", "c>d", "d>e");
        assertThat(roads.name(Sketch.find(roads, "c>d"))).isEqualTo("Bahnhofstraße");
        assertThat(roads.flags(Sketch.find(roads, "d>e"))).containsExactly(RoadFlag.BRIDGE);
    }

    @Test
    void aChangeOfSpeedDoesNotAndTimesAreAdded() {
        Sketch sketch = Sketch.joined(Joining.ALIKE).oneWay("a-b").direction(Direction.atKmh(72, 1, 600));
        Roads roads = sketch.oneWay("b-c").build();
        // 0.01 degree of the equator are 1,111.95 m: 111.195 s at 36 km/h and half of that at 72.
        assertThat(roads.freeFlowMillis(Sketch.find(roads, "a-b>c"))).isEqualTo(111_195 + 55_598);
        assertThat(roads.lengthCentimetres(0)).isEqualTo(222_390);
    }

    @Test
    void joinedAtAnyPriceTheLeastCapacityCountsAndTheLongestPartGivesTheName() {
        Sketch sketch = Sketch.joined(Joining.ALWAYS).name("short").direction(Direction.atKmh(36, 1, 600));
        sketch.oneWay("a-b").name("long").flags(RoadFlag.BRIDGE).direction(Direction.atKmh(36, 2.5, 1500));
        Roads roads = sketch.oneWay("b-d").build();
        int arc = Sketch.find(roads, "a-b>d");
        assertThat(roads.capacityPerHour(arc)).isEqualTo(600);
        assertThat(roads.lanes(arc)).isOne();
        assertThat(roads.name(arc)).isEqualTo("long");
        assertThat(roads.way(arc)).isEqualTo(2);
        assertThat(roads.is(arc, RoadFlag.BRIDGE)).isTrue();
    }

    @Test
    void aOneWayRoadIsNotJoinedToOneThatGoesBothWays() {
        Roads roads = Sketch.joined(Joining.ALWAYS).oneWay("a-b").road("b-c").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b>c", "c>b");
    }

    @Test
    void twoOneWayRoadsThatRunIntoEachOtherAreNotJoined() {
        Roads roads =
                Sketch.joined(Joining.ALWAYS).oneWay("a-b").oneWayBack("b-c").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "c>b");
    }

    @Test
    void aRoadDrivenAgainstItsNodesHasItsPointsInTheOrderOfDriving() {
        Roads roads = Sketch.joined(Joining.ALIKE)
                .oneWayBack("a-b-c")
                .oneWayBack("c-d")
                .build();
        assertThat(Sketch.arcs(roads)).containsExactly("d-c-b>a");
        assertThat(roads.reverse(0)).isEqualTo(-1);
    }

    @Test
    void aRingWithoutAnyJunctionGetsOne() {
        Roads roads = Sketch.joined(Joining.ALIKE).oneWay("a-b-c-a").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a-b-c>a");
        Roads inTwoParts =
                Sketch.joined(Joining.ALIKE).oneWay("a-b").oneWay("b-c-a").build();
        assertThat(inTwoParts.arcs()).isOne();
        assertThat(inTwoParts.tail(0)).isEqualTo(inTwoParts.head(0));
    }

    @Test
    void oneWayLinksThereAndBackBecomeTwoDirectionsOfOneRoad() {
        Sketch sketch = Sketch.joined(Joining.ALIKE).oneWay("a-b").oneWay("b-a").oneWay("b-c");
        Roads roads =
                sketch.direction(Direction.atKmh(18, 1, 600)).oneWay("c-b").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a-b>c", "c-b>a");
        assertThat(roads.freeFlowMillis(Sketch.find(roads, "c-b>a"))).isEqualTo(111_195 + 222_390);
    }

    @Test
    void linksInBothDirectionsArePairedFirstWithFirst() {
        Sketch sketch = Sketch.joined(Joining.ALIKE).oneWay("a-b").oneWay("a-b").oneWay("b-a");
        Roads roads = sketch.build();
        assertThat(roads.arcs()).isEqualTo(3);
        assertThat(roads.lines()).isEqualTo(2);
        int back = Sketch.find(roads, "b>a");
        assertThat(roads.way(roads.reverse(back))).isEqualTo(1);
    }

    @Test
    void nobodyPassesABlockedNode() {
        Roads roads = Sketch.joined(Joining.ALWAYS)
                .road("a-b-c")
                .road("b-d")
                .block('b')
                .build();
        assertThat(roads.junctions()).isEqualTo(6);
        assertThat(roads.islands()).isEqualTo(3);
    }

    @Test
    void aGateIsAJunctionAndMarksWhatLeadsToIt() {
        Roads roads = Sketch.joined(Joining.ALWAYS).oneWay("a-b-c-d").gate('b').build();
        assertThat(Sketch.arcs(roads)).containsExactly("a>b", "b-c>d");
        assertThat(roads.is(0, RoadFlag.GATE) && roads.is(1, RoadFlag.GATE)).isTrue();
    }

    @Test
    void statedLengthsAndTimesAreSpreadOverTheRoad() {
        Direction ferry = new Direction(new Pace.Time(600_000), 1, 100, 3000);
        Roads roads =
                Sketch.joined(Joining.NEVER).direction(ferry).oneWay("a-b-d").build();
        assertThat(roads.lengthCentimetres(Sketch.find(roads, "a>b"))).isEqualTo(100_000);
        assertThat(roads.freeFlowMillis(Sketch.find(roads, "b>d"))).isEqualTo(400_000);
    }

    @Test
    void aRoadIsCutWhereTheSourceLacksANode() {
        RoadsBuilder builder = new RoadsBuilder(ReadOptions.standard());
        Direction direction = Direction.atKmh(50, 1, 600);
        SourceRoad road = new SourceRoad(7, RoadClass.ROAD, "", "", java.util.Set.of(), direction, null);
        builder.road(road, 1, 2, 3, 4, 5);
        for (int node : new int[] {1, 2, 4, 5}) {
            builder.node(node, node, node);
        }
        Roads roads = builder.build(ReadReport.made("test"));
        assertThat(roads.arcs()).isEqualTo(2);
        assertThat(roads.report().waysUsed()).isOne();
        assertThat(roads.report().dropped()).containsEntry("pieces of road to nodes that the source does not hold", 2L);
    }

    @Test
    void aPieceWithOneEndInTheAreaIsKept() {
        ReadOptions west = ReadOptions.standard().withArea(new Area.Box(-1, -1, 0.015, 1));
        Roads roads = Sketch.read(west).oneWay("a-b-c-d-e").build();
        assertThat(Sketch.arcs(roads)).containsExactly("a-b>c");
        assertThat(roads.report().dropped()).containsEntry("pieces of road outside the area", 2L);
    }

    @Test
    void aRoadOutsideTheAreaLeavesNothing() {
        ReadOptions far = ReadOptions.standard().withArea(new Area.Box(10, 10, 11, 11));
        Roads roads = Sketch.read(far).road("a-b-c").build();
        assertThat(roads.arcs() + roads.junctions() + roads.islands()).isZero();
        assertThat(roads.report().waysUsed()).isZero();
    }

    @Test
    void theLargestIslandIsTheMainOne() {
        Roads roads = Sketch.joined(Joining.NEVER)
                .road("a-b")
                .road("c-d-e")
                .oneWay("e-f")
                .build();
        assertThat(roads.islands()).isEqualTo(3);
        assertThat(roads.islandSize(0)).isEqualTo(3);
        assertThat(roads.island(roads.tail(Sketch.find(roads, "d>c")))).isZero();
        assertThat(roads.islandSize(2)).isOne();
    }

    @Test
    void nodesMayComeBeforeRoadsOrAfterThem() {
        Sketch before = Sketch.joined(Joining.ALIKE).at('a', 3, 3).road("a-b-c");
        Sketch after = Sketch.joined(Joining.ALIKE).road("a-b-c");
        after.builder().endRoads();
        Roads one = before.build();
        Roads other = after.at('a', 3, 3).build();
        assertThat(one.lengthCentimetres(0)).isEqualTo(other.lengthCentimetres(0));
        assertThat(one.longitudeE7(0)).isEqualTo(other.longitudeE7(0));
    }

    @Test
    void aRoadThatStandsStillIsNoRoad() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.joined(Joining.ALIKE).road("a-a"));
    }

    @Test
    void roadsCannotComeAfterTheirEnd() {
        Sketch sketch = Sketch.joined(Joining.ALIKE).road("a-b");
        sketch.builder().endRoads();
        assertThatIllegalStateException().isThrownBy(() -> sketch.road("b-c"));
    }
}
