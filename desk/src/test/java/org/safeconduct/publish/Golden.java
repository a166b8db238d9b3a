package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file that is kept; {@code -Dgolden=write} writes it instead, except in CI. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/org/safeconduct/publish");

    private Golden() {}

    static void check(String name, String actual) {
        checkFile(FOLDER.resolve(name), actual);
    }

    static void checkFile(Path file, String actual) {
        try {
            if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; if the change is meant: mvn -pl desk test -Dgolden=write", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
