package org.safeconduct.road;

import java.util.Locale;

/** Where a point meets a network, or why it does not. */
public sealed interface Snap {

    /**
     * A place on a road.
     *
     * @param arc the arc; where a road has two directions, one of them
     * @param share of the arc's length from its tail to the place, 0 to 1
     * @param junction the end of the arc that is nearer along the road
     * @param longitude of the place, in degrees
     * @param latitude of the place, in degrees
     * @param metres from the point to the place, as the crow flies
     * @param anyRoadMetres from the point to the nearest road of any kind, whether or not it leads anywhere; at most {@code metres}
     */
    record OnRoad(
            int arc, double share, int junction, double longitude, double latitude, double metres, double anyRoadMetres)
            implements Snap {}

    /**
     * No road is near enough.
     *
     * @param nearest the nearest one that can be used
     * @param limitMetres what would have been near enough
     * @param swapped true if the point would be near a road with longitude and latitude exchanged
     */
    record TooFar(OnRoad nearest, double limitMetres, boolean swapped) implements Snap {

        /** What is wrong, one sentence that follows the name of the point. */
        public String problem() {
            return "lies " + shown(nearest.metres()) + " from the nearest road that can be used; up to "
                    + shown(limitMetres) + " are accepted.";
        }

        /** What to do, one sentence. */
        public String remedy() {
            return swapped
                    ? "Exchange longitude and latitude: then a road is near."
                    : "Correct the point, or read roads of a larger area.";
        }
    }

    /** The part of the network that was asked for has no road on which anybody could start or end. */
    record NoRoad() implements Snap {}

    /** A distance for people: {@code 40 m}, {@code 30.2 km}. */
    static String shown(double metres) {
        return metres < 999.5
                ? Math.round(metres) + " m"
                : String.format(Locale.ROOT, metres < 99_950 ? "%.1f km" : "%,.0f km", metres / 1000);
    }
}
