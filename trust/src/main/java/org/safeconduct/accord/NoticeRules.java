package org.safeconduct.accord;

import java.util.List;
import java.util.Optional;

/** What may be said of notices, and by whom. */
final class NoticeRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Roster roster;
    private final Sayings sayings;

    NoticeRules(Roster roster, Sayings sayings) {
        this.roster = roster;
        this.sayings = sayings;
    }

    /** A notice in one version. */
    record Version(Notified.Notice notice, int number) implements Sayings.Named {
        @Override
        public String id() {
            return notice.id();
        }
    }

    Effect take(Notified said, Turn turn) {
        return switch (said) {
            case Notified.Notice one -> notify(one, turn);
            case Notified.Step one -> step(one, turn);
        };
    }

    /** Whom to tell is a decision about every party, and it is written down: DOMAIN.md §3, item 20. */
    private Effect notify(Notified.Notice said, Turn turn) {
        if (!turn.actor().may(Said.Right.PROPOSE)) {
            return turn.needs(Said.Right.PROPOSE, said.id());
        }
        Optional<Heard<Version>> before = sayings.find(Version.class, said.id());
        if (before.filter(old -> !old.by().equals(turn.side())).isPresent()) {
            return turn.not(Rule.NAME_TAKEN, said.id(), "name the notice otherwise: another side has one of this name");
        }
        Optional<String> undecided = roster.listParties().stream()
                .map(Said.Side::id)
                .filter(party -> !party.equals(turn.side()) && !isDecided(said, party))
                .findFirst();
        if (undecided.isPresent()) {
            return turn.not(Rule.RECIPIENT_UNDECIDED, undecided.get(), "name it in \"to\", or in \"not-to\" with why");
        }
        int number = before.map(old -> old.said().number() + 1).orElse(1);
        sayings.keep(new Version(said, number), turn);
        return TAKEN;
    }

    private static boolean isDecided(Notified.Notice said, String party) {
        return said.to().contains(party)
                || said.leftOut().stream().anyMatch(one -> one.party().equals(party));
    }

    private Effect step(Notified.Step said, Turn turn) {
        Optional<Heard<Version>> notice = sayings.find(Version.class, said.notice());
        if (notice.isEmpty()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.notice(), "name a notice that is in the record");
        }
        Version version = notice.get().said();
        if (version.number() != said.number()) {
            return turn.not(
                    Rule.OTHER_VERSION, said.notice(), "read version " + version.number() + ", and say it again");
        }
        if (!said.to().isEmpty() && !version.notice().to().contains(said.to())) {
            return turn.not(Rule.UNKNOWN_SUBJECT, said.to(), "name somebody to whom the notice goes");
        }
        String whose = said.became().isTheSenders() ? notice.get().by() : said.to();
        if (!whose.equals(turn.side())
                && (said.became().isTheSenders() || said.relayed().isEmpty())) {
            return turn.not(
                    Rule.NO_RIGHT,
                    Words.of(said.became()),
                    "let the one who did it say so, or write it down as relayed");
        }
        sayings.keep(said, turn, turn.side(), whose.equals(turn.side()) ? Assurance.OWN_KEY : Assurance.NOTED);
        return TAKEN;
    }
}
