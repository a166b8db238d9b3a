package org.safeconduct.road;

/**
 * How a road file is read; whatever bears on the result is here and becomes part of the network's key.
 *
 * @param area only roads in it; a piece of road from node to node is kept if one of its ends lies inside
 * @param joining where roads are joined to one arc
 * @param privateWays whether ways that are private or closed to the public are read too, marked {@link RoadFlag#PRIVATE}: an evacuation can
 *     open a gate
 * @param crs coordinate system of a file in projected coordinates, such as {@code EPSG:32754}; empty: what the file says
 */
public record ReadOptions(Area area, Joining joining, boolean privateWays, String crs) {

    /** Everything that is open to the public, joined where alike. */
    public static ReadOptions standard() {
        return new ReadOptions(Area.EVERYWHERE, Joining.ALIKE, false, "");
    }

    public ReadOptions withArea(Area other) {
        return new ReadOptions(other, joining, privateWays, crs);
    }

    public ReadOptions withJoining(Joining other) {
        return new ReadOptions(area, other, privateWays, crs);
    }

    public ReadOptions withPrivateWays(boolean read) {
        return new ReadOptions(area, joining, read, crs);
    }

    public ReadOptions withCrs(String other) {
        return new ReadOptions(area, joining, privateWays, other);
    }

    /** The same for equal options; part of a network's key. */
    public String text() {
        return area.text() + "; joined " + joining + "; private ways " + privateWays
                + (crs.isEmpty() ? "" : "; coordinates " + crs);
    }
}
