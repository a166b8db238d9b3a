package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.terms.Place;

/**
 * Checks where places lie. Without a map nobody knows that a point is in the sea; but no road is shorter than the straight line, so a
 * place at a wrong spot shows in its segments.
 */
final class Whereabouts {
    /** Coordinates and lengths are rounded, and towns have a width. */
    private static final double ROUNDING_KM = 1;

    private static final double FAR_KM = 100;
    private static final double DETOUR = 6;
    private static final double DETOUR_FROM_KM = 30;
    private static final double LEAST_KMH = 3;
    private static final double MOST_KMH = 150;

    private final Reading reading;
    private final Network network;
    private final Map<String, Place> places = new HashMap<>();

    private Whereabouts(Reading reading, Network network) {
        this.reading = reading;
        this.network = network;
        network.places().forEach(place -> places.put(place.id(), place));
    }

    static void check(Reading reading, Network network) {
        Whereabouts whereabouts = new Whereabouts(reading, network);
        network.places().forEach(whereabouts::zero);
        whereabouts.sameSpot();
        List<Leg> legs = whereabouts.legs();
        legs.forEach(whereabouts::speed);
        legs.forEach(whereabouts::detour);
        whereabouts.tooShort(
                new ArrayList<>(legs.stream().filter(Leg::isTooShort).toList()));
        if (!network.byStreets()) {
            whereabouts.alone(); // streets will show how far a place lies from the nearest
        }
    }

    /** A road with its two places. */
    private record Leg(Scenario.Road road, Place from, Place to) {
        double straight() {
            return from.kilometresTo(to);
        }

        boolean isTooShort() {
            return straight() > road.kilometres() + ROUNDING_KM;
        }

        boolean touches(Place place) {
            return from.equals(place) || to.equals(place);
        }

        Place other(Place place) {
            return from.equals(place) ? to : from;
        }
    }

    private List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (Scenario.Road road : network.roads()) {
            Place from = places.get(road.segment().from());
            Place to = places.get(road.segment().to());
            if (from != null
                    && to != null
                    && !network.broken().contains(road.segment().id())) {
                legs.add(new Leg(road, from, to));
            }
        }
        return legs;
    }

    private Spot spot(Place place) {
        Spot id = reading.places.spot(place.id());
        return new Spot(id.file(), id.line(), "lat,lon", place.latitude() + "," + place.longitude());
    }

    private Spot spot(Scenario.Road road, String column, String text) {
        Spot id = reading.segments.spot(road.segment().id());
        return new Spot(id.file(), id.line(), column, text);
    }

    private void zero(Place place) {
        if (isZero(place)) {
            reading.problems.add(
                    spot(place), "is a point in the ocean, where coordinates lie that were never filled in.", CHECK);
        }
    }

    private static boolean isZero(Place place) {
        return place.latitude() == 0 && place.longitude() == 0;
    }

    private static final String CHECK = "Check the coordinates, latitude first.";

    private void sameSpot() {
        Map<String, Place> bySpot = new HashMap<>();
        for (Place place : network.places()) {
            Place earlier = bySpot.putIfAbsent(place.latitude() + "," + place.longitude(), place);
            if (earlier != null) {
                reading.problems.add(
                        spot(place),
                        "is exactly where " + earlier.id() + " lies.",
                        CHECK + " If the two are one place, keep one.");
            }
        }
    }

    private void speed(Leg leg) {
        speed(leg, leg.road().travel().low());
        speed(leg, leg.road().travel().high());
    }

    private void speed(Leg leg, double minutes) {
        double kmh = leg.road().kilometres() / minutes * 60;
        if (kmh > MOST_KMH || kmh < LEAST_KMH) {
            String problem = "for " + Range.plain(leg.road().kilometres()) + " km is "
                    + Range.plain(Math.round(kmh * 10) / 10.0) + " km/h.";
            reading.problems.add(
                    spot(leg.road(), "minutes", Range.plain(minutes)),
                    problem,
                    "Check km and minutes: roads are driven at 3 to 150 km/h.");
        }
    }

    private void detour(Leg leg) {
        double straight = leg.straight();
        if (leg.road().kilometres() > DETOUR * straight + DETOUR_FROM_KM) {
            reading.problems.add(
                    spot(leg.road(), "km", Range.plain(leg.road().kilometres())),
                    "is far longer than the straight line: " + leg.from().id() + " and "
                            + leg.to().id() + " lie " + rounded(straight) + " km apart.",
                    "Check km, and the coordinates of both, latitude first.");
        }
    }

    // ---- segments shorter than the straight line --------------------------------------------------------------

    /** Blames the place that explains most of them first, so that one wrong point is told once. */
    private void tooShort(List<Leg> left) {
        while (!left.isEmpty()) {
            Place worst = network.places().stream()
                    .max(Comparator.comparingDouble((Place place) -> blame(place, left)))
                    .orElseThrow();
            Leg leg = left.stream()
                    .filter(l -> l.touches(worst))
                    .max(Comparator.comparingDouble(l -> l.straight() - l.road().kilometres()))
                    .orElseThrow();
            Place other = leg.other(worst);
            String problem = "lies " + rounded(leg.straight()) + " km from " + other.id() + ", but segment "
                    + leg.road().segment().id() + " is "
                    + Range.plain(leg.road().kilometres()) + " km long.";
            reading.problems.add(spot(worst), problem, swapped(worst, leg).orElse(CHECK));
            left.removeIf(l -> l.touches(worst));
        }
    }

    /** How many of the wrong segments touch it; among equals the place of which more segments are wrong. */
    private double blame(Place place, List<Leg> wrong) {
        long touching = wrong.stream().filter(leg -> leg.touches(place)).count();
        long all = network.roads().stream().filter(road -> touches(road, place)).count();
        return touching == 0 ? 0 : touching + (double) touching / all;
    }

    private static boolean touches(Scenario.Road road, Place place) {
        return road.segment().from().equals(place.id()) || road.segment().to().equals(place.id());
    }

    private static Optional<String> swapped(Place place, Leg leg) {
        if (Math.abs(place.longitude()) > 90) {
            return Optional.empty();
        }
        Place turned = new Place(place.id(), place.name(), place.otherNames(), place.longitude(), place.latitude());
        boolean fits = turned.kilometresTo(leg.other(place)) <= leg.road().kilometres() + ROUNDING_KM;
        return fits
                ? Optional.of("Latitude and longitude are swapped: write " + turned.latitude() + ","
                        + turned.longitude() + ".")
                : Optional.empty();
    }

    /** A place far from all others, unless a road says so. */
    private void alone() {
        for (Place place : network.places()) {
            boolean explained = network.roads().stream().anyMatch(road -> touches(road, place));
            double nearest = network.places().stream()
                    .filter(other -> !other.equals(place))
                    .mapToDouble(place::kilometresTo)
                    .min()
                    .orElse(0);
            if (network.whole() && !explained && !isZero(place) && nearest > FAR_KM) {
                reading.problems.add(
                        spot(place),
                        "lies " + rounded(nearest) + " km from the nearest other place, and no segment leads there.",
                        CHECK);
            }
        }
    }

    private static String rounded(double kilometres) {
        return Range.plain(kilometres < 10 ? Math.round(kilometres * 10) / 10.0 : Math.round(kilometres));
    }
}
