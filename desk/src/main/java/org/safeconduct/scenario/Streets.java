package org.safeconduct.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.terms.Window;

/**
 * A road network in a file of its own, and what the scenario says about it by place and area. The file itself is read by whoever plans.
 *
 * @param file name of the file: OpenStreetMap, MATSim, or nodes and edges
 * @param crs coordinate system of the file's own coordinates, such as {@code EPSG:32754}; empty: what the file says, else degrees
 * @param sha256 what the file's bytes must hash to; empty: any will do
 * @param area id of the area outside which nothing is read; empty: all of it
 * @param without classes of road that are left out, such as {@code track}
 * @param snapMetres how far a place may lie from the road it is joined to
 * @param areas by id, in file order
 * @param versions where each version by streets leads, by id of the version; versions by route are not in it
 * @param closures of streets
 * @param placeLines line of each place in its table, for messages
 * @param placesFile name of that table
 * @param ground what the file turned out to hold, once it was read
 */
public record Streets(
        String file,
        String crs,
        String sha256,
        String area,
        List<LeftOut> without,
        double snapMetres,
        Map<String, Area> areas,
        Map<String, Where> versions,
        List<Closed> closures,
        Map<String, Integer> placeLines,
        String placesFile,
        Optional<Ground> ground) {

    /** The same, read. */
    public Streets on(Ground found) {
        return new Streets(
                file,
                crs,
                sha256,
                area,
                without,
                snapMetres,
                areas,
                versions,
                closures,
                placeLines,
                placesFile,
                Optional.of(found));
    }

    /**
     * The road network a scenario was laid on.
     *
     * @param format what was read, such as {@code OpenStreetMap PBF}
     * @param junctions of the network
     * @param islands parts of it besides the main one, which cannot be reached from it or not be left for it
     * @param outside junctions on these
     * @param joined where each place met a street, in file order
     * @param shut what the scenario's closures close, in file order
     */
    public record Ground(
            String format, int junctions, int islands, int outside, List<Joined> joined, List<Shut> shut) {}

    /**
     * A place and the street it was joined to.
     *
     * @param place id of the place
     * @param street name or number of the street; may be empty
     * @param kind its class
     * @param metres from the place to the street, as the crow flies
     */
    public record Joined(String place, String street, String kind, double metres) {}

    /**
     * What one entry of a closure closes.
     *
     * @param by the key of the scenario under which it stands, area, streets or refs
     * @param name id of the area or place, or number of the road
     * @param roads stretches between junctions that are closed; 0 if no road lies there
     * @param street name or number of the street nearest to a place; else empty
     * @param metres from the place to that street; else 0
     */
    public record Shut(String by, String name, int roads, String street, double metres) {}

    /** Stands for every street in a version's silence and curfews; no id looks like it. */
    public static final String ALL = "*";

    /** Places farther than this from their street are worth a look: told, and drawn with the way between. */
    public static final double FAR_METRES = 150;

    /** How far a place may lie from the road it is joined to, if nothing else is said. */
    static final double SNAP_METRES = 2_000;

    /**
     * A part of the map.
     *
     * @param id short name
     * @param name as shown
     * @param form its outline
     * @param source id of the source, or empty
     */
    public record Area(String id, String name, Form form, String source) {}

    /** The outline of an area. */
    public sealed interface Form {

        /** Polygons in a GeoJSON file in the scenario's folder. */
        record Outline(String file) implements Form {}

        /** Degrees. */
        record Box(double west, double south, double east, double north) implements Form {}

        /** A circle around a place. */
        record Around(String place, double metres) implements Form {}
    }

    /**
     * Streets of a version.
     *
     * @param within id of the area they lie in, if not everywhere
     * @param avoid ids of areas nobody is led through
     */
    public record Where(Optional<String> within, List<String> avoid) {}

    /**
     * Streets that cannot be used for a time.
     *
     * @param area id of the area in which every street is closed, if it is an area
     * @param places ids of places: of each the nearest street is closed
     * @param refs numbers of roads as the network's file has them
     * @param kind mine, crater, bridge, fighting, other
     * @param window when
     * @param attestedBy who says so
     * @param source id of the source, or empty
     */
    public record Closed(
            Optional<String> area,
            List<String> places,
            List<Ref> refs,
            String kind,
            Window window,
            String attestedBy,
            String source) {}

    /**
     * A class of road that is left out.
     *
     * @param file where the scenario names it
     * @param line from 1
     */
    public record LeftOut(String roadClass, String file, int line) {}

    /**
     * The number of a road: of MATSim the id of a link, which is one direction; of OpenStreetMap a {@code ref}, which many streets share.
     *
     * @param file where the scenario names it
     * @param line from 1
     */
    public record Ref(String number, String file, int line) {}
}
