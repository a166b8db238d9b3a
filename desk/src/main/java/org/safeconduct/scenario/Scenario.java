package org.safeconduct.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/**
 * What is known and assumed about one passage, before anything is planned. Immutable; every id in it resolves, every number is within its limits
 * ({@code ScenarioReader} saw to that).
 *
 * @param id short name, usually the folder's name
 * @param title one line for people
 * @param summary a few sentences: what happened, what is asked; may be empty
 * @param label who may see what is planned from it
 * @param exercise true if no one will really move
 * @param zones zones in which times are shown, the first is the one local times in the file are read in
 * @param step length of a planning step
 * @param horizon from the first moment of planning to the last in which anyone can arrive
 * @param derating share of a road's stated rate that is counted on, above 0 and at most 1
 * @param storage metres of a lane that one vehicle takes up when vehicles stand; empty: how many fit on a road is not limited
 * @param sources what is cited, by id
 * @param parties who announces, confirms, holds checkpoints
 * @param places all places, in file order
 * @param roads all segments with their figures, in file order
 * @param versions the corridor as each side announced it; at least one
 * @param assemblies where people gather
 * @param fleets buses and other vehicles provided
 * @param destinations where people may end
 * @param checkpoints where vehicles are stopped
 * @param aid convoys that come in through the same checkpoints
 * @param closures roads known to be closed
 * @param halts places where a night can be spent
 * @param links fleets that move only if each other does
 * @param streets the road network the places lie on, if it is in a file of its own
 * @param notes what is stated about the scenario itself, in file order: caveats, assumptions in words
 * @param assumed what the file left out and the reader filled in, one sentence each: "scenario: derating 0.85, not stated"
 */
public record Scenario(
        String id,
        String title,
        String summary,
        Label label,
        boolean exercise,
        List<ZoneId> zones,
        Duration step,
        Window horizon,
        Figure derating,
        Optional<Figure> storage,
        Map<String, Source> sources,
        List<Party> parties,
        List<Place> places,
        List<Road> roads,
        List<Version> versions,
        List<Assembly> assemblies,
        List<Fleet> fleets,
        List<Destination> destinations,
        List<Checkpoint> checkpoints,
        List<AidConvoy> aid,
        List<Closure> closures,
        List<Halt> halts,
        List<Link> links,
        Optional<Streets> streets,
        List<String> notes,
        List<String> assumed) {

    /** The version of that id; ids are checked when a scenario is read, so an unknown one is a mistake of ours. */
    public Version getVersion(String id) {
        return one(versions, version -> version.id().equals(id), "version " + id);
    }

    public Assembly getAssembly(String id) {
        return one(assemblies, assembly -> assembly.id().equals(id), "assembly " + id);
    }

    public Fleet getFleet(String id) {
        return one(fleets, fleet -> fleet.id().equals(id), "fleet " + id);
    }

    public Destination getDestination(String id) {
        return one(destinations, destination -> destination.id().equals(id), "destination " + id);
    }

    public Checkpoint getCheckpoint(String id) {
        return one(checkpoints, checkpoint -> checkpoint.id().equals(id), "checkpoint " + id);
    }

    /**
     * What changes when streets come among the roads.
     *
     * @param places crossings among them
     * @param roads streets among them
     * @param versions with hours on streets
     * @param checkpoints those that stand on a way that is used
     * @param closures those of streets among them
     * @param streets with the ground they were laid on
     * @param assumed with what the network's file left open
     */
    public record OnStreets(
            List<Place> places,
            List<Road> roads,
            List<Version> versions,
            List<Checkpoint> checkpoints,
            List<Closure> closures,
            Streets streets,
            List<String> assumed) {}

    /** The same scenario once its streets are among its roads, and the file they came from need not be read any more. */
    public Scenario laidOn(OnStreets laid) {
        return new Scenario(
                id,
                title,
                summary,
                label,
                exercise,
                zones,
                step,
                horizon,
                derating,
                storage,
                sources,
                parties,
                laid.places(),
                laid.roads(),
                laid.versions(),
                assemblies,
                fleets,
                destinations,
                laid.checkpoints(),
                aid,
                laid.closures(),
                halts,
                links,
                Optional.of(laid.streets()),
                notes,
                laid.assumed());
    }

    private static <T> T one(List<T> all, Predicate<T> wanted, String what) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + what + " in the scenario"));
    }

    /**
     * A segment with what is known of the road.
     *
     * @param segment its ends
     * @param kilometres length along the road
     * @param travel minutes to drive it, low is fastest; meant to the nearest second
     * @param vehiclesPerHour how many vehicles can enter it in an hour, before derating; one direction
     * @param lanes for one direction; not whole where they change on the way
     * @param bothWays true if it can also be driven from {@code to} to {@code from}, with a lane of its own
     * @param source id of the source, or empty: an assumption
     * @param street what a road network's file says of it; empty for a segment that somebody wrote down
     */
    public record Road(
            Segment segment,
            double kilometres,
            Figure travel,
            Figure vehiclesPerHour,
            double lanes,
            boolean bothWays,
            String source,
            Optional<Street> street) {

        /** Vehicles that fit on it in one direction, each taking up so many metres of a lane; one at least. */
        public int room(double metresPerVehicle) {
            return (int) Math.max(1, Math.floor(lanes * kilometres * 1000 / metresPerVehicle + 1e-9));
        }

        /** The shortest time it takes: to the nearest second, on a street to the nearest millisecond. */
        public Duration fastest() {
            return duration(travel.low());
        }

        /** The longest time it takes, likewise. */
        public Duration slowest() {
            return duration(travel.high());
        }

        /** Minutes as a time. Segments are written down in minutes and meant to the second; streets are short. */
        public Duration duration(double minutes) {
            return street.isPresent()
                    ? Duration.ofMillis(Math.round(minutes * 60_000))
                    : Duration.ofSeconds(Math.round(minutes * 60));
        }
    }

    /**
     * A piece of street between two junctions.
     *
     * @param name its name, else its number; empty if it has neither
     * @param kind its class, such as residential
     * @param shape the points it passes from {@code from} to {@code to}, ends included
     */
    public record Street(String name, String kind, Line shape) {
        /** Stands between the streets in the name of a crossing. */
        public static final String CROSSING = " × ";
    }

    /**
     * One side's announcement of the corridor: which segments, when.
     *
     * @param id short name
     * @param name as shown, such as "as announced by the Ukrainian side"
     * @param by id of the announcing party
     * @param source id of the source, or empty
     * @param silence windows per segment id, in the order of the route; a segment that is not a key is not part of this version; {@link Streets#ALL} stands for every street
     * @param latestDeparture nobody sets out after this moment, if stated
     * @param earliestDeparture nobody sets out before this moment, if stated
     * @param curfews daily hours in which nobody drives, at the listed segments
     * @param destinations ids of destination places this version leads to; only these are used
     * @param unstated what the announcement left open, in words
     */
    public record Version(
            String id,
            String name,
            String by,
            String source,
            Map<String, List<Window>> silence,
            Optional<Instant> latestDeparture,
            Optional<Instant> earliestDeparture,
            List<Curfew> curfews,
            List<String> destinations,
            List<String> unstated) {}

    /**
     * Daily hours without driving.
     *
     * @param from start, local time in {@code zone}
     * @param to end; may be before {@code from}: then it lasts over midnight
     * @param zone the zone of both
     * @param segments ids of the segments it holds on
     */
    public record Curfew(LocalTime from, LocalTime to, ZoneId zone, List<String> segments) {}

    /**
     * A place where people gather to leave.
     *
     * @param id short name
     * @param name exact name and address: a decoy 200 m away has happened (DOMAIN 13)
     * @param place id of the place
     * @param people how many are expected, all modes, needs included
     * @param from first moment they can set out
     * @param vehiclesPerHour how many vehicles can set out in an hour; unlimited if empty
     * @param ownCarShare share of the people who leave in cars of their own, 0 to 1
     * @param personsPerCar people in such a car
     * @param destinations share of the people per destination id, adding up to 1; empty if not stated, then any destination of the version
     * @param destinationSource id of the source for the shares, or empty
     * @param needs people who need more than a seat
     * @param rank lower leaves first; equal ranks share in proportion
     * @param convoy cars leave in groups, if stated
     */
    public record Assembly(
            String id,
            String name,
            String place,
            Figure people,
            Instant from,
            Optional<Figure> vehiclesPerHour,
            Figure ownCarShare,
            Figure personsPerCar,
            Map<String, Double> destinations,
            String destinationSource,
            Needs needs,
            int rank,
            Optional<Convoy> convoy) {}

    /** People who need more than a seat; counted within an assembly's people. */
    public record Needs(int stretcher, int wheelchair, int unaccompaniedChildren) {
        public static final Needs NONE = new Needs(0, 0, 0);

        public int total() {
            return stretcher + wheelchair + unaccompaniedChildren;
        }
    }

    /**
     * Vehicles that leave together.
     *
     * @param size vehicles in a group, all or none
     * @param gap time between one group's last vehicle and the next group's first
     */
    public record Convoy(int size, Duration gap) {}

    /**
     * Vehicles somebody provides.
     *
     * @param id short name
     * @param name as shown
     * @param vehicles how many
     * @param seats people each carries
     * @param stretchers lying places in each, on top of seats
     * @param wheelchairs wheelchair places in each, on top of seats
     * @param base id of the place they start from
     * @param from first moment they can move
     * @param loading time to load one
     * @param unloading time to unload one
     * @param shuttles true if they come back for another lift
     * @param serves ids of the assemblies they load at, in order of precedence
     * @param destinations ids of destination places they may take people to; empty: any of the version
     * @param convoy they move in groups, if stated
     * @param seatsPerChildEscort unaccompanied children one escort can take care of; each escort takes a seat
     */
    public record Fleet(
            String id,
            String name,
            Figure vehicles,
            int seats,
            int stretchers,
            int wheelchairs,
            String base,
            Instant from,
            Duration loading,
            Duration unloading,
            boolean shuttles,
            List<String> serves,
            List<String> destinations,
            Optional<Convoy> convoy,
            int seatsPerChildEscort) {}

    /**
     * A place people may end at.
     *
     * @param id short name
     * @param place id of the place
     * @param reception people it can take in all; empty: no limit stated
     * @param peoplePerHour people it can take in an hour; empty: no limit stated
     * @param rank lower is filled first where limits force a choice
     */
    public record Destination(
            String id, String place, Optional<Figure> reception, Optional<Figure> peoplePerHour, int rank) {}

    /**
     * A post on a segment where vehicles are stopped, at one of the segment's two ends.
     *
     * @param id short name
     * @param name as shown
     * @param segment id of the segment it stands on; empty if it stands on the street at {@code at}
     * @param at id of the place at whose edge it stands: the segment's {@code to}, or its {@code from} where the corridor drives it backwards
     * @param confirmingParty id of the party that says it can confirm for it (self-declared), or empty
     * @param hours rates over time; outside all of them it is closed; empty: open whenever the segment is, without a rate of its own
     * @param queue vehicles that can wait before it; empty: not stated, no limit
     * @param screening time a vehicle spends in it
     * @param bothDirections true if vehicles coming in take from the same rate
     */
    public record Checkpoint(
            String id,
            String name,
            String segment,
            String at,
            String confirmingParty,
            List<Hours> hours,
            Optional<Integer> queue,
            Duration screening,
            boolean bothDirections) {}

    /**
     * A checkpoint's rate during some hours.
     *
     * @param window when
     * @param vehiclesPerHour how many it lets through, as low–high where it is a guess
     */
    public record Hours(Window window, Figure vehiclesPerHour) {}

    /**
     * Vehicles that bring aid in.
     *
     * @param id short name
     * @param name as shown
     * @param vehicles how many
     * @param fromPlace id of the place they come from
     * @param toPlace id of the place they go to
     * @param from first moment they can set out
     */
    public record AidConvoy(String id, String name, int vehicles, String fromPlace, String toPlace, Instant from) {}

    /**
     * A road that cannot be used for a time.
     *
     * @param segment id of the segment
     * @param kind mine, crater, bridge, fighting, other
     * @param window when
     * @param attestedBy who says so
     * @param source id of the source, or empty
     */
    public record Closure(String segment, String kind, Window window, String attestedBy, String source) {}

    /**
     * A place where vehicles can stay, for hours or a night.
     *
     * @param place id of the place
     * @param vehicles how many; empty: not stated, no limit
     * @param refuge true if people can shelter there
     * @param source id of the source, or empty
     */
    public record Halt(String place, Optional<Integer> vehicles, boolean refuge, String source) {}

    /**
     * Two fleets of which neither moves unless the other does: reciprocal lifts (DOMAIN 24).
     *
     * @param fleet id of the one
     * @param with id of the other
     * @param source id of the source, or empty
     */
    public record Link(String fleet, String with, String source) {}
}
