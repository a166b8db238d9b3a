package org.safeconduct.road;

/**
 * What is assumed of a road of which only the class is known. The table with its sources is in {@code docs/roads.md}.
 *
 * <p>Speeds are those of GraphHopper 11 for cars, lanes and capacities those of MATSim's OSM reader ({@code LinkProperties}); where these have none,
 * ours.
 *
 * @param kmh free-flow speed
 * @param lanes lanes in each direction
 * @param capacityPerLane vehicles an hour on a lane, before any derating
 */
public record ClassTable(double kmh, double lanes, int capacityPerLane) {

    /** The row of a class. */
    public static ClassTable of(RoadClass roadClass) {
        return switch (roadClass) {
            case MOTORWAY -> new ClassTable(100, 2, 2000);
            case MOTORWAY_LINK -> new ClassTable(70, 1, 1500);
            case TRUNK -> new ClassTable(70, 1, 2000);
            case TRUNK_LINK -> new ClassTable(65, 1, 1500);
            case PRIMARY -> new ClassTable(65, 1, 1500);
            case PRIMARY_LINK -> new ClassTable(60, 1, 1500);
            case SECONDARY -> new ClassTable(60, 1, 800);
            case SECONDARY_LINK -> new ClassTable(50, 1, 800);
            case TERTIARY -> new ClassTable(50, 1, 600);
            case TERTIARY_LINK -> new ClassTable(40, 1, 600);
            case UNCLASSIFIED, RESIDENTIAL -> new ClassTable(30, 1, 600);
            case LIVING_STREET -> new ClassTable(10, 1, 300);
            case SERVICE -> new ClassTable(20, 1, 300);
            case TRACK -> new ClassTable(15, 1, 300);
            case PEDESTRIAN -> new ClassTable(10, 1, 300);
            case BUSWAY -> new ClassTable(50, 1, 600);
            case ROAD -> new ClassTable(20, 1, 600);
            case FERRY -> new ClassTable(15, 1, 60);
            case OTHER -> new ClassTable(50, 1, 600);
        };
    }

    /** Capacity of some lanes, whole vehicles an hour. */
    public int capacityPerHour(double count) {
        return (int) Math.round(capacityPerLane * count);
    }

    /** A direction of a road of which nothing else is known. */
    public Direction direction() {
        return Direction.atKmh(kmh, lanes, capacityPerHour(lanes));
    }
}
