package org.safeconduct.keeping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
import org.safeconduct.vault.SealedFile;

/**
 * What somebody wants to say, as they write it down before it is signed. The rest of an entry is worked out.
 *
 * <pre>{@code
 * {"type": "note", "label": "parties", "content": {"text": "by the west road"}}
 * }</pre>
 *
 * <p>Members of {@code committed} are said and not shown: the entry holds commitments to them, which can be opened later. What is
 * {@code sealed} is committed to as well, and its readers can open it now.
 *
 * @param committed by name; null if the entry should hold no commitment, not even a decoy
 * @param sealing what is said to some only; null if nothing is
 * @param mandate identity of the entry that gives the right to say so; {@link Hash#NONE} if none is named
 * @param references identities of entries it speaks of
 */
public record Statement(
        String type,
        Label label,
        Json.Members content,
        Json.@Nullable Members committed,
        @Nullable Sealing sealing,
        Hash mandate,
        List<Hash> references) {

    static final String SAME_NAME = "committed and sealed have a member of one name; give each its own";
    private static final int NONCE_BYTES = 16;

    public Statement {
        references = List.copyOf(references);
        if (shareName(committed, sealing)) {
            throw new IllegalArgumentException(SAME_NAME);
        }
    }

    static boolean shareName(Json.@Nullable Members committed, @Nullable Sealing sealing) {
        return committed != null
                && sealing != null
                && !Collections.disjoint(
                        committed.values().keySet(), sealing.words().values().keySet());
    }

    /** The same statement, for readers by their recipients; as it is if nothing is sealed. */
    public Statement withReaders(List<String> recipients) {
        return sealing == null
                ? this
                : new Statement(type, label, content, committed, sealing.withReaders(recipients), mandate, references);
    }

    /** When it is signed, and what gives as many bytes as are asked for that nobody could guess. */
    public record Moment(Instant now, IntFunction<Bytes> chance) {}

    /**
     * A signed statement.
     *
     * @param disclosures open what it commits to and does not seal; whoever loses them can never open it
     * @param hidden what it says to some only; empty if nothing
     */
    public record Signed(Entry entry, List<Disclosure> disclosures, Optional<SealedFile> hidden) {
        public Signed {
            disclosures = List.copyOf(disclosures);
        }
    }

    /** A statement without a mandate and without references. */
    public static Statement of(String type, Label label, Map<String, Json> content) {
        return new Statement(type, label, Json.Members.of(content), null, null, Hash.NONE, List.of());
    }

    /**
     * Signs it for a log.
     *
     * @throws IllegalArgumentException if an entry cannot say so; the message names the member and what it takes
     */
    public Signed sign(NextPlace place, Signer signer, Moment moment) {
        AuthorKey author = AuthorKey.of(signer);
        Commitments commitments = committed == null && sealing == null
                ? new Commitments(List.of(), List.of())
                : Commitments.of(hidden(), place.origin(), author, moment.chance());
        Map<Boolean, List<Commitments.Kept>> isSealed = commitments.kept().stream()
                .collect(Collectors.partitioningBy(
                        one -> sealing != null && sealing.words().values().containsKey(one.field())));
        Optional<SealedFile> sealed = Optional.ofNullable(sealing)
                .map(one -> one.seal(isSealed.getOrDefault(true, List.of()), moment.chance()));
        Json.Members said = sealed.flatMap(file -> Optional.ofNullable(sealing).map(one -> one.statedIn(content, file)))
                .orElse(content);
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
                said);
        Entry entry = Entry.sign(body, signer);
        List<Disclosure> disclosures = isSealed.getOrDefault(false, List.of()).stream()
                .map(one -> one.disclosure(entry.identity()))
                .toList();
        return new Signed(entry, disclosures, sealed);
    }

    /** All that is said and not shown. */
    private Json.Members hidden() {
        TreeMap<String, Json> all = new TreeMap<>();
        if (committed != null) {
            all.putAll(committed.values());
        }
        if (sealing != null) {
            all.putAll(sealing.words().values());
        }
        return new Json.Members(all);
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
