package org.safeconduct.agree;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeconduct.record.Hash;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Problems;
import org.safeconduct.scenario.Times;
import org.safeconduct.scenario.Yaml;

/**
 * Reads {@code playbook.yaml} and the documents that it names.
 *
 * <pre>
 *   safeconduct: playbook/1
 *   title: "Exercise: two banks of a river"
 *   about: Nobody real signs anything.
 *   zone: Europe/Kyiv                          # of moments that name none
 *   authors: {west: exercise.example/west}     # names of keys
 *   records: {talks: exercise.example/river}   # names of logs
 *   scenes:
 *     - title: The table
 *       note: One consents, the other does not yet.
 *       at: 2022-03-05 10:55                   # when it is looked at
 *       compare: [one-road, other-road]        # may be left out, as "in" and "not-accepted" below
 *       steps:
 *         - {say: founding.yaml, by: [west], in: talks, at: 2022-03-05 09:00, not-accepted: no right}
 * </pre>
 */
public final class PlaybookReader {
    /** The file's name. */
    public static final String FILE = "playbook.yaml";

    private static final Yaml.Sort SORT = new Yaml.Sort(
            "playbook", "safeconduct: playbook/1", "Name the folder of an exercise: one that holds " + FILE + ".");
    private static final int MOST_STEPS = 10_000;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}"); // becomes a file's name
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./-]{0,199}");
    private static final Pattern DOCUMENT =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63}){0,4}\\.yaml"); // never above the folder
    private static final Set<String> TAKEN = Set.of("documents", "keys");

    private final Problems problems = new Problems();
    private final Path folder;
    private Times times;
    private Instant last = Instant.MIN;
    private int steps;

    private PlaybookReader(Path folder) {
        this.folder = folder;
        this.times = new Times(ZoneOffset.UTC, problems);
    }

    /**
     * Reads one, and looks through every document once as if all before it had been said.
     *
     * @param folder where it lies
     * @param types of documents that can be said
     * @param publicKey in digits, of the name of a key
     * @throws InputProblems with everything that is wrong with the playbook, or else with its documents
     */
    public static Playbook read(Path folder, List<String> types, Function<String, String> publicKey)
            throws InputProblems {
        PlaybookReader reader = new PlaybookReader(folder);
        Optional<Yaml.Fields> file = Yaml.read(folder, FILE, SORT, reader.problems);
        Optional<Playbook> playbook = file.map(reader::playbook);
        reader.problems.throwIfAny();
        lookThrough(playbook.orElseThrow(), types, publicKey);
        return playbook.get();
    }

    private static void lookThrough(Playbook playbook, List<String> types, Function<String, String> publicKey)
            throws InputProblems {
        List<InputProblem> found = new ArrayList<>();
        Blanks blanks = blanks(playbook, publicKey);
        for (Playbook.Scene scene : playbook.scenes()) {
            for (Playbook.Step step : scene.steps()) {
                try {
                    blanks.read(playbook.folder(), step.document(), types);
                } catch (InputProblems e) {
                    found.addAll(e.problems());
                }
                blanks.said(step.document(), Hash.NONE);
            }
        }
        if (!found.isEmpty()) {
            throw new InputProblems(found.stream().distinct().toList());
        }
    }

    /** What its documents leave blank, with the keys of its authors. */
    public static Blanks blanks(Playbook playbook, Function<String, String> publicKey) {
        Map<String, String> keys = new LinkedHashMap<>();
        playbook.authors().forEach((author, name) -> keys.put(author, publicKey.apply(name)));
        return new Blanks(keys);
    }

    private Playbook playbook(Yaml.Fields all) {
        known(all, "safeconduct", "title", "about", "zone", "authors", "records", "scenes");
        scalar(all, "safeconduct")
                .filter(one -> !one.text().equals("playbook/1"))
                .ifPresent(one -> problems.add(one.spot(), "is no format that is known.", "Write playbook/1."));
        find(all, "zone").flatMap(one -> times.zone(one.spot())).ifPresent(zone -> times = new Times(zone, problems));
        Map<String, String> authors = names(all, "authors");
        Map<String, String> records = names(all, "records");
        distinct(all, authors, records);
        List<Playbook.Scene> scenes = items(all, "scenes").stream()
                .map(one -> scene(one, authors, records))
                .toList();
        return new Playbook(folder, text(all, "title"), text(all, "about"), authors, records, scenes);
    }

    private Playbook.Scene scene(Yaml.Fields all, Map<String, String> authors, Map<String, String> records) {
        known(all, "title", "note", "at", "compare", "steps");
        List<Playbook.Step> said = items(all, "steps").stream()
                .map(one -> step(one, authors, records))
                .toList();
        Instant at = moment(all);
        if (at.isBefore(last)) {
            problems.add(all.spot(), "is looked at before its last step.", "Give a moment that is not before it.");
        }
        return new Playbook.Scene(text(all, "title"), text(all, "note"), at, compared(all), said);
    }

    private Optional<Playbook.Compared> compared(Yaml.Fields all) {
        List<String> two = all.entries().containsKey("compare") ? texts(all, "compare") : List.of();
        if (!two.isEmpty() && two.size() != 2) {
            problems.add(all.spot(), "compares " + two.size() + " texts.", "Name two: compare: [one, other]");
            return Optional.empty();
        }
        return two.isEmpty() ? Optional.empty() : Optional.of(new Playbook.Compared(two.getFirst(), two.getLast()));
    }

    private Playbook.Step step(Yaml.Fields all, Map<String, String> authors, Map<String, String> records) {
        known(all, "say", "by", "in", "at", "not-accepted");
        if (++steps == MOST_STEPS) {
            problems.add(all.spot(), "is step " + MOST_STEPS + ".", "Play fewer; nobody would watch so many.");
        }
        List<String> by = texts(all, "by");
        by.forEach(one -> listed(all, one, authors));
        String record = find(all, "in")
                .map(Yaml.Scalar::text)
                .orElse(records.keySet().stream().findFirst().orElse(""));
        listed(all, record, records);
        Instant at = moment(all);
        if (at.isBefore(last)) {
            problems.add(all.spot(), "is said before the step above it.", "Put steps in the order of their moments.");
        }
        last = at;
        String rule = find(all, "not-accepted").map(Yaml.Scalar::text).orElse("");
        Optional<Yaml.Scalar> document = scalar(all, "say");
        document.filter(one -> !DOCUMENT.matcher(one.text()).matches())
                .ifPresent(one -> problems.add(
                        one.spot(),
                        "is no name of a document beside the playbook.",
                        "Write small letters, digits and -, such as 01-table/founding.yaml"));
        return new Playbook.Step(document.map(Yaml.Scalar::text).orElse(""), by, record, at, rule);
    }

    private void listed(Yaml.Fields at, String word, Map<String, String> known) {
        if (!known.containsKey(word)) {
            problems.add(at.spot(), "names \"" + word + "\", which is not listed.", Near.remedy(word, known.keySet()));
        }
    }

    private void known(Yaml.Fields all, String... keys) {
        Set<String> known = new TreeSet<>(List.of(keys));
        all.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(value.spot(), "is not known here.", Near.remedy(key, known));
            }
        });
    }

    private Instant moment(Yaml.Fields all) {
        Optional<Yaml.Scalar> at = scalar(all, "at");
        return at.flatMap(one -> times.moment(one.spot()))
                .map(Times.Moment::instant)
                .orElse(last);
    }

    private String text(Yaml.Fields all, String key) {
        return scalar(all, key).map(Yaml.Scalar::text).orElse("");
    }

    private Optional<Yaml.Scalar> scalar(Yaml.Fields all, String key) {
        Optional<Yaml.Scalar> found = find(all, key);
        if (found.isEmpty()) {
            problems.add(all.spot(), "has no \"" + key + "\", or it is no single value.", "Write " + key + ": …");
        }
        return found;
    }

    private static Optional<Yaml.Scalar> find(Yaml.Fields all, String key) {
        return all.entries().get(key) instanceof Yaml.Scalar one && !one.text().isEmpty()
                ? Optional.of(one)
                : Optional.empty();
    }

    private List<String> texts(Yaml.Fields all, String key) {
        List<String> texts = list(all, key).stream()
                .filter(Yaml.Scalar.class::isInstance)
                .map(one -> ((Yaml.Scalar) one).text())
                .toList();
        if (texts.isEmpty()) {
            problems.add(all.spot(), "names nothing in \"" + key + "\".", "Write " + key + ": [one, other]");
        }
        return texts;
    }

    private List<Yaml.Fields> items(Yaml.Fields all, String key) {
        List<Yaml.Fields> items = new ArrayList<>();
        for (Yaml one : list(all, key)) {
            if (one instanceof Yaml.Fields fields) {
                items.add(fields);
            } else {
                problems.add(one.spot(), "is " + one.noun() + ", not a mapping.", "Write keys and values.");
            }
        }
        if (items.isEmpty()) {
            problems.add(all.spot(), "has no \"" + key + "\".", "List at least one.");
        }
        return items;
    }

    private static List<Yaml> list(Yaml.Fields all, String key) {
        return all.entries().get(key) instanceof Yaml.Items items ? items.items() : List.of();
    }

    private Map<String, String> names(Yaml.Fields all, String key) {
        Map<String, String> names = new LinkedHashMap<>();
        if (all.entries().get(key) instanceof Yaml.Fields fields) {
            fields.entries().forEach((word, value) -> {
                String name = text(fields, word);
                if (!WORD.matcher(word).matches() || TAKEN.contains(word)) {
                    problems.add(
                            value.spot(), "is no word for a key or a record.", "Write small letters, such as west");
                }
                if (!NAME.matcher(name).matches()) {
                    problems.add(value.spot(), "is no name of a key or a log.", "Write it like exercise.example/west");
                }
                names.put(word, name);
            });
        }
        if (names.isEmpty()) {
            problems.add(all.spot(), "has no \"" + key + "\".", "List at least one: word: name");
        }
        return names;
    }

    /** Keys lie in one folder and follow from their names. */
    private void distinct(Yaml.Fields all, Map<String, String> authors, Map<String, String> records) {
        boolean isOne = !Collections.disjoint(authors.keySet(), records.keySet())
                || Stream.concat(authors.values().stream(), records.values().stream())
                                .distinct()
                                .count()
                        < authors.size() + records.size();
        if (isOne) {
            problems.add(
                    all.spot(), "names two authors or records the same.", "Give each a word and a name of its own.");
        }
    }
}
