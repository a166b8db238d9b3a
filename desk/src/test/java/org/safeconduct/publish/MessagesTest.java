package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/safeconduct/publish");
    private final Set<String> keys =
            new TreeSet<>(ResourceBundle.getBundle("org.safeconduct.publish.messages", Locale.ROOT)
                    .keySet());
    private static final Pattern PRINTED = Pattern.compile(
            "print\\.(?!foot$)|order\\.|accord\\.(kind|standing|clause-kind|group)\\.|accord\\.(left-open|hours|condition|not|leg\\.unconfirmed)$|without-prejudice");
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

    /** What stands on paper is never silently in English. */
    @ParameterizedTest
    @ValueSource(strings = {"uk", "ru"})
    void everyWordOfAPrintedTextIsThereInTheLanguagesOfTheForm(String language) {
        Set<String> there = new TreeSet<>(ownKeys(language));
        Set<String> needed = keys.stream()
                .filter(key -> PRINTED.matcher(key).lookingAt())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(needed).hasSizeGreaterThan(50);
        assertThat(there).containsAll(needed);
    }

    private static Set<String> ownKeys(String language) {
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages_" + language + ".properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader).keySet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
