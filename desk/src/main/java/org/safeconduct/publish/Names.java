package org.safeconduct.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.scenario.Party;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.AidConvoy;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Destination;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Street;
import org.safeconduct.scenario.Source;
import org.safeconduct.terms.Place;

/** From the ids in a plan to the names people use. An id that names nothing is shown as it is. */
final class Names {
    private final Map<String, Place> places;
    private final Map<String, Road> roads;
    private final Map<String, Assembly> assemblies;
    private final Map<String, Destination> destinations;
    private final Map<String, Checkpoint> checkpoints;
    private final Map<String, Fleet> fleets;
    private final Map<String, AidConvoy> aid;
    private final Map<String, Party> parties;
    private final Map<String, Source> sources;

    Names(Scenario scenario) {
        places = byId(scenario.places(), Place::id);
        roads = byId(scenario.roads(), road -> road.segment().id());
        assemblies = byId(scenario.assemblies(), Assembly::id);
        destinations = byId(scenario.destinations(), Destination::id);
        checkpoints = byId(scenario.checkpoints(), Checkpoint::id);
        fleets = byId(scenario.fleets(), Fleet::id);
        aid = byId(scenario.aid(), AidConvoy::id);
        parties = byId(scenario.parties(), Party::id);
        sources = scenario.sources();
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity(), (first, same) -> first));
    }

    Map<String, Place> places() {
        return places;
    }

    Map<String, Road> roads() {
        return roads;
    }

    String place(String id) {
        Place place = places.get(id);
        return place == null ? id : place.name();
    }

    /** The place with every side's name for it. */
    String placeInFull(String id) {
        Place place = places.get(id);
        return place == null
                ? id
                : place.otherNames().isEmpty() ? place.name() : place.name() + " / " + place.otherNames();
    }

    String segment(String id) {
        Road road = roads.get(id);
        if (road == null) {
            return id;
        }
        String street = street(road);
        return street.isEmpty() ? ends(id) : street + ": " + ends(id);
    }

    private static String street(Road road) {
        return road.street().map(Street::name).orElse("");
    }

    /** Between which places a segment leads: of a street and a crossing, the other streets there. */
    String ends(String id) {
        Road road = roads.get(id);
        return road == null
                ? id
                : endOf(street(road), road.segment().from()) + " – "
                        + endOf(street(road), road.segment().to());
    }

    private String endOf(String street, String place) {
        List<String> others = Arrays.stream(place(place).split(Street.CROSSING, -1))
                .filter(name -> !name.equals(street))
                .toList();
        return others.isEmpty() ? place(place) : String.join(Street.CROSSING, others);
    }

    /** A street is often one of several of its name between the same crossings; its id is what options such as {@code --close} take. */
    String segmentWithId(String id) {
        Road road = roads.get(id);
        return road != null && road.street().isPresent() ? segment(id) + " (" + id + ")" : segment(id);
    }

    String assembly(String id) {
        Assembly assembly = assemblies.get(id);
        return assembly == null ? id : assembly.name();
    }

    String assemblyPlace(String id) {
        Assembly assembly = assemblies.get(id);
        return assembly == null ? "" : placeInFull(assembly.place());
    }

    String destination(String id) {
        Destination destination = destinations.get(id);
        return destination == null ? place(id) : place(destination.place());
    }

    String destinationInFull(String id) {
        Destination destination = destinations.get(id);
        return destination == null ? placeInFull(id) : placeInFull(destination.place());
    }

    String checkpoint(String id) {
        Checkpoint checkpoint = checkpoints.get(id);
        return checkpoint == null ? id : checkpoint.name();
    }

    String fleet(String id) {
        Fleet fleet = fleets.get(id);
        return fleet == null ? id : fleet.name();
    }

    String aid(String id) {
        AidConvoy convoy = aid.get(id);
        return convoy == null ? id : convoy.name();
    }

    String party(String id) {
        Party party = parties.get(id);
        return party == null ? id : party.name();
    }

    String source(String id) {
        Source source = sources.get(id);
        return source == null ? id : source.title();
    }

    String bottleneck(Bottleneck bottleneck) {
        return switch (bottleneck.kind()) {
            case ROAD -> segment(bottleneck.id());
            case CHECKPOINT -> checkpoint(bottleneck.id());
            case SETTING_OUT, PEOPLE -> assembly(bottleneck.id());
            case VEHICLES -> fleet(bottleneck.id());
            case HALT -> place(bottleneck.id());
            case RECEPTION -> destination(bottleneck.id());
        };
    }
}
