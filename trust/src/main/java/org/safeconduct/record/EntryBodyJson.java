package org.safeconduct.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeconduct.terms.Label;

/** An entry's body as canonical JSON, and back: all members, no others. */
final class EntryBodyJson {

    private static final Set<String> NAMES = Set.of(
            "author claimed commitments content label mandate nonce origin previous references seen sequence type v"
                    .split(" "));

    private EntryBodyJson() {}

    static byte[] write(EntryBody body) {
        Map<String, Json> members = new TreeMap<>();
        members.put("author", new Json.Text(body.author().toHex()));
        members.put("claimed", new Json.Text(body.claimed().toString()));
        members.put("commitments", texts(body.commitments()));
        members.put("content", body.content());
        members.put("label", new Json.Text(body.label().word()));
        members.put("mandate", new Json.Text(body.mandate().toHex()));
        members.put("nonce", new Json.Text(body.nonce().toHex()));
        members.put("origin", new Json.Text(body.origin()));
        members.put("previous", new Json.Text(body.previous().toHex()));
        members.put("references", texts(body.references()));
        members.put(
                "seen",
                Json.Members.of(Map.of(
                        "root", new Json.Text(body.seen().root().toHex()),
                        "size", new Json.Whole(body.seen().size()))));
        members.put("sequence", new Json.Whole(body.sequence()));
        members.put("type", new Json.Text(body.type()));
        members.put("v", new Json.Whole(1));
        byte[] bytes = CanonicalJson.write(new Json.Members(new TreeMap<>(members)));
        if (bytes.length > CanonicalJson.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "entry of " + bytes.length + " bytes, at most 16384; refer to long texts by hash");
        }
        return bytes;
    }

    private static Json texts(List<Hash> hashes) {
        return new Json.Items(
                hashes.stream().map(hash -> (Json) new Json.Text(hash.toHex())).toList());
    }

    static EntryBody read(byte[] bytes) throws Malformed {
        JsonFields body = JsonFields.of(CanonicalJson.read(bytes), NAMES);
        long version = body.whole("v");
        if (version != 1) {
            throw new Malformed("version " + version + " of entries; this program reads version 1");
        }
        JsonFields seen = JsonFields.of(body.members("seen"), Set.of("root", "size"));
        try {
            return new EntryBody(
                    body.text("origin"),
                    body.text("type"),
                    AuthorKey.ofHex(body.text("author")),
                    body.whole("sequence"),
                    body.hash("previous"),
                    new TreeHead(seen.whole("size"), seen.hash("root")),
                    moment(body.text("claimed")),
                    body.hash("mandate"),
                    label(body.text("label")),
                    Bytes.ofHex(body.text("nonce")),
                    hashes(body, "references"),
                    hashes(body, "commitments"),
                    body.members("content"));
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Instant moment(String text) throws Malformed {
        try {
            Instant moment = Instant.parse(text);
            if (moment.toString().equals(text)) {
                return moment;
            }
            throw new Malformed("claimed is \"" + text + "\"; write \"" + moment + "\"");
        } catch (DateTimeException _) {
            throw new Malformed("claimed is \"" + text + "\"; write it like 2022-03-05T07:00:00Z");
        }
    }

    private static Label label(String text) throws Malformed {
        return Label.ofWord(text)
                .orElseThrow(
                        () -> new Malformed("label is \"" + text + "\"; write internal, bilateral, parties or public"));
    }

    private static List<Hash> hashes(JsonFields body, String name) throws Malformed {
        List<Hash> hashes = new ArrayList<>();
        for (String text : body.texts(name)) {
            hashes.add(Hash.ofHex(text));
        }
        return hashes;
    }
}
