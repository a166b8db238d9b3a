package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Hash;

/**
 * For whom a key speaks, and what it may say.
 *
 * @param side id of the party, or of the facilitator
 * @param office in which it speaks
 * @param isFacilitator whether that side is the facilitator
 * @param mandate what it was given; empty for a principal, who may say all that its party may
 */
record Actor(String side, String office, boolean isFacilitator, Optional<Given> mandate) {

    /** A mandate as it was given. */
    record Given(Hash id, List<Said.Right> rights, List<ClauseKind> kinds, Instant until) {}

    boolean isPrincipal() {
        return mandate.isEmpty();
    }

    boolean may(Said.Right right) {
        return mandate.isEmpty() || mandate.get().rights().contains(right);
    }

    /** Whether what it accepts of such a clause binds its party. */
    boolean binds(ClauseKind kind) {
        return may(Said.Right.ACCEPT)
                && (mandate.isEmpty() || mandate.get().kinds().contains(kind));
    }

    /** Until when its word counts; empty if without end. */
    Optional<Instant> until() {
        return mandate.map(Given::until);
    }
}
