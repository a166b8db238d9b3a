package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/record.md says, from top to bottom, and compares what is printed. */
class WalkthroughTest {
    private static final Path PAGE = Ran.top().resolve("docs/record.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- file: (\\S+) -->\n)?```(json|console)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern INNER = Pattern.compile("\\$\\(\\./safeconduct ([^)]*)\\)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfThePageDoesWhatThePageShows() throws IOException {
        String page = Files.readString(PAGE);
        Desk desk = new Desk(folder);
        desk.types(Collections.nCopies(100, Desk.PASSPHRASE).toArray(String[]::new));
        String done = BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(done(desk, block)));
        if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(PAGE, done);
        }
        assertThat(Files.readString(PAGE))
                .as("if the change is meant: mvn -pl desk test -Dgolden=write")
                .isEqualTo(done);
    }

    private String done(Desk desk, MatchResult block) {
        if (block.group(2).equals("json")) {
            write(block.group(1), block.group(3));
            return block.group();
        }
        StringBuilder text = new StringBuilder("```console\n");
        for (String line :
                block.group(3).lines().filter(one -> one.startsWith("$ ")).toList()) {
            text.append(line).append('\n').append(output(desk, words(desk, line.substring(2))));
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

    private String output(Desk desk, List<String> words) {
        if (words.getFirst().equals("cp")) {
            copy(words.get(1), words.get(2));
            return "";
        }
        assertThat(words.getFirst()).isEqualTo("./safeconduct");
        return desk.done(words.subList(1, words.size()).toArray(String[]::new)).out();
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
