package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.road.ReadReport;
import org.safeconduct.road.RoadClass;
import org.safeconduct.road.RoadFlag;
import org.safeconduct.road.Roads;

/**
 * What {@code roads --json} prints; {@code docs/commands.md} explains the keys.
 *
 * @param format always {@code safeconduct-roads/1}
 * @param file as it was given
 * @param kind of file
 * @param key hash of its bytes and of how it was read
 * @param nodesRead nodes in the file
 * @param waysRead ways, links or rows in the file
 * @param waysUsed of those, how many became roads
 * @param junctions of the network
 * @param arcs of the network, each direction of a road one
 * @param kilometres of all arcs
 * @param box west, south, east and north of the network, in degrees
 * @param classes what there is of each class of road, in order of rank
 * @param islands number of junctions of each island, the largest first, at most {@value #MOST_ISLANDS}
 * @param islandCount number of islands
 * @param dropped what was left out, with how often
 * @param guessed what was filled in, with how often
 * @param unheeded what the file says of these roads and the network does not heed, with how often
 * @param notes what else to know
 * @param readMillis time it took to read
 * @param networkBytes memory that the network takes
 * @param peakBytes most memory that the program took
 */
record RoadsSummary(
        String format,
        String file,
        String kind,
        String key,
        long nodesRead,
        long waysRead,
        long waysUsed,
        int junctions,
        int arcs,
        double kilometres,
        List<Double> box,
        List<OfClass> classes,
        List<Integer> islands,
        int islandCount,
        Map<String, Long> dropped,
        Map<String, Long> guessed,
        Map<String, Long> unheeded,
        List<String> notes,
        long readMillis,
        long networkBytes,
        long peakBytes) {
    private static final int MOST_ISLANDS = 10;

    /**
     * The arcs of one class.
     *
     * @param roadClass its name
     * @param arcs how many
     * @param kilometres how long together
     * @param speedStated share of the kilometres of which the file states the speed, 0 to 1
     * @param lanesStated share of the kilometres of which the file states the lanes, 0 to 1
     */
    record OfClass(String roadClass, int arcs, double kilometres, double speedStated, double lanesStated) {}

    /** What reading cost. */
    record Cost(long readMillis, long peakBytes) {}

    static RoadsSummary of(String file, Roads roads, Cost cost) {
        ReadReport report = roads.report();
        List<OfClass> classes = classes(roads);
        List<Integer> islands = new ArrayList<>();
        for (int island = 0; island < Math.min(MOST_ISLANDS, roads.islands()); island++) {
            islands.add(roads.islandSize(island));
        }
        return new RoadsSummary(
                "safeconduct-roads/1",
                file,
                report.format(),
                roads.key(),
                report.nodesRead(),
                report.waysRead(),
                report.waysUsed(),
                roads.junctions(),
                roads.arcs(),
                rounded(classes.stream().mapToDouble(OfClass::kilometres).sum()),
                box(roads),
                classes,
                islands,
                roads.islands(),
                report.dropped(),
                report.guessed(),
                report.unheeded(),
                report.notes(),
                cost.readMillis(),
                roads.bytes(),
                cost.peakBytes());
    }

    /** What is added up over the arcs of a class. */
    private static final class Sum {
        private int arcs;
        private double all;
        private double speed;
        private double lanes;

        void add(Roads roads, int arc) {
            double kilometres = roads.lengthCentimetres(arc) / 1e5;
            arcs++;
            all += kilometres;
            speed += roads.is(arc, RoadFlag.SPEED_GUESSED) ? 0 : kilometres;
            lanes += roads.is(arc, RoadFlag.LANES_GUESSED) ? 0 : kilometres;
        }
    }

    private static List<OfClass> classes(Roads roads) {
        Map<RoadClass, Sum> sums = new EnumMap<>(RoadClass.class);
        for (int arc = 0; arc < roads.arcs(); arc++) {
            sums.computeIfAbsent(roads.roadClass(arc), one -> new Sum()).add(roads, arc);
        }
        List<OfClass> classes = new ArrayList<>();
        sums.forEach((roadClass, sum) -> classes.add(new OfClass(
                roadClass.tag(), sum.arcs, rounded(sum.all), share(sum.speed, sum.all), share(sum.lanes, sum.all))));
        return classes;
    }

    private static double share(double part, double all) {
        return all > 0 ? rounded(part / all) : 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static List<Double> box(Roads roads) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (int arc = 0; arc < roads.arcs(); arc++) {
            for (int point = 0; point < roads.points(arc); point++) {
                west = Math.min(west, roads.pointLongitudeE7(arc, point));
                east = Math.max(east, roads.pointLongitudeE7(arc, point));
                south = Math.min(south, roads.pointLatitudeE7(arc, point));
                north = Math.max(north, roads.pointLatitudeE7(arc, point));
            }
        }
        return List.of(west / 1e7, south / 1e7, east / 1e7, north / 1e7);
    }
}
