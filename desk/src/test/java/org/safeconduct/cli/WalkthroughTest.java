package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.verify.Bundle;

/** Does what docs/record.md and docs/agree.md say, from top to bottom, and compares what is printed. */
class WalkthroughTest {
    private static final Path PACKAGES = Path.of("/usr/share/gocode");
    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- file: ([^\\s,]+)(?:, (keys|entry) ([^>]+))? -->\n)?```(json|yaml|console|console fails)\n(.*?)```",
            Pattern.DOTALL);

    private static final Pattern KEY = Pattern.compile("(?<!<)\\b01[0-9a-f]{64}\\b");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern IDENTITY = Pattern.compile("\"identity\" : \"([0-9a-f]{64})\"");
    private static final Pattern INNER = Pattern.compile("\\$\\(\\./safeconduct ([^)]*)\\)");

    @TempDir
    private Path folder;

    private List<String> beginning = List.of("record", "init");

    @ParameterizedTest
    @ValueSource(strings = {"docs/record.md", "docs/agree.md", "docs/print.md", "docs/talks.md"})
    void everyCommandOfThePageDoesWhatThePageShows(String name) throws IOException {
        Path file = Ran.top().resolve(name);
        String done = walked(file);
        if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(file, done);
        }
        assertThat(Files.readString(file))
                .as("if the change is meant: mvn -pl desk test -Dgolden=write")
                .isEqualTo(done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/record.md", "docs/agree.md"})
    @Tag("ci")
    void onADatabaseEveryCommandPrintsTheSame(String name) throws IOException {
        Optional<PostgresServer> server = PostgresServer.start();
        assumeTrue(server.isPresent(), "PostgreSQL is not there; install postgresql");
        Path passwords = server.get().passwords(folder.resolve("passwords"));
        System.setProperty("org.postgresql.pgpassfile", passwords.toString());
        try (PostgresServer running = server.get()) {
            beginning = List.of("record", "init", "--database", running.schema("talks"), "--writer", "writer");
            Path file = Ran.top().resolve(name);
            assertThat(walked(file)).isEqualTo(Files.readString(file));
            assertThat(folder.resolve("talks/log.db")).doesNotExist();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    @Test
    @Tag("ci")
    void goReadsTheTalksOfThePageAsIntactToo() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog")),
                "golang-golang-x-mod-dev is not there");
        walked(Ran.top().resolve("docs/agree.md"));
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Bundle bundle = bundle(folder.resolve("talks.zip"));
        for (Map.Entry<String, Bytes> one : bundle.files().entrySet()) {
            Path target = foreign.resolve(one.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, one.getValue().toArray());
        }
        String policy = Files.readString(foreign.resolve("policy"));
        Files.writeString(
                foreign.resolve("log.vkey"),
                policy.lines().findFirst().orElseThrow().substring("log ".length()));
        String size = Files.readAllLines(foreign.resolve("checkpoint")).get(1);
        Files.createDirectory(foreign.resolve("checkpoints"));
        Files.copy(foreign.resolve("checkpoint"), foreign.resolve("checkpoints").resolve(size));
        Files.createFile(foreign.resolve("questions"));
        assertThat(answerOfGo(foreign)).isEqualTo("1 checkpoints, " + size + " records");
    }

    private static Bundle bundle(Path file) throws IOException {
        try {
            return Bundle.read(Files.readAllBytes(file), Bundle.USUAL_BYTES);
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private String answerOfGo(Path foreign) throws IOException, InterruptedException {
        Path program = Ran.top().resolve("trust/src/test/go/foreign.go");
        ProcessBuilder go = new ProcessBuilder("go", "run", program.toString(), foreign.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", PACKAGES.toString());
        go.environment().put("GOCACHE", folder.resolve("cache").toString());
        Path out = folder.resolve("answers");
        Path problems = folder.resolve("problems");
        int exit = go.redirectOutput(out.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        return Files.readString(out).strip();
    }

    private String walked(Path file) throws IOException {
        Files.createSymbolicLink(folder.resolve("scenarios"), Ran.top().resolve("scenarios"));
        Desk desk = new Desk(folder);
        desk.types(Collections.nCopies(100, Desk.PASSPHRASE).toArray(String[]::new));
        return BLOCK.matcher(Files.readString(file)).replaceAll(block -> Matcher.quoteReplacement(done(desk, block)));
    }

    private String done(Desk desk, MatchResult block) {
        String kind = block.group(4);
        if (!kind.startsWith("console")) {
            String filled = filled(desk, block);
            write(block.group(1), filled);
            return block.group().replace(block.group(5), filled);
        }
        boolean fails = kind.endsWith("fails");
        StringBuilder text = new StringBuilder("```" + kind + "\n");
        for (String line :
                block.group(5).lines().filter(one -> one.startsWith("$ ")).toList()) {
            text.append(line).append('\n').append(output(desk, words(desk, line.substring(2)), fails));
        }
        return text.append("```").toString();
    }

    /** The words of a line; what stands in $(…) is a command whose output stands there. */
    private static List<String> words(Desk desk, String line) {
        String plain = INNER.matcher(line)
                .replaceAll(inner -> Matcher.quoteReplacement(
                        desk.done(inner.group(1).split(" ")).out().strip()));
        return List.of(plain.split(" "));
    }

    /** A document with the keys, or the identity of the entry, that its comment names. */
    private static String filled(Desk desk, MatchResult block) {
        if (block.group(2) == null) {
            return block.group(5);
        }
        List<String> named = List.of(block.group(3).strip().split(" "));
        if (block.group(2).equals("keys")) {
            String text = block.group(5);
            for (String key : named) {
                String digits = desk.done("keys", "show", key + ".key", "--public")
                        .out()
                        .strip();
                text = KEY.matcher(text).replaceFirst("<" + digits + ">");
            }
            return text.replace("<", "").replace(">", "");
        }
        String record = named.size() > 2 ? named.getLast() : "talks"; // entry 0 of incidents
        String shown = desk.done("record", "show", named.getFirst(), "--data", record, "--json")
                .out();
        Matcher identity = IDENTITY.matcher(shown);
        assertThat(identity.find()).isTrue();
        return HASH.matcher(block.group(5)).replaceAll(identity.group(1));
    }

    private String output(Desk desk, List<String> given, boolean fails) {
        boolean isHidden = given.size() > 2 && given.get(given.size() - 2).equals(">");
        List<String> words = isHidden ? given.subList(0, given.size() - 2) : given;
        if (words.getFirst().equals("cp")) {
            copy(words.get(1), words.get(2));
            return "";
        }
        assertThat(words.getFirst()).isEqualTo("./safeconduct");
        List<String> command = new ArrayList<>(words.subList(1, words.size()));
        if (command.subList(0, 2).equals(List.of("record", "init"))) {
            command.subList(0, 2).clear();
            command.addAll(0, beginning);
        }
        Ran ran = desk.run(command.toArray(String[]::new));
        assertThat(ran.code()).as("%s%n%s%s", words, ran.out(), ran.err()).isEqualTo(fails ? ExitCodes.CHECK_FAILS : 0);
        return isHidden ? "" : ran.out() + ran.err();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void copy(String from, String to) {
        try {
            Files.copy(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
