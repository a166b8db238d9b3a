package org.safeconduct.agree;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.accord.Clause;
import org.safeconduct.places.Doubt;
import org.safeconduct.places.Doubts;
import org.safeconduct.places.Way;
import org.safeconduct.road.Area;
import org.safeconduct.terms.Place;

/** The places of a text and the ways between them, looked at with doubt. */
public final class TextPlaces {
    private TextPlaces() {}

    /** All places that clauses name, in order. */
    public static List<Place> list(List<Clause> clauses) {
        return clauses.stream()
                .map(Clause::matter)
                .filter(Clause.Points.class::isInstance)
                .flatMap(matter -> ((Clause.Points) matter).places().stream())
                .toList();
    }

    /** What is doubtful about their coordinates. */
    public static List<Doubt> listDoubts(List<Clause> clauses, Area area) {
        List<Way> ways = clauses.stream()
                .flatMap(clause -> clause.legs().stream())
                .map(leg -> new Way(leg.id(), leg.from(), leg.to()))
                .toList();
        return Doubts.list(list(clauses), ways, area);
    }

    /** What is doubtful about the coordinates of places that somebody goes to one after the other. */
    public static List<Doubt> listDoubtsAlong(List<Place> places, Area area) {
        List<Way> ways = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            String from = places.get(i - 1).id();
            String to = places.get(i).id();
            ways.add(new Way(from + "-" + to, from, to));
        }
        return Doubts.list(places, ways, area);
    }
}
