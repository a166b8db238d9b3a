package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may be said of a corridor on the day, and by whom. Stopping is easy, opening is not. */
final class DayRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;

    DayRules(Roster roster) {
        this.roster = roster;
    }

    /** Only the party that says it will confirm a segment does so: DOMAIN.md item 3. */
    Effect confirm(TextState text, Said.Confirmation said, Turn turn) {
        Optional<Clause.Leg> leg = text.listLegs().stream()
                .filter(one -> one.id().equals(said.segment()))
                .findFirst();
        if (leg.isEmpty()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.segment(), "confirm a segment of the route");
        }
        if (!leg.get().confirmedBy().equals(turn.side())) {
            return turn.not(
                    Rule.NOT_CONFIRMING_PARTY,
                    said.segment(),
                    "let " + leg.get().confirmedBy() + " confirm it");
        }
        if (!turn.actor().may(Said.Right.CONFIRM)) {
            return turn.needs(Said.Right.CONFIRM, said.segment());
        }
        Instant lapses = turn.claimed().plus(roster.confirmationLasts());
        Instant until = said.until().orElse(lapses);
        text.day().confirm(said.segment(), said.of(), new Day.Confirmed(turn.claimed(), until, said.relayed()));
        return TAKEN;
    }

    /** Whoever speaks for any side can stop it at once, also for somebody on the radio. */
    Effect suspend(TextState text, Said.Suspension said, Turn turn) {
        List<String> all = text.listLegs().stream().map(Clause.Leg::id).toList();
        List<String> segments = said.segments().isEmpty() ? all : said.segments();
        Optional<String> unknown =
                segments.stream().filter(one -> !all.contains(one)).findFirst();
        if (unknown.isPresent()) {
            return turn.not(
                    Rule.UNKNOWN_SUBJECT, unknown.get(), "suspend a segment of the route, or name none for all");
        }
        text.day().suspend(segments, new Day.Suspended(turn.side(), said.reason(), said.relayed()));
        return TAKEN;
    }

    /** Open only if agreed, and every segment confirmed since it was last suspended. */
    Effect open(TextState text, Standing standing, Turn turn) {
        String id = text.proposal().text();
        if (!standing.isAgreed()) {
            return turn.not(Rule.STILL_TO_SETTLE, id, "agree first: it is " + Words.of(standing));
        }
        Optional<Clause.Leg> open = text.listLegs().stream()
                .filter(leg -> text.day()
                        .findConfirmed(leg.id(), Said.Subject.SILENCE, turn.claimed())
                        .isEmpty())
                .findFirst();
        if (open.isPresent()) {
            return turn.not(
                    Rule.SEGMENT_NOT_CONFIRMED,
                    open.get().id(),
                    "wait until " + open.get().confirmedBy() + " has confirmed it");
        }
        text.day().open();
        return TAKEN;
    }

    Effect close(TextState text) {
        text.day().close();
        return TAKEN;
    }

    /** What somebody saw is always taken. */
    Effect observe(TextState text, Said.Observation said, Turn turn) {
        text.day().observe(new Day.Observed(turn.side(), said, turn.index()));
        return TAKEN;
    }
}
