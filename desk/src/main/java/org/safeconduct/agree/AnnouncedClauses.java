package org.safeconduct.agree;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.record.Hash;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/** A scenario's version of a corridor in the form of clauses, so that a text can be held against it. */
public final class AnnouncedClauses {
    private AnnouncedClauses() {}

    /**
     * What the version says of hours, places and route. Nobody confirms its segments: a scenario does not say who does.
     *
     * @param version id of one of the scenario's
     */
    public static List<Clause> of(Scenario scenario, String version) {
        Scenario.Version announced = scenario.getVersion(version);
        List<Clause.Leg> legs = announced.silence().keySet().stream()
                .flatMap(id -> scenario.roads().stream()
                        .map(Scenario.Road::segment)
                        .filter(segment -> segment.id().equals(id)))
                .map(segment -> new Clause.Leg(segment.from() + "-" + segment.to(), segment.from(), segment.to(), ""))
                .toList();
        List<String> named = legs.stream()
                .flatMap(leg -> Stream.of(leg.from(), leg.to()))
                .distinct()
                .toList();
        List<Place> places = scenario.places().stream()
                .filter(place -> named.contains(place.id()))
                .toList();
        List<Window> hours = announced.silence().values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        return List.of(
                clause("hours", ClauseKind.TIME, new Clause.Hours(hours)),
                clause("places", ClauseKind.PLACE, new Clause.Points(places)),
                clause("route", ClauseKind.ROUTE, new Clause.Route(legs)));
    }

    /**
     * Of a text what a scenario can say as well: clauses of the kinds it states, without who confirms a
     * segment and what it is called.
     */
    public static List<Clause> comparable(List<Clause> text, List<Clause> announced) {
        List<ClauseKind> kinds = announced.stream().map(Clause::kind).toList();
        return text.stream()
                .filter(clause -> kinds.contains(clause.kind()))
                .map(clause -> clause(clause.id(), clause.kind(), plain(clause.matter())))
                .toList();
    }

    private static Clause.Matter plain(Clause.Matter matter) {
        return matter instanceof Clause.Route route
                ? new Clause.Route(route.legs().stream()
                        .map(leg -> new Clause.Leg(leg.from() + "-" + leg.to(), leg.from(), leg.to(), ""))
                        .toList())
                : matter;
    }

    private static Clause clause(String id, ClauseKind kind, Clause.Matter matter) {
        return new Clause(id, kind, Map.of(), matter, false, Hash.NONE);
    }
}
