package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.safeconduct.flow.Closing;
import org.safeconduct.flow.Closures;
import org.safeconduct.flow.Ensemble;
import org.safeconduct.plan.Case.Rounding;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.scenario.Scenario;

/**
 * Asks a version of a corridor what is left without some of its roads: without each alone, and in many cases drawn by chance.
 *
 * <p>Vehicles are all alike here and may end at any destination, which bounds every plan; where one kind of traffic shares the roads and nothing else limits it, the bound is what a plan
 * reaches. Provided vehicles are counted with the lifts they could make on all roads. All numbers are those at the low end of the assumptions.
 */
public final class RoadLosses {

    private final RoadNetwork network;
    private final Closures closures;
    private final Map<String, int[]> segments;
    private final LongUnaryOperator people;

    private RoadLosses(RoadNetwork network, Closures closures, LongUnaryOperator people) {
        this.network = network;
        this.closures = closures;
        this.people = people;
        this.segments = used();
    }

    /**
     * Works all cases out, on all cores.
     *
     * @param version id of the version
     * @param most how many of the roads whose loss costs most are named
     */
    public static LostRoads search(
            Scenario scenario, String version, LostRoads.Draw draw, int most, Consumer<String> progress) {
        Case numbers = new Case(Range.LOW, Rounding.PLAN);
        Scenario.Version announced = scenario.getVersion(version);
        RoadNetwork network = new RoadNetwork(scenario, announced, numbers);
        Start start = Start.ofDay(network, Demand.of(scenario, announced, numbers));
        progress.accept("all roads");
        Relaxation.Alike alike = Relaxation.Alike.of(network, start);
        RoadLosses losses = new RoadLosses(network, Closures.of(alike.together()), alike::peopleIn);
        return losses.find(version, draw, most, progress);
    }

    private LostRoads find(String version, LostRoads.Draw draw, int most, Consumer<String> progress) {
        int cores = Runtime.getRuntime().availableProcessors();
        Ensemble cases =
                closures.ensemble(draw(draw), cores, done -> progress.accept("case " + done + " of " + draw.cases()));
        List<String> ids = List.copyOf(segments.keySet());
        List<LostRoads.Loss> worst = closures
                .worst(
                        List.copyOf(segments.values()),
                        most,
                        cores,
                        tried -> progress.accept("each road alone, " + tried + " of " + ids.size()))
                .stream()
                .map(loss -> new LostRoads.Loss(
                        ids.get(loss.which()),
                        people.applyAsLong(closures.base().delivered() - loss.lost())))
                .toList();
        return new LostRoads(
                version,
                draw,
                ids.size(),
                people.applyAsLong(closures.base().delivered()),
                people.applyAsLong(cases.quantile(0.5)),
                people.applyAsLong(cases.quantile(0.05)),
                people.applyAsLong(cases.quantile(0)),
                worst);
    }

    /** The arcs of each segment on which anybody moves, both directions, by its id. */
    private Map<String, int[]> used() {
        Map<String, List<Integer>> arcs = new TreeMap<>();
        for (int arc : closures.usedArcs()) {
            if (network.way(arc) instanceof RoadNetwork.Way.Drive drive) {
                arcs.putIfAbsent(drive.segment(), new ArrayList<>());
            }
        }
        for (int arc = 0; arc < network.problem().arcs().size(); arc++) {
            if (network.way(arc) instanceof RoadNetwork.Way.Drive drive && arcs.containsKey(drive.segment())) {
                arcs.get(drive.segment()).add(arc);
            }
        }
        Map<String, int[]> used = new TreeMap<>();
        arcs.forEach((id, all) ->
                used.put(id, all.stream().mapToInt(Integer::intValue).toArray()));
        return used;
    }

    private List<List<Closing>> draw(LostRoads.Draw draw) {
        List<int[]> roads = List.copyOf(segments.values());
        Random random = new Random(draw.seed());
        return IntStream.range(0, draw.cases())
                .mapToObj(one -> drawOne(roads, Math.min(draw.roads(), roads.size()), random))
                .toList();
    }

    private static List<Closing> drawOne(List<int[]> roads, int count, Random random) {
        BitSet drawn = new BitSet();
        while (drawn.cardinality() < count) {
            drawn.set(random.nextInt(roads.size()));
        }
        return drawn.stream()
                .flatMap(road -> IntStream.of(roads.get(road)))
                .mapToObj(Closing::throughout)
                .toList();
    }
}
