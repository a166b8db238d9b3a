package org.safeconduct.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.safeconduct.plan.Case.Rounding;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;

/**
 * Plans a scenario: every announced version, at both ends of the assumed ranges, each with its bound.
 *
 * <pre>{@code
 * Plan plan = Planner.plan(scenario, hash, stage -> {});
 * plan.versions().getFirst().outcome();   // CANNOT or NOT_RULED_OUT
 * }</pre>
 */
public final class Planner {

    /** How one case is planned: from the morning on, or on from where news found it. */
    interface Runs {
        CaseRun run(Scenario scenario, Version version, Case numbers);

        /**
         * People out by the end: those of {@link #run}, but nothing else of it.
         *
         * @param near a run that is much like it
         */
        default long planned(Scenario scenario, Version version, Case numbers, CaseRun near) {
            return run(scenario, version, numbers).planned();
        }
    }

    /** From the morning on. */
    private static final Runs FROM_THE_MORNING = new Runs() {
        @Override
        public CaseRun run(Scenario scenario, Version version, Case numbers) {
            return CaseRun.of(scenario, version, numbers);
        }

        @Override
        public long planned(Scenario scenario, Version version, Case numbers, CaseRun near) {
            return CaseRun.planned(scenario, version, numbers, near);
        }
    };

    private final Scenario scenario;
    private final Runs runs;
    private final Consumer<String> progress;

    private Planner(Scenario scenario, Runs runs, Consumer<String> progress) {
        this.scenario = scenario;
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * Plans every version.
     *
     * @param scenarioHash SHA-256 of the scenario's files
     * @param progress is told what is being worked on, in words, from any thread
     */
    public static Plan plan(Scenario scenario, String scenarioHash, Consumer<String> progress) {
        return workOut(scenario, scenarioHash, progress).plan();
    }

    /** Plans every version and writes out the files that prove it. */
    public static PlanDocuments documents(Scenario scenario, String scenarioHash, Consumer<String> progress) {
        return PlanDocuments.of(workOut(scenario, scenarioHash, progress));
    }

    /** Plans every version and keeps the problems and flows, for the checker's files. */
    static WorkedOut workOut(Scenario scenario, String scenarioHash, Consumer<String> progress) {
        return workOut(scenario, scenarioHash, new HowTo(ranges(scenario), FROM_THE_MORNING), progress);
    }

    /** Which ends of the ranges are planned, and how. */
    record HowTo(List<Range> ranges, Runs runs) {}

    static WorkedOut workOut(Scenario scenario, String scenarioHash, HowTo how, Consumer<String> progress) {
        Planner planner = new Planner(scenario, how.runs(), progress);
        List<Range> ranges = how.ranges();
        // Each end of each version is a job of its own, on as many cores as there are; their order stays.
        List<Worked> worked = scenario.versions().stream()
                .flatMap(version -> ranges.stream().map(range -> new Job(version, range)))
                .toList()
                .parallelStream()
                .map(planner::plan)
                .toList();
        List<Plan.VersionPlan> versions = new ArrayList<>();
        for (int i = 0; i < scenario.versions().size(); i++) {
            List<Worked> ofVersion = worked.subList(i * ranges.size(), (i + 1) * ranges.size());
            versions.add(planner.tell(
                    scenario.versions().get(i),
                    ofVersion.getFirst().plan(),
                    ofVersion.getLast().plan()));
        }
        return new WorkedOut(
                new Plan(scenario, scenarioHash, versions),
                worked.stream().map(Worked::evidence).toList());
    }

    /** The ends of the ranges that are planned: one where nothing is a range. */
    static List<Range> ranges(Scenario scenario) {
        return Assumptions.hasRanges(scenario) ? List.of(Range.LOW, Range.HIGH) : List.of(Range.LOW);
    }

    /** One end of the ranges of one version, to be planned. */
    private record Job(Version version, Range range) {}

    /** What came of a job. */
    private record Worked(Plan.CasePlan plan, WorkedOut.Evidence evidence) {}

    private Plan.VersionPlan tell(Version version, Plan.CasePlan low, Plan.CasePlan high) {
        long fewest = scenario.assemblies().stream()
                .mapToLong(a -> Math.round(a.people().low()))
                .sum();
        long most = scenario.assemblies().stream()
                .mapToLong(a -> Math.round(a.people().high()))
                .sum();
        Plan.Outcome outcome = high.outerBound() < fewest ? Plan.Outcome.CANNOT : Plan.Outcome.NOT_RULED_OUT;
        return new Plan.VersionPlan(
                version.id(),
                outcome,
                new Plan.Span(fewest, most),
                new Plan.Span(Math.min(low.outerBound(), high.outerBound()), high.outerBound()),
                low,
                high,
                StillToSettle.of(scenario, version),
                Assumptions.of(scenario, version));
    }

    private Worked plan(Job job) {
        Version version = job.version();
        Range range = job.range();
        progress.accept(version.name() + ", " + (range == Range.LOW ? "low" : "high") + " end of the assumptions");
        Case numbers = new Case(range, Rounding.PLAN);
        CaseRun run = runs.run(scenario, version, numbers);
        Relaxation bound = Relaxation.of(run);
        Case outerNumbers = new Case(range, Rounding.OUTER);
        RoadNetwork outerNetwork = new RoadNetwork(scenario, version, outerNumbers);
        OuterRoads outerRoads =
                new OuterRoads(run.network(), outerNetwork, run.start().step());
        Relaxation outer = Relaxation.of(run, outerNetwork, outerRoads);
        WorkedOut.Evidence evidence = new WorkedOut.Evidence(version.id(), range, run, bound, outerNetwork, outer);
        List<Plan.Bottleneck> bottlenecks = range == Range.LOW
                ? new Bottlenecks(run, bound, change -> gain(change, version, run)).list()
                : List.of();
        List<Plan.Lever> levers = range == Range.LOW ? levers(version, run) : List.of();
        return new Worked(new CaseReport(run, bound).tell(outer, bottlenecks, levers), evidence);
    }

    /** People more if the change is made: the low end, planned anew. What is added can be left unused, so never fewer. */
    private long gain(Change change, Version version, CaseRun now) {
        Scenario changed = change.in(scenario);
        Version again = changed.getVersion(version.id());
        long planned = runs.planned(changed, again, new Case(Range.LOW, Rounding.PLAN), now);
        return Math.max(0, planned - now.planned());
    }

    private List<Plan.Lever> levers(Version version, CaseRun now) {
        if (now.planned()
                == Demand.of(scenario, version, new Case(Range.LOW, Rounding.PLAN))
                        .people()) {
            return List.of();
        }
        progress.accept(version.name() + ", what a change would be worth");
        List<Asked> asked = new ArrayList<>();
        asked.add(new Asked("30 minutes more, everywhere", new Change.MoreTime(Duration.ofMinutes(30))));
        if (!scenario.checkpoints().isEmpty()) {
            asked.add(new Asked("60 vehicles an hour more at every checkpoint", new Change.CheckpointRate("all", 60)));
        }
        if (scenario.storage().isPresent()) {
            asked.add(new Asked("no limit on how many vehicles fit on a road", new Change.NoStorage()));
        }
        scenario.fleets()
                .forEach(fleet ->
                        asked.add(new Asked("10 vehicles more: " + fleet.name(), new Change.Vehicles(fleet.id(), 10))));
        asked.add(new Asked("everyone ready to leave an hour earlier", new Change.StartLate(Duration.ofHours(-1))));
        return asked.parallelStream()
                .map(change -> {
                    long gain = gain(change.change(), version, now);
                    return new Plan.Lever(change.words(), now.planned() + gain, gain);
                })
                .toList();
    }

    /** A change and how it is told. */
    private record Asked(String words, Change change) {}
}
