package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.plan.OnTheWay.Spot;

/**
 * Vehicles of one class under way, as sources: those on the way to a node come in there together, each in its step. Made once for a class; not thread-safe.
 *
 * <pre>
 *   on the way to v ── transit 1, in step k − 1 as many as reach v in step k ──► v
 * </pre>
 */
final class Entries {

    /** Those under way are served before those who have not set out. */
    private static final int FIRST = Integer.MIN_VALUE / 2;

    /** What all that come in at one node have in common. */
    private record Key(int node, boolean stands) {}

    /** Some of one group that go on together. */
    interface Going {
        /**
         * Tells of some that go on.
         *
         * @param group number of the group
         * @param vehicles how many of it
         */
        void go(int group, int vehicles, Trip trip);
    }

    private final List<Spot> spots;
    private final int[] left;
    private final Map<Key, List<Integer>> byKey = new LinkedHashMap<>();

    /**
     * For groups in the order in which they are served where not all can be.
     *
     * @param vehicles how many each group has
     */
    Entries(List<Spot> spots, int[] vehicles) {
        this.spots = List.copyOf(spots);
        this.left = vehicles.clone();
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            byKey.computeIfAbsent(new Key(spot.node(), spot.stands()), key -> new ArrayList<>())
                    .add(i);
        }
    }

    static Entries of(List<OnTheWay> groups) {
        return new Entries(
                groups.stream().map(OnTheWay::spot).toList(),
                groups.stream().mapToInt(group -> group.movement().vehicles()).toArray());
    }

    /** The nodes they come in by, to be added to a network. */
    List<RoadNetwork.Entry> nodes(String who) {
        List<RoadNetwork.Entry> nodes = new ArrayList<>();
        byKey.forEach((key, groups) -> {
            TreeMap<Integer, Integer> coming = new TreeMap<>();
            groups.forEach(group -> coming.merge(spots.get(group).step(), left[group], Math::addExact));
            nodes.add(new RoadNetwork.Entry(new RoadNetwork.Node.UnderWay(who, key.node(), key.stands()), coming));
        });
        return nodes;
    }

    /** A source for each entry, in their order. */
    List<FlowProblem.Source> sources(RoadNetwork network, String who) {
        List<FlowProblem.Source> sources = new ArrayList<>();
        byKey.forEach((key, groups) -> sources.add(new FlowProblem.Source(
                network.getNode(new RoadNetwork.Node.UnderWay(who, key.node(), key.stands())),
                groups.stream().mapToInt(group -> left[group]).sum(),
                groups.stream()
                        .mapToInt(group -> spots.get(group).step() - 1)
                        .min()
                        .orElseThrow(),
                FIRST)));
        return sources;
    }

    /** The trips of those who come in by one of these entries, group by group; sources are numbered as in {@link #sources}. */
    void each(List<Trip> trips, Going going) {
        List<Map.Entry<Key, List<Integer>>> entries = List.copyOf(byKey.entrySet());
        Map<Integer, Integer> done = new HashMap<>();
        for (Trip trip : trips) {
            if (trip.source() < entries.size()) {
                Key key = entries.get(trip.source()).getKey();
                int vehicles = trip.vehicles();
                for (int group : entries.get(trip.source()).getValue()) {
                    boolean comes = key.stands() || spots.get(group).step() == trip.start() + 1;
                    int some = comes ? Math.min(vehicles, left[group] - done.getOrDefault(group, 0)) : 0;
                    if (some > 0) {
                        going.go(group, some, trip);
                        done.merge(group, some, Integer::sum);
                        vehicles -= some;
                    }
                }
            }
        }
        done.forEach((group, gone) -> left[group] -= gone);
    }

    int count() {
        return byKey.size();
    }

    /** Vehicles of a group that did not go on. */
    int left(int group) {
        return left[group];
    }
}
