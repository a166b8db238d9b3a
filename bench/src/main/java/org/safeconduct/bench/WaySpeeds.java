package org.safeconduct.bench;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.road.Roads;

/** The speeds of a network way by way, and GraphHopper's parser replaced by one that takes them and notes the tags that it meets. */
final class WaySpeeds {
    private static final String SPEED = "car_average_speed";

    /** For ways that are not in the network, and directions that are not driven there. */
    private static final double ELSEWHERE_KMH = 30;

    private final Roads roads;
    private final NodeIndex nodes;
    private final TheirTags tags = new TheirTags();
    private final Set<Long> ways = new HashSet<>();
    private final Set<Long> bothWays = new HashSet<>();

    /** Of a network in which every node is a junction, so that each arc is part of one way. */
    WaySpeeds(Roads roads, NodeIndex nodes) {
        this.roads = roads;
        this.nodes = nodes;
        for (int arc = 0; arc < roads.arcs(); arc++) {
            ways.add(roads.way(arc));
            if (roads.reverse(arc) >= 0) {
                bothWays.add(roads.way(arc));
            }
        }
    }

    boolean has(long way) {
        return ways.contains(way);
    }

    boolean isBothWays(long way) {
        return bothWays.contains(way);
    }

    /** What GraphHopper was told of the ways and barriers that it read. */
    TheirTags tags() {
        return tags;
    }

    /** The speed along a way or against it. */
    private double kmh(ReaderWay way, boolean forward) {
        double metres = 0;
        double hours = 0;
        for (int i = 1; i < way.getNodes().size(); i++) {
            int arc = find(
                    way.getId(),
                    way.getNodes().get(forward ? i - 1 : i),
                    way.getNodes().get(forward ? i : i - 1));
            if (arc >= 0) {
                metres += roads.lengthCentimetres(arc) / 100.0;
                hours += roads.freeFlowMillis(arc) / 3.6e6;
            }
        }
        return hours == 0 ? ELSEWHERE_KMH : metres / 1000 / hours;
    }

    private int find(long way, long from, long to) {
        for (int junction : nodes.junctions(from)) {
            for (int arc = roads.firstArc(junction); arc < roads.firstArc(junction + 1); arc++) {
                if (roads.way(arc) == way && roads.node(roads.head(arc)) == to) {
                    return arc;
                }
            }
        }
        return -1;
    }

    /** GraphHopper's own values, but for the speed. */
    ImportRegistry registry() {
        ImportRegistry standard = new DefaultImportRegistry();
        return name -> name.equals(SPEED)
                ? ImportUnit.create(
                        name,
                        properties -> new DecimalEncodedValueImpl(SPEED, 16, 0.01, true),
                        (lookup, properties) -> new Parser(lookup.getDecimalEncodedValue(SPEED), this))
                : standard.createImportUnit(name);
    }

    private record Parser(DecimalEncodedValue speed, WaySpeeds speeds) implements TagParser {
        @Override
        public void handleWayTags(int edge, EdgeIntAccess access, ReaderWay way, IntsRef relationFlags) {
            speeds.tags.note(way);
            for (boolean reverse : List.of(false, true)) {
                speed.setDecimal(reverse, edge, access, Math.clamp(speeds.kmh(way, !reverse), 0.1, 300));
            }
        }
    }
}
