package org.safeconduct.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors: ours in the repository, those of others where they lie beside it. */
public final class Beside {

    private static final Path ROOT = Path.of(System.getProperty("safeconduct.root", ".."));
    private static final JsonMapper JSON = new JsonMapper();

    private Beside() {}

    /** A file or folder of vectors by others; the test is skipped where they are not. */
    public static Path others(String name) {
        String stated = System.getenv("SAFECONDUCT_DATA");
        Path folder = stated == null ? ROOT.resolve("../shared/data") : Path.of(stated);
        Path file = folder.resolve("vectors").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there; set SAFECONDUCT_DATA to the folder of real data");
        return file;
    }

    public static Path ours(String name) {
        return ROOT.resolve("spec/vectors/record").resolve(name);
    }

    static JsonNode json(Path file) {
        return JSON.readTree(file.toFile());
    }
}
