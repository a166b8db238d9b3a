package org.safeconduct.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data by others beside the project; a test that needs a file is skipped where it is not. */
final class RealData {
    private RealData() {}

    static Path file(String name) {
        String stated = System.getenv("SAFECONDUCT_DATA");
        Path folder = stated == null ? Ran.top().resolve("../shared/data") : Path.of(stated);
        Path file = folder.resolve(name).normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there; set SAFECONDUCT_DATA to the folder of real data");
        return file;
    }
}
