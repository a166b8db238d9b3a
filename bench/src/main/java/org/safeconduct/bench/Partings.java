package org.safeconduct.bench;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.util.PointList;
import com.graphhopper.util.details.PathDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safeconduct.road.RoadFlag;
import org.safeconduct.road.Roads;

/** Where the drives of two networks part, and which tags they read in two ways. */
final class Partings {
    static final List<String> DETAILS = List.of("osm_way_id", "edge_key", "time", "distance");

    /** For a drive of this network; sums of rounded times may differ by some milliseconds a leg. */
    private static final long SLACK = 200;

    /** Two metres in degrees of latitude. */
    private static final double NEAR = 2e-5;

    private final Roads every;
    private final NodeIndex nodes;
    private final WaySpeeds speeds;
    private final HopperRun.Hopper hopper;
    private final ShortestDrive drives;

    /** Bits of 1 for ways that GraphHopper drives along, and 2 for against. */
    private final Map<Long, Integer> itsWays = new HashMap<>();

    /**
     * Why two times differ.
     *
     * @param look the ways to look at, with their tags
     */
    record Cause(String words, String look) {}

    Partings(Roads every, NodeIndex nodes, WaySpeeds speeds, HopperRun.Hopper hopper) {
        this.every = every;
        this.nodes = nodes;
        this.speeds = speeds;
        this.hopper = hopper;
        this.drives = new ShortestDrive(every);
        IntEncodedValue way = hopper.getEncodingManager().getIntEncodedValue("osm_way_id");
        BooleanEncodedValue access = hopper.getEncodingManager().getBooleanEncodedValue("car_access");
        AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
        while (edges.next()) {
            int bits = (edges.get(access) ? 1 : 0) | (edges.getReverse(access) ? 2 : 0);
            itsWays.merge((long) edges.get(way), bits, (a, b) -> a | b);
        }
    }

    // ------------------------------------------------------------- both networks

    /** Whether a place is not where a junction is. */
    boolean isElsewhere(Roads roads, int junction, double latitude, double longitude) {
        double north = latitude - roads.latitude(junction);
        double east = (longitude - roads.longitude(junction)) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east) > NEAR;
    }

    /** Why GraphHopper begins or ends a drive elsewhere than asked. */
    Cause whyElsewhere(int junction) {
        List<Long> ways = new ArrayList<>();
        for (int arc = every.firstArc(junction); arc < every.firstArc(junction + 1); arc++) {
            ways.add(every.way(arc));
        }
        boolean isClosed = ways.stream().allMatch(way -> itsWays.getOrDefault(way, 0) == 0);
        return new Cause(
                isClosed
                        ? "its point lies elsewhere: it leaves out the roads at this one"
                        : "its point lies elsewhere: for it this one is on a small island or beside another road",
                named(ways));
    }

    private long ourMillis(Drive.Place from, Drive.Place to) {
        long least = Long.MAX_VALUE / 4;
        for (int start : nodes.at(from.latitude(), from.longitude())) {
            for (int finish : nodes.at(to.latitude(), to.longitude())) {
                long millis = drives.millis(start, finish);
                least = millis >= 0 ? Math.min(least, millis) : least;
            }
        }
        return least;
    }

    private long itsMillis(Drive.Place from, Drive.Place to) {
        GHResponse answer = hopper.route(
                new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude()).setProfile("car"));
        return answer.hasErrors() ? Long.MAX_VALUE / 4 : answer.getBest().getTime();
    }

    // --------------------------------------------------------------- it is faster

    Cause whyItIsFaster(ResponsePath path) {
        Drive drive = itsDrive(path);
        if (ourMillis(drive.places().getFirst(), drive.places().getLast()) <= path.getTime() + SLACK) {
            return new Cause(
                    "its point is another node: two lie at one place, and no road joins them",
                    "at " + drive.places().getFirst() + " or " + drive.places().getLast());
        }
        Drive.Stretch stretch = drive.findSlower(this::ourMillis, SLACK);
        List<Long> ways = ways(drive, stretch);
        for (long way : ways) {
            if (!speeds.has(way)) {
                return new Cause(
                        speeds.tags().isConditional(way)
                                ? "it drives a way that the clock opens and closes (…:conditional), which is left out"
                                        + " here"
                                : "it drives a way that is left out here",
                        named(List.of(way)));
            }
        }
        for (int i = stretch.from() + 1; i < stretch.to(); i++) {
            Drive.Place place = drive.places().get(i);
            List<Integer> there = nodes.at(place.latitude(), place.longitude());
            if (there.stream().anyMatch(junction -> nodes.isBlocked(every.node(junction)))) {
                String what = speeds.tags().barrier(place.latitude(), place.longitude());
                return new Cause(
                        "it passes a barrier that is closed here",
                        "node " + every.node(there.getFirst()) + (what.isEmpty() ? "" : " (" + what + ")"));
            }
        }
        for (long way : ways) {
            if (itsWays.getOrDefault(way, 0) == 3 && !speeds.isBothWays(way)) {
                return new Cause("it drives both ways what is one-way here", named(List.of(way)));
            }
        }
        return new Cause("it is faster for another reason", measures(drive, stretch, this::ourMillis) + named(ways));
    }

    /** A drive of GraphHopper's, edge by edge. */
    private static Drive itsDrive(ResponsePath path) {
        List<Drive.Place> places = new ArrayList<>();
        List<Drive.Leg> legs = new ArrayList<>();
        PointList points = path.getPoints();
        Map<String, List<PathDetail>> details = path.getPathDetails();
        List<PathDetail> edges = details.getOrDefault("edge_key", List.of());
        places.add(new Drive.Place(points.getLat(0), points.getLon(0)));
        for (PathDetail edge : edges) {
            long way = at(details, "osm_way_id", edge).longValue();
            long millis = at(details, "time", edge).longValue();
            legs.add(new Drive.Leg(way, millis, at(details, "distance", edge).doubleValue()));
            places.add(new Drive.Place(points.getLat(edge.getLast()), points.getLon(edge.getLast())));
        }
        return new Drive(places, legs);
    }

    private static Number at(Map<String, List<PathDetail>> details, String name, PathDetail edge) {
        return details.getOrDefault(name, List.of()).stream()
                .filter(detail -> detail.getFirst() <= edge.getFirst() && edge.getLast() <= detail.getLast())
                .map(detail -> (Number) detail.getValue())
                .findFirst()
                .orElse(0);
    }

    // -------------------------------------------------------------- we are faster

    /** Of a drive from its last arc to its first. */
    Cause whyWeAreFaster(List<Integer> backwards) {
        List<Integer> arcs = backwards.reversed();
        Drive drive = ourDrive(arcs);
        Drive.Stretch stretch = drive.findSlower(this::itsMillis, SLACK);
        List<Integer> there = arcs.subList(stretch.from(), stretch.to());
        for (int arc : there) {
            if (itsWays.getOrDefault(every.way(arc), 0) == 0) {
                return new Cause("we drive a way that it leaves out", named(List.of(every.way(arc))));
            }
        }
        for (int arc : there) {
            if (every.is(arc, RoadFlag.GATE)) {
                Drive.Place place = new Drive.Place(every.latitude(every.head(arc)), every.longitude(every.head(arc)));
                return new Cause(
                        "we pass a gate, or reach one, that it does not pass this way",
                        "node " + every.node(every.head(arc)) + " ("
                                + speeds.tags().barrier(place.latitude(), place.longitude()) + ")");
            }
        }
        for (int arc : there) {
            if (itsWays.getOrDefault(every.way(arc), 0) != 3 && speeds.isBothWays(every.way(arc))) {
                return new Cause("we drive both ways what is one-way for it", named(List.of(every.way(arc))));
            }
        }
        return new Cause(
                "we are faster for another reason",
                measures(drive, stretch, this::itsMillis) + named(ways(drive, stretch)));
    }

    private Drive ourDrive(List<Integer> arcs) {
        List<Drive.Place> places = new ArrayList<>();
        List<Drive.Leg> legs = new ArrayList<>();
        places.add(place(every.tail(arcs.getFirst())));
        for (int arc : arcs) {
            legs.add(new Drive.Leg(every.way(arc), every.freeFlowMillis(arc), every.lengthCentimetres(arc) / 100.0));
            places.add(place(every.head(arc)));
        }
        return new Drive(places, legs);
    }

    private Drive.Place place(int junction) {
        return new Drive.Place(every.latitude(junction), every.longitude(junction));
    }

    // ----------------------------------------------------------------------- words

    private static List<Long> ways(Drive drive, Drive.Stretch stretch) {
        return drive.legs().subList(stretch.from(), stretch.to()).stream()
                .map(Drive.Leg::way)
                .distinct()
                .toList();
    }

    private static String measures(Drive drive, Drive.Stretch stretch, Drive.Other other) {
        Drive.Place from = drive.places().get(stretch.from());
        Drive.Place to = drive.places().get(stretch.to());
        return String.format(
                Locale.ROOT,
                "%.7f,%.7f to %.7f,%.7f: %.1f m in %d ms against %d ms; ",
                from.latitude(),
                from.longitude(),
                to.latitude(),
                to.longitude(),
                drive.metres(stretch.from(), stretch.to()),
                drive.millis(stretch.from(), stretch.to()),
                other.millis(from, to));
    }

    private String named(List<Long> ways) {
        StringBuilder text = new StringBuilder();
        for (long way : ways.stream().distinct().toList()) {
            text.append(text.isEmpty() ? "" : "; ").append("way ").append(way);
            text.append(" (").append(speeds.tags().words(way)).append(')');
        }
        return text.toString();
    }
}
