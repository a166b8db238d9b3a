package org.safeconduct.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the files that are shipped lie. */
final class Shipped {
    private static final Path ROOT = Path.of(System.getProperty("safeconduct.root", ".."));

    static final Path SCENARIOS = ROOT.resolve("scenarios");
    static final Path SPEC = ROOT.resolve("spec");
    static final Path VECTORS = SPEC.resolve("vectors/scenario");

    /** How many random cases to try: few while somebody waits, many where nobody does. */
    static final int CASES = System.getProperty("safeconduct.tier", "fast").equals("fast") ? 300 : 1_500;

    private Shipped() {}

    static Stream<Path> filesIn(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The YAML files of all scenarios that are shipped. */
    static Stream<Path> scenarios() {
        return filesIn(SCENARIOS, "")
                .map(folder -> folder.resolve("scenario.yaml"))
                .filter(Files::exists);
    }

    /** Every YAML file that is shipped and good. */
    static Stream<Path> good() {
        return Stream.concat(scenarios(), filesIn(VECTORS.resolve("good"), ".yaml"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
