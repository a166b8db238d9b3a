package org.safeconduct.plan;

import static org.safeconduct.flow.FlowProblem.UNLIMITED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.terms.Place;

/**
 * One version of the corridor as a flow problem without sources and sinks, and what its nodes and arcs stand for.
 *
 * <pre>
 *   pool of a fleet ─1 step─► assembly ─1 step─► place ─road─► checkpoint ─screening─► place … ─► destination
 *                              (rate: setting out)              (room: queue, throughput: rate)
 * </pre>
 *
 * In a plan vehicles wait only at halts and before checkpoints: nobody is planned to stand on the open road. The outer bound lets them wait at every place whose room nobody
 * stated, since people do. Units are vehicles.
 */
final class RoadNetwork {

    /** What a node stands for. */
    sealed interface Node {
        record AtPlace(String place) implements Node {}

        record BeforeCheckpoint(String checkpoint, boolean leavingItsPlace) implements Node {}

        record Gathering(String assembly) implements Node {}

        record Pool(String fleet) implements Node {}

        /**
         * Where vehicles of one class come in that are on the way to a node when news comes.
         *
         * @param who name of the class
         * @param to number of the node
         * @param stands true for those who were stranded before and stand there
         */
        record UnderWay(String who, int to, boolean stands) implements Node {}
    }

    /** What an arc stands for. */
    sealed interface Way {
        /** A drive on a segment, from its start or, if {@code onward} is false, on to its end after a checkpoint. */
        record Drive(String segment, String from, String to, boolean onward) implements Way {}

        record SettingOut(String assembly) implements Way {}

        record Assigning(String fleet, String assembly) implements Way {}

        /** From where they come in to the node they are on the way to. */
        record Joining(String who) implements Way {}
    }

    /**
     * A node by which vehicles come in that are under way.
     *
     * @param node what it stands for
     * @param coming vehicles by the step in which they reach their node
     */
    record Entry(Node.UnderWay node, SortedMap<Integer, Integer> coming) {}

    private final Scenario scenario;
    private final Scenario.Version version;
    private final Case numbers;
    private final TimeAxis axis;
    private final List<Road> roads;
    private final Openings openings;
    private final StreetClock clock;
    private final Storage storage;
    private final FlowProblem.Builder builder;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();
    private final Map<Node, Integer> numbersOfNodes = new HashMap<>();
    private final Map<Entering, Profile> profiles = new HashMap<>();
    private final List<List<Integer>> leaving = new ArrayList<>();
    private final BitSet always = new BitSet();
    private final FlowProblem problem;

    RoadNetwork(Scenario scenario, Scenario.Version version, Case numbers) {
        this.scenario = scenario;
        this.version = version;
        this.numbers = numbers;
        this.roads = scenario.roads().stream()
                .filter(road -> version.silence().containsKey(road.segment().id()))
                .toList();
        this.axis = TimeAxis.over(scenario.horizon(), StreetClock.step(scenario, roads, numbers));
        this.openings = new Openings(scenario, version, axis, numbers.rounding());
        this.storage = Storage.of(scenario, numbers);
        this.clock = StreetClock.of(scenario, version, roads, numbers, axis);
        this.builder = FlowProblem.over(axis.horizon());
        always.set(0, axis.horizon() + 1);
        addPlaces();
        addRoads();
        addAssemblies();
        this.problem = builder.build();
        listLeaving();
    }

    private RoadNetwork(RoadNetwork plain, List<Entry> entries) {
        this.scenario = plain.scenario;
        this.version = plain.version;
        this.numbers = plain.numbers;
        this.roads = plain.roads;
        this.axis = plain.axis;
        this.openings = plain.openings;
        this.clock = plain.clock;
        this.storage = plain.storage;
        this.builder = plain.problem.copyOver(axis.horizon());
        this.nodes.addAll(plain.nodes);
        this.ways.addAll(plain.ways);
        this.rates.addAll(plain.rates);
        this.numbersOfNodes.putAll(plain.numbersOfNodes);
        this.always.or(plain.always);
        entries.forEach(this::addEntry);
        this.problem = builder.build();
        listLeaving();
    }

    /** The same roads with nodes by which those come in who are under way; other numbers stay. */
    RoadNetwork with(List<Entry> entries) {
        return entries.isEmpty() ? this : new RoadNetwork(this, entries);
    }

    private void addEntry(Entry entry) {
        int node = add(entry.node(), 0, Profile.unlimited());
        Profile gate = entry.node().stands() ? standing(entry.coming()) : gate(entry.coming());
        builder.arc(node, entry.node().to(), 1, gate);
        ways.add(new Way.Joining(entry.node().who()));
        rates.add(Rate.UNLIMITED);
    }

    /** Open from the step before the first of them is there, for all of them: they need not come at once. */
    private static Profile standing(SortedMap<Integer, Integer> coming) {
        int all = coming.values().stream().mapToInt(Integer::intValue).sum();
        return Profile.closed().from(coming.firstKey() - 1, Rate.perStep(all));
    }

    /** Open in the step before each in which somebody comes, for as many as come. */
    private static Profile gate(SortedMap<Integer, Integer> coming) {
        Profile gate = Profile.closed();
        for (Map.Entry<Integer, Integer> some : coming.entrySet()) {
            gate = gate.from(some.getKey() - 1, Rate.perStep(some.getValue())).from(some.getKey(), Rate.NONE);
        }
        return gate;
    }

    private void listLeaving() {
        nodes.forEach(node -> leaving.add(new ArrayList<>(4)));
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            leaving.get(problem.arcs().get(arc).tail()).add(arc);
        }
    }

    FlowProblem problem() {
        return problem;
    }

    TimeAxis axis() {
        return axis;
    }

    Case numbers() {
        return numbers;
    }

    Scenario scenario() {
        return scenario;
    }

    Scenario.Version version() {
        return version;
    }

    Node meaning(int node) {
        return nodes.get(node);
    }

    Way way(int arc) {
        return ways.get(arc);
    }

    /** The arcs that leave a node, in order. */
    List<Integer> leaving(int node) {
        return leaving.get(node);
    }

    /** What may enter an arc while its road is open at all, whether or not the drive fits into what is left of the window. */
    Rate rate(int arc) {
        return rates.get(arc);
    }

    /** Steps in which an arc's road is open. */
    BitSet open(int arc) {
        if (way(arc) instanceof Way.Drive drive) {
            return openings.open(drive.segment());
        }
        return always;
    }

    /** The node's number, if this version has it. */
    Optional<Integer> findNode(Node node) {
        return Optional.ofNullable(numbersOfNodes.get(node));
    }

    int getNode(Node node) {
        return findNode(node).orElseThrow(() -> new IllegalStateException(node + " is not on version " + version.id()));
    }

    int place(String place) {
        return getNode(new Node.AtPlace(place));
    }

    /** The place where vehicles stand that are at a node. */
    String placeOf(int node) {
        return switch (meaning(node)) {
            case Node.AtPlace(String place) -> place;
            case Node.BeforeCheckpoint(String checkpoint, boolean leaving) ->
                scenario.getCheckpoint(checkpoint).at();
            case Node.Gathering(String assembly) -> assembly;
            case Node.Pool(String fleet) -> fleet;
            case Node.UnderWay(String who, int to, boolean stands) -> placeOf(to);
        };
    }

    private void addPlaces() {
        Set<String> used = new HashSet<>();
        for (Road road : roads) {
            used.add(road.segment().from());
            used.add(road.segment().to());
        }
        scenario.assemblies().forEach(assembly -> used.add(assembly.place()));
        scenario.fleets().forEach(fleet -> used.add(fleet.base()));
        scenario.destinations().forEach(destination -> used.add(destination.place()));
        scenario.aid().forEach(aid -> used.addAll(List.of(aid.fromPlace(), aid.toPlace())));
        Map<String, Integer> rooms = scenario.halts().stream()
                .collect(Collectors.toMap(
                        Scenario.Halt::place, halt -> halt.vehicles().orElse(UNLIMITED), Math::max));
        int unstated = numbers.rounding() == Case.Rounding.PLAN ? 0 : UNLIMITED;
        scenario.places().stream()
                .map(Place::id)
                .filter(used::contains)
                .sorted(Comparator.comparing(place -> !clock.standIn(place).equals(place))) // stand-ins first
                .forEach(place -> addPlace(place, rooms.getOrDefault(place, unstated)));
    }

    private void addPlace(String place, int room) {
        String standIn = clock.standIn(place);
        if (standIn.equals(place)) {
            add(new Node.AtPlace(place), room, Profile.unlimited());
        } else {
            numbersOfNodes.put(new Node.AtPlace(place), place(standIn));
        }
    }

    private void addRoads() {
        Map<String, Checkpoint> posts = new HashMap<>();
        scenario.checkpoints().forEach(post -> posts.putIfAbsent(post.segment(), post));
        for (Road road : roads) {
            BitSet open = openings.open(road.segment().id());
            Optional<Checkpoint> checkpoint =
                    Optional.ofNullable(posts.get(road.segment().id()));
            addDirection(road, open, checkpoint, false);
            if (road.bothWays()) {
                addDirection(road, open, checkpoint, true);
            }
        }
    }

    private void addDirection(Road road, BitSet open, Optional<Checkpoint> checkpoint, boolean inbound) {
        String from = inbound ? road.segment().to() : road.segment().from();
        String to = inbound ? road.segment().from() : road.segment().to();
        Rate rate = rate(road);
        Duration drive = road.duration(numbers.least(road.travel()));
        Way.Drive way = new Way.Drive(road.segment().id(), from, to, false);
        if (checkpoint.isEmpty()) {
            if (place(from) != place(to)) {
                int steps = clock.steps(from, to, drive);
                Rate fitting = clock.inBeat(storage.fitting(road, rate, steps), from, 0);
                addArc(way, new Ends(place(from), place(to)), steps, clock.entering(open, from, to), fitting);
            }
            return;
        }
        // Arriving at the post's place, vehicles meet it last; leaving, first.
        boolean leaving = checkpoint.get().at().equals(from);
        int screening = Math.max(1, numbers.steps(axis, checkpoint.get().screening()));
        int all = Math.max(
                screening + 1, clock.steps(from, to, drive.plus(checkpoint.get().screening())));
        int before = leaving ? 1 : all - screening;
        boolean isApproach = !leaving && checkpoint.get().queue().isEmpty();
        int post = post(checkpoint.get(), leaving, isApproach ? storage.queue(road, rate, before) : UNLIMITED);
        Rate fitting = isApproach ? storage.leavingRoomToQueue(road, rate, before) : storage.fitting(road, rate, all);
        Way.Drive onward = new Way.Drive(road.segment().id(), from, to, true);
        addArc(way, new Ends(place(from), post), before, open, leaving ? Rate.UNLIMITED : fitting);
        addArc(onward, new Ends(post, place(to)), all - before, open, leaving ? fitting : Rate.UNLIMITED);
    }

    /**
     * The node before a checkpoint; one for both directions if they share its rate.
     *
     * @param unstated room of the queue if the checkpoint does not state it
     */
    private int post(Checkpoint checkpoint, boolean leaving, int unstated) {
        Node node = new Node.BeforeCheckpoint(checkpoint.id(), leaving && !checkpoint.bothDirections());
        Optional<Integer> known = findNode(node);
        return known.isPresent() ? known.get() : add(node, checkpoint.queue().orElse(unstated), hours(checkpoint));
    }

    private Profile hours(Checkpoint checkpoint) {
        if (checkpoint.hours().isEmpty()) {
            return Profile.unlimited();
        }
        Profile profile = Profile.closed();
        for (Scenario.Hours hours : checkpoint.hours()) {
            boolean plan = numbers.rounding() == Case.Rounding.PLAN;
            int from = plan
                    ? axis.notBefore(hours.window().from())
                    : Math.max(0, axis.notAfter(hours.window().from()));
            int to = plan
                    ? axis.notAfter(hours.window().to())
                    : axis.notBefore(hours.window().to());
            if (to > from) {
                profile = profile.from(from, Case.perHour(numbers.most(hours.vehiclesPerHour()), axis.step()))
                        .from(to, Rate.NONE);
            }
        }
        return profile;
    }

    private void addAssemblies() {
        BitSet settingOut = openings.settingOut();
        BitSet before = settingOut.get(
                1, settingOut.length() + 1); // the step of setting out comes before the moment of leaving
        for (Assembly assembly : scenario.assemblies()) {
            int node = add(new Node.Gathering(assembly.id()), 0, Profile.unlimited());
            Rate rate = settingOutRate(assembly);
            Rate steady = clock.inBeat(rate, assembly.place(), 1);
            Profile profile = assembly.convoy()
                    .map(convoy -> rhythm(before, convoy, drivingOff(assembly, rate)))
                    .orElseGet(() -> Openings.profile(before, steady));
            builder.arc(node, place(assembly.place()), 1, profile);
            ways.add(new Way.SettingOut(assembly.id()));
            rates.add(steady);
        }
        for (Scenario.Fleet fleet : scenario.fleets()) {
            int pool = add(new Node.Pool(fleet.id()), 0, Profile.unlimited());
            for (String served : fleet.serves()) {
                builder.arc(pool, getNode(new Node.Gathering(served)), 1, Profile.unlimited());
                ways.add(new Way.Assigning(fleet.id(), served));
                rates.add(Rate.UNLIMITED);
            }
        }
    }

    /**
     * Cars that leave in groups: a group sets out as fast as the assembly and the road let it, then comes the gap.
     *
     * <pre>
     *   |gggg......|gggg......|gggg        g setting out, . gap
     * </pre>
     */
    private Profile rhythm(BitSet before, Scenario.Convoy convoy, Rate rate) {
        int gap = Math.max(1, Math.toIntExact(axis.up(convoy.gap())));
        Profile profile = Profile.closed();
        int left = convoy.size();
        int pause = 0;
        for (int step = before.nextSetBit(0); step >= 0; step = before.nextSetBit(step + 1)) {
            // The road counts its slots one step later, when those who set out now are there.
            int now = pause > 0 ? 0 : Math.min(left, rate.at(step + 1));
            left -= now;
            pause = Math.max(0, pause - 1);
            if (left == 0) {
                left = convoy.size();
                pause = gap;
            }
            profile =
                    now == profile.pieces().getLast().rate().units() ? profile : profile.from(step, Rate.perStep(now));
        }
        return before.isEmpty() ? profile : profile.from(before.length(), Rate.NONE);
    }

    /** The greatest rate of a road out of a place, so that a group does not set out faster than it can drive off. */
    private Rate drivingOff(Assembly assembly, Rate settingOut) {
        Rate rate = roads.stream()
                .filter(road -> road.segment().from().equals(assembly.place())
                        || (road.bothWays() && road.segment().to().equals(assembly.place())))
                .map(this::rate)
                .filter(other -> other.over(0, axis.horizon()) < settingOut.over(0, axis.horizon()))
                .max(Comparator.comparingLong(other -> other.over(0, axis.horizon())))
                .orElse(settingOut);
        return clock.inBeat(rate, assembly.place(), 0);
    }

    private Rate rate(Road road) {
        return Case.perHour(numbers.most(road.vehiclesPerHour()) * numbers.derating(scenario.derating()), axis.step());
    }

    private Rate settingOutRate(Assembly assembly) {
        return assembly.vehiclesPerHour()
                .map(figure -> Case.perHour(numbers.most(figure), axis.step()))
                .orElse(Rate.UNLIMITED);
    }

    private int add(Node node, int room, Profile throughput) {
        int number = builder.node(new FlowProblem.Node(room, throughput));
        nodes.add(node);
        numbersOfNodes.put(node, number);
        return number;
    }

    /** Numbers of the nodes an arc leads from and to. */
    private record Ends(int tail, int head) {}

    private void addArc(Way way, Ends ends, int transit, BitSet open, Rate rate) {
        Profile profile = profiles.computeIfAbsent(
                new Entering(open, transit, rate), key -> Openings.entering(open, transit, rate, axis.horizon()));
        builder.arc(ends.tail(), ends.head(), transit, profile);
        ways.add(way);
        rates.add(rate);
    }

    /** What decides when an arc may be entered: most streets share it. */
    private record Entering(BitSet open, int transit, Rate rate) {}
}
