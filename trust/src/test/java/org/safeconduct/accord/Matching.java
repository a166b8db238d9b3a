package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether a state shows what a vector expects: of objects the members that it names, of lists all items in any order. */
final class Matching {
    private Matching() {}

    /** Where it does not, and what is there; empty if it does. */
    static Optional<String> of(JsonNode expected, JsonNode told) {
        if (expected.isObject() && told.isObject()) {
            for (Map.Entry<String, JsonNode> one : expected.properties()) {
                Optional<String> difference = of(one.getValue(), told.path(one.getKey()));
                if (difference.isPresent()) {
                    return Optional.of(" " + one.getKey() + difference.get());
                }
            }
            return Optional.empty();
        }
        if (told.isMissingNode()) {
            return expected.asString("").equals("absent") ? Optional.empty() : different(expected, told);
        }
        if (expected.isArray() && told.isArray()) {
            return matchesEach(expected, told) ? Optional.empty() : different(expected, told);
        }
        JsonNode one = told.isObject() ? told.path("entry") : told; // a name stands for the entry
        return expected.toString().equals(one.toString()) ? Optional.empty() : different(expected, told);
    }

    private static boolean matchesEach(JsonNode expected, JsonNode told) {
        List<JsonNode> left = new ArrayList<>();
        told.forEach(left::add);
        for (JsonNode item : expected) {
            Optional<JsonNode> same =
                    left.stream().filter(one -> of(item, one).isEmpty()).findFirst();
            if (same.isEmpty()) {
                return false;
            }
            left.remove(same.get());
        }
        return left.isEmpty();
    }

    private static Optional<String> different(JsonNode expected, JsonNode told) {
        return Optional.of(" should be " + expected + ", is " + told);
    }
}
