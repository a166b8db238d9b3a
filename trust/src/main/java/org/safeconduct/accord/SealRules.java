package org.safeconduct.accord;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Sealed;
import org.safeconduct.terms.Label;

/** With what words are sealed, and who can have them erased. Nothing else in the accord depends on it. */
final class SealRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;
    private final Map<AuthorKey, String> announced = new LinkedHashMap<>();
    private final Map<String, String> sideOf = new LinkedHashMap<>();
    private final Map<Hash, Seal> seals = new LinkedHashMap<>();
    private final Set<Hash> named = new HashSet<>(); // words belong to the first entry that names them
    private final Map<Hash, Asking> erasures = new LinkedHashMap<>();
    private final Map<Hash, Hash> erasureOf = new LinkedHashMap<>();

    /** What an entry holds sealed, and whose it is. */
    record Seal(long index, Hash entry, String side, Label label, Sealed stated) {}

    /** An erasure asked for: it is decided when the owner and another side have consented. */
    private record Asking(
            Said.Erasure said, String owner, TreeSet<String> sides, TreeSet<String> by, TreeSet<String> reported) {
        boolean isDecided() {
            return sides.size() >= 2 && (owner.isEmpty() || sides.contains(owner));
        }
    }

    SealRules(Roster roster) {
        this.roster = roster;
    }

    void note(Entry entry, long index) {
        String side = roster.findActor(entry.body().author()).map(Actor::side).orElse("");
        Hash id = entry.identity();
        Sealed.of(entry.body().content())
                .filter(stated -> named.add(stated.ciphertext()))
                .ifPresent(stated ->
                        seals.put(id, new Seal(index, id, side, entry.body().label(), stated)));
    }

    Effect announce(Said.Recipient said, Turn turn) {
        if (!sideOf.getOrDefault(said.key(), turn.side()).equals(turn.side())) {
            return turn.not(Rule.NO_RIGHT, said.key(), "announce a key of your own side");
        }
        announced.put(turn.entry().body().author(), said.key());
        sideOf.put(said.key(), turn.side());
        return TAKEN;
    }

    List<String> recipients(String side) {
        return announced.entrySet().stream()
                .filter(one -> roster.findActor(one.getKey())
                        .filter(actor -> actor.side().equals(side))
                        .isPresent())
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    Optional<String> findRecipient(AuthorKey author) {
        return Optional.ofNullable(announced.get(author));
    }

    Effect erase(Said.Erasure said, Turn turn) {
        TreeSet<String> owners = new TreeSet<>();
        for (Hash one : said.entries()) {
            Seal seal = seals.get(one);
            if (seal == null || findErasure(one).filter(Asking::isDecided).isPresent()) {
                return turn.not(
                        Rule.UNKNOWN_SUBJECT, one.toHex(), "name entries with sealed words that are not erased");
            }
            owners.add(seal.side());
        }
        if (owners.size() != 1) {
            return turn.not(Rule.UNKNOWN_SUBJECT, "", "ask for the words of one side at a time");
        }
        Asking asking = new Asking(said, owners.first(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Hash id = turn.entry().identity();
        erasures.put(id, asking);
        said.entries().forEach(one -> erasureOf.put(one, id));
        if (turn.actor().isPrincipal()) {
            add(id, asking, turn);
        }
        return TAKEN;
    }

    Effect consent(Said.ErasureConsent said, Turn turn) {
        Asking asking = erasures.get(said.erasure());
        if (asking == null) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.erasure().toHex(), "name an erasure that was asked for");
        }
        if (!turn.actor().isPrincipal()) {
            return turn.not(Rule.NO_RIGHT, said.erasure().toHex(), "let a principal of " + turn.side() + " consent");
        }
        add(said.erasure(), asking, turn);
        return TAKEN;
    }

    private void add(Hash id, Asking asking, Turn turn) {
        asking.sides().add(turn.side());
        asking.by().add(turn.side() + ", " + turn.actor().office());
        if (asking.isDecided()) {
            asking.said().entries().forEach(one -> erasureOf.put(one, id)); // another may have been asked for since
        }
    }

    private Optional<Asking> findErasure(Hash entry) {
        return Optional.ofNullable(erasureOf.get(entry)).map(erasures::get);
    }

    Effect report(Said.ErasureDone said, Turn turn) {
        Optional<Asking> asking =
                Optional.ofNullable(erasures.get(said.erasure())).filter(Asking::isDecided);
        if (asking.isEmpty()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.erasure().toHex(), "name an erasure that was decided");
        }
        asking.get().reported().add(turn.side());
        return TAKEN;
    }

    List<SealView> view(Predicate<Seal> isShown) {
        return seals.values().stream().filter(isShown).map(this::view).toList();
    }

    private SealView view(Seal seal) {
        return new SealView(
                seal.index(),
                seal.entry(),
                seal.side(),
                seal.stated().readers().stream()
                        .map(key -> sideOf.getOrDefault(key, key))
                        .distinct()
                        .toList(),
                seal.stated().ciphertext(),
                findErasure(seal.entry()).map(one -> asked(erasureOf.getOrDefault(seal.entry(), Hash.NONE), one)));
    }

    private static SealView.Asked asked(Hash id, Asking one) {
        return new SealView.Asked(
                id, one.said().ground(), List.copyOf(one.by()), one.isDecided(), List.copyOf(one.reported()));
    }
}
