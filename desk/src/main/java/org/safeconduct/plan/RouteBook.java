package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.scenario.Scenario.Road;

/** The ways a plan uses, and its movements told along them: departure sheets, times at places, single journeys. */
final class RouteBook {

    /** Slots of the departure sheet. */
    static final Duration SLOT = Duration.ofMinutes(15);

    private static final int DRAWN_PER_ROUTE = 9;

    /** A movement with its itinerary and route. */
    private record Told(Movement movement, Itinerary itinerary, String route) {}

    private final RoadNetwork network;
    private final int from;
    private final Map<String, Road> roads = new HashMap<>();
    private final List<Plan.Route> routes = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, List<Told>> onRoute = new HashMap<>();

    /**
     * Tells movements.
     *
     * @param from first step that can still be decided
     */
    RouteBook(RoadNetwork network, List<Movement> movements, int from) {
        this.network = network;
        this.from = from;
        network.scenario().roads().forEach(road -> roads.put(road.segment().id(), road));
        Map<List<String>, Way> ways = new LinkedHashMap<>();
        List<Itinerary> itineraries = movements.stream()
                .map(movement -> Itinerary.of(network, movement))
                .toList();
        for (int i = 0; i < itineraries.size(); i++) {
            Itinerary itinerary = itineraries.get(i);
            ways.computeIfAbsent(key(itinerary), key -> new Way(itinerary)).people +=
                    movements.get(i).people();
        }
        ways.values().stream()
                .sorted(Comparator.comparingLong((Way way) -> -way.people)
                        .thenComparing(way -> String.join(" ", key(way.itinerary))))
                .forEach(this::addRoute);
        for (int i = 0; i < movements.size(); i++) {
            Told one = new Told(movements.get(i), itineraries.get(i), getWay(ways, itineraries.get(i)).id);
            told.add(one);
            onRoute.computeIfAbsent(one.route(), route -> new ArrayList<>()).add(one);
        }
    }

    private static Way getWay(Map<List<String>, Way> ways, Itinerary itinerary) {
        return Objects.requireNonNull(ways.get(key(itinerary)), "every itinerary was counted");
    }

    private void addRoute(Way way) {
        way.id = "R" + (routes.size() + 1);
        List<String> segments = way.itinerary.segments();
        routes.add(new Plan.Route(way.id, way.itinerary.places(), segments, kilometres(segments), way.people));
    }

    /** A route while its people are counted. */
    private static final class Way {
        private final Itinerary itinerary;
        private long people;
        private String id = "";

        Way(Itinerary itinerary) {
            this.itinerary = itinerary;
        }
    }

    List<Plan.Route> routes() {
        return List.copyOf(routes);
    }

    /** Vehicles by assembly, slot, kind, route and destination. */
    List<Plan.DepartureRow> departures() {
        Map<String, List<Told>> rows = new TreeMap<>();
        for (Told t : told) {
            Movement m = t.movement();
            String key = String.join(
                    "\u0000",
                    order(m.assembly()),
                    slotStart(m).toString(),
                    m.mode().name(),
                    m.name(),
                    "%9s".formatted(t.route()), // R9 before R10
                    m.destination(),
                    halts(t).toString(),
                    String.valueOf(m.arrival() < from)); // what lies in the past stands in rows of its own
            rows.computeIfAbsent(key, k -> new ArrayList<>()).add(t);
        }
        return rows.values().stream().map(this::departure).toList();
    }

    private List<Told> on(Plan.Route route) {
        return onRoute.getOrDefault(route.id(), List.of());
    }

    List<Plan.Passage> passages() {
        List<Plan.Passage> passages = new ArrayList<>();
        for (Plan.Route route : routes) {
            List<Told> onIt = on(route);
            double kilometre = 0;
            for (int i = 0; i < route.places().size(); i++) {
                int stop = i;
                int first = onIt.stream()
                        .mapToInt(t -> passing(t.itinerary().stops().get(stop)))
                        .min()
                        .orElse(0);
                int last = onIt.stream()
                        .mapToInt(t -> passing(t.itinerary().stops().get(stop)))
                        .max()
                        .orElse(0);
                passages.add(new Plan.Passage(route.id(), route.places().get(i), kilometre, at(first), at(last)));
                kilometre += i < route.segments().size()
                        ? kilometres(route.segments().subList(i, i + 1))
                        : 0;
            }
        }
        return passages;
    }

    /** The first and last departure of each route and a few between. */
    List<Plan.Journey> journeys() {
        List<Plan.Journey> journeys = new ArrayList<>();
        for (Plan.Route route : routes) {
            List<Told> onIt = on(route).stream()
                    .sorted(Comparator.comparingInt(t -> t.movement().setOut()))
                    .toList();
            int drawn = Math.min(DRAWN_PER_ROUTE, onIt.size());
            for (int i = 0; i < drawn; i++) {
                journeys.add(journey(onIt.get(drawn == 1 ? 0 : (int) ((long) i * (onIt.size() - 1) / (drawn - 1)))));
            }
        }
        return journeys;
    }

    private Plan.Journey journey(Told t) {
        return new Plan.Journey(t.route(), t.movement().name(), t.itinerary().times(network.axis()));
    }

    private Plan.DepartureRow departure(List<Told> row) {
        Movement first = row.getFirst().movement();
        Instant from = slotStart(first);
        return new Plan.DepartureRow(
                first.assembly(),
                from,
                from.plus(SLOT),
                first.mode(),
                first.name(),
                row.stream().mapToLong(t -> t.movement().vehicles()).sum(),
                row.stream().mapToLong(t -> t.movement().people()).sum(),
                row.getFirst().route(),
                first.destination(),
                at(row.stream().mapToInt(t -> t.movement().arrival()).min().orElseThrow()),
                at(row.stream().mapToInt(t -> t.movement().arrival()).max().orElseThrow()),
                halts(row.getFirst()));
    }

    /** Places where a vehicle stays longer than a step, on the way. */
    private List<String> halts(Told t) {
        List<String> halts = new ArrayList<>();
        List<Itinerary.Stop> stops = t.itinerary().stops();
        for (Itinerary.Stop stop : stops.subList(0, stops.size() - 1)) {
            if (stop.reached() >= 0 && stop.left() > stop.reached()) {
                halts.add(stop.place());
            }
        }
        return halts;
    }

    private Instant slotStart(Movement movement) {
        long slot = SLOT.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at(movement.setOut()).toEpochMilli(), slot) * slot);
    }

    private String order(String assembly) {
        int index = 0;
        for (var a : network.scenario().assemblies()) {
            if (a.id().equals(assembly)) {
                return String.format("%05d", index);
            }
            index++;
        }
        return assembly;
    }

    private static int passing(Itinerary.Stop stop) {
        return stop.reached() < 0 ? stop.left() : stop.reached();
    }

    private static List<String> key(Itinerary itinerary) {
        List<String> key = new ArrayList<>(itinerary.places());
        key.addAll(itinerary.segments());
        return key;
    }

    private double kilometres(List<String> segments) {
        return segments.stream()
                .mapToDouble(id -> road(id).map(Road::kilometres).orElse(0.0))
                .sum();
    }

    private Optional<Road> road(String segment) {
        return Optional.ofNullable(roads.get(segment));
    }

    private Instant at(int step) {
        return network.axis().at(step);
    }
}
