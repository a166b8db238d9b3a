package org.safeconduct.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.safeconduct.road.Area;
import org.safeconduct.road.Reachable;
import org.safeconduct.road.RoadClass;
import org.safeconduct.road.Roads;
import org.safeconduct.road.Snap;
import org.safeconduct.road.Snapping;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Streets;
import org.safeconduct.terms.Place;

/** Lays one scenario on one network. One run; not thread-safe. */
public final class Laying {
    private final Scenario scenario;
    private final Streets streets;
    private final Roads roads;
    private final Uses uses;
    private final Snapping snapping;
    private final List<InputProblem> problems = new ArrayList<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<Integer, List<Cutting.Cut>> cuts = new HashMap<>();
    private final Map<String, Streets.Joined> joined = new LinkedHashMap<>();
    private final Map<String, Integer> joinedTo = new HashMap<>();

    private Laying(Scenario scenario, Streets streets, Roads roads, Map<String, Area> areas) {
        this.scenario = scenario;
        this.streets = streets;
        this.roads = roads;
        this.uses = new Uses(scenario, streets, roads, areas);
        this.snapping = Snapping.of(roads);
    }

    /**
     * Lays a scenario on the network that its streets name.
     *
     * @param areas by id, every area of the scenario
     * @throws InputProblems if a place lies on no street that leads on, each with its line
     */
    public static Laid lay(Scenario scenario, Roads roads, Map<String, Area> areas) throws InputProblems {
        Streets streets = scenario.streets().orElseThrow(() -> new IllegalStateException("no streets are named"));
        return new Laying(scenario, streets, roads, areas).lay();
    }

    private Laid lay() throws InputProblems {
        checkClasses();
        joinPlaces();
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        BitSet terminals = new BitSet();
        nodes.values().forEach(terminals::set);
        StreetGraph graph = new StreetGraph(roads.junctions() + nodes.size(), pieces(), terminals);
        graph.keepBetweenTerminals();
        graph.dropDeadEnds();
        graph.joinChains();
        List<Piece> pieces = graph.pieces();
        int outside = roads.junctions() - roads.islandSize(0);
        List<Streets.Joined> inOrder = scenario.places().stream()
                .map(place -> joined.get(place.id()))
                .filter(Objects::nonNull)
                .toList();
        Streets.Ground ground = new Streets.Ground(
                roads.report().format(), roads.junctions(), roads.islands() - 1, outside, inOrder, uses.shut());
        Scenario laid = new Segments(scenario, streets.on(ground), roads, nodes).among(pieces);
        return new Laid(laid, roads.arcs(), pieces.size());
    }

    /** A slip in a class would leave in what was to be left out. */
    private void checkClasses() {
        for (Streets.LeftOut one : streets.without()) {
            if (RoadClass.find(one.roadClass()).isEmpty()) {
                String known =
                        Arrays.stream(RoadClass.values()).map(RoadClass::tag).collect(Collectors.joining(", "));
                problems.add(new InputProblem(
                        one.file(),
                        one.line(),
                        "network.without",
                        "\"" + one.roadClass() + "\"",
                        "is no class of road.",
                        "Known here: " + known + "."));
            }
        }
    }

    // ---- places -----------------------------------------------------------------------------------------------

    /** Destinations first, on the main part of the network; then everything else, on streets from which one of them can be reached. */
    private void joinPlaces() {
        Set<String> ends = new LinkedHashSet<>();
        scenario.destinations().forEach(destination -> ends.add(destination.place()));
        Set<String> others = new LinkedHashSet<>();
        scenario.assemblies().forEach(assembly -> others.add(assembly.place()));
        scenario.fleets().forEach(fleet -> others.add(fleet.base()));
        scenario.aid().forEach(aid -> others.addAll(List.of(aid.fromPlace(), aid.toPlace())));
        scenario.halts().forEach(halt -> others.add(halt.place()));
        scenario.checkpoints().stream().filter(post -> post.segment().isEmpty()).forEach(post -> others.add(post.at()));
        scenario.roads()
                .forEach(road -> others.addAll(
                        List.of(road.segment().from(), road.segment().to())));
        others.removeAll(ends);
        boolean connected = roads.islandSize(0) * 2L >= roads.junctions();
        Reachable main = Reachable.main(roads);
        ends.forEach(place -> join(place, connected ? main::hasArc : arc -> true));
        boolean noEnd = joined.isEmpty(); // told already; the others are looked at for themselves
        BitSet leading = leadingToAnEnd();
        IntPredicate boarding = Snapping.boarding(roads);
        Set<String> gathering = new LinkedHashSet<>();
        scenario.assemblies().forEach(assembly -> gathering.add(assembly.place()));
        others.forEach(place -> join(
                place,
                arc -> (noEnd || leading.get(roads.head(arc))) && (!gathering.contains(place) || boarding.test(arc))));
        closeStreetsNearPlaces();
        closeNumberedStreets();
    }

    private void join(String id, IntPredicate fits) {
        Place place = getPlace(id);
        boolean onSegment = scenario.roads().stream()
                .anyMatch(road ->
                        road.segment().from().equals(id) || road.segment().to().equals(id));
        Snap snap = snapping.snap(
                place.longitude(),
                place.latitude(),
                arc -> uses.isOpenToAny(arc) && fits.test(arc),
                streets.snapMetres());
        int node = roads.junctions() + nodes.size();
        nodes.put(id, node);
        switch (snap) {
            case Snap.OnRoad spot -> {
                cuts.computeIfAbsent(roads.line(spot.arc()), l -> new ArrayList<>())
                        .add(new Cutting.Cut(node, spot.share()));
                joined.put(id, joined(id, spot));
                joinedTo.put(id, spot.arc());
            }
            case Snap.TooFar far -> complain(onSegment, place, far.problem(), far.remedy());
            case Snap.NoRoad none ->
                complain(
                        onSegment,
                        place,
                        "finds no street: none leads to a destination in any version.",
                        "Open a street, or read roads of a larger area.");
        }
    }

    private Streets.Joined joined(String id, Snap.OnRoad spot) {
        return new Streets.Joined(
                id, Uses.name(roads, spot.arc()), roads.roadClass(spot.arc()).tag(), spot.metres());
    }

    private void complain(boolean onSegment, Place place, String problem, String remedy) {
        if (!onSegment) {
            String value = place.latitude() + "," + place.longitude();
            problems.add(problem(place.id(), value, problem, remedy));
        }
    }

    private InputProblem problem(String place, String value, String problem, String remedy) {
        int line = streets.placeLines().getOrDefault(place, 0);
        return new InputProblem(streets.placesFile(), line, place + ": lat,lon", value, problem, remedy);
    }

    private BitSet leadingToAnEnd() {
        BitSet leading = new BitSet();
        List<Integer> open = new ArrayList<>();
        cuts.keySet().forEach(open::add);
        BitSet lines = new BitSet();
        open.forEach(lines::set);
        int[][] into = arcsInto();
        List<Integer> found = new ArrayList<>();
        for (int arc = 0; arc < roads.arcs(); arc++) {
            if (lines.get(roads.line(arc)) && uses.isOpenToAny(arc)) {
                found.add(roads.tail(arc));
                found.add(roads.head(arc));
            }
        }
        found.forEach(leading::set);
        while (!found.isEmpty()) {
            int node = found.removeLast();
            for (int arc : into[node]) {
                if (uses.isOpenToAny(arc) && !leading.get(roads.tail(arc))) {
                    leading.set(roads.tail(arc));
                    found.add(roads.tail(arc));
                }
            }
        }
        return leading;
    }

    private int[][] arcsInto() {
        int[] count = new int[roads.junctions()];
        for (int arc = 0; arc < roads.arcs(); arc++) {
            count[roads.head(arc)]++;
        }
        int[][] into = new int[roads.junctions()][];
        for (int node = 0; node < into.length; node++) {
            into[node] = new int[count[node]];
        }
        for (int arc = 0; arc < roads.arcs(); arc++) {
            into[roads.head(arc)][--count[roads.head(arc)]] = arc;
        }
        return into;
    }

    /** Whoever closes the street at an exit means the one that people leave by, not a nearer one that leads nowhere. */
    private void closeStreetsNearPlaces() {
        for (Streets.Closed closed : streets.closures()) {
            for (String id : closed.places()) {
                Streets.Joined known = joined.get(id);
                Integer arc = joinedTo.get(id);
                if (known != null && arc != null) {
                    uses.closeAt(known, arc, closed);
                    continue;
                }
                Place place = getPlace(id);
                switch (snapping.snap(place.longitude(), place.latitude(), uses::isOpenToAny, streets.snapMetres())) {
                    case Snap.OnRoad spot -> uses.closeAt(joined(id, spot), spot.arc(), closed);
                    case Snap.TooFar far -> complain(false, place, far.problem(), far.remedy());
                    case Snap.NoRoad none ->
                        complain(false, place, "has no street to close.", "Read roads of a larger area.");
                }
            }
        }
    }

    private void closeNumberedStreets() {
        Map<String, List<Integer>> numbered = new HashMap<>();
        if (streets.closures().stream().anyMatch(closed -> !closed.refs().isEmpty())) {
            for (int arc = 0; arc < roads.arcs(); arc++) {
                numbered.computeIfAbsent(roads.ref(arc), ref -> new ArrayList<>())
                        .add(arc);
            }
        }
        for (Streets.Closed closed : streets.closures()) {
            for (Streets.Ref ref : closed.refs()) {
                List<Integer> arcs = numbered.getOrDefault(ref.number(), List.of());
                uses.closeNumbered(ref.number(), arcs, closed);
                if (arcs.isEmpty()) {
                    problems.add(new InputProblem(
                            ref.file(),
                            ref.line(),
                            "closures: refs",
                            "\"" + ref.number() + "\"",
                            "is the number of no road in " + streets.file() + ".",
                            remedy(ref.number(), numbered.keySet())));
                }
            }
        }
    }

    /** Plans call a stretch of the road 4711 w4711 or w4711.2. */
    private static String remedy(String given, Set<String> known) {
        String whole = given.replaceFirst("\\.\\d+$", "");
        return known.stream()
                .filter(ref -> List.of(given, whole).contains(StretchIds.first(ref)))
                .min(Comparator.naturalOrder())
                .map(ref -> "Write \"" + ref + "\": that is what the file calls the road of this stretch.")
                .orElse("Write it as the file has it, or close an area or the street nearest to a place.");
    }

    private Place getPlace(String id) {
        return scenario.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no place " + id));
    }

    // ---- streets ----------------------------------------------------------------------------------------------

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int arc = 0; arc < roads.arcs(); arc++) {
            int back = roads.reverse(arc);
            boolean alike = back >= 0
                    && roads.freeFlowMillis(back) == roads.freeFlowMillis(arc)
                    && roads.capacityPerHour(back) == roads.capacityPerHour(arc)
                    && uses.of(back).equals(uses.of(arc));
            boolean told = alike && back < arc;
            if (!told && !uses.of(arc).versions().isEmpty()) {
                pieces.addAll(cut(piece(arc, alike), arc));
            }
        }
        return pieces;
    }

    private List<Piece> cut(Piece piece, int arc) {
        List<Cutting.Cut> at = cuts.getOrDefault(roads.line(arc), List.of());
        if (at.isEmpty()) {
            return List.of(piece);
        }
        boolean against = roads.reverse(arc) >= 0 && roads.reverse(arc) < arc;
        List<Cutting.Cut> along = at.stream()
                .map(cut -> against ? new Cutting.Cut(cut.node(), 1 - cut.share()) : cut)
                .sorted(Comparator.comparingDouble(Cutting.Cut::share))
                .toList();
        return Cutting.cut(piece, along);
    }

    private Piece piece(int arc, boolean bothWays) {
        int points = roads.points(arc);
        int[] longitudes = new int[points];
        int[] latitudes = new int[points];
        for (int i = 0; i < points; i++) {
            longitudes[i] = roads.pointLongitudeE7(arc, i);
            latitudes[i] = roads.pointLatitudeE7(arc, i);
        }
        Piece.Measure measure = new Piece.Measure(
                Math.max(1, roads.freeFlowMillis(arc)),
                Math.max(1, roads.capacityPerHour(arc)),
                Math.max(1, roads.lengthCentimetres(arc)),
                Math.max(0.5, roads.lanes(arc)));
        return new Piece(
                roads.way(arc),
                roads.tail(arc),
                roads.head(arc),
                bothWays,
                measure,
                Uses.name(roads, arc),
                roads.roadClass(arc).tag(),
                uses.of(arc),
                new Piece.Shape(longitudes, latitudes));
    }
}
