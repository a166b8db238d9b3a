package org.safeconduct.agree;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.accord.Accord;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Effect;
import org.safeconduct.accord.SealView;
import org.safeconduct.accord.Signatory;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Times;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.TreeHead;
import org.safeconduct.store.KeptLog;

/** The talks that a record holds: its entries, folded by the rules. Not for several threads. */
public final class Talks {
    private static final int AT_ONCE = 256;

    private final Accord accord;
    private final Times times;

    private Talks(Accord accord, Times times) {
        this.accord = accord;
        this.times = times;
    }

    /**
     * Folds a record up to an entry.
     *
     * @param end entries from this index on are left out
     * @param policy whose cosignatures show when something was written
     */
    public static Talks of(KeptLog log, long end, Policy policy, SignatureVerifier verifier) throws IOException {
        Accord accord = new Accord(verifier);
        List<TreeHead> seen = new ArrayList<>();
        while (accord.size() < end) {
            long start = accord.size();
            for (Bytes leaf : log.leaves(start, (int) Math.min(AT_ONCE, end - start))) {
                Entry entry = read(leaf);
                seen.add(entry.body().seen());
                accord.take(entry);
            }
        }
        Times times = ShownTimes.of(log.listNotes(Integer.MAX_VALUE), policy, verifier, seen);
        return new Talks(accord, times);
    }

    private static Entry read(Bytes leaf) {
        try {
            return Entry.read(leaf);
        } catch (Malformed e) {
            throw new IllegalStateException("the record took it in", e);
        }
    }

    /** How all stands at a moment, as a reader may see it: a party's id, or {@link Viewpoint#EVERYTHING}. */
    public AccordView view(Instant at, String reader) {
        return accord.view(new Viewpoint(at, times, reader));
    }

    /** The parties, with those who decide for them. */
    public List<Signatory> listSignatories() {
        return accord.listSignatories();
    }

    /** Takes the entry that comes next: one that is put into the record now, or that would be. */
    public Effect take(Entry entry) {
        return accord.take(entry);
    }

    /**
     * What a document says in an entry: with the hash of the version where a person wrote its number. If that number is not
     * the last one's, it names no version, and the rules will say so.
     */
    public Json.Members contentOf(Document document, Instant now) {
        Hash version = document.findText()
                .flatMap(text -> view(now, Viewpoint.EVERYTHING).text(text))
                .filter(text -> document.findVersion()
                        .filter(number -> number == text.number())
                        .isPresent())
                .map(TextView::version)
                .orElse(Hash.NONE);
        return document.contentWith(version);
    }

    /** All that entries hold sealed, and what of it is erased. */
    public List<SealView> seals() {
        return seals(Viewpoint.EVERYTHING);
    }

    /** The same, of the entries that a reader may see. */
    public List<SealView> seals(String reader) {
        return accord.seals(new Viewpoint(Instant.EPOCH, times, reader));
    }

    /** With which age recipients words are sealed for a side; none if it has announced none. */
    public List<String> recipients(String side) {
        return accord.recipients(side);
    }

    /** The age recipient that a key has announced for itself. */
    public Optional<String> findRecipient(AuthorKey author) {
        return accord.findRecipient(author);
    }
}
