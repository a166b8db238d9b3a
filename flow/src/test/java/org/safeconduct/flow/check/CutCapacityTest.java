package org.safeconduct.flow.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.oracle.ExplicitNetwork;
import org.safeconduct.flow.oracle.RandomProblem;
import org.safeconduct.flow.oracle.Reference;
import org.safeconduct.flow.oracle.Seeds;

/** Whatever a certificate claims, the checker counts what really leads across, and never less than can arrive. */
class CutCapacityTest {

    @Test
    void oneRoadIsCutAtItsEntrance() {
        FlowProblem.Builder builder = FlowProblem.over(6);
        int start = builder.node();
        int end = builder.node();
        builder.arc(start, end, 4, Profile.always(3));
        builder.source(start, 10, 0);
        builder.sink(end);
        List<LabelRun> queue = List.of(new LabelRun(end, 0, 6, 0, 1));
        CutCheck check = FlowChecker.cutCapacity(
                builder.build(), new CutFamily(queue, List.of(), new int[] {CutFamily.NEVER}, new int[] {0}, 0));
        assertThat(check.capacities()).containsExactly(0, 0, 0, 0, 3, 6, 9);
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void atAnyBeatEachStretchTakesItsShareRoundedUp() {
        FlowProblem.Builder builder = FlowProblem.over(12);
        int start = builder.node();
        int end = builder.node();
        Profile twoOpenings = Profile.closed()
                .from(0, new Rate(1, 6))
                .from(5, Rate.NONE)
                .from(6, new Rate(1, 6))
                .from(8, Rate.NONE);
        builder.arc(start, end, 1, twoOpenings);
        builder.source(start, 10, 0);
        builder.sink(end);
        List<LabelRun> queue = List.of(new LabelRun(end, 0, 12, 12, 0));
        CutFamily cut = new CutFamily(queue, List.of(), new int[] {CutFamily.NEVER}, new int[] {CutFamily.NEVER}, 12);
        assertThat(FlowChecker.cutCapacity(builder.build(), cut).capacity(12)).isZero();
        CutCheck atAnyBeat = FlowChecker.lastCutAtAnyBeat(builder.build(), cut);
        assertThat(atAnyBeat.capacity(12)).isEqualTo(2);
        assertThat(atAnyBeat.capacity(11)).isEqualTo(CutCheck.OPEN);
    }

    @Test
    void theExampleOfTheSpecificationIsProven() {
        FlowProblem.Builder builder = FlowProblem.over(7);
        int a = builder.node();
        int b = builder.node();
        builder.arc(a, b, 4, Profile.always(3));
        builder.source(a, 10, 0);
        builder.sink(b);
        FlowProblem problem = builder.build();
        List<Run> departures = List.of(new Run(0, 0, 2, 3), new Run(0, 3, 3, 1));
        List<Run> arrivals = List.of(new Run(0, 4, 6, 3), new Run(0, 7, 7, 1));
        FlowOverTime flow = new FlowOverTime(departures, departures, List.of(), arrivals);
        List<LabelRun> queue =
                List.of(new LabelRun(b, 0, 6, 0, 1), new LabelRun(a, 0, 7, 7, 0), new LabelRun(b, 7, 7, 7, 0));
        CutFamily cuts = new CutFamily(queue, List.of(), new int[] {7}, new int[] {CutFamily.NEVER}, 0);
        long[] curve = {0, 0, 0, 0, 3, 6, 9, 10};
        assertThat(FlowChecker.verify(problem, List.of(Layer.only(problem, flow)), curve, cuts))
                .isEmpty();
    }

    @Test
    void anyLabelsCountWhatTheExplicitNetworkCounts() {
        Seeds.each(2 * Seeds.FAST, CutCapacityTest::compareLabels);
    }

    @Test
    @Tag("ci")
    void anyLabelsCountWhatTheExplicitNetworkCountsOnManyMore() {
        Seeds.each(10 * Seeds.THOROUGH, CutCapacityTest::compareLabels);
    }

    @Test
    void capacitiesThatCannotBeAddedUpProveNothing() {
        FlowProblem.Builder builder = FlowProblem.over(1 << 20);
        int start = builder.node();
        int end = builder.node();
        for (int i = 0; i < 3_000; i++) {
            builder.arc(start, end, 1, Profile.always(Integer.MAX_VALUE - 1));
        }
        builder.source(start, 10, 0);
        builder.sink(end);
        List<LabelRun> queue = List.of(new LabelRun(end, 0, 1 << 20, 0, 0));
        CutCheck check = FlowChecker.cutCapacity(
                builder.build(), new CutFamily(queue, List.of(), new int[] {CutFamily.NEVER}, new int[] {0}, 0));
        assertThat(check.capacity(5)).isEqualTo(CutCheck.OPEN);
        assertThat(check.findings()).hasSize(1);
    }

    private static void compareLabels(Random random) {
        FlowProblem problem = random.nextBoolean() ? RandomProblem.limited(random) : RandomProblem.unlimited(random);
        Reference reference = new Reference(problem);
        CutFamily cuts =
                random.nextInt(3) == 0 ? randomCuts(problem, random) : nearlyRight(problem, reference.cuts(), random);
        ExplicitNetwork network = new ExplicitNetwork(problem);
        int[] label = labelsOfStates(problem, network, cuts);
        CutCheck check = FlowChecker.cutCapacity(problem, cuts);
        boolean open = false;
        for (int t = 0; t <= problem.horizon(); t++) {
            int cut = t;
            IntPredicate sinkSide = state -> state == network.end() || label[state] <= cut;
            long expected = network.cutCapacity(t, sinkSide);
            expected = expected >= ExplicitNetwork.UNLIMITED ? CutCheck.OPEN : expected;
            assertThat(check.capacity(t)).as("capacity of cut %d", t).isEqualTo(expected);
            assertThat(check.capacity(t)).isGreaterThanOrEqualTo(reference.curve()[t]);
            open |= expected == CutCheck.OPEN && t >= cuts.firstStep();
        }
        assertThat(check.findings().isEmpty()).isEqualTo(!open);
    }

    private static int[] labelsOfStates(FlowProblem problem, ExplicitNetwork network, CutFamily cuts) {
        int[] label = new int[network.end() + 1];
        Arrays.fill(label, CutFamily.NEVER);
        for (LabelRun run : cuts.queue()) {
            for (int k = run.from(); k <= run.to(); k++) {
                label[network.queue(run.node(), k)] = run.label() + run.rise() * (k - run.from());
            }
        }
        for (LabelRun run : cuts.gate()) {
            for (int k = run.from(); k <= run.to(); k++) {
                label[network.gate(run.node(), k)] = run.label() + run.rise() * (k - run.from());
            }
        }
        for (int i = 0; i < problem.sources().size(); i++) {
            label[network.stock(i)] = problem.sources().get(i).amount() == 0 ? 0 : cuts.sources()[i];
        }
        for (int j = 0; j < problem.sinks().size(); j++) {
            label[network.reception(j)] = cuts.sinks()[j];
        }
        return label;
    }

    private static CutFamily randomCuts(FlowProblem problem, Random random) {
        List<LabelRun> queue = new ArrayList<>();
        List<LabelRun> gate = new ArrayList<>();
        for (int v = 0; v < problem.nodes().size(); v++) {
            queue.addAll(randomRuns(v, problem.horizon(), random));
            if (!problem.nodes().get(v).throughput().isUnlimited()) {
                gate.addAll(randomRuns(v, problem.horizon(), random));
            }
        }
        int[] sources = random.ints(problem.sources().size(), -1, 3).toArray();
        int[] sinks =
                random.ints(problem.sinks().size(), -1, problem.horizon() + 3).toArray();
        if (random.nextBoolean()) {
            sources[0] = CutFamily.NEVER;
            sinks[0] = CutFamily.NEVER;
        }
        Collections.shuffle(queue, random);
        return new CutFamily(queue, gate, sources, sinks, 0);
    }

    /** The right cuts with some labels moved; stocks follow, since nothing bounds what leaves them. */
    private static CutFamily nearlyRight(FlowProblem problem, CutFamily right, Random random) {
        List<LabelRun> queue = moved(right.queue(), random);
        int[] sources = right.sources();
        for (LabelRun run : queue) {
            for (int i = 0; i < sources.length; i++) {
                if (problem.sources().get(i).node() == run.node()) {
                    sources[i] = Math.min(sources[i], run.label());
                }
            }
        }
        return new CutFamily(queue, moved(right.gate(), random), sources, right.sinks(), right.firstStep());
    }

    private static List<LabelRun> moved(List<LabelRun> runs, Random random) {
        return runs.stream()
                .map(run -> random.nextInt(4) > 0
                        ? run
                        : new LabelRun(
                                run.node(), run.from(), run.to(), run.label() + random.nextInt(7) - 3, run.rise()))
                .toList();
    }

    private static List<LabelRun> randomRuns(int node, int horizon, Random random) {
        List<LabelRun> runs = new ArrayList<>();
        int step = random.nextInt(horizon + 2);
        while (step <= horizon) {
            int to = Math.min(horizon, step + random.nextInt(8));
            runs.add(new LabelRun(node, step, to, random.nextInt(horizon + 6) - 3, random.nextInt(2)));
            step = to + 1 + random.nextInt(2) * random.nextInt(4);
        }
        return runs;
    }
}
