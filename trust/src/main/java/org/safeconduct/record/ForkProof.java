package org.safeconduct.record;

import java.util.List;

/**
 * Two entries that one author signed for one log and that cannot both stand in one history.
 *
 * <p>Either both have the same sequence, or the later names another entry than the earlier as the one before it. Anyone
 * can check it, without the log. It says nothing of why: a copied disk does it as well as intent.
 *
 * <pre>
 *   safeconduct/fork-proof/v1
 *   base64 of a leaf, then base64 of the other: the lower sequence first, or else the lower identity
 * </pre>
 */
public record ForkProof(Entry first, Entry second) {

    /** Its first line. */
    public static final String HEADER = "safeconduct/fork-proof/v1";

    private static final int MOST_BYTES = 64 * 1024;

    /**
     * Takes two entries in their order.
     *
     * @throws IllegalArgumentException if the two could stand in one history
     */
    public ForkProof {
        if (!contradict(first, second)) {
            throw new IllegalArgumentException("the two entries can stand in one history; this is no fork");
        }
    }

    /** The proof from two entries in any order. */
    public static ForkProof of(Entry one, Entry other) {
        long order = one.body().sequence() - other.body().sequence();
        boolean isFirst = order < 0 || (order == 0 && one.identity().compareTo(other.identity()) < 0);
        return isFirst ? new ForkProof(one, other) : new ForkProof(other, one);
    }

    private static boolean contradict(Entry first, Entry second) {
        EntryBody a = first.body();
        EntryBody b = second.body();
        if (!a.author().equals(b.author()) || !a.origin().equals(b.origin())) {
            return false;
        }
        return a.sequence() == b.sequence()
                ? first.identity().compareTo(second.identity()) < 0
                : a.sequence() + 1 == b.sequence() && !b.previous().equals(first.identity());
    }

    public boolean isSigned(SignatureVerifier verifier) {
        return first.isSigned(verifier) && second.isSigned(verifier);
    }

    public byte[] write() {
        String text =
                HEADER + "\n" + first.leaf().toBase64() + "\n" + second.leaf().toBase64() + "\n";
        return Bytes.ofText(text).shared();
    }

    /**
     * Reads a proof.
     *
     * @throws Malformed unless it is such a text of two entries that contradict each other
     */
    public static ForkProof read(byte[] bytes) throws Malformed {
        List<String> lines = Lines.of(bytes, MOST_BYTES);
        if (lines.size() != 3 || !lines.getFirst().equals(HEADER)) {
            throw Malformed.inLine(1, "no fork proof", "begin with " + HEADER + ", then two leaves in base64");
        }
        Entry first = Entry.read(Bytes.ofBase64(lines.get(1)));
        Entry second = Entry.read(Bytes.ofBase64(lines.get(2)));
        if (!contradict(first, second)) {
            throw Malformed.inLine(
                    2, "two entries that can stand in one history", "send two that cannot, in their order");
        }
        return new ForkProof(first, second);
    }
}
