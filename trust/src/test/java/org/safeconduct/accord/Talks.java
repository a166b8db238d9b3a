package org.safeconduct.accord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.Signer;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.TreeHead;
import org.safeconduct.terms.Label;

/**
 * A conversation for tests: who says what, one after the other. Fatma facilitates; Anna decides for A, Boris for B.
 *
 * <p>In contents, {@code '} stands for {@code "}, {@code <key anna>} for Anna's key, {@code <version west>} for the version
 * of a text, {@code <entry 3>} for the identity of an entry.
 */
final class Talks {
    static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");
    private static final String ORIGIN = "example.org/talks";
    private static final Map<String, AuthorKey> KEYS = new ConcurrentHashMap<>();
    private static final Pattern NAMED = Pattern.compile("<(key|version|entry) ([a-z0-9-]+)>");

    final Accord accord = new Accord(new StrictEd25519());
    final List<Entry> entries = new ArrayList<>();
    private final Map<String, ChainHead> chains = new HashMap<>();
    private Instant now = NINE;

    /** Talks in which all three have consented to the founding. */
    static Talks founded() {
        Talks talks = new Talks();
        talks.says("fatma", "founding", FOUNDING);
        for (String principal : List.of("fatma", "anna", "boris")) {
            talks.says(principal, "founding-consent", "{'founding': '<entry 0>'}");
        }
        return talks;
    }

    static final String FOUNDING = """
        {'title': 'Exercise', 'parties': [
          {'id': 'a', 'name': 'A', 'principals': [{'office': 'minister of A', 'key': '<key anna>'}]},
          {'id': 'b', 'name': 'B', 'principals': [{'office': 'minister of B', 'key': '<key boris>'}]}],
         'facilitator': {'id': 'f', 'name': 'F', 'principals': [{'office': 'facilitator', 'key': '<key fatma>'}]}}\
        """;

    /** The least that a corridor needs. */
    static final String FIVE = """
        {'id': 'hours', 'kind': 'time', 'windows':
          [{'from': '2022-03-05T07:00:00Z', 'to': '2022-03-05T14:00:00Z', 'zone': 'Europe/Kyiv'}]},
        {'id': 'places', 'kind': 'place', 'places': [
          {'id': 'alder', 'name': 'Alder', 'latitude': 470000000, 'longitude': 370000000},
          {'id': 'birch', 'name': 'Birch', 'latitude': 475000000, 'longitude': 370000000},
          {'id': 'cedar', 'name': 'Cedar', 'latitude': 480000000, 'longitude': 370000000}]},
        {'id': 'way', 'kind': 'route', 'legs': [
          {'id': 'alder-birch', 'from': 'alder', 'to': 'birch', 'confirmed-by': 'a'},
          {'id': 'birch-cedar', 'from': 'birch', 'to': 'cedar', 'confirmed-by': 'b'}]},
        {'id': 'who', 'kind': 'who', 'groups': [{'who': 'children', 'may-leave': true}], 'everyone-else-may-leave': true},
        {'id': 'aid', 'kind': 'aid in', 'says': {'en': 'Two trucks with water, at ten'}}\
        """;

    /** What may be left open, left open. */
    static final String OPEN = """
        {'id': 'direction', 'kind': 'direction', 'left-open': true},
        {'id': 'destinations', 'kind': 'destinations', 'left-open': true},
        {'id': 'vehicles', 'kind': 'vehicles', 'left-open': true},
        {'id': 'screening', 'kind': 'screening', 'left-open': true},
        {'id': 'clearance', 'kind': 'clearance', 'left-open': true},
        {'id': 'escort', 'kind': 'escort', 'left-open': true},
        {'id': 'conditions', 'kind': 'conditions', 'left-open': true},
        {'id': 'notice', 'kind': 'public notice', 'left-open': true},
        {'id': 'stop', 'kind': 'stop rule', 'left-open': true}\
        """;

    /** A corridor with all that it needs. */
    static String corridor(String id, String clauses) {
        return "{'text': '" + id + "', 'kind': 'corridor', 'title': 'West road', 'clauses': [" + clauses + "]}";
    }

    /** A corridor with everything in it, proposed by the facilitator. */
    static Talks aboutTheWestRoad() {
        Talks talks = founded();
        talks.says("fatma", "proposal", corridor("west", FIVE + "," + OPEN));
        return talks;
    }

    Talks acceptedByBoth() {
        for (String one : List.of("anna", "boris")) {
            says(
                    one,
                    "answer",
                    "{'text': 'west', 'version': '<version west>', 'clauses': [{'clause': '*', 'says': 'accepted'}]}");
        }
        return this;
    }

    Talks ratifiedBy(String one) {
        says(one, "ratification", "{'text': 'west', 'version': '<version west>'}");
        return this;
    }

    /** It is this time from now on. */
    Talks at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    Effect says(String who, String type, String content) {
        return says(who, type, Label.PARTIES, content);
    }

    Effect says(String who, String type, Label label, String content) {
        ChainHead head = chains.getOrDefault(who, ChainHead.START);
        EntryBody body = new EntryBody(
                ORIGIN,
                type,
                key(who),
                head.next(),
                head.identity(),
                TreeHead.EMPTY,
                now,
                Hash.NONE,
                label,
                Bytes.of(Hash.of(Bytes.ofText(who + head.next())).toArray()).slice(0, 16),
                List.of(),
                List.of(),
                json(content));
        Entry entry = Entry.sign(body, new Unsigned(key(who)));
        chains.put(who, ChainHead.after(entry));
        entries.add(entry);
        return accord.take(entry);
    }

    AccordView view() {
        return accord.view(now);
    }

    TextView west() {
        return view().text("west").orElseThrow();
    }

    /** As somebody sees it who is not of the facilitator's team. */
    TextView westFor(String reader) {
        return accord.view(new Viewpoint(now, Times.UNKNOWN, reader))
                .text("west")
                .orElseThrow();
    }

    /** What is still to settle, a line each. */
    List<String> points() {
        return west().points().stream().map(Talks::line).toList();
    }

    static String line(Point point) {
        return switch (point) {
            case Point.ToFill one -> "fill " + Words.of(one.kind());
            case Point.ToFillOrLeaveOpen one -> "fill or leave open " + Words.of(one.kind());
            case Point.NotShared one ->
                one.party() + " shares nothing of " + one.clause().id();
            case Point.ToAnswer one ->
                one.party() + " to answer " + one.clause().id();
            case Point.Differs one ->
                one.party() + " says " + Words.of(one.stance()) + " of "
                        + one.clause().id() + (one.condition().isEmpty() ? "" : " if " + one.condition());
            case Point.InPrincipleOnly one ->
                one.party() + " in principle only " + one.clause().id() + ": " + Words.of(one.why());
            case Point.ToDecide one ->
                one.party() + " to decide, " + one.has() + " of " + one.needs() + ": "
                        + String.join(", ", one.offices());
        };
    }

    static SeedSigner signer(String name) {
        return new SeedSigner(Hash.of(Bytes.ofText(name)).toArray());
    }

    static AuthorKey key(String name) {
        return KEYS.computeIfAbsent(name, one -> AuthorKey.of(signer(one)));
    }

    /** Signs with zeros: the rules do not look at signatures, the log has done so before. */
    record Unsigned(AuthorKey author) implements Signer {
        @Override
        public Bytes key() {
            return author.key();
        }

        @Override
        public Bytes sign(byte[] message) {
            return Bytes.of(new byte[64]);
        }
    }

    private Json.Members json(String content) {
        Matcher named = NAMED.matcher(content.replace('\'', '"'));
        String filled = named.replaceAll(one -> switch (one.group(1)) {
            case "key" -> key(one.group(2)).toHex();
            case "version" -> view().text(one.group(2)).orElseThrow().version().toHex();
            default -> entries.get(Integer.parseInt(one.group(2))).identity().toHex();
        });
        try {
            return (Json.Members) CanonicalJson.parse(filled.getBytes(StandardCharsets.UTF_8));
        } catch (Malformed e) {
            throw new AssertionError(filled, e);
        }
    }
}
