package org.safeconduct.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the file while it is read, key by key.
 *
 * <p>{@code findX} gives what is there; {@code x} adds a problem if the key is missing. Both add a problem if what is there will not do,
 * and then go on with nothing, or something harmless.
 */
final class Section {
    /** Whose a plain number is, if nothing else is said. */
    static final String AUTHOR = "scenario author";

    private static final int SHORT = 300;
    private static final int LONG = 5_000;
    private static final int MOST_ITEMS = 1_000;

    /** Lists that may say "none"; others, left empty, could be read in two ways. */
    static final Set<String> MAY_BE_EMPTY = Set.of(
            "areas",
            "fleets",
            "checkpoints",
            "aid",
            "closures",
            "halts",
            "links",
            "notes",
            "unstated",
            "curfew",
            "avoid");

    private final Yaml.Fields fields;
    private final Shape shape;
    private final Reading reading;
    private final Attribution inherited;

    /** Whose a plain number is. */
    record Attribution(String by, String source) {
        static final Attribution AUTHOR = new Attribution(Section.AUTHOR, "");
    }

    private Section(Yaml.Fields fields, Shape shape, Reading reading, Attribution inherited) {
        this.fields = fields;
        this.shape = shape;
        this.reading = reading;
        this.inherited = inherited;
        fields.entries().forEach((key, value) -> {
            if (!shape.knows(key)) {
                reading.problems.add(
                        value.spot().withText(""),
                        "is not a key of " + shape.noun() + ".",
                        Near.remedy(key, shape.keys()));
            }
        });
    }

    static Section root(Yaml.Fields fields, Reading reading) {
        return new Section(fields, Shape.SCENARIO, reading, Attribution.AUTHOR);
    }

    Reading reading() {
        return reading;
    }

    boolean has(String key) {
        return fields.entries().containsKey(key);
    }

    /** Where {@code key} stands, or would stand. */
    Spot spot(String key) {
        Yaml value = fields.entries().get(key);
        return value == null ? fields.spot().key(key) : value.spot();
    }

    /** What this is, for sentences about it: "assembly theatre". */
    String label() {
        String id = fields.entries().get("id") instanceof Yaml.Scalar scalar ? scalar.text() : "";
        return shape == Shape.SCENARIO || id.isEmpty() ? shape.noun() : shape.noun() + " " + Spot.printable(id);
    }

    void problem(String key, String problem, String remedy) {
        reading.problems.add(spot(key), problem, remedy);
    }

    void need(String key) {
        if (!has(key)) {
            problem(key, "is missing.", "Add " + Shape.example(key));
        }
    }

    void assume(String key, String value) {
        reading.assume(label(), key, value);
    }

    // ---- values -----------------------------------------------------------------------------------------------

    /** What stands at {@code key}, if it is anything. */
    @Nullable
    Yaml value(String key) {
        if (!shape.knows(key)) {
            throw new IllegalStateException(key + " is not listed as a key of " + shape);
        }
        Yaml value = fields.entries().get(key);
        if (value instanceof Yaml.Scalar scalar && scalar.kind() == Yaml.Kind.NOTHING) {
            reading.problems.add(value.spot(), "is empty.", "Give a value, or remove the key.");
            return null;
        }
        return value;
    }

    /** Where a single value of the wanted kind stands. */
    Optional<Spot> scalar(@Nullable Yaml value, Yaml.Kind kind) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Yaml.Scalar scalar && scalar.kind() == kind) {
            return Optional.of(scalar.spot());
        }
        String found = value instanceof Yaml.Scalar scalar ? noun(scalar.kind()) : value.noun();
        reading.problems.add(value.spot(), "is " + found + ", not " + noun(kind) + ".", remedy(kind));
        return Optional.empty();
    }

    /** A single value of any kind: a time says better what it should look like than a number that is no text. */
    private Optional<Spot> anyScalar(String key) {
        Yaml value = value(key);
        return value instanceof Yaml.Scalar scalar ? Optional.of(scalar.spot()) : scalar(value, Yaml.Kind.TEXT);
    }

    private static String noun(Yaml.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case NUMBER -> "a number";
            case TRUTH -> "true or false";
            case NOTHING -> "nothing";
        };
    }

    private static String remedy(Yaml.Kind kind) {
        return switch (kind) {
            case TEXT -> "Write text; put it in quotes if it looks like a number or like true.";
            case NUMBER -> "Write a number with digits and a point only, without quotes or units.";
            case TRUTH, NOTHING -> "Write true or false, without quotes.";
        };
    }

    Optional<String> findText(String key) {
        return scalar(value(key), Yaml.Kind.TEXT).flatMap(spot -> checked(spot, SHORT));
    }

    String text(String key) {
        need(key);
        return findText(key).orElse("");
    }

    String longText(String key) {
        return scalar(value(key), Yaml.Kind.TEXT)
                .flatMap(spot -> checked(spot, LONG))
                .orElse("");
    }

    private Optional<String> checked(Spot spot, int longest) {
        String text = spot.text().strip();
        if (text.isEmpty()) {
            reading.problems.add(spot, "is empty.", "Give a value, or remove the key.");
        } else if (text.length() > longest) {
            reading.problems.add(spot, "is longer than " + Range.plain(longest) + " characters.", "Shorten it.");
        } else if (!text.codePoints().allMatch(c -> Spot.isPrintable(c) || c == '\n')) {
            reading.problems.add(spot, "holds characters that cannot be seen.", "Remove them.");
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    boolean truth(String key, boolean fallback) {
        if (!has(key)) {
            assume(key, String.valueOf(fallback));
        }
        return findTruth(key).orElse(fallback);
    }

    Optional<Boolean> findTruth(String key) {
        return scalar(value(key), Yaml.Kind.TRUTH).map(spot -> spot.text().equals("true"));
    }

    boolean neededTruth(String key) {
        need(key);
        return findTruth(key).orElse(true);
    }

    Optional<Integer> findWhole(String key, Range range) {
        return scalar(value(key), Yaml.Kind.NUMBER)
                .flatMap(spot -> range.read(spot, reading.problems))
                .map(Double::intValue);
    }

    /** A whole number that must be there; {@code broken} stands in for one that will not do. */
    int whole(String key, Range range, int broken) {
        need(key);
        return findWhole(key, range).orElse(broken);
    }

    /** Whose the plain numbers of this mapping are. */
    Attribution attribution() {
        if (shape != Shape.FIGURE && !shape.attributes()) {
            return inherited;
        }
        Optional<String> by = findText("by");
        Optional<String> source = findRef("source", reading.sourceIds);
        if (by.isEmpty() && source.isEmpty()) {
            return inherited;
        }
        return new Attribution(by.orElseGet(() -> source.map(reading::titleOf).orElse("")), source.orElse(""));
    }

    Optional<Double> findNumber(String key, Range range) {
        return scalar(value(key), Yaml.Kind.NUMBER).flatMap(spot -> range.read(spot, reading.problems));
    }

    /** The numbers of a list. */
    List<Double> numbers(String key, Range range) {
        return items(key).stream().flatMap(item -> number(item, range).stream()).toList();
    }

    /** The number that an entry is. */
    Optional<Double> number(Yaml entry, Range range) {
        return scalar(entry, Yaml.Kind.NUMBER).flatMap(spot -> range.read(spot, reading.problems));
    }

    // ---- times ------------------------------------------------------------------------------------------------

    Optional<Times.Moment> findMoment(String key) {
        return anyScalar(key).flatMap(reading.times::moment);
    }

    /** A time of day that must be given. */
    Optional<LocalTime> timeOfDay(String key) {
        need(key);
        return anyScalar(key).flatMap(reading.times::timeOfDay);
    }

    Optional<ZoneId> findZone(String key) {
        return anyScalar(key).flatMap(reading.times::zone);
    }

    Duration neededDuration(String key) {
        need(key);
        return findDuration(key).orElse(Duration.ZERO);
    }

    Optional<Duration> findDuration(String key) {
        return anyScalar(key).flatMap(reading.times::duration);
    }

    Duration duration(String key, Duration fallback) {
        if (!has(key)) {
            assume(key, Times.shown(fallback));
        }
        return findDuration(key).orElse(fallback);
    }

    // ---- lists, mappings, references --------------------------------------------------------------------------

    private List<Yaml> items(String key) {
        Yaml value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Yaml.Items list)) {
            reading.problems.add(value.spot(), "is " + value.noun() + ", not a list.", "Write a list, such as [a, b].");
            return List.of();
        }
        if (list.items().isEmpty() && !MAY_BE_EMPTY.contains(key)) {
            reading.problems.add(value.spot(), "is an empty list.", "List at least one, or remove the key.");
        }
        if (list.items().size() > MOST_ITEMS) {
            reading.problems.add(value.spot(), "has more than 1,000 entries.", "Leave out what is not used.");
            return List.of();
        }
        return list.items();
    }

    List<Section> sections(String key, Shape of) {
        List<Section> sections = new ArrayList<>();
        for (Yaml item : items(key)) {
            section(item, of).ifPresent(sections::add);
        }
        return sections;
    }

    /** The entries of a list that must be there. */
    List<Section> needed(String key, Shape of) {
        if (!has(key)) {
            problem(key, "is missing.", "Add a list " + key + ": with at least one entry.");
        }
        return sections(key, of);
    }

    Optional<Section> findSection(String key, Shape of) {
        Yaml value = value(key);
        return value == null ? Optional.empty() : section(value, of);
    }

    Optional<Section> section(Yaml value, Shape of) {
        if (value instanceof Yaml.Fields mapping) {
            return Optional.of(new Section(mapping, of, reading, attribution()));
        }
        reading.problems.add(
                value.spot(),
                "is " + value.noun() + ", not " + of.noun() + " with its keys.",
                "Keys of " + of.noun() + ": " + String.join(", ", of.keys()) + ".");
        return Optional.empty();
    }

    /** The entries of a mapping whose keys are names of its own. */
    Map<String, Yaml> entries(String key) {
        Yaml value = value(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Yaml.Fields mapping) {
            if (mapping.entries().isEmpty() && shape != Shape.SCENARIO) {
                reading.problems.add(value.spot(), "is an empty mapping.", "Add an entry, or remove the key.");
            }
            return mapping.entries();
        }
        reading.problems.add(value.spot(), "is " + value.noun() + ", not a mapping.", "Write " + key + ": {id: …}.");
        return Map.of();
    }

    /** The texts of a list, each where it stands. */
    List<Spot> findSpots(String key) {
        return spots(items(key));
    }

    private List<Spot> spots(List<Yaml> items) {
        List<Spot> spots = new ArrayList<>();
        for (Yaml item : items) {
            scalar(item, Yaml.Kind.TEXT)
                    .filter(spot -> checked(spot, LONG).isPresent())
                    .ifPresent(spots::add);
        }
        return spots;
    }

    /** A list of texts, or a list of such lists. */
    List<List<Spot>> findLists(String key) {
        List<Yaml> items = items(key);
        if (items.stream().noneMatch(Yaml.Items.class::isInstance)) {
            return items.isEmpty() ? List.of() : List.of(spots(items));
        }
        List<List<Spot>> lists = new ArrayList<>();
        for (Yaml item : items) {
            if (item instanceof Yaml.Items inner && inner.items().isEmpty()) {
                reading.problems.add(item.spot(), "is an empty list.", "Write at least two names in it, or remove it.");
            } else if (item instanceof Yaml.Items inner) {
                lists.add(spots(inner.items()));
            } else {
                reading.problems.add(
                        item.spot(), "stands between lists.", "Write one route, [a, b], or several, [[a, b], [c, d]].");
            }
        }
        return lists;
    }

    List<String> texts(String key) {
        return findSpots(key).stream().map(spot -> spot.text().strip()).toList();
    }

    /** True if the key says "all" instead of a list, or nothing. */
    boolean isAll(String key) {
        return !has(key)
                || (fields.entries().get(key) instanceof Yaml.Scalar scalar
                        && scalar.text().equals("all"));
    }

    Optional<String> findRef(String key, Ids ids) {
        return scalar(value(key), Yaml.Kind.TEXT).flatMap(ids::resolve);
    }

    String ref(String key, Ids ids) {
        need(key);
        return findRef(key, ids).orElse("");
    }

    List<String> refs(String key, Ids ids) {
        List<String> refs = new ArrayList<>();
        for (Spot spot : findSpots(key)) {
            Optional<String> id = ids.resolve(spot);
            if (id.isPresent() && refs.contains(id.get())) {
                reading.problems.add(spot, "is listed twice.", "List it once.");
            } else {
                id.ifPresent(refs::add);
            }
        }
        return refs;
    }

    /** This entry's id, declared; empty if it cannot be used. */
    Optional<String> declare(Ids ids) {
        need("id");
        return scalar(value("id"), Yaml.Kind.TEXT).filter(ids::declare).map(Spot::text);
    }

    /** This entry's name, which no other of its kind may have. */
    String name(Ids ids) {
        String name = text("name");
        if (!name.isEmpty()) {
            ids.declareName(spot("name"));
        }
        return name;
    }
}
