package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Place;

/** Every figure of a scenario that nobody outside the planning team stands behind. */
final class Assumptions {

    private final List<Plan.Assumption> list = new ArrayList<>();

    private Assumptions() {}

    static List<Plan.Assumption> of(Scenario scenario, Version version) {
        Assumptions found = new Assumptions();
        found.add("share of a road's rate that counts", scenario.derating(), "");
        scenario.assemblies().forEach(a -> {
            found.add(a.name() + ": people", a.people(), "");
            a.vehiclesPerHour().ifPresent(rate -> found.add(a.name() + ": setting out", rate, "vehicles/h"));
            found.add(a.name() + ": share with cars of their own", a.ownCarShare(), "");
            found.add(a.name() + ": people in a car", a.personsPerCar(), "");
        });
        scenario.fleets().forEach(f -> found.add(f.name() + ": vehicles", f.vehicles(), ""));
        scenario.destinations()
                .forEach(d -> d.reception()
                        .ifPresent(figure -> found.add(place(scenario, d.place()) + ": reception", figure, "people")));
        scenario.checkpoints().stream()
                .filter(c -> version.silence().containsKey(c.segment()))
                .forEach(c -> c.hours()
                        .forEach(hours -> found.add(c.name() + ": rate", hours.vehiclesPerHour(), "vehicles/h")));
        scenario.roads().stream()
                .filter(r -> r.street().isEmpty()
                        && version.silence().containsKey(r.segment().id()))
                .forEach(r -> {
                    found.add(road(scenario, r) + ": rate", r.vehiclesPerHour(), "vehicles/h");
                    found.add(road(scenario, r) + ": driving time", r.travel(), "min");
                });
        scenario.storage().ifPresent(metres -> found.add("lane taken up by one vehicle that stands", metres, "m"));
        scenario.assumed().forEach(sentence -> found.list.add(new Plan.Assumption(sentence, "", "default")));
        return List.copyOf(new LinkedHashSet<>(found.list));
    }

    private static String road(Scenario scenario, Scenario.Road road) {
        return place(scenario, road.segment().from()) + " – "
                + place(scenario, road.segment().to());
    }

    private static String place(Scenario scenario, String id) {
        return scenario.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .map(Place::name)
                .orElse(id);
    }

    /** True if some figure is a range, so that the low and the high end differ. */
    static boolean hasRanges(Scenario scenario) {
        Stream<Figure> people = scenario.assemblies().stream()
                .flatMap(a -> Stream.concat(
                        Stream.of(a.people(), a.ownCarShare(), a.personsPerCar()), a.vehiclesPerHour().stream()));
        Stream<Figure> roads =
                scenario.roads().stream().flatMap(road -> Stream.of(road.travel(), road.vehiclesPerHour()));
        Stream<Figure> posts =
                scenario.checkpoints().stream().flatMap(c -> c.hours().stream()).map(Scenario.Hours::vehiclesPerHour);
        Stream<Figure> ends = scenario.destinations().stream()
                .flatMap(d -> Stream.concat(d.reception().stream(), d.peoplePerHour().stream()));
        Stream<Figure> fleets = scenario.fleets().stream().map(Scenario.Fleet::vehicles);
        return Stream.of(
                        people, roads, posts, ends, fleets, Stream.of(scenario.derating()), scenario.storage().stream())
                .flatMap(figures -> figures)
                .anyMatch(figure -> !figure.isExact());
    }

    private void add(String what, Figure figure, String unit) {
        if (figure.isAssumption()) {
            String value = figure.isExact() ? number(figure.low()) : number(figure.low()) + "–" + number(figure.high());
            list.add(new Plan.Assumption(what, unit.isEmpty() ? value : value + " " + unit, figure.by()));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
