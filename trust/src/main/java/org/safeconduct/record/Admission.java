package org.safeconduct.record;

/**
 * Whether a log takes an entry in. It takes any that is signed, for this log, and next in its author's chain; what an
 * entry says never matters, so that a keeper cannot silence anyone by a rule of its own.
 */
public sealed interface Admission {

    /** Why a log does not take an entry in. */
    enum Rule {
        /** Written for another log. */
        ORIGIN,
        /** The signature does not count. */
        SIGNATURE,
        /** Its author has an entry of this or a later sequence here: a retry, or a forked history. */
        ALREADY_FOLLOWED,
        /** Entries of the author before it are not here. */
        GAP,
        /** It does not name the author's last entry as the one before it. */
        OTHER_HISTORY
    }

    /** The entry may be appended; the author's chain then stands at {@code head}. */
    record Admitted(ChainHead head) implements Admission {}

    /** The entry is not taken in; {@code remedy} says what its author can do. */
    record NotAdmitted(Rule rule, String remedy) implements Admission {}

    /**
     * Decides about an entry that the log does not hold yet.
     *
     * @param head where its author's chain stands in the log
     */
    static Admission of(Entry entry, String origin, ChainHead head, SignatureVerifier verifier) {
        EntryBody body = entry.body();
        if (!body.origin().equals(origin)) {
            return new NotAdmitted(Rule.ORIGIN, "it is written for the log " + body.origin() + "; this is " + origin);
        }
        if (!entry.isSigned(verifier)) {
            return new NotAdmitted(Rule.SIGNATURE, "its signature does not count; sign it again");
        }
        if (body.sequence() < head.next()) {
            return new NotAdmitted(
                    Rule.ALREADY_FOLLOWED,
                    "its author has an entry of sequence " + body.sequence() + " here; the next has sequence "
                            + head.next());
        }
        if (body.sequence() > head.next()) {
            return new NotAdmitted(Rule.GAP, "send the author's entries from sequence " + head.next() + " on first");
        }
        if (!head.isFollowedBy(entry)) {
            return new NotAdmitted(
                    Rule.OTHER_HISTORY,
                    "the author's entry before it is " + head.identity() + " here, not " + body.previous());
        }
        return new Admitted(ChainHead.after(entry));
    }
}
