package org.safeconduct.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A YAML text as a tree in which every value knows where it stands. */
public sealed interface Yaml {

    /**
     * Reads a file as YAML.
     *
     * @param file its name in {@code folder}
     * @return empty, with problems added, if it is no mapping
     */
    static Optional<Fields> read(Path folder, String file, Sort sort, Problems problems) {
        return read(folder, file, sort, UnaryOperator.identity(), problems);
    }

    /**
     * Reads a file as YAML after something was put into its text.
     *
     * @param filling gives the text that is read instead of the file's
     */
    static Optional<Fields> read(
            Path folder, String file, Sort sort, UnaryOperator<String> filling, Problems problems) {
        return FileText.read(folder, file, sort.ifAbsent(), problems)
                .map(filling)
                .flatMap(text -> YamlText.parse(file, text, sort, problems));
    }

    /** What a file should be: its name in an error, the line that it starts with, what to do if it is not there. */
    record Sort(String noun, String firstLine, String ifAbsent) {}

    Spot spot();

    /** What a scalar without quotes looks like; in quotes it is always TEXT. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    record Scalar(Spot spot, Kind kind) implements Yaml {
        public String text() {
            return spot.text();
        }
    }

    record Items(Spot spot, List<Yaml> items) implements Yaml {}

    /** Keys in file order; each value's line is its key's line. */
    record Fields(Spot spot, Map<String, Yaml> entries) implements Yaml {}

    /** What this is, in words. */
    default String noun() {
        return switch (this) {
            case Scalar scalar -> scalar.kind() == Kind.NOTHING ? "nothing" : "a single value";
            case Items items -> items.items().isEmpty() ? "an empty list" : "a list";
            case Fields fields -> fields.entries().isEmpty() ? "an empty mapping" : "a mapping";
        };
    }
}
