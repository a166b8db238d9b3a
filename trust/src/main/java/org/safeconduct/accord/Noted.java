package org.safeconduct.accord;

import java.util.Optional;
import org.safeconduct.record.Hash;

/**
 * Said by somebody without a key, and noted by the author.
 *
 * @param party for whom it was said
 * @param by who said it, by office
 * @param means by letter, by telephone, …
 * @param paper hash of a scan; empty if there is none
 */
public record Noted(String party, String by, Means means, Optional<Hash> paper) {

    /** How word came from somebody without a key. */
    public enum Means {
        PAPER,
        LETTER,
        TELEPHONE,
        RADIO,
        IN_PERSON
    }
}
