package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safeconduct.flow.FlowOverTime.Run;

/**
 * A solution kept ready to be asked what can still arrive by the horizon if roads are closed and everybody knows it in advance. Each answer is exact, the same as that of a solution
 * from nothing, and is found from the flow there is: all that does not pass a closed arc stays at first where it is. Where too many states have to be looked at for that, all who do not pass a
 * closed arc are sent as they were and the others are found a way anew; which of the two it is depends on counted states, never on a clock. Safe from any thread; what is asked side by side shares all but what
 * it changes.
 *
 * <pre>
 *   Closures closures = Closures.of(solution);
 *   closures.delivered(List.of(Closing.throughout(bridge)))     // the most that can arrive without the bridge
 *   Ensemble lost = closures.ensemble(closures.draw(1_000, 3, 7L));
 *   lost.quantile(0.05)                                         // in 95 of 100 cases at least so many arrive
 *   closures.worst(10)                                          // the ten arcs whose loss alone costs most
 * </pre>
 *
 * <p>Where sinks are limited in all, or there are more units or states than an int counts, each question is solved from nothing: the same answers, slowly.
 */
public final class Closures {
    private final Solution base;
    private final @Nullable RepairBase laidOut;
    private final @Nullable MovesAway fromStocks;
    private final @Nullable MovesAway toEnds;
    private final ConcurrentLinkedQueue<ClosedRun> idle = new ConcurrentLinkedQueue<>();
    private final List<Departure> departures;
    private final long[] moved;
    private final long allowed;

    private Closures(Solution base, @Nullable RepairBase laidOut, List<Departure> departures, long allowed) {
        this.base = base;
        this.moved = new long[base.problem().arcs().size()];
        for (Run run : base.flow().moves()) {
            moved[run.item()] += run.total();
        }
        this.laidOut = laidOut;
        this.fromStocks = laidOut == null ? null : laidOut.fromStocks();
        this.toEnds = laidOut == null ? null : laidOut.toEnds();
        this.departures = departures;
        this.allowed = allowed;
    }

    /** Lays a solution out, of whatever claim. */
    public static Closures of(Solution base) {
        if (!RepairBase.suits(base)) {
            return new Closures(base, null, List.of(), 0);
        }
        RepairBase laidOut = new RepairBase(base);
        List<Departure> departures = Decomposition.of(base);
        return new Closures(base, laidOut, departures, Brought.states(laidOut.network, departures));
    }

    /** The same, with so many states that may be looked at for an answer before its paths are sent anew. */
    static Closures of(Solution base, long allowed) {
        return RepairBase.suits(base)
                ? new Closures(base, new RepairBase(base), Decomposition.of(base), allowed)
                : of(base);
    }

    /** The solution as it was. */
    public Solution base() {
        return base;
    }

    /** The arcs on which something moves, in order: the others can be closed at no loss. */
    public int[] usedArcs() {
        return IntStream.range(0, moved.length).filter(arc -> moved[arc] > 0).toArray();
    }

    /**
     * Draws scenarios in each of which so many different used arcs are closed throughout; fewer if fewer are used. The same seed draws the same.
     *
     * @param count how many scenarios
     * @param closed how many arcs are closed in each
     */
    public List<List<Closing>> draw(int count, int closed, long seed) {
        int[] used = usedArcs();
        Random random = new Random(seed);
        List<List<Closing>> scenarios = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BitSet drawn = new BitSet();
            while (drawn.cardinality() < Math.min(closed, used.length)) {
                drawn.set(used[random.nextInt(used.length)]);
            }
            scenarios.add(drawn.stream().mapToObj(Closing::throughout).toList());
        }
        return scenarios;
    }

    /** The most that can arrive by the horizon with some arcs closed. */
    public long delivered(List<Closing> closings) {
        requireKnown(closings);
        if (closings.stream().noneMatch(this::isUsed)) {
            return base.delivered();
        }
        if (laidOut == null || fromStocks == null || toEnds == null) {
            return solve(closed(closings), Replanner.quick().withoutProof()).delivered();
        }
        ClosedRun ready = idle.poll();
        ClosedRun run = ready == null ? new ClosedRun(laidOut, fromStocks, toEnds, allowed) : ready;
        OptionalLong change = run.change(closings);
        idle.add(run);
        return change.isPresent() ? base.delivered() + change.getAsLong() : Brought.total(closed(closings), departures);
    }

    private boolean isUsed(Closing closing) {
        return moved[closing.arc()] > 0;
    }

    private void requireKnown(List<Closing> closings) {
        for (Closing closing : closings) {
            if (closing.arc() >= moved.length) {
                throw new IllegalArgumentException(
                        "arc " + closing.arc() + ": give an arc of the problem, 0 to " + (moved.length - 1));
            }
        }
    }

    /** The problem with some arcs closed, solved from nothing for the same claim: a flow with its proof, to show or to compare with. */
    public Solution solve(List<Closing> closings) {
        requireKnown(closings);
        return solve(closed(closings), Replanner.quick());
    }

    private Solution solve(FlowProblem closed, Options options) {
        return switch (base.claim()) {
            case EARLIEST_ARRIVAL -> EarliestArrival.solve(closed, options);
            case BY_DEADLINE -> LimitedReception.byDeadline(closed, options);
        };
    }

    private FlowProblem closed(List<Closing> closings) {
        FlowProblem.Builder changed = base.problem().copyOver(base.problem().horizon());
        Profile[] now =
                base.problem().arcs().stream().map(FlowProblem.Arc::capacity).toArray(Profile[]::new);
        for (Closing closing : closings) {
            now[closing.arc()] = closing.of(now[closing.arc()]);
            changed.arcCapacity(closing.arc(), now[closing.arc()]);
        }
        return changed.build();
    }

    /** What can arrive in each of some scenarios, found on all cores. */
    public Ensemble ensemble(List<List<Closing>> scenarios) {
        return ensemble(scenarios, Runtime.getRuntime().availableProcessors(), done -> {});
    }

    /**
     * What can arrive in each of some scenarios. The same whatever the number of threads.
     *
     * @param threads how many scenarios are worked on at a time
     * @param progress told, from any of the threads, how many are done
     */
    public Ensemble ensemble(List<List<Closing>> scenarios, int threads, LongConsumer progress) {
        long[] delivered = new long[scenarios.size()];
        AtomicInteger done = new AtomicInteger();
        Threads.each(scenarios.size(), threads, i -> {
            delivered[i] = delivered(scenarios.get(i));
            progress.accept(done.incrementAndGet());
        });
        return new Ensemble(base.delivered(), scenarios, delivered);
    }

    /**
     * What the loss of an arc costs, or of a group of arcs.
     *
     * @param which number of the arc, or of the group among those asked about
     * @param lost units that then do not arrive by the horizon, at the least
     */
    public record Loss(int which, long lost) {}

    /** The arcs whose loss alone costs most, throughout the time, most first; arcs whose loss costs nothing are left out. */
    public List<Loss> worst(int most) {
        int[] used = usedArcs();
        List<int[]> alone = Arrays.stream(used).mapToObj(arc -> new int[] {arc}).toList();
        return worst(alone, most, Runtime.getRuntime().availableProcessors(), done -> {}).stream()
                .map(loss -> new Loss(used[loss.which()], loss.lost()))
                .toList();
    }

    /**
     * The groups of arcs, such as both directions of a road, whose loss costs most, each lost alone. No more is lost than moves on its arcs, so groups on which little moves need not be
     * tried once enough others cost more.
     *
     * @param groups the arcs of each
     * @param most how many groups at most
     * @param threads how many groups are tried at a time
     * @param progress told how many were tried
     */
    public List<Loss> worst(List<int[]> groups, int most, int threads, LongConsumer progress) {
        long[] moving = groups.stream()
                .mapToLong(
                        arcs -> Arrays.stream(arcs).mapToLong(arc -> moved[arc]).sum())
                .toArray();
        int[] order = IntStream.range(0, moving.length)
                .filter(group -> moving[group] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer group) -> -moving[group])
                        .thenComparing(group -> group))
                .mapToInt(group -> group)
                .toArray();
        List<Loss> worst = new ArrayList<>();
        int next = 0;
        int size = Math.max(2 * threads, most);
        while (most > 0
                && next < order.length
                && (worst.size() < most || moving[order[next]] > worst.getLast().lost())) {
            int first = next;
            next = Math.min(order.length, first + size);
            Loss[] tried = new Loss[next - first];
            Threads.each(tried.length, threads, i -> {
                int group = order[first + i];
                List<Closing> closings = Arrays.stream(groups.get(group))
                        .mapToObj(Closing::throughout)
                        .toList();
                tried[i] = new Loss(group, base.delivered() - delivered(closings));
            });
            progress.accept(next);
            worst.addAll(Arrays.asList(tried));
            worst.removeIf(loss -> loss.lost() == 0);
            worst.sort(Comparator.comparingLong(Loss::lost).reversed().thenComparingInt(Loss::which));
            worst = new ArrayList<>(worst.subList(0, Math.min(most, worst.size())));
        }
        return List.copyOf(worst);
    }
}
