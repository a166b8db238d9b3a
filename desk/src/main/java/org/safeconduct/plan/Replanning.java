package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.safeconduct.plan.Case.Rounding;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;

/**
 * Plans on when news comes while a plan is under way: the past stays as it was, whoever is on the road is brought on from where they are.
 *
 * <pre>{@code
 * Replanning day = Replanning.of(scenario, hash, earlier);         // earlier: news that has been answered before
 * PlanDocuments plan = day.answer(news, before, stage -> {});      // before: the files of the plan under way
 * }</pre>
 *
 * <p>Each version and each end of the ranges goes on from its own plan. Where one kind of traffic shares the roads, no plan from that moment on has more people out by any
 * moment; elsewhere the plan stands beside its bound, as in the morning.
 */
public final class Replanning {

    /** Which run: one end of the ranges of one version. */
    private record Key(String version, Range range) {}

    private final Scenario first;
    private final String hash;
    private final List<News> told;
    private final Scenario known;
    private final Map<Key, CaseRun> underWay;

    private Replanning(Scenario first, String hash, List<News> told, Scenario known, Map<Key, CaseRun> underWay) {
        this.first = first;
        this.hash = hash;
        this.told = told;
        this.known = known;
        this.underWay = underWay;
    }

    /**
     * The day as it was planned until now.
     *
     * @param earlier news that came before and has been answered, in order
     */
    public static Replanning of(Scenario scenario, String scenarioHash, List<News> earlier) {
        Map<Key, CaseRun> runs = new HashMap<>();
        for (Version version : scenario.versions()) {
            for (Range range : Planner.ranges(scenario)) {
                runs.put(new Key(version.id(), range), CaseRun.of(scenario, version, new Case(range, Rounding.PLAN)));
            }
        }
        Replanning day = new Replanning(scenario, scenarioHash, List.of(), scenario, runs);
        for (News news : earlier) {
            day = day.after(news);
        }
        return day;
    }

    private Replanning after(News news) {
        Scenario now = news.in(known);
        Map<Key, CaseRun> runs = new HashMap<>();
        underWay.forEach((key, run) -> runs.put(
                key, goOn(run, now, now.getVersion(key.version()), new Case(key.range(), Rounding.PLAN), news)));
        List<News> all = new ArrayList<>(told);
        all.add(news);
        return new Replanning(first, hash, List.copyOf(all), now, runs);
    }

    /** True if some files hold just the plans that are under way. */
    public boolean isOf(PlanBefore before) {
        return before.news().equals(told)
                && underWay.entrySet().stream()
                        .allMatch(entry -> before.holds(networkId(entry.getKey()), entry.getValue()));
    }

    private static String networkId(Key key) {
        return PlanDocuments.planId(key.version(), key.range());
    }

    /**
     * Plans on from the moment of the news.
     *
     * @param before the files of the plan under way, which {@link #isOf} knows
     */
    public PlanDocuments answer(News news, PlanBefore before, Consumer<String> progress) {
        Scenario now = news.in(known);
        Planner.HowTo how = new Planner.HowTo(
                Planner.ranges(first), (scenario, version, numbers) -> goOn(version, numbers, scenario, news));
        WorkedOut worked = Planner.workOut(now, hash, how, progress);
        List<News> all = new ArrayList<>(told);
        all.add(news);
        return PlanDocuments.of(worked, all, Optional.of(before));
    }

    private CaseRun goOn(Version version, Case numbers, Scenario now, News news) {
        CaseRun run = Optional.ofNullable(underWay.get(new Key(version.id(), numbers.range())))
                .orElseThrow();
        return goOn(run, now, version, numbers, news);
    }

    private static CaseRun goOn(CaseRun run, Scenario now, Version version, Case numbers, News news) {
        RoadNetwork roads = new RoadNetwork(now, version, numbers);
        Demand demand = Demand.of(now, version, numbers);
        int step = roads.axis().notBefore(news.at());
        return CaseRun.from(Frozen.of(run, roads, demand, step, news.onClosing()), roads, demand);
    }
}
