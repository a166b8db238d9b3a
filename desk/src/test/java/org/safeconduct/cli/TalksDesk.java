package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.safeconduct.vault.KeyFile;

/** A desk with a record in {@code talks} and the keys of two parties, {@code west} and {@code east}, and of {@code f} who facilitates. */
final class TalksDesk {
    private final Path folder;
    private final Desk desk;

    TalksDesk(Path folder) throws IOException {
        this.folder = folder;
        this.desk =
                new Desk(folder).types(Collections.nCopies(60, Desk.PASSPHRASE).toArray(String[]::new));
        for (String name : List.of("f", "west", "east")) {
            desk.key(name + ".key", KeyFile.Use.AUTHOR, "exercise.example/" + name);
        }
        desk.key("talks.key", KeyFile.Use.LOG, "exercise.example/talks");
        desk.done("record", "init", "--data", "talks", "--key", "talks.key");
    }

    Desk desk() {
        return desk;
    }

    String key(String name) {
        return desk.done("keys", "show", name + ".key", "--public").out().strip();
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    Ran says(String command, String file, String key, String... more) {
        String[] args = {command, file, "--data", "talks", "--key", key + ".key"};
        return desk.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
    }

    /** As {@link #says}, and it is done. */
    void does(String command, String file, String key) {
        desk.done(command, file, "--data", "talks", "--key", key + ".key");
    }

    /** The facilitator founds what founding.yaml says, and both parties consent. */
    void found() throws IOException {
        does("found", "founding.yaml", "f");
        String shown =
                desk.done("record", "show", "0", "--data", "talks", "--json").out();
        String identity = shown.replaceAll("(?s).*\"identity\" : \"([0-9a-f]{64})\".*", "$1");
        write("consent.yaml", "safeconduct: founding-consent/1\nfounding: " + identity + "\n");
        does("found", "consent.yaml", "west");
        does("found", "consent.yaml", "east");
    }
}
