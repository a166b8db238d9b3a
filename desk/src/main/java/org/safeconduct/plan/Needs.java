package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.safeconduct.plan.Case.Rounding;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;

/**
 * Searches for what suffices: each lever alone by bisection, then two together on a grid.
 *
 * <p>"Suffices" is proven by a plan; "one step less does not" by a bound. More of a lever never brings fewer people out in the bound; where the plan of several classes is not monotone,
 * the bisection still ends at an amount that suffices beside one for which no plan was found, and says whether the bound rules the latter out.
 */
public final class Needs {

    /** A lever and the amounts it is tried in. */
    private record Lever(String name, double step, int steps, DoubleFunction<Change> change) {
        double amount(int n) {
            return n * step;
        }
    }

    /** A plan's people and the bound on them. */
    private record Tried(long planned, long atMost) {}

    private static final int GRID = 4;
    private static final Case NUMBERS = new Case(Range.LOW, Rounding.PLAN);

    private final Scenario scenario;
    private final String version;
    private final long target;
    private final Consumer<String> progress;

    private Needs(Scenario scenario, String version, long target, Consumer<String> progress) {
        this.scenario = scenario;
        this.version = version;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Searches every lever of the scenario, at the low end of its ranges.
     *
     * @param version id of the version
     * @param target people who should be out by the end
     */
    public static Needed search(Scenario scenario, String version, long target, Consumer<String> progress) {
        return new Needs(scenario, version, target, progress).search();
    }

    private Needed search() {
        List<Lever> levers = levers();
        List<Needed.LeverNeed> needs = new ArrayList<>();
        for (Lever lever : levers) {
            progress.accept(lever.name());
            needs.add(bisect(lever));
        }
        List<Needed.Grid> grids = new ArrayList<>();
        for (int i = 1; i < levers.size(); i++) {
            progress.accept(levers.getFirst().name() + " × " + levers.get(i).name());
            grids.add(grid(levers.getFirst(), levers.get(i), needs.getFirst(), needs.get(i)));
        }
        return new Needed(version, target, tryWith(List.of()).planned(), needs, grids);
    }

    private List<Lever> levers() {
        List<Lever> levers = new ArrayList<>();
        levers.add(new Lever(
                "more time, minutes", 15, 96, minutes -> new Change.MoreTime(Duration.ofMinutes((long) minutes))));
        if (!scenario.checkpoints().isEmpty()) {
            levers.add(new Lever(
                    "more vehicles an hour at every checkpoint",
                    10,
                    200,
                    rate -> new Change.CheckpointRate("all", rate)));
        }
        scenario.fleets()
                .forEach(fleet -> levers.add(new Lever(
                        "more vehicles: " + fleet.name(),
                        1,
                        512,
                        count -> new Change.Vehicles(fleet.id(), (int) count))));
        return levers;
    }

    /** Least n with a plan that reaches the target. */
    private Needed.LeverNeed bisect(Lever lever) {
        Map<Integer, Tried> tried = new HashMap<>();
        Tried most = tryOnce(tried, lever, lever.steps());
        if (most.planned() < target) {
            return new Needed.DoesNotSuffice(
                    lever.name(), lever.amount(lever.steps()), most.atMost(), most.atMost() < target);
        }
        int no = -1;
        int yes = lever.steps();
        if (tryOnce(tried, lever, 0).planned() >= target) {
            yes = 0;
        } else {
            no = 0;
        }
        while (yes - no > 1 && yes > 0) {
            int middle = (no + yes) >>> 1;
            if (tryOnce(tried, lever, middle).planned() >= target) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        Tried enough = tryOnce(tried, lever, yes);
        if (yes == 0) {
            return new Needed.Suffices(lever.name(), 0, enough.planned(), 0, enough.atMost(), false);
        }
        Tried less = tryOnce(tried, lever, no);
        return new Needed.Suffices(
                lever.name(),
                lever.amount(yes),
                enough.planned(),
                lever.amount(no),
                less.atMost(),
                less.atMost() < target);
    }

    private Tried tryOnce(Map<Integer, Tried> tried, Lever lever, int n) {
        return tried.computeIfAbsent(
                n, amount -> tryWith(n == 0 ? List.of() : List.of(lever.change().apply(lever.amount(n)))));
    }

    private Tried tryWith(List<Change> changes) {
        Scenario changed = scenario;
        for (Change change : changes) {
            changed = change.in(changed);
        }
        Version again = changed.getVersion(version);
        CaseRun run = CaseRun.of(changed, again, NUMBERS);
        return new Tried(run.planned(), Relaxation.of(run).end());
    }

    private Needed.Grid grid(Lever across, Lever down, Needed.LeverNeed acrossNeed, Needed.LeverNeed downNeed) {
        List<Double> acrossAmounts = amounts(across, acrossNeed);
        List<Double> downAmounts = amounts(down, downNeed);
        List<List<Long>> planned = new ArrayList<>();
        for (double d : downAmounts) {
            List<Long> row = new ArrayList<>();
            for (double a : acrossAmounts) {
                List<Change> changes = new ArrayList<>();
                if (a > 0) {
                    changes.add(across.change().apply(a));
                }
                if (d > 0) {
                    changes.add(down.change().apply(d));
                }
                row.add(tryWith(changes).planned());
            }
            planned.add(row);
        }
        return new Needed.Grid(across.name(), down.name(), acrossAmounts, downAmounts, planned);
    }

    /** From nothing to what the lever alone would take, in equal parts. */
    private static List<Double> amounts(Lever lever, Needed.LeverNeed need) {
        double most = switch (need) {
            case Needed.Suffices enough -> Math.max(enough.amount(), lever.step());
            case Needed.DoesNotSuffice not -> not.tried();
        };
        List<Double> amounts = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            amounts.add(Math.round(most * i / GRID / lever.step()) * lever.step());
        }
        return amounts.stream().distinct().toList();
    }
}
