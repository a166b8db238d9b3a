package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeconduct.scenario.Scenario;

/**
 * What planning found for one scenario: one finding per announced version of the corridor. A value; {@code publish} renders it, nothing in it is layout.
 *
 * @param scenario what was planned
 * @param scenarioHash SHA-256 of the scenario's files, hexadecimal, in the order scenario, places, segments
 * @param versions one finding per version, in file order
 */
public record Plan(Scenario scenario, String scenarioHash, List<VersionPlan> versions) {

    public Plan {
        versions = List.copyOf(versions);
    }

    /** The two words planning has. Neither says that a road is safe. */
    public enum Outcome {
        /** Even with every assumption at its best, time and roads do not suffice for all. */
        CANNOT,
        /** Time and roads alone do not rule it out. */
        NOT_RULED_OUT
    }

    /** Which end of the assumed ranges a case takes. */
    public enum Range {
        /** Every range at the end that moves fewest people: the plan of record, the departure sheets. */
        LOW,
        /** Every range at the end that moves most. Where nothing is a range there is no such case: the high case is the low one. */
        HIGH
    }

    /** How people travel. */
    public enum Mode {
        OWN_CAR,
        PROVIDED_VEHICLE
    }

    /**
     * The finding on one side's version of the corridor.
     *
     * @param version id of the version
     * @param outcome in planning's two words
     * @param people who are expected, all assemblies: low and high of the stated figures
     * @param atMost the headline: upper bounds on the people who can be out by the end, at the low and the high end of the ranges; unrounded
     * @param low the case at the low end: the plan of record
     * @param high the case at the high end; the low case itself where nothing is a range
     * @param stillToSettle what the announcement leaves open, in words
     * @param assumptions every figure that is an assumption, with whose it is
     */
    public record VersionPlan(
            String version,
            Outcome outcome,
            Span people,
            Span atMost,
            CasePlan low,
            CasePlan high,
            List<String> stillToSettle,
            List<Assumption> assumptions) {}

    /** Whole people, from–to. */
    public record Span(long low, long high) {}

    /**
     * A figure that somebody assumed.
     *
     * @param what what it is about, in words
     * @param value as shown, with unit: {@code 60–180 vehicles/h}
     * @param by whose assumption it is
     */
    public record Assumption(String what, String value, String by) {}

    /**
     * A plan with its proof, at one end of the ranges.
     *
     * @param range which end
     * @param optimal true if the plan is proven best at every step for the stated problem: one kind of vehicle, free choice of listed destinations
     * @param expected people who want to leave in this case
     * @param planned people who are out by the end of this plan
     * @param bound most people that any plan could have out by the end: same roads and rounding, named relaxation
     * @param relaxation the name of the bound, in words
     * @param outerBound the same bound with travel rounded down and no derating: the figure to quote
     * @param curve people out by time, planned and bound, at every moment where one of them changes
     * @param assemblies one row per assembly, in file order
     * @param destinations one row per destination of the version
     * @param modes one row per mode that occurs
     * @param routes the ways used, most people first; ids R1, R2, …
     * @param departures the departure sheet, by assembly, then time
     * @param lifts what each provided vehicle does, by fleet, then time
     * @param passages expected times at places along each route
     * @param checkpoints one row per checkpoint of the version
     * @param bottlenecks where the cut lies, most binding first
     * @param levers what a stated change would be worth, by re-planning
     * @param stranding where people would be when silence ends, on time and late
     * @param journeys single vehicles to draw in the time–distance diagram: first and last departure of each route and a few between; may be empty
     * @param aid one row per inbound aid convoy
     * @param replanned what became known while an earlier plan was under way, and what it does; empty for a plan from the morning on
     */
    public record CasePlan(
            Range range,
            boolean optimal,
            long expected,
            long planned,
            long bound,
            String relaxation,
            long outerBound,
            List<CurvePoint> curve,
            List<AssemblyRow> assemblies,
            List<DestinationRow> destinations,
            List<ModeRow> modes,
            List<Route> routes,
            List<DepartureRow> departures,
            List<Lift> lifts,
            List<Passage> passages,
            List<CheckpointRow> checkpoints,
            List<Bottleneck> bottlenecks,
            List<Lever> levers,
            List<Stranding> stranding,
            List<Journey> journeys,
            List<AidRow> aid,
            Optional<Replanned> replanned) {

        /** People by which the plan may fall short of the best: 0 if optimal. */
        public long gap() {
            return bound - planned;
        }
    }

    /** People out by a moment: in this plan, and at most. */
    public record CurvePoint(Instant at, long planned, long atMost) {}

    /**
     * What becomes of the people of one assembly.
     *
     * @param assembly id of the assembly
     * @param expected people
     * @param out people who arrive in this plan
     * @param left people who do not
     * @param whyLeft reasons with head counts, largest first; empty if nobody is left
     * @param firstDeparture of this plan
     * @param lastDeparture of this plan
     * @param lastUseful last moment a vehicle could set out on an empty road and still arrive
     * @param needsOut people who need more than a seat and have a place in a departure
     * @param needsLeft the others of them
     */
    public record AssemblyRow(
            String assembly,
            long expected,
            long out,
            long left,
            List<Left> whyLeft,
            Optional<Instant> firstDeparture,
            Optional<Instant> lastDeparture,
            Optional<Instant> lastUseful,
            int needsOut,
            int needsLeft) {}

    /** Why people are left behind. */
    public enum Why {
        /** The place they chose is not on this version of the corridor. */
        DESTINATION_NOT_ON_THIS_VERSION,
        /** They have a car; time and roads do not let it through. */
        CAR_NOT_THROUGH_IN_TIME,
        /** Vehicles are provided here, not enough of them in time. */
        NO_PLACE_IN_A_VEHICLE_IN_TIME,
        /** Nobody has said which vehicle takes them. */
        NO_VEHICLE_STATED
    }

    /** People left behind for one reason. */
    public record Left(Why why, long people) {}

    /** People and vehicles that arrive at a destination; reception as stated. */
    public record DestinationRow(
            String destination,
            long people,
            long vehicles,
            Optional<Long> reception,
            Optional<Instant> firstArrival,
            Optional<Instant> lastArrival) {}

    /** People and vehicles by mode. */
    public record ModeRow(Mode mode, String name, long people, long vehicles) {}

    /**
     * A way through the network.
     *
     * @param id R1, R2, …
     * @param places ids of the places in order
     * @param segments ids of the segments in order, one fewer than places
     * @param kilometres length
     * @param people who travel it in this plan
     */
    public record Route(String id, List<String> places, List<String> segments, double kilometres, long people) {}

    /**
     * One line of the departure sheet: vehicles that set out in a time slot.
     *
     * @param assembly id
     * @param from start of the slot
     * @param to end of the slot (the last set out before it)
     * @param mode how they travel
     * @param vehicleName "own cars" or the fleet's name
     * @param vehicles how many
     * @param people in them
     * @param route id of the route
     * @param destination id of the destination
     * @param firstArrival of the first of them
     * @param lastArrival of the last of them
     * @param halts ids of places where they stop on the way; empty if nowhere
     */
    public record DepartureRow(
            String assembly,
            Instant from,
            Instant to,
            Mode mode,
            String vehicleName,
            long vehicles,
            long people,
            String route,
            String destination,
            Instant firstArrival,
            Instant lastArrival,
            List<String> halts) {}

    /**
     * One lift of a provided vehicle.
     *
     * @param fleet id of the fleet
     * @param vehicle number within the fleet, from 1
     * @param number lift number of this vehicle, from 1
     * @param assembly id of where it loads
     * @param loadingFrom start of loading
     * @param departure when it sets out
     * @param arrival at the destination
     * @param free when unloaded
     * @param destination id of the destination
     * @param people in it
     */
    public record Lift(
            String fleet,
            int vehicle,
            int number,
            String assembly,
            Instant loadingFrom,
            Instant departure,
            Instant arrival,
            Instant free,
            String destination,
            long people) {}

    /** When the first and the last vehicle of a route pass a place; {@code kilometre} along the route. */
    public record Passage(String route, String place, double kilometre, Instant first, Instant last) {}

    /**
     * One vehicle's way in this plan.
     *
     * @param route id of the route
     * @param vehicleName "own cars" or the fleet's name
     * @param stops one per place of the route, in its order
     */
    public record Journey(String route, String vehicleName, List<Stop> stops) {}

    /** When a vehicle reaches a place and when it goes on; equal where it does not wait. A queue before a checkpoint is a wait at the end of its segment. */
    public record Stop(String place, Instant reached, Instant left) {}

    /**
     * What happens at a checkpoint, vehicles. In the plan nobody is held or turned back; "as they come" says what happens if people set out as soon as they can.
     *
     * @param checkpoint id
     * @param entered in the plan
     * @param left in the plan
     * @param longestQueue in the plan
     * @param longestQueueAt when
     * @param cameEntered as they come: vehicles that reached it
     * @param cameLeft as they come: vehicles that passed it
     * @param cameHeld as they come: vehicles still before it at the end
     * @param cameTurnedBack as they come: vehicles that found its queue full
     * @param cameLongestQueue as they come
     */
    public record CheckpointRow(
            String checkpoint,
            long entered,
            long left,
            long longestQueue,
            Optional<Instant> longestQueueAt,
            long cameEntered,
            long cameLeft,
            long cameHeld,
            long cameTurnedBack,
            long cameLongestQueue) {}

    /**
     * A place in the cut: what is full while it matters.
     *
     * @param kind what it is
     * @param id of the segment, checkpoint, assembly, fleet, place (of a halt) or destination
     * @param side whether it lies in every cut looked at
     * @param from first moment
     * @param to last moment
     * @param perHour vehicles per hour it lets through then
     * @param worth people more if one more vehicle a minute passed there (for a fleet: with one vehicle more); empty if not computed
     */
    public record Bottleneck(
            Kind kind, String id, Side side, Instant from, Instant to, double perHour, Optional<Long> worth) {
        public enum Kind {
            ROAD,
            CHECKPOINT,
            SETTING_OUT,
            /** Every lift a fleet could make is made. */
            VEHICLES,
            /** Room to wait or stay the night. */
            HALT,
            PEOPLE,
            RECEPTION
        }

        /** Cuts are not unique: the one nearest the start and the one nearest the destinations are looked at. */
        public enum Side {
            /** In both: widening it alone helps. */
            BOTH_CUTS,
            /** As tight, but something nearer the destinations is too. */
            NEAR_START,
            /** As tight, but something nearer the start is too. */
            NEAR_DESTINATIONS
        }
    }

    /**
     * What a stated change would be worth.
     *
     * @param change in words: "30 minutes more silence on every segment"
     * @param planned people out by the end with it
     * @param gain more than without it
     */
    public record Lever(String change, long planned, long gain) {}

    /**
     * Where people would be when silence ends.
     *
     * @param discipline whether they leave by the sheet or as they come
     * @param late how long after the plan's start everyone starts
     * @param arrived people who reach a destination, whether or not it has room for them
     * @param notSetOut people who never set out
     * @param onSegments people on each segment when its silence ends, by segment id; only where someone is
     * @param heldAt people held at each place because the way on is closed; only where someone is
     * @param refuges of the places in {@code heldAt}, or before the segments in {@code onSegments}: places with shelter they can turn back to, by id
     * @param lastArriving for each assembly when the last of those who arrive set out; whoever set out later did not get through
     */
    public record Stranding(
            Discipline discipline,
            Duration late,
            long arrived,
            long notSetOut,
            List<Count> onSegments,
            List<Count> heldAt,
            List<String> refuges,
            List<LastArriving> lastArriving) {
        public enum Discipline {
            BY_THE_SHEET,
            AS_THEY_COME
        }
    }

    /** Inbound aid in this plan: how many of its vehicles get through, and when. */
    public record AidRow(
            String aid, long vehicles, long arrived, Optional<Instant> firstArrival, Optional<Instant> lastArrival) {}

    /**
     * What news does to a plan that is under way.
     *
     * @param at when it came; what was before stays as it was
     * @param arrived people who had arrived
     * @param onRoad people who were on the road
     * @param goOn people of these who do arrive
     * @param turnedBack people who turned back, by segment
     * @param stopped those on the road who do not arrive any more: where they stand and from when on
     * @param before people out by the end in the plan before
     * @param doingNothing people out by the end if everybody kept to that plan
     * @param heldThen where people would be held then, by place
     */
    public record Replanned(
            Instant at,
            long arrived,
            long onRoad,
            long goOn,
            List<Count> turnedBack,
            List<Stopped> stopped,
            long before,
            long doingNothing,
            List<Count> heldThen) {

        public Replanned {
            turnedBack = List.copyOf(turnedBack);
            stopped = List.copyOf(stopped);
            heldThen = List.copyOf(heldThen);
        }
    }

    /**
     * People on the road who do not arrive.
     *
     * @param place id of the place they are at next
     * @param from when they are there
     * @param people how many
     * @param turnedOn id of the segment they turned back on, or empty
     */
    public record Stopped(String place, Instant from, long people, String turnedOn) {}

    /** When the last vehicle of an assembly that still arrives set out; empty if none arrives. */
    public record LastArriving(String assembly, Optional<Instant> at) {}

    /** A head count at a segment or place. */
    public record Count(String id, long people) {}
}
