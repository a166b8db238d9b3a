package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A scenario folder made from data by others.
 *
 * @param scenario text of {@code scenario.yaml}
 * @param places text of {@code places.csv}
 */
record CaseFolder(String scenario, String places) {

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.yaml"), scenario);
        Files.writeString(folder.resolve("places.csv"), places);
    }

    /** Text in double quotes, as YAML and CSV both read it if it holds no backslash. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "/").replace("\"", "'") + '"';
    }
}
