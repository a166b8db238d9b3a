package org.safeconduct.flow.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.check.Finding.BadCuts;
import org.safeconduct.flow.check.Finding.Breach;
import org.safeconduct.flow.check.Finding.CurveLength;
import org.safeconduct.flow.check.Finding.LooseCut;
import org.safeconduct.flow.check.Finding.OpenCut;
import org.safeconduct.flow.check.Finding.Rule;
import org.safeconduct.flow.check.Finding.WrongCurve;
import org.safeconduct.flow.oracle.RandomProblem;
import org.safeconduct.flow.oracle.Reference;
import org.safeconduct.flow.oracle.Seeds;

/** A right answer passes; the same answer with one thing changed does not, and the finding says which. */
class TamperingTest {
    private static final int ROAD = 0;
    private static final int BRIDGE = 1;
    private static final int LANE = 2;
    private static final int LONG_WAY = 3;
    private static final int START = 0;
    private static final int CROSSING = 1;
    private static final int END = 2;
    private static final int HORIZON = 14;

    /**
     * <pre>
     *   start ──road: 2 steps, 5 per step in 1…5──► crossing (room 2, 3 per step) ──bridge: 1 step, 4, shut 6…7──► end (4 per step)
     *   start ──lane: 1 step, 1 in 2 steps──► farm ──long way: 3 steps──► end
     *   20 units from start, released in step 1; 4 from the farm; 100 can be received at the end
     * </pre>
     */
    private static FlowProblem problem() {
        FlowProblem.Builder problem = FlowProblem.over(HORIZON);
        int start = problem.node();
        int crossing = problem.node(new Node(2, Profile.always(3)));
        int end = problem.node();
        int farm = problem.node();
        problem.arc(
                start, crossing, 2, Profile.closed().from(1, Rate.perStep(5)).from(6, Rate.NONE));
        problem.arc(crossing, end, 1, Profile.always(4).from(6, Rate.NONE).from(8, Rate.perStep(4)));
        problem.arc(start, farm, 1, Profile.always(new Rate(1, 2)));
        problem.arc(farm, end, 3, Profile.unlimited());
        problem.source(start, 20, 1);
        problem.source(farm, 4, 0);
        problem.sink(new Sink(end, FlowProblem.UNLIMITED, Profile.always(4), 0));
        return problem.build();
    }

    @Test
    void theRightAnswerPasses() {
        assertThat(new Claim(problem()).check()).isEmpty();
        assertThat(new Claim(limited(9)).check()).isEmpty();
    }

    @Test
    void rightAnswersToRandomProblemsPass() {
        Seeds.each(Seeds.FAST, random -> {
            assertThat(new Claim(RandomProblem.unlimited(random)).check()).isEmpty();
            assertThat(new Claim(RandomProblem.limited(random)).check()).isEmpty();
        });
    }

    @Test
    void aUnitMoreOrLessInAnyRandomRunIsFound() {
        Seeds.each(Seeds.FAST, random -> {
            Claim claim = new Claim(RandomProblem.unlimited(random));
            List<List<Run>> kinds = List.of(claim.departures, claim.moves, claim.waits, claim.arrivals);
            List<Run> runs = kinds.get(random.nextInt(4));
            if (!runs.isEmpty()) {
                int i = random.nextInt(runs.size());
                Run run = runs.get(i);
                if (run.amount() > 1 && random.nextBoolean()) {
                    runs.set(i, new Run(run.item(), run.from(), run.to(), run.amount() - 1));
                } else {
                    runs.set(i, new Run(run.item(), run.from(), run.to(), run.amount() + 1));
                }
                assertThat(claim.check()).isNotEmpty();
            }
        });
    }

    @Test
    void findingsBeyondAThousandAreCounted() {
        Claim claim = new Claim(problem());
        for (int i = 0; i < 1_500; i++) {
            claim.moves.add(new Run(1_000 + i, 0, 0, 1));
        }
        assertThat(claim.check()).hasSize(1_001).last().isEqualTo(new Finding.More(500));
        assertThat(claim.check().getLast().text()).isEqualTo("and 500 more");
    }

    @Test
    void aFindingNamesPlaceStepFoundAndAllowed() {
        Claim claim = new Claim(problem());
        claim.moves.add(new Run(BRIDGE, 6, 6, 1));
        assertThat(claim.check().stream().map(Finding::text))
                .contains("arc 1, step 6 (all layers): units enter in one step: found 1, allowed 0");
    }

    @TestFactory
    Stream<DynamicTest> tamperingIsFound() {
        Map<String, Tampering> all = new LinkedHashMap<>();
        departures(all);
        moves(all);
        waitsAndArrivals(all);
        layers(all);
        curves(all);
        cuts(all);
        assertThat(all.size()).isGreaterThanOrEqualTo(45);
        return all.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Tampering tampering = entry.getValue();
                    Claim claim = new Claim(problem());
                    tampering.change().accept(claim);
                    List<Finding> findings = claim.check();
                    assertThat(findings).anyMatch(tampering.expected());
                    assertThat(findings)
                            .allSatisfy(finding -> assertThat(finding.text()).isNotBlank());
                }));
    }

    private record Tampering(Consumer<Claim> change, Predicate<Finding> expected) {}

    private static Tampering breaks(Rule rule, Consumer<Claim> change) {
        return new Tampering(change, finding -> finding instanceof Breach breach && breach.rule() == rule);
    }

    private static Tampering gives(Class<? extends Finding> kind, Consumer<Claim> change) {
        return new Tampering(change, kind::isInstance);
    }

    private static Run more(Run run, int units) {
        return new Run(run.item(), run.from(), run.to(), run.amount() + units);
    }

    private static Run later(Run run, int steps) {
        return new Run(run.item(), run.from() + steps, run.to() + steps, run.amount());
    }

    private static void departures(Map<String, Tampering> all) {
        all.put(
                "more leave than go on",
                breaks(Rule.CONSERVATION, c -> Claim.change(c.departures, 0, r -> more(r, 1))));
        all.put("a departure is left out", breaks(Rule.CONSERVATION, c -> c.departures.removeFirst()));
        all.put(
                "some leave before the release",
                breaks(Rule.BEFORE_RELEASE, c -> Claim.change(c.departures, 0, r -> later(r, -1))));
        all.put("some leave late", breaks(Rule.CONSERVATION, c -> Claim.change(c.departures, 0, r -> later(r, 1))));
        all.put("more leave than there are", breaks(Rule.SOURCE_AMOUNT, c -> c.departures.add(new Run(1, 0, 0, 9))));
        all.put("some leave another layer's source", breaks(Rule.FOREIGN_SOURCE, c -> c.sources.remove(1)));
        all.put(
                "some leave a source that is not there",
                breaks(Rule.FOREIGN_SOURCE, c -> c.departures.add(new Run(7, 0, 0, 1))));
        all.put("the layer names a source that is not there", breaks(Rule.FOREIGN_SOURCE, c -> {
            c.sources.add(7);
            c.departures.add(new Run(7, 0, 0, 1));
        }));
        all.put(
                "some leave after the end",
                breaks(Rule.LEAVES_AFTER_HORIZON, c -> c.departures.add(new Run(0, 10, HORIZON + 5, 1))));
        all.put("some leave the wrong source", breaks(Rule.CONSERVATION, c -> {
            Run run = c.departures.removeFirst();
            c.departures.add(new Run(1 - run.item(), run.from(), run.to(), run.amount()));
        }));
    }

    private static void moves(Map<String, Tampering> all) {
        all.put("a move is left out", breaks(Rule.CONSERVATION, c -> c.moves.removeFirst()));
        all.put(
                "a move is too early",
                breaks(Rule.CONSERVATION, c -> Claim.change(c.moves, BRIDGE, r -> later(r, -1))));
        all.put("a move is too late", breaks(Rule.CONSERVATION, c -> Claim.change(c.moves, ROAD, r -> later(r, 1))));
        all.put(
                "a move is on the wrong arc",
                breaks(
                        Rule.CONSERVATION,
                        c -> Claim.change(c.moves, ROAD, r -> new Run(LONG_WAY, r.from(), r.to(), r.amount()))));
        all.put("a move crosses a shut bridge", breaks(Rule.ARC_CAPACITY, c -> c.moves.add(new Run(BRIDGE, 7, 7, 1))));
        all.put(
                "a move starts before the road opens",
                breaks(Rule.ARC_CAPACITY, c -> c.moves.add(new Run(ROAD, 0, 0, 1))));
        all.put("a move is over capacity", breaks(Rule.ARC_CAPACITY, c -> c.moves.add(new Run(ROAD, 2, 2, 6))));
        all.put("a rate's beat is not kept", breaks(Rule.ARC_CAPACITY, c -> c.moves.add(new Run(LANE, 2, 2, 1))));
        all.put(
                "two runs are over capacity together",
                breaks(
                        Rule.ARC_CAPACITY,
                        c -> c.moves.addAll(List.of(new Run(ROAD, 1, 9, 5), new Run(ROAD, 9, 12, 5)))));
        all.put(
                "a move is on an arc that is not there",
                breaks(Rule.UNKNOWN_ARC, c -> c.moves.add(new Run(4, 1, 1, 1))));
        all.put(
                "a move ends after the end",
                breaks(Rule.ARC_AFTER_HORIZON, c -> c.moves.add(new Run(LONG_WAY, 10, HORIZON - 2, 1))));
        all.put(
                "a move is far beyond the end",
                breaks(Rule.ARC_AFTER_HORIZON, c -> c.moves.add(new Run(ROAD, 3, Integer.MAX_VALUE - 1, 1))));
    }

    private static void waitsAndArrivals(Map<String, Tampering> all) {
        all.put("a wait is left out", breaks(Rule.CONSERVATION, c -> c.waits.removeFirst()));
        all.put("more wait than there is room", breaks(Rule.NODE_ROOM, c -> c.waits.add(new Run(CROSSING, 4, 9, 3))));
        all.put("some wait where there is no room", breaks(Rule.NODE_ROOM, c -> c.waits.add(new Run(START, 4, 4, 1))));
        all.put(
                "some wait at a node that is not there",
                breaks(Rule.UNKNOWN_NODE, c -> c.waits.add(new Run(4, 1, 1, 1))));
        all.put(
                "some wait past the end",
                breaks(Rule.WAITS_PAST_HORIZON, c -> c.waits.add(new Run(CROSSING, 12, HORIZON, 1))));
        all.put(
                "more pass than a node lets through",
                breaks(Rule.NODE_THROUGHPUT, c -> c.moves.add(new Run(BRIDGE, 8, 8, 4))));
        all.put("an arrival is left out", breaks(Rule.CONSERVATION, c -> c.arrivals.removeFirst()));
        all.put("more arrive than came", breaks(Rule.CONSERVATION, c -> Claim.change(c.arrivals, 0, r -> more(r, 1))));
        all.put("some arrive without a way", breaks(Rule.CONSERVATION, c -> {
            c.departures.add(new Run(0, 1, 1, 1));
            c.arrivals.add(new Run(0, 2, 2, 1));
        }));
        all.put("some end in another layer's sink", breaks(Rule.FOREIGN_SINK, c -> c.sinks.remove(0)));
        all.put(
                "some end in a sink that is not there",
                breaks(Rule.FOREIGN_SINK, c -> c.arrivals.add(new Run(3, 5, 5, 1))));
        all.put(
                "some end after the end",
                breaks(Rule.ENDS_AFTER_HORIZON, c -> c.arrivals.add(new Run(0, HORIZON + 1, HORIZON + 1, 1))));
        all.put(
                "more end in a step than can be received",
                breaks(Rule.SINK_RATE, c -> c.arrivals.add(new Run(0, 5, 5, 5))));
        all.put("more end in all than can be received", breaks(Rule.SINK_LIMIT, c -> c.problem = limited(5)));
    }

    private static FlowProblem limited(int limit) {
        FlowProblem all = problem();
        FlowProblem.Builder problem = FlowProblem.over(HORIZON);
        all.nodes().forEach(problem::node);
        all.arcs().forEach(arc -> problem.arc(arc.tail(), arc.head(), arc.transit(), arc.capacity()));
        all.sources().forEach(problem::source);
        problem.sink(new Sink(END, limit, Profile.always(4), 0));
        return problem.build();
    }

    private static void layers(Map<String, Tampering> all) {
        all.put(
                "two layers are over capacity together",
                breaks(Rule.ARC_CAPACITY, c -> c.others.add(bus(c, List.of(new Run(ROAD, 1, 4, 4)), List.of()))));
        all.put(
                "two layers need the same room",
                breaks(Rule.NODE_ROOM, c -> c.others.add(bus(c, List.of(), List.of(new Run(CROSSING, 3, 8, 2))))));
        all.put(
                "two layers pass a node together",
                breaks(Rule.NODE_THROUGHPUT, c -> c.others.add(bus(c, List.of(new Run(BRIDGE, 3, 5, 2)), List.of()))));
        all.put(
                "two layers take the same units",
                breaks(
                        Rule.SOURCE_AMOUNT,
                        c -> c.others.add(new Layer(
                                "again",
                                c.sources,
                                c.sinks,
                                new FlowOverTime(c.departures, c.moves, c.waits, c.arrivals)))));
        all.put("one layer carries on another's units", breaks(Rule.CONSERVATION, c -> {
            Run moved = c.moves.removeLast();
            c.others.add(bus(c, List.of(moved), List.of()));
        }));
    }

    private static Layer bus(Claim claim, List<Run> moves, List<Run> waits) {
        return new Layer("bus", Set.of(), claim.sinks, new FlowOverTime(List.of(), moves, waits, List.of()));
    }

    private static void curves(Map<String, Tampering> all) {
        all.put("the curve claims one more", gives(WrongCurve.class, c -> c.curve[HORIZON]++));
        all.put("the curve claims some earlier", gives(WrongCurve.class, c -> c.curve[4]++));
        all.put("the curve claims less", gives(LooseCut.class, c -> c.curve[9]--));
        all.put("the curve is cut short", gives(CurveLength.class, c -> c.curve = new long[] {0, 0}));
        all.put("the flow is right but not the best", gives(LooseCut.class, c -> {
            FlowOverTime nothing = new FlowOverTime(List.of(), List.of(), List.of(), List.of());
            List.of(c.departures, c.moves, c.waits, c.arrivals).forEach(List::clear);
            c.curve = nothing.arrivedBy(HORIZON);
        }));
    }

    private static void cuts(Map<String, Tampering> all) {
        all.put("a label comes too late", gives(LooseCut.class, c -> c.queue.replaceAll(r -> relabel(r, CROSSING, 3))));
        all.put(
                "a label comes too early",
                gives(LooseCut.class, c -> c.queue.replaceAll(r -> relabel(r, CROSSING, -3))));
        all.put(
                "labels of a node are left out",
                gives(LooseCut.class, c -> c.queue.removeIf(r -> r.node() == CROSSING)));
        all.put("labels of a gate are left out", gives(LooseCut.class, c -> c.gate.clear()));
        all.put("no labels at all", gives(LooseCut.class, c -> {
            c.queue.clear();
            c.gate.clear();
        }));
        all.put(
                "a stock is left out of the sink side",
                gives(OpenCut.class, c -> c.sourceLabels = new int[] {CutFamily.NEVER, CutFamily.NEVER}));
        all.put(
                "a stock is put on the sink side too early",
                gives(LooseCut.class, c -> c.sourceLabels = new int[] {0, 0}));
        all.put("the whole network is on the sink side", gives(LooseCut.class, c -> {
            c.queue.replaceAll(r -> new LabelRun(r.node(), r.from(), r.to(), 0, 0));
            c.gate.replaceAll(r -> new LabelRun(r.node(), r.from(), r.to(), 0, 0));
            c.sourceLabels = new int[] {0, 0};
        }));
        all.put("an unlimited arc leads across", gives(OpenCut.class, c -> {
            c.queue.removeIf(r -> r.node() == 3);
            c.sourceLabels = new int[] {CutFamily.NEVER, CutFamily.NEVER};
        }));
        all.put("a state is labelled twice", gives(BadCuts.class, c -> c.queue.add(c.queue.getFirst())));
        all.put(
                "labels go beyond the end",
                gives(BadCuts.class, c -> c.queue.add(new LabelRun(END, HORIZON + 1, HORIZON + 2, 0, 0))));
        all.put("labels run backwards", gives(BadCuts.class, c -> c.gate.add(new LabelRun(START, 5, 4, 0, 0))));
        all.put("labels rise by two", gives(BadCuts.class, c -> c.queue.set(0, new LabelRun(START, 0, 0, 0, 2))));
        all.put(
                "labels of a node that is not there",
                gives(BadCuts.class, c -> c.queue.add(new LabelRun(4, 0, 0, 0, 0))));
        all.put("labels of a negative node", gives(BadCuts.class, c -> c.queue.add(new LabelRun(-1, 0, 0, 0, 0))));
        all.put("a source has no label", gives(BadCuts.class, c -> c.sourceLabels = new int[] {0}));
        all.put("a sink has no label", gives(BadCuts.class, c -> c.sinkLabels = new int[0]));
        all.put("no step is claimed tight", gives(BadCuts.class, c -> c.firstStep = HORIZON + 1));
        all.put("the first step is negative", gives(BadCuts.class, c -> c.firstStep = -1));
    }

    private static LabelRun relabel(LabelRun run, int node, int by) {
        return run.node() == node ? new LabelRun(node, run.from(), run.to(), run.label() + by, run.rise()) : run;
    }

    @Test
    void theExampleUsesItsQueue() {
        assertThat(new Reference(problem()).flow().waits()).isNotEmpty();
    }
}
