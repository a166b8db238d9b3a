package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SnappingTest {
    private static final double LIMIT = Snapping.USUAL_LIMIT_METRES;

    /** a–b–c run east along the equator, 0.01 degree or 1,113 m apart; d–e is an island north of them. */
    private static Roads island() {
        return Sketch.joined(Joining.NEVER)
                .road("a-b-c")
                .at('d', 0, 1)
                .at('e', 1, 1)
                .road("d-e")
                .build();
    }

    private static Snap.OnRoad onRoad(Snap snap) {
        assertThat(snap).isInstanceOf(Snap.OnRoad.class);
        return (Snap.OnRoad) snap;
    }

    @Test
    void aPointBesideARoadIsPutOnItWithShareDistanceAndNearerEnd() {
        Roads roads = island();
        Snap.OnRoad place = onRoad(Snapping.of(roads).snap(0.0025, -0.001, arc -> true, LIMIT));
        assertThat(place.metres()).isCloseTo(110.6, within(0.1));
        assertThat(place.longitude()).isCloseTo(0.0025, within(1e-9));
        assertThat(place.latitude()).isCloseTo(0, within(1e-9));
        boolean forward = (char) roads.node(roads.tail(place.arc())) == 'a';
        assertThat(place.share()).isCloseTo(forward ? 0.25 : 0.75, within(1e-9));
        assertThat((char) roads.node(place.junction())).isEqualTo('a');
        assertThat(place.anyRoadMetres()).isEqualTo(place.metres());
    }

    @Test
    void anIslandIsPassedOverForTheRoadThatLeadsOnAndThatIsShown() {
        Roads roads = island();
        Snapping snapping = Snapping.of(roads);
        Snap.OnRoad place = onRoad(snapping.snap(0.005, 0.008, Reachable.main(roads)::hasArc, LIMIT));
        assertThat(place.latitude()).isCloseTo(0, within(1e-9));
        assertThat(place.metres()).isCloseTo(884.6, within(0.5));
        assertThat(place.anyRoadMetres()).isCloseTo(221.2, within(0.5));
    }

    @Test
    void aPointFarFromEveryRoadIsAProblemThatNamesTheNearestDistance() {
        Snap snap = Snapping.of(island()).snap(0.0, -0.271, arc -> true, LIMIT);
        assertThat(snap).isInstanceOfSatisfying(Snap.TooFar.class, far -> {
            assertThat(far.problem())
                    .isEqualTo("lies 30.0 km from the nearest road that can be used; up to 2.0 km are accepted.");
            assertThat(far.remedy()).isEqualTo("Correct the point, or read roads of a larger area.");
        });
    }

    @Test
    void exchangedCoordinatesAreRecognised() {
        Roads roads = Sketch.joined(Joining.NEVER)
                .at('a', 800, 4000)
                .at('b', 801, 4000)
                .road("a-b")
                .build();
        Snap snap = Snapping.of(roads).snap(40, 8.001, arc -> true, LIMIT);
        assertThat(snap)
                .isInstanceOfSatisfying(
                        Snap.TooFar.class,
                        far -> assertThat(far.remedy()).startsWith("Exchange longitude and latitude"));
    }

    @Test
    void nobodyGetsIntoACarOnAMotorwayAFerryOrInATunnel() {
        Roads roads = Sketch.joined(Joining.NEVER)
                .roadClass(RoadClass.MOTORWAY)
                .road("a-b")
                .roadClass(RoadClass.FERRY)
                .road("c-d")
                .roadClass(RoadClass.PRIMARY)
                .flags(RoadFlag.TUNNEL)
                .road("e-f")
                .build();
        assertThat(Snapping.of(roads).snap(0.005, 0, Snapping.boarding(roads), LIMIT))
                .isEqualTo(new Snap.NoRoad());
        assertThat(Snapping.of(roads).snap(0.005, 0, arc -> true, LIMIT)).isInstanceOf(Snap.OnRoad.class);
    }

    @Test
    void whatLeadsToAndFromAJunctionFollowsOneWayRoads() {
        Roads roads = Sketch.joined(Joining.NEVER)
                .oneWay("a-b")
                .road("b-c")
                .oneWay("c-d")
                .build();
        int b = roads.tail(Sketch.find(roads, "b>c"));
        assertThat(names(roads, Reachable.to(roads, b))).isEqualTo("abc");
        assertThat(names(roads, Reachable.from(roads, b))).isEqualTo("bcd");
        assertThat(names(roads, Reachable.main(roads))).isEqualTo("bc");
        assertThat(Reachable.to(roads, b).hasArc(Sketch.find(roads, "c>d"))).isFalse();
        assertThat(Reachable.to(roads, b).hasArc(Sketch.find(roads, "a>b"))).isTrue();
        assertThat(Reachable.from(roads, b).junctions()).isEqualTo(3);
    }

    private static String names(Roads roads, Reachable part) {
        StringBuilder names = new StringBuilder();
        for (char node = 'a'; node <= 'z'; node++) {
            for (int junction = 0; junction < roads.junctions(); junction++) {
                if (roads.node(junction) == node && part.has(junction)) {
                    names.append(node);
                }
            }
        }
        return names.toString();
    }

    @Test
    void theNearestRoadIsTheOneFoundByLookingAtAll() {
        long seed = Long.getLong("seed", 7L);
        for (int i = 0; i < 60; i++) {
            Random random = new Random(seed + i);
            Roads roads = scattered(random, i);
            Snapping snapping = Snapping.of(roads);
            int divisor = 1 + random.nextInt(3);
            IntPredicate usable = arc -> roads.way(arc) % divisor == 0;
            for (int j = 0; j < 40; j++) {
                double longitude = 10 + (random.nextDouble() - 0.5) * (j % 4 == 0 ? 3 : 0.3);
                double latitude = 50 + (random.nextDouble() - 0.5) * (j % 4 == 0 ? 3 : 0.3);
                assertThat(snapping.nearest(longitude, latitude, usable)
                                .map(Snap.OnRoad::metres)
                                .orElse(-1.0))
                        .as("-Dseed=%d, point %d", seed + i, j)
                        .isCloseTo(byLookingAtAll(roads, longitude, latitude, usable), within(1e-6));
            }
        }
    }

    /** Short roads and long ones, some straight along a meridian or a parallel. */
    private static Roads scattered(Random random, int size) {
        RoadsBuilder builder = new RoadsBuilder(ReadOptions.standard());
        Direction direction = Direction.atKmh(50, 1, 600);
        for (int road = 0; road <= size; road++) {
            long[] nodes = new long[2 + random.nextInt(4)];
            double longitude = 10 + (random.nextDouble() - 0.5) / 4;
            double latitude = 50 + (random.nextDouble() - 0.5) / 4;
            double step = random.nextInt(5) == 0 ? 0.1 : 0.002;
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = road * 10L + i;
                builder.node(nodes[i], (int) (longitude * 1e7), (int) (latitude * 1e7));
                longitude += random.nextInt(4) == 0 ? 0 : (random.nextDouble() - 0.5) * step;
                latitude += random.nextInt(4) == 0 ? 0 : (random.nextDouble() - 0.5) * step;
            }
            builder.road(
                    new SourceRoad(road, RoadClass.PRIMARY, "", "", java.util.Set.of(), direction, direction), nodes);
        }
        return builder.build(ReadReport.made("scattered"));
    }

    private static double byLookingAtAll(Roads roads, double longitude, double latitude, IntPredicate usable) {
        LocalMetres metres = LocalMetres.at(latitude);
        double best = Double.POSITIVE_INFINITY;
        for (int arc = 0; arc < roads.arcs(); arc++) {
            for (int p = 1; usable.test(arc) && p < roads.points(arc); p++) {
                double x1 = (roads.pointLongitudeE7(arc, p - 1) / 1e7 - longitude) * metres.east();
                double y1 = (roads.pointLatitudeE7(arc, p - 1) / 1e7 - latitude) * metres.north();
                double x2 = (roads.pointLongitudeE7(arc, p) / 1e7 - longitude) * metres.east();
                double y2 = (roads.pointLatitudeE7(arc, p) / 1e7 - latitude) * metres.north();
                double length = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
                double share = length == 0 ? 0 : -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length;
                double clamped = Math.max(0, Math.min(1, share));
                best = Math.min(best, Math.hypot(x1 + clamped * (x2 - x1), y1 + clamped * (y2 - y1)));
            }
        }
        return best == Double.POSITIVE_INFINITY ? -1 : best;
    }
}
