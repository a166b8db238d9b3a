package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What may be said around the texts, and by whom. */
final class TalkRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;
    private final Sayings sayings;
    private final Predicate<String> isText;
    private final Set<String> items = new HashSet<>();

    TalkRules(Roster roster, Sayings sayings, Predicate<String> isText) {
        this.roster = roster;
        this.sayings = sayings;
        this.isText = isText;
    }

    Effect take(Talked said, Turn turn) {
        return switch (said) {
            case Talked.Meeting one -> meet(one, turn);
            case Talked.Statement one -> state(one, turn);
            case Talked.Position one -> position(one, turn);
            case Talked.Undertaking one -> commit(one, turn);
            case Talked.Outcome one -> report(one, turn);
            case Talked.Derivation one -> derive(one, turn);
        };
    }

    private Effect meet(Talked.Meeting said, Turn turn) {
        if (!turn.actor().may(Said.Right.PROPOSE)) {
            return turn.needs(Said.Right.PROPOSE, said.id());
        }
        if (sayings.find(Talked.Meeting.class, said.id())
                .filter(old -> !old.by().equals(turn.side()))
                .isPresent()) {
            return turn.not(
                    Rule.NAME_TAKEN, said.id(), "name the meeting otherwise: another side has told of this one");
        }
        said.agenda().forEach(item -> items.add(item.id()));
        sayings.keep(said, turn);
        return TAKEN;
    }

    private Effect state(Talked.Statement said, Turn turn) {
        if (!said.by().chain().isEmpty() && !turn.actor().may(Said.Right.REPORT)) {
            return turn.needs(Said.Right.REPORT, "what others said");
        }
        if (!said.meeting().isEmpty() && !hasMeeting(said.meeting())) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.meeting(), "name a meeting that is in the record");
        }
        sayings.keep(said, turn);
        sayings.keepStatement(turn);
        return TAKEN;
    }

    boolean hasMeeting(String id) {
        return sayings.find(Talked.Meeting.class, id).isPresent();
    }

    private Effect position(Talked.Position said, Turn turn) {
        if (!items.contains(said.item())) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.item(), "name an item of a meeting's agenda");
        }
        return keepSpoken(said, turn);
    }

    private Effect keepSpoken(Talked.Spoken said, Turn turn) {
        Optional<Effect> not = findWhyNotFor(said.voice(), turn);
        if (not.isEmpty()) {
            sayings.keep(said, turn, turn.party(said.voice()), said.voice().assurance());
        }
        return not.orElse(TAKEN);
    }

    /** Why its author may not say something for a party; empty if it may. */
    private Optional<Effect> findWhyNotFor(Voice voice, Turn turn) {
        String party = turn.party(voice);
        boolean isSide = roster.isSide(party);
        if (!isSide) {
            return Optional.of(turn.not(Rule.UNKNOWN_SUBJECT, party, "name a side of the founding"));
        }
        if (voice.statement().filter(one -> !sayings.hasStatement(one)).isPresent()) {
            return Optional.of(turn.not(
                    Rule.UNKNOWN_SUBJECT, voice.statement().get().toHex(), "put the statement in first, then name it"));
        }
        return !party.equals(turn.side()) && voice.assurance() == Assurance.OWN_KEY
                ? Optional.of(
                        turn.not(Rule.NO_RIGHT, party, "say how you know: noted from whom, or in which statement"))
                : Optional.empty();
    }

    private Effect commit(Talked.Undertaking said, Turn turn) {
        if (sayings.find(Talked.Undertaking.class, said.id()).isPresent()) {
            return turn.not(Rule.NAME_TAKEN, said.id(), "give the undertaking another name");
        }
        if (!said.guarantees().isEmpty() && !isText.test(said.guarantees())) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.guarantees(), "name a text that was proposed");
        }
        return keepSpoken(said, turn);
    }

    private Effect report(Talked.Outcome said, Turn turn) {
        if (!turn.actor().may(Said.Right.REPORT)) {
            return turn.needs(Said.Right.REPORT, said.undertaking());
        }
        if (sayings.find(Talked.Undertaking.class, said.undertaking()).isEmpty()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.undertaking(), "name an undertaking that is in the record");
        }
        sayings.keep(said, turn);
        return TAKEN;
    }

    private Effect derive(Talked.Derivation said, Turn turn) {
        List<Count> counts = new ArrayList<>();
        for (Talked.Term term : said.terms()) {
            Optional<Count> count = sayings.findCount(term);
            if (count.isEmpty()) {
                return turn.not(
                        Rule.UNKNOWN_SUBJECT,
                        term.entry().toHex() + " " + term.count(),
                        "name a figure that a statement or claim gives");
            }
            counts.add(count.get());
        }
        sayings.keep(Derived.of(said, counts), turn);
        return TAKEN;
    }
}
