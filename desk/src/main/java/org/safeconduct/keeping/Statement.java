package org.safeconduct.keeping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

    /** Everything that is wrong with a statement; each message says what, and after its last semicolon what to write. */
    public static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Malformed> problems;

        Unclear(List<Malformed> problems) {
            super(problems.getFirst().getMessage());
            this.problems = List.copyOf(problems);
        }

        public List<Malformed> problems() {
            return problems;
        }
    }

    /**
     * Reads a statement: JSON as people write it, with spaces and in any order.
     *
     * @throws Unclear unless it has a type, a label and a content, and nothing that is not known
     */
    public static Statement read(byte[] json) throws Unclear {
        try {
            if (CanonicalJson.parse(json) instanceof Json.Members all) {
                return new StatementReader(all).read();
            }
        } catch (Malformed e) {
            throw new Unclear(List.of(e));
        }
        throw new Unclear(List.of(new Malformed("no object; write type, label and content in braces")));
    }
}
