package org.safeconduct.bench;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.safeconduct.road.Joining;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadFlag;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

/**
 * Compares free-flow times of random pairs of junctions with GraphHopper's on its own graph of the same file: its own access, directions, barriers,
 * lengths and contraction, but our speed for each way, so that what differs is not just two tables of speeds.
 */
final class HopperCheck {
    private static final int PAIRS = 1000;
    private static final int EXAMPLES = 3;

    /** Times that differ by less are taken for equal: a thousandth, or two seconds. */
    private static final double SHARE = 0.001;

    private static final long MILLIS = 2000;

    private final Path file;
    private final Roads joined;
    private final Roads every;
    private final WaySpeeds speeds;
    private final HopperRun.Hopper hopper;
    private final Map<Long, Integer> everyByNode = new HashMap<>();
    private final Set<Long> closedNodes = new HashSet<>();

    /** Bits of 1 for ways that GraphHopper drives along, and 2 for against. */
    private final Map<Long, Integer> itsWays = new HashMap<>();

    private final Map<String, Integer> causes = new TreeMap<>();
    private final Map<String, StringBuilder> examples = new TreeMap<>();
    private double worst;
    private int unlikeUnjoined;

    private HopperCheck(Path file) throws RoadProblems, IOException {
        this.file = file;
        this.joined = RoadsReader.read(file, ReadOptions.standard());
        this.every = RoadsReader.read(file, ReadOptions.standard().withJoining(Joining.NEVER));
        this.speeds = new WaySpeeds(every);
        for (int junction = 0; junction < every.junctions(); junction++) {
            if (everyByNode.put(every.node(junction), junction) != null) {
                closedNodes.add(point(every.latitude(junction), every.longitude(junction)));
            }
        }
        Path folder = Files.createTempDirectory("hopper");
        this.hopper = new HopperRun.Hopper(file, folder, ", osm_way_id");
        hopper.setImportRegistry(speeds.registry());
        hopper.importOrLoad();
        Files.deleteIfExists(folder);
        noteItsWays();
    }

    public static void main(String[] args) throws RoadProblems, IOException {
        HopperRun.quiet();
        HopperCheck check = new HopperCheck(Path.of(args[0]));
        check.compare();
        System.out.print(check.report());
    }

    private void noteItsWays() {
        IntEncodedValue way = hopper.getEncodingManager().getIntEncodedValue("osm_way_id");
        BooleanEncodedValue access = hopper.getEncodingManager().getBooleanEncodedValue("car_access");
        AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
        while (edges.next()) {
            int bits = (edges.get(access) ? 1 : 0) | (edges.getReverse(access) ? 2 : 0);
            itsWays.merge((long) edges.get(way), bits, (a, b) -> a | b);
        }
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
                    .setPathDetails(List.of("osm_way_id")));
            Cause cause =
                    answer.hasErrors() ? Cause.of("no way for GraphHopper") : cause(from, to, ours, answer.getBest());
            causes.merge(cause.words, 1, Integer::sum);
            double theirs = answer.hasErrors() ? -1 : answer.getBest().getTime() / 1000.0;
            note(
                    cause,
                    String.format(
                            Locale.ROOT,
                            "%n    node %d to %d: %.1f s here, %.1f s there; %s",
                            joined.node(from),
                            joined.node(to),
                            ours / 1000.0,
                            theirs,
                            cause.look));
        }
    }

    private int main(Random random) {
        while (true) {
            int junction = random.nextInt(joined.junctions());
            if (joined.island(junction) == 0
                    && !closedNodes.contains(point(joined.latitude(junction), joined.longitude(junction)))) {
                return junction;
            }
        }
    }

    /** Why two times differ, and the way or node to look at. */
    private record Cause(String words, String look) {
        static Cause of(String words) {
            return new Cause(words, "");
        }
    }

    private Cause cause(int from, int to, long ours, ResponsePath path) {
        long theirs = path.getTime();
        ShortestDrive unjoined = new ShortestDrive(every);
        int start = everyByNode.getOrDefault(joined.node(from), -1);
        int finish = everyByNode.getOrDefault(joined.node(to), -1);
        unlikeUnjoined += unjoined.millis(start, finish) == ours ? 0 : 1;
        if (Math.abs(ours - theirs) <= Math.max(MILLIS, SHARE * ours)) {
            worst = Math.max(worst, Math.abs(ours - theirs) / (double) Math.max(1, ours));
            return Cause.of("equal");
        }
        if (isMoved(path, 0, from) || isMoved(path, path.getWaypoints().size() - 1, to)) {
            return Cause.of("its point lies elsewhere: no road of its own there, or one of a small island");
        }
        return theirs < ours ? whyItIsFaster(path) : whyWeAreFaster(unjoined.arcsTo(finish));
    }

    private boolean isMoved(ResponsePath path, int point, int junction) {
        double north = path.getWaypoints().getLat(point) - joined.latitude(junction);
        double east = path.getWaypoints().getLon(point) - joined.longitude(junction);
        return Math.hypot(north, east * Math.cos(Math.toRadians(joined.latitude(junction)))) > 2e-5;
    }

    private Cause whyItIsFaster(ResponsePath path) {
        List<Long> ways = ways(path);
        for (long way : ways) {
            if (!speeds.has(way)) {
                return new Cause("it drives a way that is left out here", "way " + way);
            }
        }
        PointList points = path.getPoints();
        for (int i = 0; i < points.size(); i++) {
            if (closedNodes.contains(point(points.getLat(i), points.getLon(i)))) {
                return new Cause("it passes a barrier that is closed here", "at " + points.get(i));
            }
        }
        for (long way : ways) {
            if (itsWays.getOrDefault(way, 0) == 3 && !speeds.isBothWays(way)) {
                return new Cause("it drives both ways what is one-way here", "way " + way);
            }
        }
        return Cause.of("it is faster for another reason");
    }

    private static List<Long> ways(ResponsePath path) {
        List<PathDetail> details = path.getPathDetails().getOrDefault("osm_way_id", List.of());
        return details.stream()
                .map(detail -> ((Number) detail.getValue()).longValue())
                .toList();
    }

    private Cause whyWeAreFaster(List<Integer> arcs) {
        for (int arc : arcs) {
            if (itsWays.getOrDefault(every.way(arc), 0) == 0) {
                return new Cause("we drive a way that it leaves out", "way " + every.way(arc));
            }
        }
        for (int arc : arcs) {
            if (every.is(arc, RoadFlag.GATE)) {
                return new Cause("we pass a gate that is shut for it", "node " + every.node(every.head(arc)));
            }
        }
        for (int arc : arcs) {
            long way = every.way(arc);
            if (itsWays.getOrDefault(way, 0) != 3 && speeds.isBothWays(way)) {
                return new Cause("we drive both ways what is one-way for it", "way " + way);
            }
        }
        return Cause.of("we are faster for another reason");
    }

    private static long point(double latitude, double longitude) {
        return Math.round(latitude * 1e6) << 32 ^ Math.round(longitude * 1e6);
    }

    private void note(Cause cause, String example) {
        if (!cause.words.equals("equal") && causes.getOrDefault(cause.words, 0) <= EXAMPLES) {
            examples.computeIfAbsent(cause.words, key -> new StringBuilder()).append(example);
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
