package org.safeconduct.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who leaves, with what, and where to: assemblies, fleets, destinations. */
final class PeopleReader {
    private static final double ROUNDING = 0.001;

    private final Reading reading;

    private PeopleReader(Reading reading) {
        this.reading = reading;
    }

    /** Who leaves, with whose vehicles, and which of those wait for others. */
    record People(List<Scenario.Assembly> assemblies, List<Scenario.Fleet> fleets, List<Scenario.Link> links) {}

    static List<Scenario.Destination> destinations(Section root) {
        PeopleReader reader = new PeopleReader(root.reading());
        return root.needed("destinations", Shape.DESTINATION).stream()
                .map(reader::destination)
                .toList();
    }

    static People read(Section root) {
        PeopleReader reader = new PeopleReader(root.reading());
        List<Scenario.Assembly> assemblies = root.needed("assemblies", Shape.ASSEMBLY).stream()
                .map(reader::assembly)
                .toList();
        List<Scenario.Fleet> fleets = root.sections("fleets", Shape.FLEET).stream()
                .map(section -> reader.fleet(section, assemblies))
                .toList();
        List<Scenario.Link> links =
                root.sections("links", Shape.LINK).stream().map(reader::link).toList();
        return new People(assemblies, fleets, links);
    }

    private Scenario.Link link(Section section) {
        String fleet = section.ref("fleet", reading.fleets);
        String with = section.ref("with", reading.fleets);
        if (!fleet.isEmpty() && fleet.equals(with)) {
            section.problem("with", "is the fleet itself.", "Name the fleet whose lifts the first one waits for.");
        }
        String source = section.findRef("source", reading.sourceIds).orElse("");
        return new Scenario.Link(fleet, with, source);
    }

    private Scenario.Destination destination(Section section) {
        String id = section.declare(reading.destinations).orElse("");
        String place = section.ref("place", reading.places);
        Optional<Figure> reception = Figures.find(section, "reception", Range.RECEPTION);
        Optional<Figure> rate = Figures.find(section, "people_per_hour", Range.PEOPLE_PER_HOUR);
        return new Scenario.Destination(id, place, reception, rate, rank(section));
    }

    private Scenario.Assembly assembly(Section section) {
        String id = section.declare(reading.assemblies).orElse("");
        String name = section.name(reading.assemblies);
        String place = section.ref("place", reading.places);
        Figure people = Figures.needed(section, "people", Range.PEOPLE);
        Instant from = Windows.start(section);
        Optional<Figure> rate = Figures.find(section, "vehicles_per_hour", Range.RATE);
        Figure ownCars = Figures.orElse(section, "own_cars", Range.SHARE, 0);
        Figure perCar = ownCars.high() > 0
                ? Figures.orElse(section, "persons_per_car", Range.PERSONS_PER_CAR, 4)
                : Figures.find(section, "persons_per_car", Range.PERSONS_PER_CAR)
                        .orElse(Figures.filledIn(4));
        Map<String, Double> shares = shares(section);
        String sharesSource =
                section.findRef("destinations_source", reading.sourceIds).orElse("");
        Scenario.Needs needs = needs(section, people);
        return new Scenario.Assembly(
                id,
                name,
                place,
                people,
                from,
                rate,
                ownCars,
                perCar,
                shares,
                sharesSource,
                needs,
                rank(section),
                convoy(section));
    }

    private static int rank(Section section) {
        return section.findWhole("rank", Range.RANK).orElse(0);
    }

    private Map<String, Double> shares(Section section) {
        Map<String, Double> shares = new LinkedHashMap<>();
        double sum = 0;
        for (Map.Entry<String, Yaml> entry : section.entries("destinations").entrySet()) {
            Spot key = entry.getValue().spot().withText(entry.getKey());
            Optional<String> destination = reading.destinations.resolve(key);
            Optional<Double> share = section.number(entry.getValue(), Range.SHARE);
            destination.ifPresent(id -> share.ifPresent(value -> shares.put(id, value)));
            sum += share.orElse(0.0);
        }
        if (section.has("destinations") && !shares.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
            section.problem(
                    "destinations",
                    "has shares that add up to " + Range.plain(Math.round(sum * 1e6) / 1e6) + ", not to 1.",
                    "Write shares that add up to 1; leave destinations out if it is not known where people want to"
                            + " go.");
        }
        return Collections.unmodifiableMap(shares);
    }

    private Scenario.Needs needs(Section section, Figure people) {
        Optional<Section> entry = section.findSection("needs", Shape.NEEDS);
        if (entry.isEmpty()) {
            return Scenario.Needs.NONE;
        }
        Section stated = entry.get();
        Scenario.Needs needs = new Scenario.Needs(
                stated.findWhole("stretcher", Range.NEED).orElse(0),
                stated.findWhole("wheelchair", Range.NEED).orElse(0),
                stated.findWhole("unaccompanied_children", Range.NEED).orElse(0));
        if (needs.total() > people.high()) {
            section.problem(
                    "needs",
                    "counts " + Range.plain(needs.total()) + " people; the assembly has " + Range.plain(people.high())
                            + ".",
                    "Count them within people.");
        }
        return needs;
    }

    private Optional<Scenario.Convoy> convoy(Section section) {
        return section.findSection("convoy", Shape.CONVOY).map(stated -> {
            int size = stated.whole("size", Range.CONVOY_SIZE, 1);
            return new Scenario.Convoy(size, stated.neededDuration("gap"));
        });
    }

    private Scenario.Fleet fleet(Section section, List<Scenario.Assembly> assemblies) {
        String id = section.declare(reading.fleets).orElse("");
        String name = section.name(reading.fleets);
        Figure vehicles = Figures.needed(section, "vehicles", Range.VEHICLES);
        int seats = section.whole("seats", Range.SEATS, 1);
        int stretchers =
                section.findWhole("stretchers", Range.PLACES_IN_VEHICLE).orElse(0);
        int wheelchairs =
                section.findWhole("wheelchairs", Range.PLACES_IN_VEHICLE).orElse(0);
        if (seats == 0 && stretchers + wheelchairs == 0) {
            section.problem("seats", "leaves no room for anyone.", "Give seats, stretchers or wheelchairs.");
        }
        String base = section.ref("base", reading.places);
        Instant from = Windows.start(section);
        Duration loading = section.duration("loading", Duration.ofMinutes(20));
        Duration unloading = section.duration("unloading", Duration.ofMinutes(15));
        boolean shuttles = section.truth("shuttles", true);
        List<String> destinations = section.refs("destinations", reading.destinations);
        int children = section.findWhole("children_per_escort", Range.CHILDREN).orElse(5);
        return new Scenario.Fleet(
                id,
                name,
                vehicles,
                seats,
                stretchers,
                wheelchairs,
                base,
                from,
                loading,
                unloading,
                shuttles,
                serves(section, assemblies),
                destinations,
                convoy(section),
                children);
    }

    private List<String> serves(Section section, List<Scenario.Assembly> assemblies) {
        if (section.has("serves")) {
            return section.refs("serves", reading.assemblies);
        }
        List<String> all = assemblies.stream().map(Scenario.Assembly::id).toList();
        reading.assume(section.label(), "serves", String.join(", ", all));
        return all;
    }
}
