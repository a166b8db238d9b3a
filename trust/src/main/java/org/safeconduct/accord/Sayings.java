package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.Label;

/** What was said beside the texts, in the order of the log. Not for several threads. */
final class Sayings {
    private final Map<Class<?>, List<Kept<?>>> all = new HashMap<>();
    private final Map<Name, Kept<?>> named = new HashMap<>();
    private final Map<Hash, List<Count>> counts = new HashMap<>();
    private final Set<Hash> statements = new HashSet<>();

    /** Something said, the key that signed it, and for whom it is. */
    record Kept<T>(Heard<T> heard, AuthorKey key, Label label) {}

    private record Name(Class<?> kind, String id) {}

    /** Keeps what the author says for its own side. */
    void keep(Object said, Turn turn) {
        keep(said, turn, turn.side(), Assurance.OWN_KEY);
    }

    /** Keeps what is said for a party; the last of a name is found by it. */
    void keep(Object said, Turn turn, String party, Assurance assurance) {
        Heard<Object> heard = new Heard<>(
                said, turn.side(), party, assurance, false, turn.entry().identity(), turn.index());
        Kept<?> kept = new Kept<>(heard, turn.entry().body().author(), turn.labelFor(party, assurance));
        all.computeIfAbsent(said.getClass(), _ -> new ArrayList<>()).add(kept);
        if (said instanceof Named one) {
            named.put(new Name(said.getClass(), one.id()), kept);
        }
        if (said instanceof Counted one) {
            counts.put(turn.entry().identity(), one.counts());
        }
    }

    <T> Optional<Heard<T>> find(Class<T> kind, String id) {
        return Optional.ofNullable(named.get(new Name(kind, id))).map(kept -> cast(kind, kept));
    }

    Optional<Count> findCount(Talked.Term term) {
        List<Count> of = counts.getOrDefault(term.entry(), List.of());
        return term.count() < of.size() ? Optional.of(of.get(term.count())) : Optional.empty();
    }

    void keepStatement(Turn turn) {
        statements.add(turn.entry().identity());
    }

    boolean hasStatement(Hash identity) {
        return statements.contains(identity);
    }

    /** All of a kind that a reader may see. */
    <T> List<Heard<T>> list(Class<T> kind, AccordView.Held held, Viewpoint from) {
        List<Heard<T>> heard = new ArrayList<>();
        for (Kept<?> kept : all.getOrDefault(kind, List.of())) {
            Heard<T> one = cast(kind, kept);
            Label label = held.released().contains(one.entry()) ? Label.PARTIES : kept.label();
            if (one.by().equals(from.reader()) || from.sees(one.party(), label)) {
                heard.add(one.as(one.said(), held.roster().isInQuestion(kept.key(), one.entry())));
            }
        }
        return heard;
    }

    /** The last of each name that a reader may see. */
    <T extends Named> List<Heard<T>> listLast(Class<T> kind, AccordView.Held held, Viewpoint from) {
        Map<String, Heard<T>> last = new LinkedHashMap<>();
        list(kind, held, from).forEach(one -> last.put(one.said().id(), one));
        return List.copyOf(last.values());
    }

    private static <T> Heard<T> cast(Class<T> kind, Kept<?> kept) {
        Heard<?> heard = kept.heard();
        return heard.as(kind.cast(heard.said()), false);
    }

    /** Something that gives figures, with which others can reckon. */
    interface Counted {
        List<Count> counts();
    }

    /** Something that others name by an id. */
    interface Named {
        String id();
    }
}
