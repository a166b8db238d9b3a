package org.safeconduct.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.safeconduct.terms.Label;

/**
 * What an author says, before it is signed.
 *
 * @param origin the log it is written for; it counts in no other
 * @param type what kind of statement it is, such as {@code proposal}
 * @param sequence 0 for the author's first entry in this log, then one more each time
 * @param previous identity of the author's entry before; {@link Hash#NONE} for the first
 * @param seen the furthest head of this log that the author had seen
 * @param claimed when the author says it was written, to the second; a claim like any other
 * @param mandate identity of the entry that gives the author the right to say so; {@link Hash#NONE} if none is named
 * @param label for whom it is
 * @param nonce 16 bytes that nobody could guess
 * @param references identities of entries it speaks of
 * @param commitments what is said but not shown, in ascending order
 * @param content what is said in the open; what the rules look at stands here
 */
public record EntryBody(
        String origin,
        String type,
        AuthorKey author,
        long sequence,
        Hash previous,
        TreeHead seen,
        Instant claimed,
        Hash mandate,
        Label label,
        Bytes nonce,
        List<Hash> references,
        List<Hash> commitments,
        Json.Members content) {

    private static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int NONCE_BYTES = 16;
    private static final int MOST_HASHES = 128;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public EntryBody {
        references = List.copyOf(references);
        commitments = List.copyOf(commitments);
        require(ORIGIN.matcher(origin).matches(), "origin", origin, "at most 255 visible ASCII characters but +");
        require(TYPE.matcher(type).matches(), "type", type, "a letter a-z, then a-z, 0-9 or -, at most 64");
        require(sequence >= 0 && sequence <= Json.GREATEST, "sequence", sequence, "0 to 2^53 - 1");
        require(
                (sequence == 0) == previous.equals(Hash.NONE),
                "previous",
                previous,
                "64 zeros for sequence 0, and only then");
        require(
                claimed.equals(claimed.truncatedTo(ChronoUnit.SECONDS))
                        && !claimed.isBefore(FIRST)
                        && !claimed.isAfter(LAST),
                "claimed",
                claimed,
                "a moment to the second in the years 0 to 9999, in UTC");
        require(nonce.length() == NONCE_BYTES, "nonce", nonce, "16 bytes");
        require(references.size() <= MOST_HASHES, "references", references.size(), "at most 128");
        require(commitments.size() <= MOST_HASHES, "commitments", commitments.size(), "at most 128");
        for (int i = 1; i < commitments.size(); i++) {
            boolean ascends = commitments.get(i - 1).compareTo(commitments.get(i)) < 0;
            require(ascends, "commitments", commitments.get(i), "each once, in ascending order");
        }
    }

    private static void require(boolean holds, String member, Object value, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(member + " is " + value + "; it takes " + remedy);
        }
    }
}
