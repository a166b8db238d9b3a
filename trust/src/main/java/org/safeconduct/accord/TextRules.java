package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.terms.PlanFinding;

/** What may be said of a text, and by whom. */
final class TextRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;

    TextRules(Roster roster) {
        this.roster = roster;
    }

    /** Why clauses cannot stand in a text of a kind; empty if they can. */
    Optional<Effect> findUnfit(List<Clause> clauses, TextKind kind, Turn turn) {
        for (Clause clause : clauses) {
            if (!clause.kind().fits(kind)) {
                return Optional.of(turn.not(
                        Rule.UNKNOWN_SUBJECT,
                        clause.id(),
                        "leave it out: a " + Words.of(kind) + " has no such clause"));
            }
            for (Clause.Leg leg : clause.legs()) {
                if (roster.findParty(leg.confirmedBy()).isEmpty()) {
                    return Optional.of(turn.not(
                            Rule.UNKNOWN_SUBJECT,
                            leg.confirmedBy(),
                            "let a party of the founding confirm segment " + leg.id()));
                }
            }
        }
        return Optional.empty();
    }

    Effect amend(TextState text, Said.Amendment said, Turn turn) {
        if (!turn.actor().may(Said.Right.PROPOSE)) {
            return turn.needs(Said.Right.PROPOSE, said.text());
        }
        for (String dropped : said.dropped()) {
            if (text.findClause(dropped).isEmpty()) {
                return turn.not(Rule.UNKNOWN_SUBJECT, dropped, "drop a clause that the text has");
            }
        }
        boolean isEmptied = said.put().isEmpty()
                && text.listClauses().stream().allMatch(one -> said.dropped().contains(one.id()));
        if (isEmptied) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.text(), "keep a clause, or withdraw the text");
        }
        Optional<Effect> unfit = findUnfit(said.put(), text.proposal().kind(), turn);
        if (unfit.isEmpty()) {
            text.amend(said.put(), said.dropped());
        }
        return unfit.orElse(TAKEN);
    }

    Effect answer(TextState text, Said.Answer said, Turn turn) {
        String party = turn.party(said.voice());
        if (roster.findParty(party).isEmpty()) {
            return turn.not(Rule.NO_RIGHT, said.text(), "let a party answer; the facilitator can note what it says");
        }
        Map<Clause, Said.ClauseAnswer> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Said.ClauseAnswer> one : said.clauses().entrySet()) {
            List<Clause> meant = one.getKey().equals(Said.Answer.ALL)
                    ? text.listClauses()
                    : text.findClause(one.getKey()).stream().toList();
            if (meant.isEmpty()) {
                return turn.not(Rule.UNKNOWN_SUBJECT, one.getKey(), "answer a clause that the text has");
            }
            meant.forEach(clause -> answers.put(clause, one.getValue()));
        }
        List<Effect.Remark> remarks = new ArrayList<>();
        answers.forEach((clause, one) -> text.answer(clause.id(), party, reply(clause, one, said, turn, remarks)));
        return new Effect.Taken(remarks);
    }

    private static TextState.Reply reply(
            Clause clause, Said.ClauseAnswer one, Said.Answer said, Turn turn, List<Effect.Remark> remarks) {
        boolean isNoted = said.noted().isPresent();
        boolean binds = !isNoted && turn.actor().binds(clause.kind());
        if (!binds && one.stance() == Stance.ACCEPTED) {
            remarks.add(new Effect.Remark(
                    isNoted ? Effect.Remark.Kind.NOTED_ONLY : Effect.Remark.Kind.IN_PRINCIPLE_ONLY, clause.id()));
        }
        return new TextState.Reply(
                one.stance(),
                one.condition(),
                binds,
                said.voice().assurance(),
                isNoted ? Optional.empty() : turn.actor().until(),
                turn.labelFor(turn.party(said.voice()), said.voice().assurance()),
                turn.entry().body().author(),
                turn.index());
    }

    Effect ratify(TextState text, Said.Ratification said, Turn turn) {
        String party = turn.party(said.voice());
        String office = said.noted().map(Noted::by).orElse(turn.actor().office());
        boolean isOwn = said.noted().isEmpty();
        if (!isPrincipal(party, office) || (isOwn && !turn.actor().isPrincipal())) {
            return turn.not(Rule.NO_RIGHT, office, "let a principal of the party decide, as the founding names them");
        }
        Optional<ClauseKind> empty = ClauseKind.needed(text.proposal().kind()).stream()
                .filter(kind -> kind.need() == ClauseKind.Need.FILLED && !text.isFilled(kind))
                .findFirst();
        if (empty.isPresent()) {
            return turn.not(
                    Rule.STILL_TO_SETTLE,
                    Words.of(empty.get()),
                    "fill it first; then there is another version to decide on");
        }
        Assurance assurance = said.voice().assurance();
        text.ratify(new TextState.Ratified(
                party, office, assurance, turn.entry().body().author(), turn.index()));
        return roster.counts(assurance)
                ? TAKEN
                : new Effect.Taken(List.of(new Effect.Remark(Effect.Remark.Kind.NOTED_ONLY, office)));
    }

    private boolean isPrincipal(String party, String office) {
        return roster.findParty(party).stream()
                .flatMap(side -> side.principals().stream())
                .anyMatch(person -> person.office().equals(office));
    }

    Effect withdraw(TextState text, Said.Withdrawal said, Turn turn) {
        if (!text.proposedBy().equals(turn.side()) || !turn.actor().may(Said.Right.PROPOSE)) {
            return turn.not(Rule.NO_RIGHT, said.text(), "let " + text.proposedBy() + " withdraw it, who proposed it");
        }
        text.withdraw(said.reason());
        return TAKEN;
    }

    Effect judge(TextState text, Said.Finding said, Turn turn) {
        for (PlanFinding.JudgedClause one : said.finding().judged()) {
            if (text.findClause(one.clause()).isEmpty()) {
                return turn.not(Rule.UNKNOWN_SUBJECT, one.clause(), "name clauses that the text has");
            }
        }
        text.judge(new TextState.Judged(said.finding(), turn.side(), turn.index()));
        return new Effect.Taken(text.listStale(said.finding()).stream()
                .map(clause -> new Effect.Remark(Effect.Remark.Kind.OTHER_WORDING, clause))
                .toList());
    }

    Effect fulfil(TextState text, Said.Fulfilment said, Turn turn) {
        if (text.listConditions().stream().noneMatch(one -> one.id().equals(said.condition()))) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.condition(), "name a condition of the text");
        }
        text.fulfil(said.condition(), turn.index());
        return TAKEN;
    }
}
