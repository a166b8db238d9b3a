package org.safeconduct.accord;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.Succession;

/** Who talks, and whose key speaks for whom. Not for several threads. */
final class Roster {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final SignatureVerifier verifier;
    private final Map<AuthorKey, Actor> actors = new HashMap<>();
    private final Map<String, Said.Side> sides = new LinkedHashMap<>();
    private final Set<AuthorKey> awaited = new HashSet<>();
    private final Map<AuthorKey, Long> revoked = new HashMap<>();
    private Optional<Said.Founding> founding = Optional.empty();
    private Hash foundingId = Hash.NONE;

    Roster(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    Optional<Said.Founding> founding() {
        return founding;
    }

    /** Whether all principals have consented to the founding, and so to each other's keys. */
    boolean isFounded() {
        return founding.isPresent() && awaited.isEmpty();
    }

    /** Whether the log is for claims about incidents, and for nothing else. */
    boolean isOfIncidents() {
        return founding.map(Said.Founding::isOfIncidents).orElse(false);
    }

    /** Principals that have not consented yet. */
    List<Said.Person> listAwaited() {
        return sides.values().stream()
                .flatMap(side -> side.principals().stream())
                .filter(person -> awaited.contains(person.key()))
                .toList();
    }

    /** The parties, without the facilitator. */
    List<Said.Side> listParties() {
        return founding.map(Said.Founding::sides).orElse(List.of());
    }

    Optional<Said.Side> findParty(String id) {
        return listParties().stream().filter(side -> side.id().equals(id)).findFirst();
    }

    /** Whether it is the id of a party or of the facilitator. */
    boolean isSide(String id) {
        return sides.containsKey(id);
    }

    /** For whom a key speaks; empty if for nobody, or no longer. */
    Optional<Actor> findActor(AuthorKey key) {
        return revoked.containsKey(key) ? Optional.empty() : Optional.ofNullable(actors.get(key));
    }

    /** How long a confirmation holds that names no end. */
    Duration confirmationLasts() {
        return founding.map(Said.Founding::confirmationLasts).orElse(Duration.ZERO);
    }

    /** Whether a decision with such assurance counts under the founding. */
    boolean counts(Assurance assurance) {
        return switch (assurance) {
            case OWN_KEY -> true;
            case PAPER -> founding.map(Said.Founding::paperRatifies).orElse(false);
            case NOTED, REPORTED -> false;
        };
    }

    /** Whether an entry of a key is in question: the key was revoked later, from there or from before. */
    boolean isInQuestion(AuthorKey key, long index) {
        Long from = revoked.get(key);
        return from != null && from <= index;
    }

    Effect found(Said.Founding said, Entry entry) {
        boolean isTheirs = said.facilitator().principals().stream()
                .anyMatch(person -> person.key().equals(entry.body().author()));
        if (!isTheirs) {
            return not(Rule.NO_RIGHT, said.title(), "let a principal of the facilitator found the record");
        }
        if (founding.isPresent()) {
            return not(Rule.FOUNDED_ONCE, foundingId.toHex(), "begin another record for other talks");
        }
        founding = Optional.of(said);
        foundingId = entry.identity();
        said.sides().forEach(side -> put(side, false));
        put(said.facilitator(), true);
        awaited.remove(entry.body().author());
        return TAKEN;
    }

    private void put(Said.Side side, boolean isFacilitator) {
        sides.put(side.id(), side);
        for (Said.Person person : side.principals()) {
            actors.put(person.key(), new Actor(side.id(), person.office(), isFacilitator, Optional.empty()));
            awaited.add(person.key());
        }
    }

    Effect consent(Said.FoundingConsent said, AuthorKey author) {
        if (!said.founding().equals(foundingId)) {
            return not(Rule.UNKNOWN_SUBJECT, said.founding().toHex(), "consent to the founding of this record");
        }
        if (revoked.containsKey(author)) {
            return stranger(author);
        }
        if (!awaited.remove(author) && !actors.containsKey(author)) {
            return not(Rule.NO_RIGHT, author.toHex(), "only those that the founding names consent to it");
        }
        return TAKEN;
    }

    Effect mandate(Said.Mandate said, Turn turn) {
        Actor author = turn.actor();
        if (!author.isPrincipal()) {
            return turn.not(Rule.NO_RIGHT, said.office(), "let a principal of the party give the mandate");
        }
        boolean isTaken = Optional.ofNullable(actors.get(said.key()))
                .filter(known -> known.isPrincipal() || !known.side().equals(author.side()))
                .isPresent();
        if (isTaken || revoked.containsKey(said.key())) {
            return turn.not(Rule.NO_RIGHT, said.key().toHex(), "give the mandate to a key of its own");
        }
        Actor.Given given = new Actor.Given(turn.entry().identity(), said.rights(), said.kinds(), said.until());
        Actor actor = new Actor(author.side(), said.office(), author.isFacilitator(), Optional.of(given));
        actors.put(said.key(), actor);
        return TAKEN;
    }

    Effect endMandate(Said.MandateEnd said, Turn turn) {
        Actor author = turn.actor();
        for (Map.Entry<AuthorKey, Actor> one : actors.entrySet()) {
            Optional<Actor.Given> given = one.getValue().mandate();
            if (given.isPresent() && given.get().id().equals(said.mandate())) {
                if (!author.isPrincipal()
                        || !author.side().equals(one.getValue().side())) {
                    return turn.not(Rule.NO_RIGHT, said.mandate().toHex(), "let a principal of that party end it");
                }
                actors.remove(one.getKey());
                return TAKEN;
            }
        }
        return turn.not(Rule.UNKNOWN_SUBJECT, said.mandate().toHex(), "name a mandate that has not ended");
    }

    Effect rotate(Said.KeyRotation said, Turn turn) {
        AuthorKey old = turn.entry().body().author();
        String origin = turn.entry().body().origin();
        if (!new Succession(origin, old, said.key()).isProvenBy(said.proof(), verifier)) {
            return turn.not(Rule.KEY_UNPROVEN, said.key().toHex(), "let the new key sign too: keys rotate");
        }
        if (actors.containsKey(said.key()) || revoked.containsKey(said.key())) {
            return turn.not(Rule.NO_RIGHT, said.key().toHex(), "let a key follow that is nobody's yet");
        }
        actors.put(said.key(), turn.actor());
        actors.remove(old);
        if (awaited.remove(old)) {
            awaited.add(said.key());
        }
        return TAKEN;
    }

    Effect revoke(Said.KeyRevocation said, Turn turn) {
        Actor actor = turn.actor();
        Actor target = actors.get(said.key());
        boolean isOwn = turn.entry().body().author().equals(said.key());
        boolean isPrincipals =
                target != null && actor.isPrincipal() && actor.side().equals(target.side());
        if (!isOwn && !isPrincipals) {
            return turn.not(
                    Rule.NO_RIGHT, said.key().toHex(), "let the key itself or a principal of its party revoke it");
        }
        revoked.put(said.key(), said.from());
        return TAKEN;
    }

    /** A key that speaks for nobody, or no longer. */
    Effect stranger(AuthorKey key) {
        return revoked.containsKey(key)
                ? not(Rule.KEY_REVOKED, key.toHex(), "sign with the key that took its place")
                : not(Rule.NO_RIGHT, key.toHex(), "ask a principal of the party for a mandate");
    }

    private static Effect not(Rule rule, String about, String remedy) {
        return new Effect.NotAccepted(rule, about, "", remedy);
    }
}
