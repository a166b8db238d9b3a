package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Party;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Segment;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/** A small scenario with a bit of everything, the same for the same seed. */
final class RandomScenario {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant START = Instant.parse("2030-05-01T06:00:00Z");
    private static final int PLACES = 5;

    private final Random random;

    private RandomScenario(long seed) {
        this.random = new Random(seed);
    }

    static Scenario of(long seed) {
        return new RandomScenario(seed).scenario();
    }

    private Scenario scenario() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            places.add(new Place("p" + i, "Place " + i, "", 47 + i * 0.1, 37 + random.nextInt(5) * 0.1));
        }
        List<Scenario.Road> roads = roads();
        List<Scenario.Destination> destinations = destinations();
        return new Scenario(
                "random",
                "Random",
                "",
                Label.PARTIES,
                true,
                List.of(UTC),
                Duration.ofMinutes(1 + random.nextInt(3)),
                window(0, 6 * 60),
                figure(0.5 + random.nextInt(6) * 0.1),
                Optional.empty(),
                Map.of(),
                List.of(new Party("a", "A")),
                places,
                roads,
                List.of(version(roads, destinations)),
                assemblies(destinations),
                fleets(),
                destinations,
                checkpoints(roads),
                chance(0.3)
                        ? List.of(new Scenario.AidConvoy(
                                "aid", "Aid", 1 + random.nextInt(30), "p4", "p0", at(random.nextInt(120))))
                        : List.of(),
                chance(0.3)
                        ? List.of(new Scenario.Closure(
                                roads.getFirst().segment().id(),
                                "mine",
                                window(60, 60 + random.nextInt(90) + 1),
                                "x",
                                ""))
                        : List.of(),
                chance(0.5)
                        ? List.of(new Scenario.Halt(
                                "p2", chance(0.5) ? Optional.of(random.nextInt(40)) : Optional.empty(), true, ""))
                        : List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private List<Scenario.Road> roads() {
        List<Scenario.Road> roads = new ArrayList<>();
        for (int i = 0; i + 1 < PLACES; i++) {
            roads.add(road("s" + i, "p" + i, "p" + (i + 1)));
        }
        if (chance(0.5)) {
            roads.add(road("short", "p1", "p3"));
        }
        return roads;
    }

    private Scenario.Road road(String id, String from, String to) {
        double minutes = 6 + random.nextInt(30);
        double rate = 60 + random.nextInt(600);
        return new Scenario.Road(
                new Segment(id, from, to),
                20,
                new Figure(minutes, minutes + random.nextInt(10), "test", ""),
                new Figure(rate, rate + random.nextInt(300), "test", ""),
                1,
                chance(0.8),
                "",
                Optional.empty());
    }

    private Scenario.Version version(List<Scenario.Road> roads, List<Scenario.Destination> destinations) {
        Map<String, List<Window>> silence = new LinkedHashMap<>();
        for (Scenario.Road road : roads) {
            int from = random.nextInt(60);
            silence.put(
                    road.segment().id(),
                    chance(0.8)
                            ? List.of(window(from, 300 + random.nextInt(60)))
                            : List.of(window(from, 150), window(180, 350)));
        }
        return new Scenario.Version(
                "v",
                "as announced",
                "a",
                "",
                silence,
                chance(0.3) ? Optional.of(at(200)) : Optional.empty(),
                chance(0.3) ? Optional.of(at(30)) : Optional.empty(),
                List.of(),
                destinations.stream().map(Scenario.Destination::id).toList(),
                List.of());
    }

    private List<Scenario.Destination> destinations() {
        List<Scenario.Destination> list = new ArrayList<>();
        list.add(new Scenario.Destination(
                "east",
                "p4",
                chance(0.4) ? Optional.of(figure(100 + random.nextInt(900))) : Optional.empty(),
                chance(0.2) ? Optional.of(figure(500)) : Optional.empty(),
                0));
        if (chance(0.4)) {
            list.add(new Scenario.Destination(
                    "middle",
                    "p3",
                    chance(0.5) ? Optional.of(figure(50 + random.nextInt(200))) : Optional.empty(),
                    Optional.empty(),
                    1));
        }
        return list;
    }

    private List<Scenario.Assembly> assemblies(List<Scenario.Destination> destinations) {
        List<Scenario.Assembly> list = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Map<String, Double> shares = destinations.size() > 1 && chance(0.5) ? Map.of("east", 1.0) : Map.of();
            list.add(new Scenario.Assembly(
                    "g" + i,
                    "Gathering " + i,
                    "p" + i,
                    new Figure(200 + random.nextInt(2000), 3000, "test", ""),
                    at(random.nextInt(90)),
                    chance(0.5) ? Optional.of(figure(300)) : Optional.empty(),
                    figure(random.nextInt(11) / 10.0),
                    figure(1 + random.nextInt(7) / 2.0),
                    shares,
                    "",
                    chance(0.3)
                            ? new Scenario.Needs(random.nextInt(5), random.nextInt(5), random.nextInt(9))
                            : Scenario.Needs.NONE,
                    random.nextInt(2),
                    Optional.empty()));
        }
        return list;
    }

    private List<Scenario.Fleet> fleets() {
        if (chance(0.3)) {
            return List.of();
        }
        return List.of(new Scenario.Fleet(
                "buses",
                "buses",
                new Figure(1 + random.nextInt(6), 10, "test", ""),
                30 + random.nextInt(30),
                random.nextInt(2),
                random.nextInt(2),
                "p" + random.nextInt(2),
                at(0),
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(random.nextInt(15)),
                chance(0.7),
                List.of("g0"),
                List.of(),
                chance(0.3)
                        ? Optional.of(
                                new Scenario.Convoy(1 + random.nextInt(3), Duration.ofMinutes(random.nextInt(20))))
                        : Optional.empty(),
                3));
    }

    private List<Scenario.Checkpoint> checkpoints(List<Scenario.Road> roads) {
        if (chance(0.3)) {
            return List.of();
        }
        Scenario.Road road = roads.get(random.nextInt(roads.size()));
        double rate = 20 + random.nextInt(200);
        Scenario.Hours hours =
                new Scenario.Hours(window(30, 330), new Figure(rate, rate + random.nextInt(100), "test", ""));
        return List.of(new Scenario.Checkpoint(
                "post",
                "Post",
                road.segment().id(),
                chance(0.7) ? road.segment().to() : road.segment().from(),
                "",
                chance(0.8) ? List.of(hours) : List.of(),
                chance(0.5) ? Optional.of(random.nextInt(50)) : Optional.empty(),
                Duration.ofMinutes(random.nextInt(6)),
                chance(0.5)));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private static Figure figure(double value) {
        return new Figure(value, value, "test", "");
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Window window(int from, int to) {
        return new Window(at(from), at(to), UTC);
    }
}
