package org.safeconduct.accord;

import org.safeconduct.record.Hash;

/**
 * Something that was said beside the texts.
 *
 * @param by the side that put it into the record
 * @param party whose it is: {@code by}, or the party for which that was written down
 * @param isInQuestion whether the key that signed was revoked later, from this entry or one before
 * @param identity of the entry, by which others refer to it
 * @param entry its index
 */
public record Heard<T>(
        T said, String by, String party, Assurance assurance, boolean isInQuestion, Hash identity, long entry) {

    <U> Heard<U> as(U other, boolean isNowInQuestion) {
        return new Heard<>(other, by, party, assurance, isNowInQuestion, identity, entry);
    }
}
