package org.safeconduct.accord;

import java.util.Arrays;
import java.util.List;

/** What a clause of a text is about. Which kinds a text needs before it can be agreed: DOMAIN.md §2 and its item 1. */
public enum ClauseKind {
    /** From when to when. */
    TIME(Text.CORRIDOR, Need.FILLED),
    /** The exact points where people gather and the places that the route names. */
    PLACE(Text.CORRIDOR, Need.FILLED),
    /** Segment by segment, each with the party that says it will confirm it. */
    ROUTE(Text.CORRIDOR, Need.FILLED),
    /** Who may leave, without a gap: everyone is named, or falls under everyone else. */
    WHO(Text.CORRIDOR, Need.FILLED),
    /** What is brought in, when and by which way; or that nothing is. */
    AID_IN(Text.CORRIDOR, Need.FILLED),
    DIRECTION(Text.CORRIDOR, Need.SETTLED),
    DESTINATIONS(Text.CORRIDOR, Need.SETTLED),
    VEHICLES(Text.CORRIDOR, Need.SETTLED),
    SCREENING(Text.CORRIDOR, Need.SETTLED),
    CLEARANCE(Text.CORRIDOR, Need.SETTLED),
    ESCORT(Text.CORRIDOR, Need.SETTLED),
    /** What must be so before it begins, by when, shown how. */
    CONDITIONS(Text.CORRIDOR, Need.SETTLED),
    PUBLIC_NOTICE(Text.CORRIDOR, Need.SETTLED),
    STOP_RULE(Text.CORRIDOR, Need.SETTLED),
    /** Another text that moves only if this one does. */
    LINKED(Text.CORRIDOR, Need.MAY_BE),
    PROHIBITED(Text.CEASE_FIRE, Need.FILLED),
    PERMITTED(Text.CEASE_FIRE, Need.SETTLED),
    COVERAGE(Text.CEASE_FIRE, Need.FILLED),
    ENTRY_INTO_FORCE(Text.CEASE_FIRE, Need.FILLED),
    DURATION(Text.CEASE_FIRE, Need.FILLED),
    RENEWAL(Text.CEASE_FIRE, Need.SETTLED),
    MONITORING(Text.CEASE_FIRE, Need.SETTLED),
    DISPUTES(Text.CEASE_FIRE, Need.SETTLED),
    /** A part of a readout. */
    PARAGRAPH(Text.READOUT, Need.MAY_BE),
    /** Anything else that a text says. */
    OTHER(Text.ANY, Need.MAY_BE);

    /** Kinds of text that have such a clause. */
    private enum Text {
        CORRIDOR,
        CEASE_FIRE,
        READOUT,
        ANY
    }

    /** How much a text needs it. */
    enum Need {
        /** Nothing is agreed before it is filled. */
        FILLED,
        /** Filled, or left open by all parties in so many words. */
        SETTLED,
        MAY_BE
    }

    private final Text text;
    private final Need need;

    ClauseKind(Text text, Need need) {
        this.text = text;
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
        return switch (text) {
            case ANY -> true;
            case CORRIDOR -> kind == TextKind.CORRIDOR;
            case CEASE_FIRE -> kind == TextKind.CEASE_FIRE;
            case READOUT -> kind == TextKind.READOUT;
        };
    }
}
