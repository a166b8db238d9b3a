package org.safeconduct.scenario;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures: a number, or a number or range with whose it is.
 *
 * <pre>
 *   people: 70000
 *   people: {value: 70000, source: s1}
 *   vehicles_per_hour: {low: 60, high: 180, by: planner's guess}
 * </pre>
 *
 * A plain number is whose the mapping around it says, else the scenario author's. A figure in braces must say whose it is.
 */
final class Figures {
    private Figures() {}

    /** The figure at {@code key}, which must be there. */
    static Figure needed(Section section, String key, Range range) {
        section.need(key);
        return find(section, key, range).orElseGet(() -> filledIn(range.least()));
    }

    /** The figure at {@code key}, else the fallback, noted as assumed. */
    static Figure orElse(Section section, String key, Range range, double fallback) {
        if (!section.has(key)) {
            section.assume(key, Range.plain(fallback));
        }
        return find(section, key, range).orElseGet(() -> filledIn(fallback));
    }

    /** A figure nobody stated. */
    static Figure filledIn(double value) {
        return new Figure(value, value, "default", "");
    }

    static Optional<Figure> find(Section section, String key, Range range) {
        @Nullable Yaml value = section.value(key);
        if (value instanceof Yaml.Fields) {
            return section.section(value, Shape.FIGURE).flatMap(braces -> inBraces(braces, value.spot(), range));
        }
        return section.scalar(value, Yaml.Kind.NUMBER)
                .flatMap(spot -> range.read(spot, section.reading().problems))
                .map(number -> attributed(section, number, number));
    }

    private static Figure attributed(Section section, double low, double high) {
        Section.Attribution who = section.attribution();
        return new Figure(low, high, who.by(), who.source());
    }

    private static Optional<Figure> inBraces(Section braces, Spot spot, Range range) {
        boolean attributed = braces.has("by") || braces.has("source");
        if (!attributed && braces.attribution().equals(Section.Attribution.AUTHOR)) {
            braces.problem(
                    "by",
                    "is missing.",
                    "Say whose figure it is, as by: planner's guess, or as source: with the id of a source.");
        }
        boolean ranged = braces.has("low") || braces.has("high");
        if (braces.has("value") == ranged) {
            String remedy = "Write {value: 60, by: …} or {low: 60, high: 120, by: …}.";
            braces.reading().problems.add(spot, "is not a figure.", remedy);
            return Optional.empty();
        }
        if (ranged) {
            return range(braces, range);
        }
        return number(braces, "value")
                .flatMap(at -> range.read(at, braces.reading().problems))
                .map(v -> attributed(braces, v, v));
    }

    private static Optional<Figure> range(Section braces, Range range) {
        Problems problems = braces.reading().problems;
        Optional<Double> low = number(braces, "low").flatMap(at -> range.readLow(at, problems));
        Optional<Double> high = number(braces, "high").flatMap(at -> range.read(at, problems));
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() > high.get()) {
            String problem = "is above high, which is " + Range.plain(high.get()) + ".";
            braces.problem("low", problem, "Write the lower value as low.");
            return Optional.empty();
        }
        return Optional.of(attributed(braces, low.get(), high.get()));
    }

    private static Optional<Spot> number(Section braces, String key) {
        braces.need(key);
        return braces.scalar(braces.value(key), Yaml.Kind.NUMBER);
    }
}
