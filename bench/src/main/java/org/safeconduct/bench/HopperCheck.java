package org.safeconduct.bench;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.util.PointList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.safeconduct.road.Joining;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

/**
 * Compares free-flow times of random pairs of junctions with GraphHopper's on its own graph of the same file: its own access, directions, barriers,
 * lengths and contraction, but our speed for each way, so that what differs is not just two tables of speeds. Of each difference it tells on
 * which ways it arises, and which tags of theirs are read in two ways.
 */
final class HopperCheck {
    private static final int PAIRS = 1000;
    private static final int EXAMPLES = 3;

    /** Times that differ by less are taken for equal: a thousandth, or two seconds. */
    private static final double SHARE = 0.001;

    private static final long MILLIS = 2000;

    /** It is to name ways, and to measure lines before it makes them simpler, as it does up to half a metre. */
    private static final Map<String, Object> EXACT = Map.of(
            "graph.encoded_values", "car_access, car_average_speed, osm_way_id", "routing.way_point_max_distance", 0);

    private final Path file;
    private final Roads joined;
    private final Roads every;
    private final NodeIndex nodes;
    private final HopperRun.Hopper hopper;
    private final Partings partings;
    private final ShortestDrive unjoined;

    private final Map<String, Integer> causes = new TreeMap<>();
    private final Map<String, StringBuilder> examples = new HashMap<>();
    private double worst;
    private int unlikeUnjoined;

    private HopperCheck(Path file) throws RoadProblems, IOException {
        this.file = file;
        this.joined = RoadsReader.read(file, ReadOptions.standard());
        this.every = RoadsReader.read(file, ReadOptions.standard().withJoining(Joining.NEVER));
        this.nodes = new NodeIndex(every);
        this.unjoined = new ShortestDrive(every);
        WaySpeeds speeds = new WaySpeeds(every, nodes);
        Path folder = Files.createTempDirectory("hopper");
        this.hopper = new HopperRun.Hopper(file, folder, EXACT);
        hopper.setImportRegistry(speeds.registry());
        hopper.importOrLoad();
        Files.deleteIfExists(folder);
        this.partings = new Partings(every, nodes, speeds, hopper);
    }

    public static void main(String[] args) throws RoadProblems, IOException {
        HopperRun.quiet();
        HopperCheck check = new HopperCheck(Path.of(args[0]));
        check.compare();
        System.out.print(check.report());
    }

    private void compare() {
        Random random = new Random(1);
        ShortestDrive drive = new ShortestDrive(joined);
        for (int pair = 0; pair < PAIRS; pair++) {
            int from = main(random);
            int to = main(random);
            long ours = drive.millis(from, to);
            GHResponse answer = hopper.route(new GHRequest(
                            joined.latitude(from), joined.longitude(from), joined.latitude(to), joined.longitude(to))
                    .setProfile("car")
                    .setPathDetails(Partings.DETAILS));
            Partings.Cause cause = answer.hasErrors()
                    ? new Partings.Cause("it finds no way: its islands are cut otherwise", "")
                    : cause(from, to, ours, answer.getBest());
            causes.merge(cause.words(), 1, Integer::sum);
            double theirs = answer.hasErrors() ? -1 : answer.getBest().getTime() / 1000.0;
            note(
                    cause,
                    String.format(
                            Locale.ROOT,
                            "%n          node %d to %d: %.1f s here, %.1f s there%n            %s",
                            joined.node(from),
                            joined.node(to),
                            ours / 1000.0,
                            theirs,
                            cause.look()));
        }
    }

    private int main(Random random) {
        while (true) {
            int junction = random.nextInt(joined.junctions());
            if (joined.island(junction) == 0 && !nodes.isBlocked(joined.node(junction))) {
                return junction;
            }
        }
    }

    private Partings.Cause cause(int from, int to, long ours, ResponsePath path) {
        long theirs = path.getTime();
        int start = only(joined.node(from));
        int finish = only(joined.node(to));
        unlikeUnjoined += unjoined.millis(start, finish) == ours ? 0 : 1;
        if (Math.abs(ours - theirs) <= Math.max(MILLIS, SHARE * ours)) {
            worst = Math.max(worst, Math.abs(ours - theirs) / (double) Math.max(1, ours));
            return new Partings.Cause("equal", "");
        }
        for (int end : List.of(start, finish)) {
            PointList points = path.getWaypoints();
            int point = end == start ? 0 : points.size() - 1;
            if (partings.isElsewhere(every, end, points.getLat(point), points.getLon(point))) {
                return partings.whyElsewhere(end);
            }
        }
        return theirs < ours ? partings.whyItIsFaster(path) : partings.whyWeAreFaster(unjoined.arcsTo(finish));
    }

    private int only(long node) {
        List<Integer> found = nodes.junctions(node);
        return found.isEmpty() ? -1 : found.getFirst();
    }

    private void note(Partings.Cause cause, String example) {
        if (!cause.words().equals("equal") && causes.getOrDefault(cause.words(), 0) <= EXAMPLES) {
            examples.computeIfAbsent(cause.words(), key -> new StringBuilder()).append(example);
        }
    }

    private String report() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d junctions, %d pairs; equal within %.1f %% or %d s: %d, worst of these %.3f %%; joined unlike"
                        + " unjoined: %d%n",
                file.getFileName(),
                joined.junctions(),
                PAIRS,
                SHARE * 100,
                MILLIS / 1000,
                causes.getOrDefault("equal", 0),
                worst * 100,
                unlikeUnjoined));
        causes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(cause -> !cause.getKey().equals("equal"))
                .forEach(cause -> text.append(String.format(
                        Locale.ROOT,
                        "  %4d  %s%s%n",
                        cause.getValue(),
                        cause.getKey(),
                        examples.getOrDefault(cause.getKey(), new StringBuilder()))));
        return text.toString();
    }
}
