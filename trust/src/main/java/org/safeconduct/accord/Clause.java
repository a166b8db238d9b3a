package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Matter matter = matter(kind, from);
        from.end();
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

    private static Matter matter(ClauseKind kind, Content from) {
        return switch (kind) {
            case TIME ->
                new Hours(from.objects("windows").stream().map(Content::window).toList());
            case PLACE -> new Points(places(from));
            case ROUTE ->
                new Route(unique(
                        from,
                        "legs",
                        from.objects("legs").stream().map(Clause::leg).toList(),
                        Leg::id));
            case WHO -> groups(from);
            case CONDITIONS ->
                new Conditions(unique(
                        from,
                        "conditions",
                        from.objects("conditions").stream()
                                .map(Clause::condition)
                                .toList(),
                        Condition::id));
            case AID_IN,
                    DIRECTION,
                    DESTINATIONS,
                    VEHICLES,
                    SCREENING,
                    CLEARANCE,
                    ESCORT,
                    PUBLIC_NOTICE,
                    STOP_RULE,
                    LINKED,
                    PROHIBITED,
                    PERMITTED,
                    COVERAGE,
                    ENTRY_INTO_FORCE,
                    DURATION,
                    RENEWAL,
                    MONITORING,
                    DISPUTES,
                    PARAGRAPH,
                    OTHER -> new WordsOnly();
        };
    }

    private static Matter groups(Content from) {
        List<Group> groups = from.objects("groups").stream()
                .map(one -> {
                    Group group = new Group(one.text("who"), one.truth("may-leave"));
                    one.end();
                    return group;
                })
                .toList();
        boolean isClosed = from.has("everyone-else-may-leave");
        boolean may = from.truth("everyone-else-may-leave");
        return new Groups(groups, new Group(isClosed ? "everyone else" : "", may));
    }

    static List<Place> places(Content from) {
        return unique(
                from,
                "places",
                from.objects("places").stream().map(Clause::place).toList(),
                Place::id);
    }

    private static Place place(Content from) {
        String id = from.id("id");
        String name = from.text("name");
        String also = from.findText("also").orElse("");
        long latitude = from.whole("latitude", -900_000_000, 900_000_000);
        long longitude = from.whole("longitude", -1_800_000_000, 1_800_000_000);
        from.end();
        return new Place(id, name, also, latitude / PER_DEGREE, longitude / PER_DEGREE);
    }

    private static Leg leg(Content from) {
        Leg leg = new Leg(from.id("id"), from.id("from"), from.id("to"), from.id("confirmed-by"));
        from.end();
        return leg;
    }

    private static Condition condition(Content from) {
        Condition condition = new Condition(from.id("id"), from.text("says"), from.moment("by"), from.text("proof"));
        from.end();
        return condition;
    }

    private interface Named<T> {
        String id(T of);
    }

    private static <T> List<T> unique(Content from, String name, List<T> all, Named<T> named) {
        Set<String> ids = new HashSet<>();
        List<T> once = new ArrayList<>();
        for (T one : all) {
            if (ids.add(named.id(one))) {
                once.add(one);
            } else {
                from.flaw(name, "names \"" + named.id(one) + "\" twice", "give each a name of its own");
            }
        }
        return once;
    }

    /** The segments of a route; none if it is another kind of clause. */
    public List<Leg> legs() {
        return matter instanceof Route route ? route.legs() : List.of();
    }
}
