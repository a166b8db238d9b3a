package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/safeconduct/publish");
    private final Set<String> keys =
            new TreeSet<>(ResourceBundle.getBundle("org.safeconduct.publish.messages", Locale.ROOT)
                    .keySet());
    private final Set<String> literals = literals("\"([a-zA-Z][a-zA-Z_.-]*)\"");

    @Test
    void everyTextIsUsed() {
        assertThat(keys)
                .allMatch(key -> literals.contains(key) || beginnings(key).anyMatch(literals::contains));
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Set<String> asked = literals("(?:view|messages)\\.text\\(\\s*\"([^\"]+)\"");
        assertThat(asked)
                .isNotEmpty()
                .allMatch(key -> keys.contains(key) || keys.stream().anyMatch(k -> k.startsWith(key)));
    }

    @Test
    void aNumberTakesTheFormOfItsLanguage() {
        assertThat(Stream.of(1, 2, 5, 11, 12, 21, 22, 25, 111).map(n -> Plural.of(Locale.of("uk"), n)))
                .containsExactly("one", "few", "many", "many", "many", "one", "few", "many", "many");
        assertThat(Stream.of(0, 1, 2, 3, 11, 100, 103).map(n -> Plural.of(Locale.of("ar"), n)))
                .containsExactly("zero", "one", "two", "few", "many", "other", "few");
        assertThat(Stream.of(0, 1, 2).map(n -> Plural.of(Locale.FRENCH, n))).containsExactly("one", "one", "other");
        assertThat(Stream.of(0, 1, 2).map(n -> Plural.of(Locale.ENGLISH, n))).containsExactly("other", "one", "other");
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilledAgain() {
        assertThat(Messages.english().text("heads", "{1}", "7")).isEqualTo("{1}: 7");
    }

    /** The parts of a key before each of its dots, with and without the dot: what code may build it from. */
    private static Stream<String> beginnings(String key) {
        return Pattern.compile("\\.")
                .matcher(key)
                .results()
                .flatMap(dot -> Stream.of(key.substring(0, dot.start()), key.substring(0, dot.end())));
    }

    private static Set<String> literals(String pattern) {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> sources = files.toList();
            return sources.stream()
                    .map(MessagesTest::read)
                    .flatMap(source -> Pattern.compile(pattern).matcher(source).results())
                    .map((MatchResult result) -> result.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
