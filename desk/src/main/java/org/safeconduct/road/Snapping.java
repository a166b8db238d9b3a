package org.safeconduct.road;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Puts points on the nearest road that can be used. Immutable; about 15 bytes a piece of road.
 *
 * <pre>
 *   Snapping snapping = Snapping.of(roads);
 *   Reachable main = Reachable.main(roads);
 *   switch (snapping.snap(8.6821, 49.4077, main::hasArc, Snapping.USUAL_LIMIT_METRES)) {
 *       case Snap.OnRoad place -&gt; use(place.arc(), place.share(), place.metres());
 *       case Snap.TooFar far -&gt; tell(far.problem(), far.remedy());
 *       case Snap.NoRoad none -&gt; …
 *   }
 * </pre>
 */
public final class Snapping {
    /** A point farther than this from every road is taken for a mistake. */
    public static final double USUAL_LIMIT_METRES = 2_000;

    private final Roads roads;
    private final RoadGrid grid;

    private Snapping(Roads roads) {
        this.roads = roads;
        this.grid = RoadGrid.of(roads);
    }

    /** Sorts all roads of a network for snapping: 0.2 s for a city. */
    public static Snapping of(Roads roads) {
        return new Snapping(roads);
    }

    /**
     * The arcs on which people can get into a vehicle or out of one: not motorways, ferries and tunnels.
     *
     * <p>Combine it: {@code Snapping.boarding(roads).and(main::hasArc)}.
     */
    public static IntPredicate boarding(Roads roads) {
        return arc -> switch (roads.roadClass(arc)) {
            case MOTORWAY, MOTORWAY_LINK, FERRY -> false;
            case TRUNK,
                    TRUNK_LINK,
                    PRIMARY,
                    PRIMARY_LINK,
                    SECONDARY,
                    SECONDARY_LINK,
                    TERTIARY,
                    TERTIARY_LINK,
                    UNCLASSIFIED,
                    RESIDENTIAL,
                    LIVING_STREET,
                    SERVICE,
                    TRACK,
                    PEDESTRIAN,
                    BUSWAY,
                    ROAD,
                    OTHER -> !roads.is(arc, RoadFlag.TUNNEL);
        };
    }

    /**
     * The nearest place on an arc that can be used, however far; empty if none can. Of a road with two directions only the arc with the lesser
     * number is asked about and told.
     *
     * @param longitude degrees of WGS 84, -180 to 180
     * @param latitude degrees of WGS 84, -90 to 90
     */
    public Optional<Snap.OnRoad> nearest(double longitude, double latitude, IntPredicate usable) {
        RoadGrid.Hit hit = grid.nearest(longitude, latitude, usable);
        return hit.arc() < 0
                ? Optional.empty()
                : Optional.of(place(
                        hit, grid.nearest(longitude, latitude, arc -> true).metres()));
    }

    /** The nearest place on an arc that can be used, if it is near enough; if not, why not. */
    public Snap snap(double longitude, double latitude, IntPredicate usable, double limitMetres) {
        return nearest(longitude, latitude, usable)
                .<Snap>map(place -> place.metres() <= limitMetres
                        ? place
                        : new Snap.TooFar(
                                place,
                                limitMetres,
                                isNear(/* longitude= */ latitude, /* latitude= */ longitude, usable, limitMetres)))
                .orElseGet(Snap.NoRoad::new);
    }

    private boolean isNear(double longitude, double latitude, IntPredicate usable, double limitMetres) {
        return Math.abs(latitude) <= 90
                && grid.nearest(longitude, latitude, usable).metres() <= limitMetres;
    }

    private Snap.OnRoad place(RoadGrid.Hit hit, double anyRoadMetres) {
        LocalMetres metres = LocalMetres.at(hit.latitude());
        double before = 0;
        double all = 0;
        for (int piece = 0; piece + 1 < roads.points(hit.arc()); piece++) {
            double length = metres.between(
                    roads.pointLongitudeE7(hit.arc(), piece) / 1e7,
                    roads.pointLatitudeE7(hit.arc(), piece) / 1e7,
                    roads.pointLongitudeE7(hit.arc(), piece + 1) / 1e7,
                    roads.pointLatitudeE7(hit.arc(), piece + 1) / 1e7);
            before += piece < hit.piece() ? length : piece == hit.piece() ? length * hit.share() : 0;
            all += length;
        }
        double share = all > 0 ? Math.min(1, before / all) : 0;
        int junction = share <= 0.5 ? roads.tail(hit.arc()) : roads.head(hit.arc());
        return new Snap.OnRoad(
                hit.arc(), share, junction, hit.longitude(), hit.latitude(), hit.metres(), anyRoadMetres);
    }
}
