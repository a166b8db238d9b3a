package org.safeconduct.accord;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.terms.Window;

/**
 * Reads an object of an entry's content, noting all that is wrong with it rather than stopping at the first.
 *
 * <p>What is missing or wrong reads as a stand-in; {@link #flaws} then says that nothing read may be used. Not for
 * several threads.
 */
final class Content {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final int LONGEST = 8_000;

    private final Json.Members all;
    private final String path;
    private final List<Flaw> flaws;
    private final TreeSet<String> unread;

    private Content(Json.Members all, String path, List<Flaw> flaws) {
        this.all = all;
        this.path = path;
        this.flaws = flaws;
        this.unread = new TreeSet<>(all.values().keySet());
    }

    static Content of(Json.Members content) {
        return new Content(content, "", new ArrayList<>());
    }

    /** What was wrong with all that was read so far, here and inside. */
    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    Json.Members json() {
        return all;
    }

    /** Says that nothing else may stand here. */
    void end() {
        unread.forEach(name -> flaw(name, "is not known here", "leave it out"));
    }

    boolean has(String name) {
        return all.find(name).isPresent();
    }

    /** Words in some language, not empty. */
    String text(String name) {
        return findText(name).orElseGet(() -> missing(name, "write it in words", "?"));
    }

    Optional<String> findText(String name) {
        Optional<String> text = find(name, Json.Text.class, "text").map(Json.Text::value);
        if (text.isPresent() && (text.get().isBlank() || text.get().length() > LONGEST)) {
            flaw(name, "has " + text.get().length() + " characters", "write 1 to " + LONGEST);
        }
        return text;
    }

    /** Text that may be empty, and must be there. */
    String anyText(String name) {
        return find(name, Json.Text.class, "text").map(Json.Text::value).orElseGet(() -> missing(name, "write it", ""));
    }

    /** A short name that others refer to. */
    String id(String name) {
        return findId(name).orElseGet(() -> missing(name, "write a short name such as west-road", "?"));
    }

    Optional<String> findId(String name) {
        Optional<String> id = findText(name);
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            flaw(name, "is \"" + id.get() + "\"", "write a-z, 0-9 and -, at most 64");
        }
        return id;
    }

    long whole(String name, long least, long most) {
        String range = "write a whole number from " + least + " to " + most;
        Optional<Long> value = find(name, Json.Whole.class, "a whole number").map(Json.Whole::value);
        if (value.isPresent() && (value.get() < least || value.get() > most)) {
            flaw(name, "is " + value.get(), range);
            return least;
        }
        return value.orElseGet(() -> missing(name, range, least));
    }

    boolean truth(String name) {
        return find(name, Json.Truth.class, "true or false")
                .map(Json.Truth::value)
                .orElse(false);
    }

    Hash hash(String name) {
        return findText(name)
                .map(text -> read(name, text, Hash::ofHex, Hash.NONE))
                .orElseGet(() -> missing(name, "write 64 hexadecimal digits", Hash.NONE));
    }

    Optional<Hash> findHash(String name) {
        return has(name) ? Optional.of(hash(name)) : Optional.empty();
    }

    List<Hash> hashes(String name) {
        return texts(name).stream()
                .map(text -> read(name, text, Hash::ofHex, Hash.NONE))
                .toList();
    }

    Optional<AuthorKey> key(String name) {
        return read(name, text(name), text -> Optional.of(AuthorKey.ofHex(text)), Optional.empty());
    }

    Instant moment(String name) {
        return findMoment(name).orElseGet(() -> missing(name, "write it like 2022-03-05T07:00:00Z", Instant.EPOCH));
    }

    Optional<Instant> findMoment(String name) {
        return findText(name).map(text -> read(name, text, Content::toMoment, Instant.EPOCH));
    }

    private static Instant toMoment(String text) throws Malformed {
        Malformed no = new Malformed("\"" + text + "\" is no moment; write it like 2022-03-05T07:00:00Z");
        if (!MOMENT.matcher(text).matches()) {
            throw no;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw no;
        }
    }

    /** A window: {@code from}, {@code to} in UTC, and the {@code zone} it was announced in. */
    Window window() {
        Instant from = moment("from");
        Instant to = moment("to");
        ZoneId zone = read("zone", text("zone"), Content::toZone, ZoneOffset.UTC);
        if (!from.isBefore(to)) {
            flaw("to", "is " + to + ", not after " + from, "write the end after the start");
            return new Window(from, from.plus(Duration.ofSeconds(1)), zone);
        }
        return new Window(from, to, zone);
    }

    List<ZoneId> zones(String name) {
        return texts(name).stream()
                .map(text -> read(name, text, Content::toZone, ZoneOffset.UTC))
                .toList();
    }

    private static ZoneId toZone(String text) throws Malformed {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new Malformed("\"" + text + "\" is no zone; write it like Europe/Kyiv");
        }
    }

    /** One of the words that {@code kind} has: its constants, in small letters, with spaces for underscores. */
    <E extends Enum<E>> E word(String name, E[] words) {
        return findWord(name, words).orElseGet(() -> missing(name, "write one of " + list(words), words[0]));
    }

    <E extends Enum<E>> Optional<E> findWord(String name, E[] words) {
        return findText(name).map(text -> oneOf(name, text, words));
    }

    <E extends Enum<E>> List<E> words(String name, E[] words) {
        return texts(name).stream().map(text -> oneOf(name, text, words)).toList();
    }

    private <E extends Enum<E>> E oneOf(String name, String text, E[] words) {
        for (E word : words) {
            if (Words.of(word).equals(text)) {
                return word;
            }
        }
        flaw(name, "is \"" + text + "\"", "write one of " + list(words));
        return words[0];
    }

    private static <E extends Enum<E>> String list(E[] words) {
        return Arrays.stream(words).map(Words::of).collect(Collectors.joining(", "));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Json item : items(name)) {
            if (item instanceof Json.Text text) {
                texts.add(text.value());
            } else {
                flaw(name, "holds something other than text", "write each in quotes");
            }
        }
        return texts;
    }

    /** A text in several languages, by language; empty if the member is absent. */
    Map<String, String> languages(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        find(name, Json.Members.class, "a text for each language").ifPresent(members -> {
            Content languages = inside(members, name);
            for (String language : members.values().keySet()) {
                if (!LANGUAGE.matcher(language).matches()) {
                    languages.flaw(language, "is no language", "write a code such as en, uk, ru, tr");
                }
                texts.put(language, languages.text(language));
            }
        });
        return texts;
    }

    /** The words of something, {@code says}, by language: at least one. */
    Map<String, String> says() {
        Map<String, String> says = languages("says");
        if (says.isEmpty()) {
            String problem = has("says") ? "is empty" : "is missing";
            flaw("says", problem, "write it in words, by language, such as {en: …}");
        }
        return says;
    }

    private Content object(String name) {
        return find(name, Json.Members.class, "an object")
                .map(members -> inside(members, name))
                .orElseGet(() -> missing(name, "write its members", inside(Json.Members.of(Map.of()), name)));
    }

    /** What an object says, and nothing else in it. */
    <T> T one(String name, Function<Content, T> reading) {
        return object(name).readToEnd(reading);
    }

    /** What an object says, if it is there. */
    <T> Optional<T> findOne(String name, Function<Content, T> reading) {
        return has(name) ? Optional.of(one(name, reading)) : Optional.empty();
    }

    /** What each object of a list says; none if it is absent. */
    <T> List<T> each(String name, Function<Content, T> reading) {
        List<T> each = new ArrayList<>();
        List<Json> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            String at = name + "[" + i + "]";
            if (items.get(i) instanceof Json.Members members) {
                each.add(inside(members, at).readToEnd(reading));
            } else {
                flaw(at, "is no object", "write its members");
            }
        }
        return each;
    }

    private <T> T readToEnd(Function<Content, T> reading) {
        T said = reading.apply(this);
        end();
        return said;
    }

    private Content inside(Json.Members members, String name) {
        return new Content(members, at(name), flaws);
    }

    private List<Json> items(String name) {
        return find(name, Json.Items.class, "a list").map(Json.Items::values).orElse(List.of());
    }

    private <T extends Json> Optional<T> find(String name, Class<T> kind, String what) {
        unread.remove(name);
        Optional<Json> value = all.find(name);
        if (value.isPresent() && !kind.isInstance(value.get())) {
            flaw(name, "is something else", "write " + what);
            return Optional.empty();
        }
        return value.map(kind::cast);
    }

    private interface Reading<T> {
        T read(String text) throws Malformed;
    }

    private <T> T read(String name, String text, Reading<T> reading, T standIn) {
        try {
            return reading.read(text);
        } catch (Malformed e) {
            flaw(name, e.getMessage(), "correct it");
            return standIn;
        }
    }

    private <T> T missing(String name, String remedy, T standIn) {
        if (!has(name)) {
            flaw(name, "is missing", remedy);
        }
        return standIn;
    }

    /** Notes that something read here cannot be so. */
    void flaw(String name, String problem, String remedy) {
        flaws.add(new Flaw(at(name), problem, remedy));
    }

    private String at(String name) {
        return name.isEmpty() || path.isEmpty() ? path + name : path + "." + name;
    }
}
