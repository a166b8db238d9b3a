package org.safeconduct.streets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeconduct.road.Roads;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Segment;
import org.safeconduct.scenario.Streets;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/** Writes stretches of street as segments of the scenario, and what holds on streets as hours of these. */
final class Segments {
    private static final int NAMES_AT_A_CROSSING = 2;

    private final Scenario scenario;
    private final Streets streets;
    private final Roads roads;
    private final Map<Integer, String> placeOf = new HashMap<>();
    private final Map<Piece, String> ids = new LinkedHashMap<>(); // shapes differ, so pieces do

    /**
     * For one scenario.
     *
     * @param nodes node of each place
     */
    Segments(Scenario scenario, Streets streets, Roads roads, Map<String, Integer> nodes) {
        this.scenario = scenario;
        this.streets = streets;
        this.roads = roads;
        nodes.forEach((place, node) -> placeOf.put(node, place));
    }

    Scenario among(List<Piece> pieces) {
        name(pieces);
        List<Scenario.Road> all = new ArrayList<>(scenario.roads());
        ids.forEach((piece, id) -> all.add(road(piece, id)));
        List<String> assumed = new ArrayList<>(scenario.assumed());
        assumed.add("streets: speeds, lanes and rates as " + streets.file()
                + " states them or, where it does not, by class of road");
        return scenario.laidOn(new Scenario.OnStreets(
                places(pieces),
                Collections.unmodifiableList(all),
                scenario.versions().stream().map(old -> version(old, all)).toList(),
                scenario.checkpoints().stream()
                        .flatMap(post -> checkpoint(post).stream())
                        .toList(),
                closures(),
                streets,
                List.copyOf(assumed)));
    }

    /** A closure for each stretch it closes. Planning keeps people off; silence stays what was announced. */
    private List<Scenario.Closure> closures() {
        List<Scenario.Closure> closures = new ArrayList<>(scenario.closures());
        ids.forEach((piece, id) -> piece.use()
                .closed()
                .forEach(closed -> closures.add(new Scenario.Closure(
                        id, closed.kind(), closed.window(), closed.attestedBy(), closed.source()))));
        return Collections.unmodifiableList(closures);
    }

    private void name(List<Piece> pieces) {
        StretchIds next = new StretchIds(
                scenario.roads().stream().map(road -> road.segment().id()),
                pieces.stream().map(piece -> roads.wayName(piece.way())));
        pieces.forEach(piece -> ids.put(piece, next.next(roads.wayName(piece.way()))));
    }

    private String place(int node) {
        return placeOf.getOrDefault(node, "j" + node);
    }

    private Scenario.Road road(Piece piece, String id) {
        double minutes = piece.measure().millis() / 60_000.0;
        String by = "streets of " + streets.file();
        return new Scenario.Road(
                new Segment(id, place(piece.from()), place(piece.to())),
                piece.measure().centimetres() / 100_000.0,
                new Figure(minutes, minutes, by, ""),
                new Figure(piece.measure().perHour(), piece.measure().perHour(), by, ""),
                piece.measure().lanes(),
                piece.bothWays(),
                "",
                Optional.of(new Scenario.Street(
                        piece.name(), piece.kind(), piece.shape().line())));
    }

    // ---- places -----------------------------------------------------------------------------------------------

    private List<Place> places(List<Piece> pieces) {
        Map<Integer, TreeSet<String>> crossing = new TreeMap<>();
        for (Piece piece : pieces) {
            for (int node : new int[] {piece.from(), piece.to()}) {
                TreeSet<String> names = crossing.computeIfAbsent(node, n -> new TreeSet<>());
                if (!piece.name().isEmpty()) {
                    names.add(piece.name());
                }
            }
        }
        List<Place> places = new ArrayList<>(scenario.places());
        crossing.forEach((node, names) -> {
            if (!placeOf.containsKey(node)) {
                String name = names.isEmpty()
                        ? "junction " + node
                        : String.join(
                                Scenario.Street.CROSSING,
                                names.stream().limit(NAMES_AT_A_CROSSING).toList());
                places.add(new Place("j" + node, name, "", roads.latitude(node), roads.longitude(node)));
            }
        });
        return Collections.unmodifiableList(places);
    }

    // ---- versions ---------------------------------------------------------------------------------------------

    private Scenario.Version version(Scenario.Version old, List<Scenario.Road> roads) {
        List<Window> onStreets = old.silence().getOrDefault(Streets.ALL, List.of());
        Map<String, List<Window>> silence = new LinkedHashMap<>(old.silence());
        silence.remove(Streets.ALL);
        Map<Use, Boolean> isEverOpen = new HashMap<>();
        ids.forEach((piece, id) -> {
            if (piece.use().versions().contains(old.id())) {
                if (isEverOpen.computeIfAbsent(
                        piece.use(), use -> !open(onStreets, use).isEmpty())) {
                    silence.put(id, onStreets);
                }
            }
        });
        List<String> unstated = new ArrayList<>(old.unstated());
        unstated.addAll(new WayBack(scenario, roads, silence.keySet()).open(old));
        return new Scenario.Version(
                old.id(),
                old.name(),
                old.by(),
                old.source(),
                Collections.unmodifiableMap(silence),
                old.latestDeparture(),
                old.earliestDeparture(),
                old.curfews().stream().map(curfew -> curfew(curfew, silence)).toList(),
                old.destinations(),
                unstated);
    }

    private static Scenario.Curfew curfew(Scenario.Curfew old, Map<String, List<Window>> silence) {
        return old.segments().contains(Streets.ALL)
                ? new Scenario.Curfew(old.from(), old.to(), old.zone(), List.copyOf(silence.keySet()))
                : old;
    }

    /** Hours without those in which the street is closed. */
    private static List<Window> open(List<Window> hours, Use use) {
        List<Window> open = hours;
        for (Streets.Closed closed : use.closed()) {
            open = open.stream()
                    .flatMap(window -> minus(window, closed.window()).stream())
                    .toList();
        }
        return open;
    }

    private static List<Window> minus(Window window, Window closed) {
        List<Window> left = new ArrayList<>();
        if (!closed.from().isBefore(window.to()) || !window.from().isBefore(closed.to())) {
            left.add(window);
            return left;
        }
        if (window.from().isBefore(closed.from())) {
            left.add(new Window(window.from(), closed.from(), window.zone()));
        }
        if (closed.to().isBefore(window.to())) {
            left.add(new Window(closed.to(), window.to(), window.zone()));
        }
        return left;
    }

    // ---- checkpoints ------------------------------------------------------------------------------------------

    /** A post on a street stands at the end of a stretch that leads to its place; none if no way leads past it. */
    private Optional<Scenario.Checkpoint> checkpoint(Scenario.Checkpoint old) {
        if (!old.segment().isEmpty()) {
            return Optional.of(old);
        }
        return ids.entrySet().stream()
                .filter(entry -> place(entry.getKey().to()).equals(old.at()))
                .findFirst()
                .map(entry -> new Scenario.Checkpoint(
                        old.id(),
                        old.name(),
                        entry.getValue(),
                        old.at(),
                        old.confirmingParty(),
                        old.hours(),
                        old.queue(),
                        old.screening(),
                        old.bothDirections()));
    }
}
