package org.safeconduct.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of one command. */
record Ran(int code, String out, String err) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Runs it in a folder, on a disk. */
    static Ran in(Path folder, Disk disk, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outText = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errText = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            code = CommandLines.run(args, new Surroundings(outText, errText, folder, disk, () -> false, 80, false));
        }
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs it in a folder. */
    static Ran in(Path folder, String... args) {
        return in(folder, Disk.REAL, args);
    }

    /** Runs it in the repository's top folder. */
    static Ran atTop(String... args) {
        return in(top(), args);
    }

    static Path top() {
        return Path.of(System.getProperty("safeconduct.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** A scenario that comes with the project. */
    static String shipped(String id) {
        return top().resolve("scenarios").resolve(id).toString();
    }

    JsonNode json() {
        return MAPPER.readTree(out);
    }
}
