package org.safeconduct.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.agree.Blanks;
import org.safeconduct.agree.Document;
import org.safeconduct.agree.Playbook;
import org.safeconduct.agree.PlaybookReader;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.KeyFile;

/**
 * A playbook that is played in a folder.
 *
 * <pre>
 *   keys/        key files of all authors and records, and their passphrase; known to everybody
 *   documents/   every document as it was said, its blanks filled
 *   talks/ …     the records
 * </pre>
 *
 * <p>All is said as the commands say it: read, signed, asked of the rules, put in. Only the clock and chance are the playbook's.
 */
final class Exercise implements AutoCloseable {
    private final Playbook playbook;
    private final Path out;
    private final Surroundings around;
    private final Blanks blanks;
    private final Map<String, Opened> records = new LinkedHashMap<>();
    private Instant now;

    /** A record that is open for all authors. */
    private record Opened(RecordFolder folder, Keeper keeper, Talks talks) {}

    /**
     * Prepares to play.
     *
     * @param out folder that is not there yet, as it was given
     */
    Exercise(Playbook playbook, Path out, Surroundings given) {
        this.playbook = playbook;
        this.out = out;
        this.now = playbook.scenes().getFirst().at();
        this.around = new Surroundings(
                given.out(),
                given.err(),
                given.folder(),
                given.disk(),
                given.isTerminal(),
                given.width(),
                given.trace(),
                Prompt.NOBODY,
                () -> now,
                new ExerciseKeys.Chance(playbook.title()));
        this.blanks = PlaybookReader.blanks(playbook, ExerciseKeys::publicKey);
    }

    /** Where something of the exercise lies, as it was given. */
    Path at(String first, String... more) {
        Path path = out.resolve(first);
        for (String one : more) {
            path = path.resolve(one);
        }
        return path;
    }

    /** Makes keys and records. */
    void begin() throws InputProblems, IOException {
        Files.createDirectories(around.at(at("keys")));
        ExerciseKeys.writePassphrase(around.at(at("keys", "passphrase")));
        for (Map.Entry<String, String> author : playbook.authors().entrySet()) {
            write(author, KeyFile.Use.AUTHOR);
        }
        for (Map.Entry<String, String> record : playbook.records().entrySet()) {
            write(record, KeyFile.Use.LOG);
            Path data = at(record.getKey());
            String key = at("keys", record.getKey() + ".key").toString();
            run("record", "init", "--data", data.toString(), "--key", key);
            RecordFolder folder = RecordOption.existing(around, data);
            Policy policy = RecordOption.policy(folder, data);
            Keeper keeper = new SeenOption().write(folder, around);
            records.put(
                    record.getKey(), new Opened(folder, keeper, Talks.of(keeper.log(), 0, policy, new FastEd25519())));
        }
    }

    private void write(Map.Entry<String, String> named, KeyFile.Use use) throws IOException {
        ExerciseKeys.write(new KeyFile.Owner(named.getValue(), use), around.at(at("keys", named.getKey() + ".key")));
    }

    /**
     * What became of a document.
     *
     * @param text that it is about, if it is about one
     * @param isAsWritten whether it became what the playbook says
     */
    record Said(String record, String author, Optional<String> text, Saying.Told told, boolean isAsWritten) {}

    /** Plays a scene to its end, or to the first document that does not become what the playbook says. */
    List<Said> play(Playbook.Scene scene) throws InputProblems, CannotWrite, IOException {
        List<Said> said = new ArrayList<>();
        for (Playbook.Step step : scene.steps()) {
            now = step.at();
            for (String author : step.by()) {
                said.add(say(step, author));
                if (!said.getLast().isAsWritten()) {
                    return said;
                }
            }
        }
        now = scene.at();
        Set<String> touched = new LinkedHashSet<>();
        said.forEach(one -> touched.add(one.record()));
        for (String record : touched) {
            if (opened(record)
                    .keeper()
                    .checkpoint(ExerciseKeys.signer(origin(record)))
                    .isEmpty()) {
                throw new CannotWrite(Texts.text("record.no-room"));
            }
        }
        return said;
    }

    private Said say(Playbook.Step step, String author) throws InputProblems, IOException {
        Document document = document(step);
        Opened record = opened(step.record());
        boolean isTaken = step.rule().isEmpty();
        Talks talks = isTaken ? record.talks() : again(step.record()); // what is not put in must not be counted
        Saying saying = new Saying(
                around,
                record.folder(),
                record.keeper(),
                talks,
                ExerciseKeys.signer(playbook.authors().getOrDefault(author, "")));
        Saying.Told told = saying.say(document, isTaken ? Saying.Manner.IF_ACCEPTED : Saying.Manner.NEVER);
        if (isTaken && told.rule().isEmpty()) {
            blanks.said(step.document(), hash(told.identity()));
        }
        return new Said(
                step.record(), author, document.findText(), told, told.rule().equals(step.rule()));
    }

    private Talks again(String word) throws InputProblems, IOException {
        Opened record = opened(word);
        Policy policy = RecordOption.policy(record.folder(), at(word));
        return Talks.of(record.keeper().log(), size(word), policy, new FastEd25519());
    }

    /** The document with its blanks filled; it is left in the folder, as if somebody had written it by hand. */
    private Document document(Playbook.Step step) throws InputProblems, IOException {
        Blanks.Filled filled = blanks.read(playbook.folder(), step.document(), SayCommand.listTypes());
        Path file = around.at(at("documents", step.document()));
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Files.writeString(file, filled.text());
        return filled.document();
    }

    private static Hash hash(String digits) {
        try {
            return Hash.ofHex(digits);
        } catch (Malformed e) {
            throw new IllegalStateException("just signed", e);
        }
    }

    private Opened opened(String record) {
        Opened opened = records.get(record);
        if (opened == null) {
            throw new IllegalStateException("the playbook was read with the record " + record);
        }
        return opened;
    }

    private String origin(String record) {
        return playbook.records().getOrDefault(record, "");
    }

    /** Entries of a record so far. */
    long size(String record) {
        return opened(record).keeper().log().size();
    }

    /** How a record stands at a moment, for the facilitator's team. */
    AccordView view(String record, Instant at) {
        return opened(record).talks().view(at, Viewpoint.EVERYTHING);
    }

    /** The same, as {@code state --json} prints it. */
    StateSummary.Written state(String record, Instant at) {
        Opened opened = opened(record);
        return new StateSummary(view(record, at), Optional.empty(), at)
                .written(SealLines.written(
                        opened.talks().seals(), opened.folder().sealed()::holds));
    }

    /**
     * Runs a command, as if it had been typed.
     *
     * @return what it prints
     * @throws IOException if it does not end well
     */
    String run(String... args) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code;
        try (PrintStream to = new PrintStream(printed, false, StandardCharsets.UTF_8)) {
            code = CommandLines.run(args, with(to));
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        if (code != ExitCodes.DONE) {
            throw new IOException(Texts.text("demo.failed", String.join(" ", args), text.strip()));
        }
        return text;
    }

    private Surroundings with(PrintStream to) {
        return new Surroundings(
                to,
                to,
                around.folder(),
                around.disk(),
                around.isTerminal(),
                around.width(),
                around.trace(),
                around.prompt(),
                around.clock(),
                around.chance());
    }

    /** Closes the records, so that commands can open them. */
    void end() throws IOException {
        for (Opened record : records.values()) {
            record.keeper().close();
        }
        records.clear();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
