package org.safeconduct.agree;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.accord.Accord;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Effect;
import org.safeconduct.accord.Flaw;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Times;
import org.safeconduct.accord.Viewpoint;
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
    private final List<Told> told;

    /** What became of an entry. */
    public record Told(long index, Entry entry, Effect effect) {}

    private Talks(Accord accord, Times times, List<Told> told) {
        this.accord = accord;
        this.times = times;
        this.told = told;
    }

    /**
     * Folds a record up to an entry.
     *
     * @param end entries from this index on are left out
     * @param policy whose cosignatures show when something was written
     */
    public static Talks of(KeptLog log, long end, Policy policy, SignatureVerifier verifier) throws IOException {
        Accord accord = new Accord(verifier);
        List<Told> told = new ArrayList<>();
        List<TreeHead> seen = new ArrayList<>();
        while (accord.size() < end) {
            long start = accord.size();
            for (Bytes leaf : log.leaves(start, (int) Math.min(AT_ONCE, end - start))) {
                Entry entry = read(leaf);
                seen.add(entry.body().seen());
                told.add(new Told(accord.size(), entry, accord.take(entry)));
            }
        }
        Times times = ShownTimes.of(log.listNotes(Integer.MAX_VALUE), policy, verifier, seen);
        return new Talks(accord, times, told);
    }

    private static Entry read(Bytes leaf) {
        try {
            return Entry.read(leaf);
        } catch (Malformed e) {
            throw new IllegalStateException("the record took it in", e);
        }
    }

    /** Every entry with what it did, in order. */
    public List<Told> listTold() {
        return List.copyOf(told);
    }

    /** How all stands at a moment, as a reader may see it: a party's id, or {@link Viewpoint#EVERYTHING}. */
    public AccordView view(Instant at, String reader) {
        return accord.view(new Viewpoint(at, times, reader));
    }

    /** What an entry would do if it came next. These talks must not be used afterwards: it has come. */
    public Effect attempt(Entry entry) {
        return accord.take(entry);
    }

    /**
     * Puts hashes where a person wrote numbers and names: the version of a text, the wordings of clauses.
     *
     * @return what it says then, or what cannot be so
     */
    public Resolved resolve(String type, Json.Members content, Instant now) {
        Json text = content.find("text").orElse(new Json.Nothing());
        if (!(text instanceof Json.Text named)) {
            return new Resolved(content, List.of());
        }
        TreeMap<String, Json> members = new TreeMap<>(content.values());
        List<Flaw> flaws = new ArrayList<>();
        view(now, Viewpoint.EVERYTHING).text(named.value()).ifPresent(view -> {
            resolveVersion(view, members, flaws);
            if (type.equals("finding")) {
                resolveWordings(view, members);
            }
        });
        return new Resolved(new Json.Members(members), flaws);
    }

    /** Content with hashes in it, and what is wrong. */
    public record Resolved(Json.Members content, List<Flaw> flaws) {
        public Resolved {
            flaws = List.copyOf(flaws);
        }
    }

    private static void resolveVersion(TextView view, Map<String, Json> members, List<Flaw> flaws) {
        if (members.get("version") instanceof Json.Whole number) {
            if (number.value() == view.number()) {
                members.put("version", new Json.Text(view.version().toHex()));
            } else {
                flaws.add(new Flaw(
                        "version",
                        "is " + number.value() + "; the last version of " + view.id() + " is " + view.number(),
                        "read that one, and write version: " + view.number()));
            }
        }
    }

    private static void resolveWordings(TextView view, Map<String, Json> members) {
        if (members.get("judged") instanceof Json.Items items) {
            members.put(
                    "judged",
                    new Json.Items(items.values().stream()
                            .map(item -> wording(view, item))
                            .toList()));
        }
    }

    private static Json wording(TextView view, Json item) {
        if (!(item instanceof Json.Text id)) {
            return item;
        }
        Hash wording = view.clauses().stream()
                .filter(clause -> clause.id().equals(id.value()))
                .findFirst()
                .map(Clause::wording)
                .orElse(Hash.NONE);
        return Json.Members.of(Map.of("clause", id, "wording", new Json.Text(wording.toHex())));
    }
}
