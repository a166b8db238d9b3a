package org.safeconduct.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Reads an OpenStreetMap file in two passes: roads, then the nodes they use. If only an area is wanted, the nodes in it come before. */
final class OsmReading implements OsmSink {
    private static final List<String> NOTES = List.of(
            "A plan may turn where a sign forbids it; what else is said and not heeded is counted above.",
            "The limit of speed is taken for the free-flow speed where one is given.");

    private final String name;
    private final RoadsBuilder builder;
    private final WayRules wayRules;
    private final NodeRules nodeRules;
    private final Tally left = new Tally();
    private final Tally guessed = new Tally();
    private final Tally unheeded = new Tally();
    private final List<TurnRule> turnRules = new ArrayList<>();
    private final LongAdder nodes = new LongAdder();
    private final LongAdder ways = new LongAdder();
    private long candidates;
    private long outside;

    /** The nodes in the area; null if no area is asked for. */
    private @Nullable InsideIds inside;

    private OsmReading(Path file, ReadOptions options) {
        this.name = String.valueOf(file.getFileName());
        this.builder = new RoadsBuilder(options);
        this.wayRules = new WayRules(options.privateWays());
        this.nodeRules = new NodeRules(options.privateWays());
    }

    /** The network of a file; without arcs if nothing is left in the area. */
    static Roads read(Path file, OsmPasses passes, ReadOptions options, ReadReport about)
            throws IOException, RoadProblems {
        OsmReading reading = new OsmReading(file, options);
        if (!options.area().equals(Area.EVERYWHERE)) {
            InsideIds ids = new InsideIds(options.area());
            passes.inside(ids);
            reading.inside = ids;
        }
        passes.ways(reading);
        if (reading.builder.roads() == 0 && reading.outside == 0) {
            throw reading.noRoad();
        }
        if (reading.builder.isTooLarge()) {
            throw reading.tooLarge();
        }
        reading.builder.endRoads();
        passes.nodes(reading);
        return reading.builder.build(reading.report(about));
    }

    private ReadReport report(ReadReport about) {
        Map<String, Long> dropped = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(NOTES);
        if (outside > 0) {
            dropped.put(RoadsBuilder.OUTSIDE, outside);
        }
        if (inside != null) {
            inside.findBox().ifPresent(box -> notes.add(RoadsBuilder.BOX + box.shown() + "."));
        }
        dropped.putAll(left.counts());
        countTurns();
        return new ReadReport(
                about.source(),
                about.key(),
                about.format(),
                nodes.sum(),
                ways.sum(),
                0,
                dropped,
                guessed.counts(),
                unheeded.counts(),
                notes);
    }

    /** Counts the rules that lie on the network. */
    private void countTurns() {
        Set<Long> ways = new HashSet<>();
        turnRules.forEach(rule -> {
            ways.add(rule.from());
            ways.add(rule.to());
        });
        Set<Long> held = builder.held(ways);
        for (TurnRule rule : turnRules) {
            boolean isThere = rule.via() == 0 || builder.holds(rule.via());
            if (isThere && held.contains(rule.from()) && held.contains(rule.to())) {
                unheeded.add("turn restrictions: " + rule.kind());
            }
        }
    }

    private RoadProblems tooLarge() {
        String value = "%,d roads".formatted(builder.roads());
        return new RoadProblems(new RoadProblem(
                name, "", value, "are more than one network can hold.", "Ask for an area, with --area or --box."));
    }

    private RoadProblems noRoad() {
        String value = "%,d ways, %,d of them roads of some kind".formatted(ways.sum(), candidates);
        String remedy = candidates == 0
                ? "Take an extract that holds streets; some hold only borders, rivers or houses."
                : "Ask for private ways as well, or take another extract.";
        return new RoadProblems(new RoadProblem(name, "", value, "holds no road that cars may use.", remedy));
    }

    @Override
    public WayRules.Verdict judge(long id, OsmTags tags) {
        return wayRules.judge(id, tags);
    }

    @Override
    public void way(WayRules.Verdict verdict, long[] along) {
        candidates++;
        if (inside != null && !inside.containsAny(along)) {
            outside += verdict.road().isPresent() ? 1 : 0;
            return;
        }
        if (verdict.road().isEmpty()) {
            left.add(verdict.reason());
            return;
        }
        if (!isLine(along)) {
            left.add("ways of fewer than two nodes");
            return;
        }
        SourceRoad road = verdict.road().get();
        builder.road(road, along);
        WayRules.count(road, guessed);
        WayRules.countUnheeded(road, unheeded);
    }

    /** Whether there are two different nodes one behind the other. */
    private static boolean isLine(long[] along) {
        for (int i = 1; i < along.length; i++) {
            if (along[i] != along[i - 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void node(long id, int longitudeE7, int latitudeE7, @Nullable OsmTags tags) {
        builder.node(id, longitudeE7, latitudeE7);
        if (tags != null) {
            nodeRules.marks(tags).forEach(mark -> builder.mark(id, mark));
        }
    }

    @Override
    public void turns(TurnRule rule) {
        turnRules.add(rule);
    }

    @Override
    public void counted(long moreNodes, long moreWays) {
        nodes.add(moreNodes);
        ways.add(moreWays);
    }
}
