package org.safeconduct.agree;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/**
 * Where two texts about the same passage differ, before anybody opens it: DOMAIN.md §3, item 2.
 *
 * @param pairs one for each kind of clause that either text has, in the order of the kinds
 * @param sharedHours time that lies in the hours of both; empty if a text states none
 * @param sharedPlaces names on the routes of both, in the order of the first
 */
public record Differences(List<Pair> pairs, Optional<Duration> sharedHours, List<String> sharedPlaces) {

    public Differences {
        pairs = List.copyOf(pairs);
        sharedPlaces = List.copyOf(sharedPlaces);
    }

    /** What each text says of one kind of clause; a list is empty if it says nothing. */
    public record Pair(ClauseKind kind, List<Clause> left, List<Clause> right) {
        public Pair {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        /** Whether they say anything different; names of clauses do not matter. */
        public boolean differs() {
            return !said(left).equals(said(right));
        }

        private static List<Object> said(List<Clause> clauses) {
            return clauses.stream()
                    .map(clause -> (Object) List.of(matter(clause.matter()), clause.says(), clause.isLeftOpen()))
                    .toList();
        }

        /** The same hours are the same in whatever zone they were announced. */
        private static Object matter(Clause.Matter matter) {
            return matter instanceof Clause.Hours hours
                    ? hours.windows().stream()
                            .map(window -> List.of(window.from(), window.to()))
                            .toList()
                    : matter;
        }
    }

    /** Compares two texts, clause by clause. */
    public static Differences between(List<Clause> left, List<Clause> right) {
        List<Pair> pairs = new ArrayList<>();
        for (ClauseKind kind : ClauseKind.values()) {
            Pair pair = new Pair(kind, of(kind, left), of(kind, right));
            if (!pair.left().isEmpty() || !pair.right().isEmpty()) {
                pairs.add(pair);
            }
        }
        List<Window> hours = listHours(left);
        List<Window> others = listHours(right);
        Optional<Duration> shared =
                hours.isEmpty() || others.isEmpty() ? Optional.empty() : Optional.of(shared(hours, others));
        Set<String> names = new LinkedHashSet<>(listRoute(left));
        names.retainAll(new LinkedHashSet<>(listRoute(right)));
        return new Differences(pairs, shared, List.copyOf(names));
    }

    private static List<Clause> of(ClauseKind kind, List<Clause> clauses) {
        return clauses.stream().filter(clause -> clause.kind() == kind).toList();
    }

    private static List<Window> listHours(List<Clause> clauses) {
        return clauses.stream()
                .map(Clause::matter)
                .filter(Clause.Hours.class::isInstance)
                .flatMap(matter -> ((Clause.Hours) matter).windows().stream())
                .toList();
    }

    private static Duration shared(List<Window> left, List<Window> right) {
        Duration sum = Duration.ZERO;
        for (Window one : left) {
            for (Window other : right) {
                Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
                Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
                if (from.isBefore(to)) {
                    sum = sum.plus(Duration.between(from, to));
                }
            }
        }
        return sum;
    }

    /** The places of a route, in order, by the names that the text gives them. */
    private static List<String> listRoute(List<Clause> clauses) {
        List<Clause.Leg> legs =
                clauses.stream().flatMap(clause -> clause.legs().stream()).toList();
        return legs.stream()
                .flatMap(leg -> Stream.of(leg.from(), leg.to()))
                .map(id -> findPlace(clauses, id).map(Place::name).orElse(id))
                .distinct()
                .toList();
    }

    /** A place that a text names. */
    public static Optional<Place> findPlace(List<Clause> clauses, String id) {
        return clauses.stream()
                .map(Clause::matter)
                .filter(Clause.Points.class::isInstance)
                .flatMap(matter -> ((Clause.Points) matter).places().stream())
                .filter(place -> place.id().equals(id))
                .findFirst();
    }
}
