package org.safeconduct.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ids of one kind of thing, each with the place where it is declared. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final String noun;
    private final Problems problems;
    private final Map<String, Spot> declared = new LinkedHashMap<>();
    private final Map<String, Spot> names = new LinkedHashMap<>();
    private boolean incomplete;

    Ids(String noun, Problems problems) {
        this.noun = noun;
        this.problems = problems;
    }

    /** Takes a new id; a broken or repeated one is a problem, and false is returned. */
    boolean declare(Spot spot) {
        if (!ID.matcher(spot.text()).matches()) {
            problems.add(
                    spot,
                    "is not an id.",
                    "Write 1 to 64 letters a–z, digits, '.', '-' or '_', starting with a letter or digit.");
            return false;
        }
        Spot earlier = declared.putIfAbsent(spot.text(), spot);
        if (earlier != null) {
            problems.add(spot, "is the id of another " + noun + already(earlier), "Give each its own id.");
        }
        return earlier == null;
    }

    /** Takes a name by which people tell these things apart. */
    void declareName(Spot spot) {
        Spot earlier = names.putIfAbsent(spot.text(), spot);
        if (earlier != null) {
            problems.add(
                    spot,
                    "is the name of another " + noun + already(earlier),
                    "Give exact names, with a street or district: people will go there.");
        }
    }

    private static String already(Spot earlier) {
        return " already, in line " + earlier.line() + ".";
    }

    /** The id written at {@code spot}, if it is declared; else a problem is added. */
    Optional<String> resolve(Spot spot) {
        if (declared.containsKey(spot.text())) {
            return Optional.of(spot.text());
        }
        if (!incomplete) {
            problems.add(spot, "is not the id of any " + noun + ".", Near.remedy(spot.text(), declared.keySet()));
        }
        return Optional.empty();
    }

    /** Says that some could not be read at all, so that ids not found need not be told. */
    void leaveIncomplete() {
        incomplete = true;
    }

    Collection<String> all() {
        return declared.keySet();
    }

    /** Where {@code id} is declared. */
    Spot spot(String id) {
        Spot spot = declared.get(id);
        if (spot == null) {
            throw new IllegalStateException(noun + " " + id + " was never declared");
        }
        return spot;
    }
}
