package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * Where the vehicles of a fleet are when planning begins: at its base in the morning, anywhere when news comes.
 *
 * @param vehicles without people, free to go
 * @param loading at an assembly, being loaded or loaded
 * @param carried on the road with people
 */
record FleetStart(List<Vehicle> vehicles, List<Loading> loading, List<Carried> carried) {

    /** Stands for the node of a vehicle that is at a place, where it can wait. */
    static final int AT_PLACE = -1;

    FleetStart {
        vehicles = List.copyOf(vehicles);
        loading = List.copyOf(loading);
        carried = List.copyOf(carried);
    }

    /**
     * A vehicle between two lifts.
     *
     * @param number within the fleet, from 1
     * @param place id of where it is; empty if it is on the road
     * @param node the node it is on the way to; {@link #AT_PLACE} if it is at a place
     * @param free first step in which it can move
     * @param lifts made so far
     * @param stands true if it was left on the road by an earlier change
     * @param turned where it turned back, if it did
     */
    record Vehicle(
            int number, String place, int node, int free, int lifts, boolean stands, Optional<OnTheWay.Turn> turned) {

        static Vehicle at(String place, int number, int free, int lifts) {
            return new Vehicle(number, place, AT_PLACE, free, lifts, false, Optional.empty());
        }

        boolean isOnRoad() {
            return node != AT_PLACE;
        }
    }

    /** A vehicle sent to load: who, for which cell of the demand, loading from when, ready to set out when. */
    record Loading(Vehicle vehicle, int cell, int loadingFrom, int ready) {}

    /** A vehicle with people on board, and the lift it is on. */
    record Carried(OnTheWay way, Lifting lifting) {}

    /** A drive without people. */
    record Empty(int node, int began, int end, List<Leg> legs, boolean wasUnderWay) {}

    /**
     * One lift of one vehicle as it was planned.
     *
     * @param fleet id
     * @param vehicle its number, and how many lifts it had made before
     * @param empty the drive to the assembly, if it was not there
     * @param loadingFrom first step of loading
     * @param ready step in which it is loaded
     * @param load who is in it
     * @param movement the way out
     * @param free step in which it is unloaded
     */
    record Lifting(
            String fleet,
            Vehicle vehicle,
            Optional<Empty> empty,
            int loadingFrom,
            int ready,
            Seats.Load load,
            Movement movement,
            int free) {}

    /** All vehicles at the fleet's base. */
    static FleetStart ofDay(Fleet fleet, RoadNetwork network) {
        List<Vehicle> vehicles = new ArrayList<>();
        int free = network.axis().notBefore(fleet.from());
        for (int number = 1; number <= count(fleet, network); number++) {
            vehicles.add(Vehicle.at(fleet.base(), number, free, 0));
        }
        return new FleetStart(vehicles, List.of(), List.of());
    }

    static int count(Fleet fleet, RoadNetwork network) {
        return (int) Math.floor(network.numbers().most(fleet.vehicles()) + 1e-9);
    }
}
