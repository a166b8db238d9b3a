package org.safeconduct.accord;

import java.util.List;

/** What may be said of incidents, and by whom. Nothing that is claimed is weighed. */
final class ClaimRules {
    private static final Effect.Taken TAKEN = new Effect.Taken(List.of());

    private final Sayings sayings;

    ClaimRules(Sayings sayings) {
        this.sayings = sayings;
    }

    Effect take(Claimed said, Turn turn) {
        if (!turn.actor().may(Said.Right.REPORT)) {
            return turn.needs(Said.Right.REPORT, "an incident");
        }
        return switch (said) {
            case Claimed.Incident one -> name(one, turn);
            case Claimed.Claim one -> of(one.incident(), one, turn);
            case Claimed.Assessment one -> of(one.incident(), one, turn);
        };
    }

    private Effect name(Claimed.Incident said, Turn turn) {
        if (sayings.find(Claimed.Incident.class, said.id()).isPresent()) {
            return turn.not(Rule.NAME_TAKEN, said.id(), "claim what you have to say of the incident of this name");
        }
        sayings.keep(said, turn);
        return TAKEN;
    }

    private Effect of(String incident, Claimed said, Turn turn) {
        if (sayings.find(Claimed.Incident.class, incident).isEmpty()) {
            return turn.not(Rule.UNKNOWN_SUBJECT, incident, "name an incident that is in the record");
        }
        sayings.keep(said, turn);
        return TAKEN;
    }
}
