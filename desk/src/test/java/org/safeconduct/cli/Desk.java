package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safeconduct.disk.Disk;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.vault.Cost;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.KeyFolder;
import org.safeconduct.vault.Passphrase;

/**
 * A desk in a folder where people keep keys and records: what is typed is given beforehand, the clock stands at nine, and chance is
 * the same each time.
 */
final class Desk {
    static final String PASSPHRASE = "six random words and some more";

    private static final Cost CHEAP = new Cost(8192, 1, 1);
    private static final Map<KeyFile.Owner, KeyFile> KEYS =
            new ConcurrentHashMap<>(); // each costs a twentieth of a second

    private final Path folder;
    private final Deque<String> typed = new ArrayDeque<>();
    private final Counting chance = new Counting();
    private int count;
    private Instant now = Instant.parse("2022-03-05T07:00:00Z");

    Desk(Path folder) {
        this.folder = folder;
    }

    /** Gives bytes that follow from how many were asked for before. */
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient List<byte[]> seeds = new ArrayList<>();
        private int count;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (count++ * 37);
            }
            if (bytes.length == 32) {
                seeds.add(bytes.clone());
            }
        }
    }

    /** The secret keys that were made here. */
    List<byte[]> seeds() {
        return chance.seeds;
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    Desk types(String... words) {
        typed.addAll(List.of(words));
        return this;
    }

    void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** Runs a command, which finds its passphrases already typed. */
    Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outText = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errText = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            Prompt prompt = question -> Optional.ofNullable(typed.poll()).map(String::toCharArray);
            code = CommandLines.run(
                    args,
                    new Surroundings(
                            outText,
                            errText,
                            folder,
                            org.safeconduct.cli.Disk.REAL,
                            () -> false,
                            80,
                            false,
                            prompt,
                            () -> now,
                            chance));
        }
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command in a process of its own. */
    Ran process(String... args) throws IOException, InterruptedException {
        return ended(start(args));
    }

    Process start(String... args) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                Main.class.getName()));
        words.addAll(List.of(args));
        return new ProcessBuilder(words).directory(folder.toFile()).start();
    }

    static Ran ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    /** Runs a command that must end well. */
    Ran done(String... args) {
        Ran ran = run(args);
        assertThat(ran.code())
                .as("%s%n%s%s", List.of(args), ran.out(), ran.err())
                .isZero();
        return ran;
    }

    /** Runs a command that takes the passphrase of a key. */
    Ran open(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--passphrase-file=" + passphraseFile();
        return run(all);
    }

    /** Runs a command that takes the passphrase of a key, and must end well. */
    Ran opened(String... args) throws IOException {
        Ran ran = open(args);
        assertThat(ran.code())
                .as("%s%n%s%s", List.of(args), ran.out(), ran.err())
                .isZero();
        return ran;
    }

    /** A number that is new each time, for names of files. */
    int count() {
        return ++count;
    }

    String publicKey(String file) {
        return done("keys", "show", file, "--public").out().strip();
    }

    /** An entry that an author signs for a record, in a file. */
    String entry(String author, String record) throws IOException {
        String name = author + count();
        note(name + ".json", "word " + count);
        opened("record", "sign", name + ".json", "--key=" + author + ".key", "--data=" + record, "--out=" + name);
        return name;
    }

    /** A key file that opens with {@link #PASSPHRASE}, and cheaply; the same key for the same name. */
    void key(String file, KeyFile.Use use, String name) throws IOException {
        byte[] seed = Hash.of(Bytes.ofText(use + name)).toArray();
        chance.seeds.add(seed);
        KeyFolder.write(
                Disk.real(), at(file), KEYS.computeIfAbsent(new KeyFile.Owner(name, use), owner -> lock(owner, seed)));
    }

    private static KeyFile lock(KeyFile.Owner owner, byte[] seed) {
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            return KeyFile.lock(owner, seed, passphrase, CHEAP, new Counting());
        }
    }

    /** The file with the passphrase of all keys. */
    String passphraseFile() throws IOException {
        Path file = at("passphrase");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, PASSPHRASE + "\n");
        }
        return "passphrase";
    }

    String write(String name, String text) throws IOException {
        Files.writeString(at(name), text);
        return name;
    }

    String note(String name, String text) throws IOException {
        return write(name, """
            {
              "type": "note",
              "label": "parties",
              "content": {"text": "%s"}
            }
            """.formatted(text));
    }
}
