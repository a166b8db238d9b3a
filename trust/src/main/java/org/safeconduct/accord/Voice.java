package org.safeconduct.accord;

import java.util.Optional;
import org.safeconduct.record.Hash;

/**
 * For whom something is said that its author may not say itself.
 *
 * @param party whose it is; empty if the author's own
 * @param noted how the author has it from somebody without a key
 * @param statement identity of a statement in the record that reports it
 */
public record Voice(String party, Optional<Noted> noted, Optional<Hash> statement) {

    /** Its author's own. */
    static final Voice OWN = of(Optional.empty());

    static Voice of(Optional<Noted> noted) {
        return new Voice(noted.map(Noted::party).orElse(""), noted, Optional.empty());
    }

    static Voice read(Content from) {
        Optional<Noted> noted = SaidReader.noted(from);
        String party = noted.map(Noted::party).or(() -> from.findId("party")).orElse("");
        return new Voice(party, noted, from.findHash("statement"));
    }

    /** How sure it is that the party says so. */
    Assurance assurance() {
        if (statement.isPresent()) {
            return Assurance.REPORTED;
        }
        return noted.map(one -> one.paper().isPresent() ? Assurance.PAPER : Assurance.NOTED)
                .orElse(Assurance.OWN_KEY);
    }
}
