package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.plan.Plan.Stranding.Discipline;
import org.safeconduct.scenario.Scenario.Halt;

/**
 * Where people would be when silence ends: vehicles driven along their ways, first come first served, without anyone looking ahead.
 *
 * <p>Unlike the plan, a vehicle here enters a road as soon as the road is open and has a slot, even if silence ends while it is on it. Then it counts as stranded on that
 * segment and is followed no further. Whoever finds the way on closed for good is held where they are; whoever finds a checkpoint's queue full is turned back. One run;
 * not thread-safe.
 */
final class Simulation {

    /**
     * Vehicles that drive one way.
     *
     * @param assembly id of where they set out
     * @param arcs the way
     * @param notBefore for each arc the first step it is entered in
     * @param vehicles how many
     * @param perVehicle people in each
     * @param underWay true if they are on the road when the run begins
     */
    record Group(String assembly, int[] arcs, int[] notBefore, int vehicles, double perVehicle, boolean underWay) {}

    /** What a checkpoint saw, in vehicles. */
    static final class Post {
        long entered;
        long left;
        long held;
        long turnedBack;
        long longestQueue;
    }

    private record Packet(Group group, int leg, int vehicles, int setOut) {
        double people() {
            return vehicles * group.perVehicle();
        }

        int arc() {
            return group.arcs()[leg];
        }
    }

    private record OnRoad(Packet packet, int until) {}

    private final RoadNetwork network;
    private final FlowProblem problem;
    private final Map<Integer, Deque<Packet>> queues = new HashMap<>();
    private final Map<Integer, Deque<OnRoad>> roads = new HashMap<>();
    private final BitSet queued = new BitSet();
    private final BitSet driven = new BitSet();
    private final BitSet[] open;
    private final long[] waiting;
    private final Map<String, Double> onSegments = new TreeMap<>();
    private final Map<String, Double> heldAt = new TreeMap<>();
    private final Map<String, Post> posts = new HashMap<>();
    private final Map<String, Integer> lastArriving = new HashMap<>();
    private double arrived;
    private double notSetOut;

    Simulation(RoadNetwork network) {
        this.network = network;
        this.problem = network.problem();
        this.open = new BitSet[problem.arcs().size()];
        this.waiting = new long[open.length];
        for (int arc = 0; arc < open.length; arc++) {
            open[arc] = network.open(arc);
        }
    }

    /** Drives all groups to the end of the horizon. */
    void run(List<Group> groups) {
        groups.stream()
                .filter(group -> group.arcs().length == 0) // turned back to where they wanted to go
                .forEach(group -> arrived += group.vehicles() * group.perVehicle());
        Deque<Group> later = groups.stream()
                .filter(group -> group.arcs().length > 0)
                .sorted(Comparator.comparingInt(group -> group.notBefore()[0]))
                .collect(Collectors.toCollection(ArrayDeque::new));
        for (int k = 0; k <= problem.horizon(); k++) {
            strand(k);
            arrive(k);
            begin(later, k);
            enter(k);
        }
        begin(later, Integer.MAX_VALUE);
        settle();
    }

    /** Whoever begins in this step stands at the first road; before that nobody is in their way. */
    private void begin(Deque<Group> later, int k) {
        while (!later.isEmpty() && later.getFirst().notBefore()[0] <= k) {
            Group group = later.removeFirst();
            queue(new Packet(group, 0, group.vehicles(), 0));
        }
    }

    /** Counts people who had arrived before the run began. */
    void arrivedBefore(long people) {
        arrived += people;
    }

    /** Counts people who stand at a node and do not get away. */
    void stand(int node, long people) {
        heldAt.merge(network.placeOf(node), (double) people, Double::sum);
    }

    private Post post(String checkpoint) {
        return posts.computeIfAbsent(checkpoint, id -> new Post());
    }

    Map<String, Post> posts() {
        return posts;
    }

    Plan.Stranding result(Discipline discipline, Duration late, double without) {
        List<String> refuges = network.scenario().halts().stream()
                .filter(Halt::refuge)
                .map(Halt::place)
                .distinct()
                .toList();
        return new Plan.Stranding(
                discipline,
                late,
                Math.round(arrived),
                Math.round(notSetOut + without),
                counts(onSegments),
                counts(heldAt),
                refuges,
                lastArriving());
    }

    /** The last to set out from each assembly that still arrives. */
    private List<Plan.LastArriving> lastArriving() {
        return network.scenario().assemblies().stream()
                .map(assembly -> new Plan.LastArriving(
                        assembly.id(),
                        Optional.ofNullable(lastArriving.get(assembly.id()))
                                .map(step -> network.axis().at(step))))
                .toList();
    }

    private static List<Plan.Count> counts(Map<String, Double> people) {
        return people.entrySet().stream()
                .map(entry -> new Plan.Count(entry.getKey(), Math.round(entry.getValue())))
                .filter(count -> count.people() > 0)
                .toList();
    }

    /** Silence has ended on these roads: whoever is still on them is stranded. */
    private void strand(int k) {
        for (int arc = driven.nextSetBit(0); arc >= 0; arc = driven.nextSetBit(arc + 1)) {
            if (k > 0
                    && open[arc].get(k - 1)
                    && !open[arc].get(k)
                    && network.way(arc) instanceof RoadNetwork.Way.Drive drive) {
                for (Iterator<OnRoad> road = road(arc).iterator(); road.hasNext(); ) {
                    OnRoad vehicle = road.next();
                    if (vehicle.until() > k) {
                        onSegments.merge(drive.segment(), vehicle.packet().people(), Double::sum);
                        road.remove();
                    }
                }
            }
        }
    }

    private void arrive(int k) {
        for (int arc = driven.nextSetBit(0); arc >= 0; arc = driven.nextSetBit(arc + 1)) {
            Deque<OnRoad> road = road(arc);
            while (!road.isEmpty() && road.getFirst().until() <= k) {
                arrive(road.removeFirst().packet());
            }
            driven.set(arc, !road.isEmpty());
        }
    }

    private void arrive(Packet packet) {
        int next = packet.leg() + 1;
        if (next == packet.group().arcs().length) {
            arrived += packet.people();
            lastArriving.merge(packet.group().assembly(), packet.setOut() + 1, Math::max);
            return;
        }
        Packet onward = new Packet(packet.group(), next, packet.vehicles(), packet.setOut());
        FlowProblem.Arc way = problem.arcs().get(onward.arc());
        switch (network.meaning(way.tail())) {
            case RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving) ->
                queueUp(
                        post(checkpoint),
                        onward,
                        problem.nodes().get(way.tail()).room());
            case RoadNetwork.Node.AtPlace(String place) -> queueUp(new Post(), onward, room(place));
            case RoadNetwork.Node.Gathering(String assembly) -> queue(onward);
            case RoadNetwork.Node.Pool(String fleet) -> queue(onward);
            case RoadNetwork.Node.UnderWay(String who, int to, boolean stands) -> queue(onward);
        }
    }

    private Deque<Packet> waitingFor(int arc) {
        return queues.computeIfAbsent(arc, a -> new ArrayDeque<>());
    }

    private Deque<OnRoad> road(int arc) {
        return roads.computeIfAbsent(arc, a -> new ArrayDeque<>());
    }

    private void queue(Packet packet) {
        waitingFor(packet.arc()).add(packet);
        queued.set(packet.arc());
        waiting[packet.arc()] += packet.vehicles();
    }

    private void queueUp(Post post, Packet packet, int room) {
        // Those who can pass at once do not need room in the queue; the step's slots are counted when they enter.
        int accepted = (int)
                Math.min(packet.vehicles(), Math.max(0, (long) room + slack(packet.arc()) - waiting[packet.arc()]));
        post.entered += packet.vehicles();
        if (accepted > 0) {
            queue(new Packet(packet.group(), packet.leg(), accepted, packet.setOut()));
        }
        if (accepted < packet.vehicles()) {
            post.turnedBack += packet.vehicles() - accepted;
            Packet back = new Packet(packet.group(), packet.leg() - 1, packet.vehicles() - accepted, packet.setOut());
            heldAt.merge(startOf(back.arc()), back.people(), Double::sum);
        }
    }

    /** Vehicles that can stand at a place: as stated, else as many as come. */
    private int room(String place) {
        return network.scenario().halts().stream()
                .filter(halt -> halt.place().equals(place))
                .findFirst()
                .flatMap(Halt::vehicles)
                .orElse(FlowProblem.UNLIMITED / 2);
    }

    private int slack(int arc) {
        FlowProblem.Arc road = problem.arcs().get(arc);
        return Math.min(most(problem.nodes().get(road.tail()).throughput()), most(road.capacity()));
    }

    /** Most units that enter in one step. */
    private static int most(Profile profile) {
        return profile.pieces().stream()
                .mapToInt(piece -> piece.rate().isUnlimited()
                        ? FlowProblem.UNLIMITED / 2
                        : Math.ceilDiv(piece.rate().units(), piece.rate().perSteps()))
                .max()
                .orElse(0);
    }

    private void enter(int k) {
        for (int arc = queued.nextSetBit(0); arc >= 0; arc = queued.nextSetBit(arc + 1)) {
            if (!open[arc].get(k)) {
                note(arc);
                continue;
            }
            FlowProblem.Arc road = problem.arcs().get(arc);
            boolean settingOut = network.way(arc) instanceof RoadNetwork.Way.SettingOut;
            int slots = settingOut ? road.capacity().at(k) : network.rate(arc).at(k);
            slots = Math.min(
                    slots, problem.nodes().get(road.tail()).throughput().at(k));
            release(arc, k, slots);
            note(arc);
            queued.set(arc, !waitingFor(arc).isEmpty());
        }
    }

    private void release(int arc, int k, int slots) {
        Deque<Packet> queue = waitingFor(arc);
        Deque<Packet> notYet = new ArrayDeque<>();
        int left = slots;
        while (left > 0 && !queue.isEmpty()) {
            Packet packet = queue.removeFirst();
            if (packet.group().notBefore()[packet.leg()] > k) {
                notYet.add(packet);
                continue;
            }
            int go = Math.min(left, packet.vehicles());
            left -= go;
            waiting[arc] -= go;
            int setOut = packet.leg() == 0 ? k : packet.setOut();
            driven.set(arc);
            road(arc)
                    .add(new OnRoad(
                            new Packet(packet.group(), packet.leg(), go, setOut),
                            k + problem.arcs().get(arc).transit()));
            if (network.meaning(problem.arcs().get(arc).tail())
                    instanceof RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving)) {
                post(checkpoint).left += go;
            }
            if (go < packet.vehicles()) {
                queue.addFirst(new Packet(packet.group(), packet.leg(), packet.vehicles() - go, packet.setOut()));
            }
        }
        while (!notYet.isEmpty()) {
            queue.addFirst(notYet.removeLast());
        }
    }

    private void note(int arc) {
        if (network.meaning(problem.arcs().get(arc).tail())
                instanceof RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving)) {
            Post post = post(checkpoint);
            post.longestQueue = Math.max(post.longestQueue, waiting[arc]);
        }
    }

    /** The day is over: whoever is in a queue is held there; whoever is still driving is on that segment. */
    private void settle() {
        for (int arc = 0; arc < open.length; arc++) {
            int at = arc;
            queues.getOrDefault(arc, new ArrayDeque<>()).forEach(packet -> hold(at, packet));
            roads.getOrDefault(arc, new ArrayDeque<>()).forEach(vehicle -> {
                if (network.way(at) instanceof RoadNetwork.Way.Drive drive) {
                    onSegments.merge(drive.segment(), vehicle.packet().people(), Double::sum);
                }
            });
        }
    }

    private void hold(int arc, Packet packet) {
        if (packet.leg() <= 1 && !packet.group().underWay()) {
            notSetOut += packet.people();
            return;
        }
        heldAt.merge(startOf(arc), packet.people(), Double::sum);
        if (network.meaning(problem.arcs().get(arc).tail())
                instanceof RoadNetwork.Node.BeforeCheckpoint(String checkpoint, boolean leaving)) {
            post(checkpoint).held += packet.vehicles();
        }
    }

    /** The place where vehicles stand that wait to enter an arc. */
    private String startOf(int arc) {
        return network.placeOf(problem.arcs().get(arc).tail());
    }
}
