package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.flow.Departure.Leg;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.plan.FleetStart.Carried;
import org.safeconduct.plan.FleetStart.Empty;
import org.safeconduct.plan.FleetStart.Lifting;
import org.safeconduct.plan.FleetStart.Loading;
import org.safeconduct.plan.FleetStart.Vehicle;
import org.safeconduct.plan.OnTheWay.Spot;
import org.safeconduct.plan.OnTheWay.Turn;
import org.safeconduct.plan.Start.AidOnTheWay;
import org.safeconduct.plan.Start.AidStart;
import org.safeconduct.plan.Start.AidTrip;
import org.safeconduct.scenario.Scenario.AidConvoy;
import org.safeconduct.scenario.Scenario.Fleet;

/**
 * What of a run can no longer be decided when news comes: who has arrived, who is on the road and where they are next at a node, who has not set out.
 *
 * <pre>
 *   entered the road in step e, news in step τ, on the road for d steps
 *     still open for all of it      at its end in step e + d
 *     closes before that            back at its start in step τ + (τ − e), or at its end after all (OnClosing)
 * </pre>
 *
 * Whoever has not entered a first road by then has not set out. Whoever waits before a checkpoint of a road that is closed now turns back like those on it.
 */
final class Frozen {

    private final CaseRun base;
    private final RoadNetwork roads;
    private final Demand demand;
    private final FlowProblem problem;
    private final int tau;
    private final OnClosing rule;
    private final long[] inCars;
    private final int[] gone;
    private final Seats.Load[] aboard;
    private final int[] settingOut;

    private Frozen(CaseRun base, RoadNetwork roads, Demand demand, int tau, OnClosing rule) {
        this.base = base;
        this.roads = roads;
        this.demand = demand;
        this.problem = roads.problem();
        this.tau = tau;
        this.rule = rule;
        int cells = demand.cells().size();
        this.inCars = new long[cells];
        this.gone = new int[cells];
        this.aboard = new Seats.Load[cells];
        Arrays.fill(aboard, Seats.Load.NONE);
        this.settingOut = new int[cells];
    }

    /**
     * What a run begins with that takes over in step {@code tau}.
     *
     * @param roads the roads as they are now known to be
     * @param demand who wanted to leave, all of them
     */
    static Start of(CaseRun base, RoadNetwork roads, Demand demand, int tau, OnClosing rule) {
        return new Frozen(base, roads, demand, tau, rule).start();
    }

    private Start start() {
        List<OnTheWay> cars = cars();
        Map<String, FleetStart> fleets = new LinkedHashMap<>();
        for (Fleet fleet : roads.scenario().fleets()) {
            fleets.put(fleet.id(), fleet(fleet));
        }
        Map<String, AidStart> aid = new LinkedHashMap<>();
        for (AidConvoy convoy : roads.scenario().aid()) {
            aid.put(convoy.id(), aid(convoy));
        }
        List<Demand.Cell> home = new ArrayList<>();
        for (int cell = 0; cell < gone.length; cell++) {
            home.add(demand.cells().get(cell).without(inCars[cell], gone[cell], aboard[cell]));
        }
        return new Start(tau, new Demand(List.copyOf(home)), settingOut, cars, fleets, aid, Optional.of(base));
    }

    // ---- cars -------------------------------------------------------------------------------------------------

    private List<OnTheWay> cars() {
        List<OnTheWay> cars = new ArrayList<>();
        for (Movement movement : base.movements()) {
            if (movement.mode() == Plan.Mode.OWN_CAR) {
                boolean arrived = movement.arrival() < tau;
                Optional<Spot> spot = arrived ? Optional.empty() : spot(movement);
                spot.ifPresent(where -> cars.add(new OnTheWay(movement, where)));
                if (arrived || spot.isPresent()) {
                    count(movement);
                } else if (movement.began() < tau) {
                    settingOut[movement.cell()] += movement.vehicles();
                }
            }
        }
        base.stranded().forEach(way -> {
            cars.add(new OnTheWay(way.movement(), way.spot().standing().notBefore(tau)));
            count(way.movement());
        });
        return cars;
    }

    private void count(Movement movement) {
        inCars[movement.cell()] += movement.people();
        gone[movement.cell()] += movement.vehicles();
    }

    // ---- provided vehicles ------------------------------------------------------------------------------------

    private FleetStart fleet(Fleet fleet) {
        Map<Integer, Lifting> last = new HashMap<>();
        for (Lifting lifting : base.liftings()) {
            if (lifting.fleet().equals(fleet.id()) && hasBegun(lifting)) {
                if (lifting.movement().arrival() >= base.start().step()) {
                    last.merge(
                            lifting.vehicle().number(), lifting, (a, b) -> a.loadingFrom() > b.loadingFrom() ? a : b);
                }
                if (isAway(lifting)) {
                    int cell = lifting.movement().cell();
                    aboard[cell] = aboard[cell].plus(lifting.load());
                }
            }
        }
        List<Vehicle> vehicles = new ArrayList<>();
        List<Loading> loading = new ArrayList<>();
        List<Carried> carried = new ArrayList<>();
        for (Carried one : base.stuck()) {
            if (one.lifting().fleet().equals(fleet.id())) {
                OnTheWay way = one.way();
                carried.add(new Carried(
                        new OnTheWay(way.movement(), way.spot().standing().notBefore(tau)), one.lifting()));
                int cell = way.movement().cell();
                aboard[cell] = aboard[cell].plus(one.lifting().load());
            }
        }
        List<Integer> stuck =
                carried.stream().map(one -> one.lifting().vehicle().number()).toList();
        for (Vehicle vehicle : known(fleet)) {
            Lifting lifting = last.get(vehicle.number());
            if (lifting == null && !stuck.contains(vehicle.number())) {
                vehicles.add(later(vehicle));
            } else if (lifting != null) {
                place(lifting, vehicles, loading, carried);
            }
        }
        return new FleetStart(vehicles, loading, carried);
    }

    /** The vehicles as the run before had them, and those that are new. */
    private List<Vehicle> known(Fleet fleet) {
        FleetStart before = base.start().fleet(fleet.id());
        Map<Integer, Vehicle> known = new TreeMap<>();
        before.vehicles().forEach(vehicle -> known.put(vehicle.number(), vehicle));
        before.loading().forEach(l -> known.putIfAbsent(l.vehicle().number(), l.vehicle()));
        before.carried()
                .forEach(c -> known.putIfAbsent(
                        c.lifting().vehicle().number(), c.lifting().vehicle()));
        int most = known.keySet().stream().max(Integer::compare).orElse(0);
        for (int number = most + 1; number <= FleetStart.count(fleet, roads); number++) {
            known.put(number, Vehicle.at(fleet.base(), number, roads.axis().notBefore(fleet.from()), 0));
        }
        return List.copyOf(known.values());
    }

    private Vehicle later(Vehicle vehicle) {
        return new Vehicle(
                vehicle.number(),
                vehicle.place(),
                vehicle.node(),
                Math.max(vehicle.free(), tau),
                vehicle.lifts(),
                vehicle.isOnRoad(),
                vehicle.turned());
    }

    /** True if the vehicle has left for this lift, or has begun to load. */
    private boolean hasBegun(Lifting lifting) {
        return lifting.empty()
                .map(drive -> drive.wasUnderWay() || firstDrive(drive.began(), drive.legs()) < tau)
                .orElse(lifting.loadingFrom() < tau);
    }

    /** True if it has set out with people, or has arrived. */
    private boolean isAway(Lifting lifting) {
        Movement movement = lifting.movement();
        return movement.arrival() < tau || spot(movement).isPresent();
    }

    private void place(Lifting lifting, List<Vehicle> vehicles, List<Loading> loading, List<Carried> carried) {
        Movement movement = lifting.movement();
        Vehicle vehicle = lifting.vehicle();
        if (movement.arrival() < tau) {
            if (getFleet(lifting.fleet()).shuttles()) {
                String place =
                        roads.scenario().getDestination(movement.destination()).place();
                vehicles.add(Vehicle.at(place, vehicle.number(), Math.max(tau, lifting.free()), vehicle.lifts() + 1));
            }
            return;
        }
        Optional<Spot> away = spot(movement);
        if (away.isPresent()) {
            carried.add(new Carried(new OnTheWay(movement, away.get()), lifting));
            return;
        }
        Optional<Empty> drive = lifting.empty().filter(empty -> empty.end() > tau);
        if (drive.isPresent()) {
            Spot spot =
                    spot(drive.get().node(), drive.get().began(), drive.get().legs(), true);
            vehicles.add(
                    new Vehicle(vehicle.number(), "", spot.node(), spot.step(), vehicle.lifts(), false, spot.turned()));
        } else if (lifting.loadingFrom() < tau) {
            String place = roads.scenario().getAssembly(movement.assembly()).place();
            Vehicle there = Vehicle.at(place, vehicle.number(), tau, vehicle.lifts());
            loading.add(new Loading(there, movement.cell(), lifting.loadingFrom(), Math.max(tau, lifting.ready())));
        } else {
            String place = roads.scenario().getAssembly(movement.assembly()).place();
            vehicles.add(Vehicle.at(place, vehicle.number(), tau, vehicle.lifts()));
        }
    }

    private Fleet getFleet(String id) {
        return roads.scenario().getFleet(id);
    }

    // ---- inbound aid ------------------------------------------------------------------------------------------

    private AidStart aid(AidConvoy convoy) {
        List<AidTrip> arrived = new ArrayList<>();
        List<AidOnTheWay> underWay = new ArrayList<>();
        AidStart before = base.start().aid(convoy.id());
        int waiting = before.waiting();
        for (AidTrip trip : base.aid().getOrDefault(convoy.id(), List.of())) {
            boolean isNew = !trip.wasUnderWay() && trip.end() >= base.start().step();
            if (trip.end() < tau) {
                arrived.add(trip);
                waiting -= isNew ? trip.vehicles() : 0;
            } else if (trip.wasUnderWay() || firstDrive(trip.began(), trip.legs()) < tau) {
                Spot spot = spot(trip.node(), trip.began(), trip.legs(), trip.wasUnderWay());
                underWay.add(new AidOnTheWay(spot, trip.vehicles()));
                waiting -= isNew ? trip.vehicles() : 0;
            }
        }
        return new AidStart(waiting, underWay, arrived);
    }

    // ---- where they are ---------------------------------------------------------------------------------------

    private Optional<Spot> spot(Movement movement) {
        boolean wasUnderWay = !(roads.meaning(movement.node()) instanceof RoadNetwork.Node.Gathering);
        return wasUnderWay || firstDrive(movement.began(), movement.legs()) < tau
                ? Optional.of(spot(movement.node(), movement.began(), movement.legs(), wasUnderWay))
                : Optional.empty();
    }

    /** The step in which the first road is entered; beyond all steps if none is. */
    private int firstDrive(int began, List<Leg> legs) {
        int step = began;
        for (Leg leg : legs) {
            step += leg.waitBefore();
            if (roads.way(leg.arc()) instanceof RoadNetwork.Way.Drive) {
                return step;
            }
            step += problem.arcs().get(leg.arc()).transit();
        }
        return Integer.MAX_VALUE;
    }

    private Spot spot(int node, int began, List<Leg> legs, boolean wasUnderWay) {
        int at = node;
        int step = began;
        if (wasUnderWay && began > tau) {
            return new Spot(node, began, Optional.empty(), false, 0, 0);
        }
        for (int i = 0; i < legs.size(); i++) {
            FlowProblem.Arc road = problem.arcs().get(legs.get(i).arc());
            int entered = step + legs.get(i).waitBefore();
            if (entered >= tau) {
                return waiting(at, step, legs, i);
            }
            if (entered + road.transit() > tau) {
                return onRoad(entered, legs, i);
            }
            step = entered + road.transit();
            at = road.head();
        }
        return waiting(at, step, legs, legs.size());
    }

    private Spot onRoad(int entered, List<Leg> legs, int leg) {
        int arc = legs.get(leg).arc();
        FlowProblem.Arc road = problem.arcs().get(arc);
        int end = entered + road.transit();
        boolean closes = rule == OnClosing.TURN_BACK && roads.open(arc).nextClearBit(tau) < end;
        if (closes && roads.way(arc) instanceof RoadNetwork.Way.Drive drive) {
            int back = 2 * tau - entered;
            Optional<Turn> turn = Optional.of(new Turn(drive.segment(), arc, entered));
            if (drive.onward() && leg > 0) { // past its checkpoint: back to where the segment begins
                FlowProblem.Arc before = problem.arcs().get(legs.get(leg - 1).arc());
                return new Spot(before.tail(), back + before.transit(), turn, false, leg, 0);
            }
            return new Spot(road.tail(), back, turn, false, leg, 0);
        }
        return new Spot(road.head(), end, Optional.empty(), false, leg + 1, 0);
    }

    private Spot waiting(int node, int since, List<Leg> legs, int passed) {
        if (passed > 0
                && rule == OnClosing.TURN_BACK
                && roads.meaning(node) instanceof RoadNetwork.Node.BeforeCheckpoint) {
            int came = legs.get(passed - 1).arc();
            if (roads.way(came) instanceof RoadNetwork.Way.Drive drive
                    && !roads.open(came).get(tau)) {
                FlowProblem.Arc before = problem.arcs().get(came);
                Turn turn = new Turn(drive.segment(), came, Turn.WAITED);
                return new Spot(before.tail(), tau + before.transit(), Optional.of(turn), false, passed, 0);
            }
        }
        return new Spot(node, tau, Optional.empty(), false, passed, tau - since);
    }
}
