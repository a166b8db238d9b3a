package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/**
 * One clause of a text, in one wording.
 *
 * @param id its name within the text; stays when the wording changes
 * @param says its words, by language; all are equally authentic
 * @param matter what of it can be compared, drawn and planned with
 * @param isLeftOpen stands for "we leave this open": all parties may accept that too
 * @param wording hash of its canonical JSON
 */
public record Clause(
        String id, ClauseKind kind, Map<String, String> says, Matter matter, boolean isLeftOpen, Hash wording) {

    private static final double PER_DEGREE = 1e7;
    private static final Map<ClauseKind, Function<Content, Matter>> READINGS = Map.of(
            ClauseKind.TIME, Clause::hours,
            ClauseKind.PLACE, Clause::points,
            ClauseKind.ROUTE, Clause::route,
            ClauseKind.WHO, Clause::groups,
            ClauseKind.CONDITIONS, Clause::conditions);

    public Clause {
        says = Collections.unmodifiableMap(new LinkedHashMap<>(says)); // in one order, whoever reads it
    }

    /** What a clause says beside its words. */
    public sealed interface Matter {}

    /** From when to when, in one stretch or several. */
    public record Hours(List<Window> windows) implements Matter {}

    /** Places that people gather at, and those that the route names. */
    public record Points(List<Place> places) implements Matter {}

    /** The way, in order. */
    public record Route(List<Leg> legs) implements Matter {}

    /** Who may leave; {@code everyoneElse} closes the gap. */
    public record Groups(List<Group> groups, Group everyoneElse) implements Matter {}

    /** What must be so first. */
    public record Conditions(List<Condition> conditions) implements Matter {}

    /** Words only. */
    public record WordsOnly() implements Matter {}

    /**
     * A stretch of the way.
     *
     * @param id names the segment in confirmations
     * @param confirmedBy the party that says it will confirm it; says nothing about control
     */
    public record Leg(String id, String from, String to, String confirmedBy) {}

    /** Some of those who may want to leave. */
    public record Group(String who, boolean mayLeave) {}

    /** Something that must be so by a moment, and what shows it. */
    public record Condition(String id, String says, Instant by, String proof) {}

    /** Whether it says anything at all. */
    boolean isFilled() {
        return switch (matter) {
            case Hours hours -> !hours.windows().isEmpty();
            case Points points -> !points.places().isEmpty();
            case Route route -> !route.legs().isEmpty();
            case Groups groups -> !groups.everyoneElse().who().isEmpty();
            case Conditions conditions -> !conditions.conditions().isEmpty() || !says.isEmpty();
            case WordsOnly _ -> !says.isEmpty();
        };
    }

    static Clause read(Content from) {
        String id = from.id("id");
        ClauseKind kind = from.word("kind", ClauseKind.values());
        Map<String, String> says = from.languages("says");
        boolean isLeftOpen = from.truth("left-open");
        Matter matter = READINGS.getOrDefault(kind, _ -> new WordsOnly()).apply(from);
        Clause clause = new Clause(id, kind, says, matter, isLeftOpen, Hash.of(CanonicalJson.write(from.json())));
        if (isLeftOpen && clause.isFilled()) {
            from.flaw("left-open", "stands beside what the clause says", "keep one of the two");
        }
        if (isLeftOpen && kind.need() == ClauseKind.Need.FILLED) {
            from.flaw(
                    "left-open",
                    "stands in a clause of kind " + Words.of(kind),
                    "fill it: this kind cannot be left open");
        }
        return clause;
    }

    private static Matter hours(Content from) {
        return new Hours(from.each("windows", Content::window));
    }

    private static Matter points(Content from) {
        return new Points(places(from));
    }

    private static Matter route(Content from) {
        return new Route(unique(
                from,
                "legs",
                one -> new Leg(one.id("id"), one.id("from"), one.id("to"), one.id("confirmed-by")),
                Leg::id));
    }

    private static Matter groups(Content from) {
        List<Group> groups = from.each("groups", one -> new Group(one.text("who"), one.truth("may-leave")));
        boolean isClosed = from.has("everyone-else-may-leave");
        boolean may = from.truth("everyone-else-may-leave");
        return new Groups(groups, new Group(isClosed ? "everyone else" : "", may));
    }

    private static Matter conditions(Content from) {
        return new Conditions(unique(
                from,
                "conditions",
                one -> new Condition(one.id("id"), one.text("says"), one.moment("by"), one.text("proof")),
                Condition::id));
    }

    static List<Place> places(Content from) {
        return unique(from, "places", Clause::place, Place::id);
    }

    private static Place place(Content from) {
        return new Place(
                from.id("id"),
                from.text("name"),
                from.findText("also").orElse(""),
                from.whole("latitude", -900_000_000, 900_000_000) / PER_DEGREE,
                from.whole("longitude", -1_800_000_000, 1_800_000_000) / PER_DEGREE);
    }

    /** Objects of a list, each with an id of its own. */
    private static <T> List<T> unique(Content from, String name, Function<Content, T> reading, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        List<T> once = new ArrayList<>();
        for (T one : from.each(name, reading)) {
            if (ids.add(id.apply(one))) {
                once.add(one);
            } else {
                from.flaw(name, "names \"" + id.apply(one) + "\" twice", "give each a name of its own");
            }
        }
        return once;
    }

    /** The segments of a route; none if it is another kind of clause. */
    public List<Leg> legs() {
        return matter instanceof Route route ? route.legs() : List.of();
    }
}
