package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.plan.PlanFile.EvidencePart;
import org.safeconduct.plan.PlanFile.FlowPart;
import org.safeconduct.plan.ProblemFile.ArcPart;
import org.safeconduct.plan.ProblemFile.NetworkPart;
import org.safeconduct.plan.UnderWayPart.EntryPart;
import org.safeconduct.plan.UnderWayPart.TurnedPart;

/**
 * Checks that a plan goes on from where the plan before had brought everybody: nobody comes in at a node whom that plan had not on the way there, none sooner than they can
 * be there, and nobody sets out twice. One network; not thread-safe.
 */
final class PastCheck {

    /** Vehicles of a class that are next at a node. */
    private record Key(String of, int node) {}

    private final String id;
    private final NetworkPart before;
    private final NetworkPart now;
    private final int from;
    private final Map<Key, TreeMap<Integer, Long>> underWay = new HashMap<>();
    private final Map<Key, Long> standing = new HashMap<>();
    private final Map<List<Object>, Long> onArcs = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private PastCheck(NetworkPart before, NetworkPart now) {
        this.id = now.id();
        this.before = before;
        this.now = now;
        this.from = now.from();
    }

    /** What does not follow from the plan before; empty if all does. */
    static List<String> check(NetworkPart before, EvidencePart flows, NetworkPart now, EvidencePart onward) {
        PastCheck check = new PastCheck(before, now);
        check.sameRoads();
        for (int i = 0; i < before.classes().size(); i++) {
            check.addUnderWay(before.classes().get(i).name(), flows.layers().get(i));
        }
        check.addStanding(flows);
        now.underWay().turned().forEach(check::turn);
        now.underWay().entries().forEach(check::entry);
        check.setOut(flows, onward);
        return check.findings;
    }

    private void sameRoads() {
        boolean same = now.start().equals(before.start()) && now.stepMillis() == before.stepMillis();
        int arcs = Math.min(before.arcs().size(), now.arcs().size());
        for (int i = 0; i < arcs && i < plainArcs(before) && i < plainArcs(now); i++) {
            ArcPart a = before.arcs().get(i);
            ArcPart b = now.arcs().get(i);
            same &= a.tail() == b.tail() && a.head() == b.head() && a.transit() == b.transit();
        }
        if (!same || plainArcs(before) != plainArcs(now) || from < 1) {
            findings.add(id + ": its roads are not those of the plan before");
        }
    }

    private static int plainArcs(NetworkPart network) {
        return network.arcs().size() - network.underWay().entries().size();
    }

    // ---- who was where ----------------------------------------------------------------------------------------

    private void addUnderWay(String of, FlowPart flow) {
        for (int[] run : flow.moves()) {
            ArcPart arc = before.arcs().get(run[0]);
            int last = Math.min(run[2], from - 1);
            for (int step = Math.max(run[1], from - arc.transit()); step <= last; step++) {
                come(new Key(of, arc.head()), step + arc.transit(), run[3]);
                onArcs.merge(List.of(of, run[0], step), (long) run[3], Long::sum);
            }
        }
        addStillComing(of, flow);
        for (int[] run : flow.waits()) {
            if (run[1] < from && run[2] >= from - 1) {
                come(new Key(of, run[0]), from, run[3]);
            }
        }
    }

    /** Those who were on the road at an earlier change, and are not back at a node yet. */
    private void addStillComing(String of, FlowPart flow) {
        Map<Integer, Integer> ends = new HashMap<>();
        before.underWay().entries().forEach(entry -> ends.put(entry.node(), entry.to()));
        for (int[] run : flow.departures()) {
            Integer to = ends.get(before.sources().get(run[0])[0]);
            for (int step = Math.max(run[1], from); to != null && step <= run[2]; step++) {
                come(new Key(of, to), step + 1, run[3]);
            }
        }
    }

    private void come(Key key, int step, long vehicles) {
        underWay.computeIfAbsent(key, any -> new TreeMap<>()).merge(step, vehicles, Long::sum);
    }

    /** Whom the plan before had found on the road and not brought on. */
    private void addStanding(EvidencePart flows) {
        for (EntryPart entry : before.underWay().entries()) {
            ArcPart gate = before.arcs().stream()
                    .filter(arc -> arc.tail() == entry.node())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("an entry leads nowhere"));
            long left = 0;
            for (int step = before.from() - 1; step <= lastGate(entry, before); step++) {
                left += ProblemFile.unitsIn(gate, step);
            }
            for (int i = 0; i < before.classes().size(); i++) {
                if (before.classes().get(i).name().equals(entry.of())) {
                    left -= departures(before, entry.node(), flows.layers().get(i), Integer.MAX_VALUE);
                }
            }
            standing.merge(new Key(entry.of(), entry.to()), left, Long::sum);
        }
    }

    /** The last step in which a gate can count somebody: back at twice the time of the news at the latest. */
    private static int lastGate(EntryPart entry, NetworkPart network) {
        return entry.stands() ? network.from() - 1 : Math.max(network.horizon(), 3 * network.from());
    }

    /** Vehicles that enter the network at a node before a step. */
    private static long departures(NetworkPart network, int node, FlowPart flow, int before) {
        long sum = 0;
        for (int[] run : flow.departures()) {
            if (network.sources().get(run[0])[0] == node) {
                sum += (long) run[3] * Math.max(0, Math.min(run[2] + 1L, before) - run[1]);
            }
        }
        return sum;
    }

    // ---- what became of them ----------------------------------------------------------------------------------

    private void turn(TurnedPart turned) {
        ArcPart arc = now.arcs().get(turned.arc());
        boolean waited = turned.entered() < 0;
        int back = waited ? from + arc.transit() : 2 * from - turned.entered();
        boolean right = turned.vehicles() > 0 && turned.entered() < from && isBack(turned, arc, back, waited);
        right &= ProblemFile.unitsIn(arc, from) == 0;
        Key ahead = new Key(turned.of(), arc.head());
        int there = waited ? from : turned.entered() + arc.transit();
        // Whoever was on the road at an earlier change already is known by when they would come to its end.
        long had = waited || turned.entered() < before.from()
                ? underWay.getOrDefault(ahead, new TreeMap<>()).getOrDefault(there, 0L)
                : onArcs.getOrDefault(List.of(turned.of(), turned.arc(), turned.entered()), 0L);
        if (!right || had < turned.vehicles()) {
            findings.add(id + ": " + turned.vehicles() + " × " + turned.of() + " cannot have turned back on "
                    + arc.name() + " and be back in step " + turned.step());
            return;
        }
        if (!waited) {
            onArcs.merge(List.of(turned.of(), turned.arc(), turned.entered()), (long) -turned.vehicles(), Long::sum);
        }
        come(ahead, there, -turned.vehicles());
        if (turned.step() <= now.horizon()) {
            come(new Key(turned.of(), turned.to()), turned.step(), turned.vehicles());
        }
    }

    /** At the start of its arc, or, past a checkpoint, at the start of the one that leads there. */
    private boolean isBack(TurnedPart turned, ArcPart arc, int back, boolean waited) {
        if (turned.to() == arc.tail()) {
            return turned.step() == back;
        }
        return !waited
                && now.arcs().stream()
                        .anyMatch(way -> way.head() == arc.tail()
                                && way.tail() == turned.to()
                                && turned.step() == back + way.transit());
    }

    private void entry(EntryPart entry) {
        List<ArcPart> out = now.arcs().stream()
                .filter(arc -> arc.tail() == entry.node() || arc.head() == entry.node())
                .toList();
        if (out.size() != 1
                || out.getFirst().head() != entry.to()
                || out.getFirst().transit() != 1) {
            findings.add(id + ": " + now.nodes().get(entry.node()).name() + " does not lead to one node in one step");
            return;
        }
        Key key = new Key(entry.of(), entry.to());
        TreeMap<Integer, Long> coming = entry.stands() ? new TreeMap<>() : underWay.getOrDefault(key, new TreeMap<>());
        if (entry.stands()) {
            coming.put(from, standing.getOrDefault(key, 0L));
        }
        long let = 0;
        for (int step = 0; step < now.horizon(); step++) {
            let += released(entry, step, out.getFirst());
            long there = coming.headMap(step + 1, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (let > there) {
                findings.add(id + ": " + let + " × " + entry.of() + " come in at "
                        + now.nodes().get(entry.to()).name() + " by step " + (step + 1) + ", " + there
                        + " were on the way there");
                return;
            }
        }
    }

    /** Vehicles more that the gate lets in; who stands there may come at any time, so all of them at once. */
    private long released(EntryPart entry, int step, ArcPart gate) {
        return entry.stands() && step != from - 1 ? 0 : ProblemFile.unitsIn(gate, step);
    }

    /** Whoever set out before does not set out again. */
    private void setOut(EvidencePart flows, EvidencePart onward) {
        Map<Integer, Long> home = new HashMap<>();
        before.kinds()
                .forEach(kind -> kind.sources().forEach(source -> home.merge(source[0], (long) source[1], Long::sum)));
        for (int i = 0; i < before.classes().size(); i++) {
            leave(home, before, i, flows.layers().get(i), from - 1);
        }
        for (int i = 0; i < now.classes().size(); i++) {
            leave(home, now, i, onward.layers().get(i), Integer.MAX_VALUE);
        }
        int plainNodes = before.nodes().size() - before.underWay().entries().size();
        home.forEach((node, left) -> {
            if (left < 0 && node < plainNodes) {
                findings.add(id + ": " + -left + " vehicles set out from "
                        + before.nodes().get(node).name() + " that are not there any more");
            }
        });
    }

    private static void leave(Map<Integer, Long> home, NetworkPart network, int index, FlowPart flow, int before) {
        if (CarPlanner.isClass(network.classes().get(index).name())) {
            home.replaceAll((node, left) -> left - departures(network, node, flow, before));
        }
    }
}
