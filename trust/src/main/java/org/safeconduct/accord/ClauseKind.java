package org.safeconduct.accord;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a clause of a text is about. Which kinds a text needs before it can be agreed: DOMAIN.md §2 and its item 1. */
public enum ClauseKind {
    /** From when to when. */
    TIME(TextKind.CORRIDOR, Need.FILLED),
    /** The exact points where people gather and the places that the route names. */
    PLACE(TextKind.CORRIDOR, Need.FILLED),
    /** Segment by segment, each with the party that says it will confirm it. */
    ROUTE(TextKind.CORRIDOR, Need.FILLED),
    /** Who may leave, without a gap: everyone is named, or falls under everyone else. */
    WHO(TextKind.CORRIDOR, Need.FILLED),
    /** What is brought in, when and by which way; or that nothing is. */
    AID_IN(TextKind.CORRIDOR, Need.FILLED),
    DIRECTION(TextKind.CORRIDOR, Need.SETTLED),
    DESTINATIONS(TextKind.CORRIDOR, Need.SETTLED),
    VEHICLES(TextKind.CORRIDOR, Need.SETTLED),
    SCREENING(TextKind.CORRIDOR, Need.SETTLED),
    CLEARANCE(TextKind.CORRIDOR, Need.SETTLED),
    ESCORT(TextKind.CORRIDOR, Need.SETTLED),
    /** What must be so before it begins, by when, shown how. */
    CONDITIONS(TextKind.CORRIDOR, Need.SETTLED),
    PUBLIC_NOTICE(TextKind.CORRIDOR, Need.SETTLED),
    STOP_RULE(TextKind.CORRIDOR, Need.SETTLED),
    /** Another text that moves only if this one does. */
    LINKED(TextKind.CORRIDOR, Need.MAY_BE),
    PROHIBITED(TextKind.CEASE_FIRE, Need.FILLED),
    PERMITTED(TextKind.CEASE_FIRE, Need.SETTLED),
    COVERAGE(TextKind.CEASE_FIRE, Need.FILLED),
    ENTRY_INTO_FORCE(TextKind.CEASE_FIRE, Need.FILLED),
    DURATION(TextKind.CEASE_FIRE, Need.FILLED),
    RENEWAL(TextKind.CEASE_FIRE, Need.SETTLED),
    MONITORING(TextKind.CEASE_FIRE, Need.SETTLED),
    DISPUTES(TextKind.CEASE_FIRE, Need.SETTLED),
    /** A part of a readout. */
    PARAGRAPH(TextKind.READOUT, Need.MAY_BE),
    /** Anything else that a text says. */
    OTHER(Need.MAY_BE);

    /** How much a text needs it. */
    enum Need {
        /** Nothing is agreed before it is filled. */
        FILLED,
        /** Filled, or left open by all parties in so many words. */
        SETTLED,
        MAY_BE
    }

    private final Optional<TextKind> text; // empty if any may have it
    private final Need need;

    ClauseKind(Need need) {
        this.text = Optional.empty();
        this.need = need;
    }

    ClauseKind(TextKind text, Need need) {
        this.text = Optional.of(text);
        this.need = need;
    }

    Need need() {
        return need;
    }

    /** The kinds that a text of this kind needs, those that must be filled first. */
    static List<ClauseKind> needed(TextKind kind) {
        return Arrays.stream(values())
                .filter(one -> one.fits(kind) && one.need != Need.MAY_BE)
                .sorted((a, b) -> a.need.compareTo(b.need))
                .toList();
    }

    boolean fits(TextKind kind) {
        return text.isEmpty() || text.get() == kind;
    }
}
