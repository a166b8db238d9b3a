package org.safeconduct.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeconduct.road.Area;
import org.safeconduct.terms.Place;

/**
 * Holds the places of one text against each other and says which coordinates are doubtful. Each doubt that explains another
 * takes its place: a town of the same name elsewhere on a route is one detour, not two ways that are too long.
 */
public final class Doubts {

    /**
     * No corridor in the project's sources is longer than 225 km by road, and columns took more than a day for less. A straight
     * line that is longer than this needs a second look.
     */
    public static final double FAR_KM = 250;

    /** Two towns of one name: anything nearer is one town with two points in it. */
    static final double NAMESAKE_KM = 25;

    private static final double APART_KM = 50;
    private static final int APART_TIMES = 3;
    private static final int APART_OTHERS = 3;
    private static final double DETOUR_KM = 100;
    private static final int DETOUR_TIMES = 3;
    private static final double POINT_DEGREES = 1e-5; // about a metre

    private final List<Place> places;
    private final Map<String, Place> byId = new LinkedHashMap<>();
    private final List<Way> ways;
    private final Area area;
    private final List<Doubt> found = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();

    private Doubts(List<Place> places, List<Way> ways, Area area) {
        this.places = places;
        this.area = area;
        places.forEach(place -> byId.putIfAbsent(place.id(), place));
        this.ways = ways.stream()
                .filter(way -> byId.containsKey(way.from()) && byId.containsKey(way.to()))
                .toList();
    }

    /**
     * What is doubtful, in the order of the places.
     *
     * @param places of one text, or of all texts of one day
     * @param ways between them; those to places that are not here are passed over
     * @param area that the text is about; {@link Area#EVERYWHERE} if nobody has said so
     */
    public static List<Doubt> list(List<Place> places, List<Way> ways, Area area) {
        Doubts doubts = new Doubts(places, ways, area);
        doubts.eachAlone();
        doubts.slips();
        doubts.detours();
        doubts.far();
        doubts.apart();
        doubts.pairs();
        doubts.found.sort(Comparator.comparingInt(doubt -> places.indexOf(doubt.place())));
        return List.copyOf(doubts.found);
    }

    private void explain(Doubt doubt) {
        found.add(doubt);
        explained.add(doubt.place().id());
    }

    private boolean isOpen(Place place) {
        return !explained.contains(place.id());
    }

    private void eachAlone() {
        for (Place place : places) {
            if (place.latitude() == 0 || place.longitude() == 0) {
                explain(new Doubt.Zero(place));
            } else if (isCoarse(place.latitude()) && isCoarse(place.longitude())) {
                found.add(new Doubt.Coarse(place));
            }
        }
    }

    private static boolean isCoarse(double degrees) {
        return degrees == Math.rint(degrees * 10) / 10;
    }

    /** Only a place that is far from everything is taken for a slip of the pen. */
    private void slips() {
        for (Place place : places) {
            Optional<Place> nearest = nearest(place, places);
            if (isOpen(place) && nearest.isPresent() && place.kilometresTo(nearest.get()) > FAR_KM) {
                slip(place).ifPresent(this::explain);
            }
            if (isOpen(place) && !area.contains(place.longitude(), place.latitude())) {
                explain(new Doubt.Outside(place));
            }
        }
    }

    private Optional<Doubt.Slip> slip(Place place) {
        List<Place> others =
                places.stream().filter(other -> !other.equals(place)).toList();
        return Stream.of(
                        moved(place, place.longitude(), place.latitude()),
                        moved(place, place.latitude(), -place.longitude()),
                        moved(place, -place.latitude(), place.longitude()))
                .flatMap(Optional::stream)
                .flatMap(meant -> nearest(meant, others).map(nearest -> new Doubt.Slip(place, meant, nearest)).stream())
                .filter(slip -> slip.kilometres() <= FAR_KM)
                .findFirst();
    }

    private static Optional<Place> moved(Place place, double latitude, double longitude) {
        return Math.abs(latitude) > 90
                ? Optional.empty()
                : Optional.of(new Place(place.id(), place.name(), place.otherNames(), latitude, longitude));
    }

    private void detours() {
        for (int i = 1; i < ways.size(); i++) {
            Way in = ways.get(i - 1);
            Way out = ways.get(i);
            if (in.to().equals(out.from()) && !in.from().equals(out.to())) {
                Doubt.Detour detour = new Doubt.Detour(get(in.to()), get(in.from()), get(out.to()));
                boolean isLong = detour.kilometresBy() > DETOUR_TIMES * detour.kilometresPast() + DETOUR_KM;
                if (isLong
                        && Stream.of(detour.place(), detour.before(), detour.after())
                                .allMatch(this::isOpen)) {
                    explain(detour);
                }
            }
        }
    }

    /** Where several ways are too long, the place that most of them share is the one to look at. */
    private void far() {
        List<Way> left = ways.stream()
                .filter(way -> isOpen(get(way.from())) && isOpen(get(way.to())))
                .filter(way -> get(way.from()).kilometresTo(get(way.to())) > FAR_KM)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!left.isEmpty()) {
            Place place = places.stream()
                    .max(Comparator.<Place>comparingLong(
                                    one -> listEnds(one, left).size())
                            .thenComparingDouble(this::kilometresFromOthers))
                    .orElseThrow();
            List<Way> its = left.stream().filter(way -> joins(way, place)).toList();
            explain(new Doubt.Far(
                    place, its, nearest(place, listEnds(place, its)).orElseThrow()));
            left.removeAll(its);
        }
        Set<String> led =
                ways.stream().flatMap(way -> Stream.of(way.from(), way.to())).collect(Collectors.toSet());
        for (Place place : places) {
            nearest(place, places.stream().filter(this::isOpen).toList())
                    .filter(_ -> isOpen(place) && !led.contains(place.id()))
                    .filter(nearest -> place.kilometresTo(nearest) > FAR_KM)
                    .ifPresent(nearest -> explain(new Doubt.Alone(place, nearest)));
        }
    }

    private double kilometresFromOthers(Place place) {
        return nearest(place, places).map(place::kilometresTo).orElse(0.0);
    }

    /** Places from which ways lead together to one end, or to which they lead from it: most of them lie near another. */
    private void apart() {
        Set<String> ends = new LinkedHashSet<>();
        ways.forEach(way -> ends.addAll(List.of(way.from(), way.to())));
        for (String end : ends) {
            List<Place> around = atOnePointOnce(listEnds(get(end), ways));
            if (around.size() > APART_OTHERS) {
                around.forEach(place -> apart(place, get(end), around));
            }
        }
    }

    private void apart(Place place, Place end, List<Place> around) {
        Place nearest = nearest(place, around).orElseThrow();
        List<Double> usual = around.stream()
                .filter(other -> !other.equals(place))
                .map(other -> other.kilometresTo(nearest(other, around).orElseThrow()))
                .sorted()
                .toList();
        double middle = (usual.get((usual.size() - 1) / 2) + usual.get(usual.size() / 2)) / 2;
        Doubt.Apart apart = new Doubt.Apart(place, end, nearest, middle);
        if (isOpen(place) && apart.kilometres() > Math.max(APART_KM, APART_TIMES * middle)) {
            explain(apart);
        }
    }

    private void pairs() {
        for (int i = 0; i < places.size(); i++) {
            for (int k = 0; k < i; k++) {
                pair(places.get(i), places.get(k));
            }
        }
    }

    /** Of two that do not go together, the later one is told. */
    private void pair(Place place, Place other) {
        boolean isSameName = names(place).stream().anyMatch(names(other)::contains);
        if (isOpen(place) && !isSameName && isSamePoint(place, other)) {
            explain(new Doubt.SamePoint(place, other));
        }
        if (isOpen(place) && isSameName && isOpen(other) && place.kilometresTo(other) > NAMESAKE_KM) {
            explain(new Doubt.Namesake(place, other));
        }
    }

    private static Set<String> names(Place place) {
        return Stream.concat(
                        Stream.of(place.name()), Stream.of(place.otherNames().split(" / ", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean isSamePoint(Place place, Place other) {
        return Math.abs(place.latitude() - other.latitude()) < POINT_DEGREES
                && Math.abs(place.longitude() - other.longitude()) < POINT_DEGREES;
    }

    private static List<Place> atOnePointOnce(List<Place> all) {
        List<Place> once = new ArrayList<>();
        for (Place place : all) {
            if (once.stream().noneMatch(other -> isSamePoint(place, other))) {
                once.add(place);
            }
        }
        return once;
    }

    /** What lies at the other end of a place's ways, each place once. */
    private List<Place> listEnds(Place place, List<Way> among) {
        return among.stream()
                .filter(way -> joins(way, place))
                .map(way -> get(way.from().equals(place.id()) ? way.to() : way.from()))
                .filter(other -> !other.equals(place))
                .distinct()
                .toList();
    }

    private static boolean joins(Way way, Place place) {
        return way.from().equals(place.id()) || way.to().equals(place.id());
    }

    private static Optional<Place> nearest(Place place, Collection<Place> among) {
        return among.stream()
                .filter(other -> !other.id().equals(place.id()))
                .min(Comparator.comparingDouble(place::kilometresTo));
    }

    private Place get(String id) {
        Place place = byId.get(id);
        if (place == null) {
            throw new IllegalStateException("ways to places that are not here were left out: " + id);
        }
        return place;
    }
}
