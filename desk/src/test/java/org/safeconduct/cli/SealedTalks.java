package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safeconduct.vault.KeyFile;

/** Two sides and a facilitator who have founded a record and announced keys to seal words for them. */
record SealedTalks(Desk desk) {
    private static final Pattern IDENTITY = Pattern.compile("Identity +([0-9a-f]{64})");

    /**
     * Founds them.
     *
     * @param where more options of {@code record init}: a database, …
     */
    static SealedTalks found(Path folder, String... where) throws IOException {
        Desk desk =
                new Desk(folder).types(Collections.nCopies(200, Desk.PASSPHRASE).toArray(String[]::new));
        SealedTalks talks = new SealedTalks(desk);
        for (String name : new String[] {"f", "a", "b"}) {
            desk.key(name + ".key", KeyFile.Use.AUTHOR, "exercise.example/" + name);
            desk.key(name + ".seal", KeyFile.Use.RECIPIENT, "exercise.example/" + name);
        }
        desk.key("talks.key", KeyFile.Use.LOG, "exercise.example/talks");
        String[] init = {"record", "init", "--data", "talks", "--key", "talks.key"};
        desk.done(Stream.concat(Arrays.stream(init), Arrays.stream(where)).toArray(String[]::new));
        talks.agreeToTheFounding();
        for (String name : new String[] {"f", "a", "b"}) {
            desk.done("keys", "announce", name + ".seal", "--data", "talks", "--key", name + ".key");
        }
        return talks;
    }

    private void agreeToTheFounding() throws IOException {
        desk.write("founding.yaml", """
            safeconduct: founding/1
            title: Exercise
            parties:
              - {id: a, name: A, principals: [{office: desk of A, key: %s}]}
              - {id: b, name: B, principals: [{office: desk of B, key: %s}]}
            facilitator: {id: f, name: F, principals: [{office: facilitator, key: %s}]}
            """.formatted(
                        desk.publicKey("a.key"), desk.publicKey("b.key"), desk.publicKey("f.key")));
        says("found", "founding.yaml", "f");
        desk.write("consent.yaml", "safeconduct: founding-consent/1\nfounding: " + identity(0) + "\n");
        says("found", "consent.yaml", "a");
        says("found", "consent.yaml", "b");
    }

    /** Puts a document into the record with a side's key. */
    void says(String command, String file, String key) {
        desk.done(command, file, "--data", "talks", "--key", key + ".key");
    }

    /** The identity of an entry. */
    String identity(long index) {
        String shown = desk.done("record", "show", String.valueOf(index), "--data", "talks")
                .out();
        return IDENTITY.matcher(shown).results().findFirst().orElseThrow().group(1);
    }
}
