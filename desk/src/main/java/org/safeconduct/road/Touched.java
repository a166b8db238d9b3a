package org.safeconduct.road;

import java.util.BitSet;

/** The arcs that an area touches: what a closure of it closes, where a risk in it is met. */
public final class Touched {
    private Touched() {}

    /** All arcs of which any point lies in the area or on its border; both directions of a road. */
    public static BitSet arcs(Roads roads, Area area) {
        Area.Box box = area.box();
        BitSet touched = new BitSet(roads.arcs());
        for (int arc = 0; arc < roads.arcs(); arc++) {
            int reverse = roads.reverse(arc);
            boolean isKnown = reverse >= 0 && reverse < arc;
            touched.set(arc, isKnown ? touched.get(reverse) : touches(roads, arc, area, box));
        }
        return touched;
    }

    private static boolean touches(Roads roads, int arc, Area area, Area.Box box) {
        double fromLongitude = roads.pointLongitudeE7(arc, 0) / 1e7;
        double fromLatitude = roads.pointLatitudeE7(arc, 0) / 1e7;
        for (int point = 1; point < roads.points(arc); point++) {
            double longitude = roads.pointLongitudeE7(arc, point) / 1e7;
            double latitude = roads.pointLatitudeE7(arc, point) / 1e7;
            if (box.touches(fromLongitude, fromLatitude, longitude, latitude)
                    && area.touches(fromLongitude, fromLatitude, longitude, latitude)) {
                return true;
            }
            fromLongitude = longitude;
            fromLatitude = latitude;
        }
        return false;
    }
}
