package org.safeconduct.accord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.Succession;
import org.safeconduct.record.TreeHead;
import org.safeconduct.terms.Label;
import tools.jackson.databind.JsonNode;

/** The entries of a vector, made and taken one after the other as {@code spec/vectors/accord/README.md} says. */
final class Story {
    static final String SEVEN = "2022-03-05T07:00:00Z";
    private static final String ORIGIN = "example.org/talks";
    private static final Pattern NAMED =
            Pattern.compile("<(key|entry|version|wording|proof|hash) ([^ <>]+)(?: ([^ <>]+))?>");

    private final Accord accord = new Accord(new StrictEd25519());
    private final Map<String, ChainHead> chains = new HashMap<>();
    private final Map<String, Entry> named = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Times.Interval> written = new HashMap<>();
    private final Map<String, Hash> versions = new HashMap<>();

    /** Makes the next entry and takes it, or goes past it if it is not held. */
    Effect takes(JsonNode said) {
        Entry entry = entry(said);
        String name = said.path("as").asString(Long.toString(accord.size()));
        named.put(name, entry);
        names.put(accord.size(), name);
        written.put(accord.size(), interval(said.path("written")));
        Effect effect = said.path("held").asBoolean(true) ? accord.take(entry) : accord.takeWithheld();
        for (TextView text : accord.view(Instant.parse(SEVEN)).texts()) {
            versions.put(text.id() + " " + text.number(), text.version());
            versions.put(text.id(), text.version());
        }
        return effect;
    }

    private Entry entry(JsonNode said) {
        String author = said.get("by").asString();
        ChainHead head = chains.getOrDefault(author, ChainHead.START);
        EntryBody body = new EntryBody(
                ORIGIN,
                said.get("type").asString(),
                Talks.key(author),
                head.next(),
                head.identity(),
                TreeHead.EMPTY,
                Instant.parse(said.path("claimed").asString(SEVEN)),
                Hash.NONE,
                Label.valueOf(said.path("label").asString("parties").toUpperCase(Locale.ROOT)),
                Bytes.of(Hash.of(Bytes.ofText(author + head.next())).toArray()).slice(0, 16),
                List.of(),
                List.of(),
                json(filled(said.get("content").toString())));
        Entry entry = Entry.sign(body, new Talks.Unsigned(Talks.key(author)));
        chains.put(author, ChainHead.after(entry));
        return entry;
    }

    private static Times.Interval interval(JsonNode stretch) {
        return new Times.Interval(
                moment(stretch.path("not-before")).orElse(Instant.MIN),
                moment(stretch.path("not-after")).orElse(Instant.MAX));
    }

    private static Optional<Instant> moment(JsonNode text) {
        return text.isMissingNode() ? Optional.empty() : Optional.of(Instant.parse(text.asString()));
    }

    /** A text in which each {@code <key anna>}, {@code <entry founding>}, … is what it stands for. */
    String filled(String text) {
        return NAMED.matcher(text)
                .replaceAll(one -> value(
                        one.group(1),
                        one.group(2),
                        Optional.ofNullable(one.group(3)).orElse("")));
    }

    private String value(String kind, String of, String more) {
        return switch (kind) {
            case "key" -> Talks.key(of).toHex();
            case "hash" -> Hash.of(Bytes.ofText(of)).toHex();
            case "entry" -> at(named, of).identity().toHex();
            case "version" ->
                at(versions, more.isEmpty() ? of : of + " " + more).toHex();
            case "wording" -> wording(of, more);
            case "proof" -> proof(of, more);
            default -> throw new IllegalStateException(kind);
        };
    }

    private static <K, V> V at(Map<K, V> map, K name) {
        return Optional.ofNullable(map.get(name)).orElseThrow(() -> new AssertionError("there is no " + name));
    }

    private String wording(String text, String clause) {
        return accord.view(Instant.parse(SEVEN)).text(text).orElseThrow().clauses().stream()
                .filter(one -> one.id().equals(clause))
                .findFirst()
                .orElseThrow()
                .wording()
                .toHex();
    }

    private static String proof(String old, String follower) {
        return new Succession(ORIGIN, Talks.key(old), Talks.key(follower))
                .sign(Talks.signer(follower))
                .toHex();
    }

    private static Json.Members json(String text) {
        try {
            return (Json.Members) CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (Malformed e) {
            throw new AssertionError(text, e);
        }
    }

    /** The state as a vector looks at it. */
    AccordView view(JsonNode look) {
        String reader = switch (look.path("reader").asString("facilitator")) {
            case "facilitator" -> Viewpoint.EVERYTHING;
            case "anybody" -> Viewpoint.PUBLIC;
            default -> look.get("reader").asString();
        };
        return accord.view(
                new Viewpoint(Instant.parse(look.path("at").asString(SEVEN)), index -> at(written, index), reader));
    }

    /** The name that a vector gives to the entry at an index; the index where it gives none. */
    String nameOf(long index) {
        return at(names, index);
    }
}
