package org.safeconduct.accord;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safeconduct.record.Hash;

/**
 * Words of an entry that only some can read.
 *
 * @param index of the entry
 * @param entry its identity
 * @param side whose words they are; empty if its author spoke for nobody
 * @param readers ids of sides, or age recipients that no side has announced
 * @param ciphertext by which they are found
 * @param erasure the one that counts, else the last one asked for
 */
public record SealView(
        long index, Hash entry, String side, List<String> readers, Hash ciphertext, Optional<Asked> erasure) {

    /**
     * An erasure that was asked for.
     *
     * @param ground why, as its author says
     * @param by who consents, as side and office
     * @param isDecided whether those have consented who must
     * @param reported sides that say they have destroyed their copies
     */
    public record Asked(Hash id, String ground, List<String> by, boolean isDecided, List<String> reported) {
        public Asked {
            by = List.copyOf(by);
            reported = List.copyOf(reported);
        }
    }

    /** What can be said of such words where some ciphertexts are held. There is no fourth. */
    public enum Known {
        /** They are here, for who can open them. */
        HELD,
        /** They are not here; nothing is known of them. */
        UNKNOWN,
        /** They are to be nowhere, whatever is still held. */
        ERASED
    }

    public SealView {
        readers = List.copyOf(readers);
    }

    public boolean isErased() {
        return erasure.filter(Asked::isDecided).isPresent();
    }

    public Known known(Predicate<Hash> isHeld) {
        if (isErased()) {
            return Known.ERASED;
        }
        return isHeld.test(ciphertext) ? Known.HELD : Known.UNKNOWN;
    }
}
