package org.safeconduct.keeping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Signer;
import org.safeconduct.terms.Label;

/**
 * What somebody wants to say, as they write it down before it is signed. The rest of an entry is worked out.
 *
 * <pre>{@code
 * {"type": "note", "label": "parties", "content": {"text": "by the west road"}}
 * }</pre>
 *
 * <p>Members of {@code committed} are said and not shown: the entry holds commitments to them, which can be opened later.
 *
 * @param committed by name; null if the entry should hold no commitment, not even a decoy
 * @param mandate identity of the entry that gives the right to say so; {@link Hash#NONE} if none is named
 * @param references identities of entries it speaks of
 */
public record Statement(
        String type,
        Label label,
        Json.Members content,
        Json.@Nullable Members committed,
        Hash mandate,
        List<Hash> references) {

    private static final int NONCE_BYTES = 16;
    private static final Set<String> NEEDED = Set.of("type", "label", "content");
    private static final Set<String> KNOWN = Set.of("type", "label", "content", "committed", "mandate", "references");

    public Statement {
        references = List.copyOf(references);
    }

    /** When it is signed, and what gives as many bytes as are asked for that nobody could guess. */
    public record Moment(Instant now, IntFunction<Bytes> chance) {}

    /**
     * A signed statement.
     *
     * @param disclosures open what it commits to; whoever loses them can never open it
     */
    public record Signed(Entry entry, List<Disclosure> disclosures) {
        public Signed {
            disclosures = List.copyOf(disclosures);
        }
    }

    /** A statement without a mandate and without references. */
    public static Statement of(String type, Label label, Map<String, Json> content) {
        return new Statement(type, label, Json.Members.of(content), null, Hash.NONE, List.of());
    }

    /**
     * Signs it for a log.
     *
     * @throws IllegalArgumentException if an entry cannot say so; the message names the member and what it takes
     */
    public Signed sign(NextPlace place, Signer signer, Moment moment) {
        AuthorKey author = AuthorKey.of(signer);
        Commitments commitments = committed == null
                ? new Commitments(List.of(), List.of())
                : Commitments.of(committed, place.origin(), author, moment.chance());
        EntryBody body = new EntryBody(
                place.origin(),
                type,
                author,
                place.chain().next(),
                place.chain().identity(),
                place.seen(),
                moment.now().truncatedTo(ChronoUnit.SECONDS),
                mandate,
                label,
                moment.chance().apply(NONCE_BYTES),
                references,
                commitments.hashes(),
                content);
        Entry entry = Entry.sign(body, signer);
        return new Signed(entry, commitments.disclosures(entry.identity()));
    }

    /**
     * Reads a statement: JSON as people write it, with spaces and in any order.
     *
     * @throws Malformed unless it has a type, a label and a content, and nothing that is not known
     */
    public static Statement read(byte[] json) throws Malformed {
        if (!(CanonicalJson.parse(json) instanceof Json.Members all)) {
            throw new Malformed("no object; write type, label and content in braces");
        }
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(all.values().keySet());
        Set<String> unknown = new TreeSet<>(all.values().keySet());
        unknown.removeAll(KNOWN);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new Malformed((missing.isEmpty() ? "" : "without " + String.join(", ", missing) + " ")
                    + (unknown.isEmpty() ? "" : "with unknown " + String.join(", ", unknown))
                    + "; write type, label, content, and if need be committed, mandate, references");
        }
        Optional<Json> mandate = all.find("mandate");
        return new Statement(
                text(all, "type"),
                label(text(all, "label")),
                members(all, "content"),
                all.find("committed").isEmpty() ? null : members(all, "committed"),
                mandate.isEmpty() ? Hash.NONE : Hash.ofHex(text(all, "mandate")),
                references(all));
    }

    private static Json.Members members(Json.Members all, String name) throws Malformed {
        if (all.find(name).orElseThrow() instanceof Json.Members members) {
            return members;
        }
        throw new Malformed(name + " is no object; write its members in braces");
    }

    private static String text(Json.Members all, String name) throws Malformed {
        if (all.find(name).orElseThrow() instanceof Json.Text text) {
            return text.value();
        }
        throw new Malformed(name + " is no text; write it in double quotes");
    }

    private static Label label(String text) throws Malformed {
        return Label.ofWord(text)
                .orElseThrow(
                        () -> new Malformed("label is \"" + text + "\"; write internal, bilateral, parties or public"));
    }

    private static List<Hash> references(Json.Members all) throws Malformed {
        List<Hash> references = new ArrayList<>();
        if (all.find("references").isEmpty()) {
            return references;
        }
        if (!(all.find("references").orElseThrow() instanceof Json.Items items)) {
            throw new Malformed("references is no array; write identities in square brackets");
        }
        for (Json item : items.values()) {
            if (!(item instanceof Json.Text text)) {
                throw new Malformed("references holds something other than text; write each identity as 64 digits");
            }
            references.add(Hash.ofHex(text.value()));
        }
        return references;
    }
}
