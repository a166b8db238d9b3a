package org.safeconduct.road;

/**
 * One direction of a road, as a reader hands it over.
 *
 * @param pace free flow
 * @param lanes lanes in this direction, 0.5 to 60; rounded to halves
 * @param capacityPerHour vehicles an hour on all these lanes, before any derating; 0 or more
 * @param lengthMetres length of the whole road as the source states it; 0 if it is to be measured along the nodes
 */
public record Direction(Pace pace, double lanes, int capacityPerHour, double lengthMetres) {
    static final int MOST_LANES = 60;

    public Direction {
        if (!(lanes >= 0.5) || lanes > MOST_LANES) {
            throw new IllegalArgumentException(lanes + " lanes");
        }
        if (capacityPerHour < 0) {
            throw new IllegalArgumentException("a capacity of " + capacityPerHour);
        }
        if (!(lengthMetres >= 0) || lengthMetres > 10_000_000) {
            throw new IllegalArgumentException("a length of " + lengthMetres + " m");
        }
    }

    /** A direction whose length is measured along the nodes. */
    public static Direction atKmh(double kmh, double lanes, int capacityPerHour) {
        return new Direction(new Pace.Speed(kmh), lanes, capacityPerHour, 0);
    }

    int halfLanes() {
        return (int) Math.round(lanes * 2);
    }
}
