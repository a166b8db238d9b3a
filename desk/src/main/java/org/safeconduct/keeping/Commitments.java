package org.safeconduct.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;

/**
 * What is said in an entry without being shown: hashes for the entry, and what its author keeps to open them.
 *
 * <p>Decoys fill the hashes up to 8, 16, 32, 64 or 128, so that their number does not tell how much is said.
 *
 * @param hashes in ascending order
 */
record Commitments(List<Hash> hashes, List<Kept> kept) {

    private static final int FEWEST = 8;
    private static final int SALT_BYTES = 32;

    /** One thing that was committed to. */
    record Kept(String field, Json value, Bytes salt) {
        Disclosure disclosure(Hash entry) {
            Disclosure disclosure = new Disclosure(entry, field, value, salt);
            int length = disclosure.write().length;
            if (length > CanonicalJson.MOST_BYTES) {
                throw new IllegalArgumentException("committed has \"" + field + "\", which takes " + length
                        + " bytes to disclose, at most 16384; commit to the hash of a long text");
            }
            return disclosure;
        }
    }

    Commitments {
        hashes = List.copyOf(hashes);
        kept = List.copyOf(kept);
    }

    /**
     * Commits to each member of an object.
     *
     * @param chance gives that many bytes that nobody could guess
     */
    static Commitments of(Json.Members committed, String origin, AuthorKey author, IntFunction<Bytes> chance) {
        List<Kept> kept = new ArrayList<>();
        TreeSet<Hash> hashes = new TreeSet<>();
        for (Map.Entry<String, Json> one : committed.values().entrySet()) {
            Bytes salt = chance.apply(SALT_BYTES);
            kept.add(new Kept(one.getKey(), one.getValue(), salt));
            hashes.add(Disclosure.commit(origin, author, one.getKey(), one.getValue(), salt));
        }
        int decoys = Math.max(FEWEST, ceilingPowerOfTwo(kept.size())) - kept.size();
        for (int i = 0; i < decoys; i++) {
            hashes.add(Hash.of(chance.apply(SALT_BYTES)));
        }
        if (hashes.size() < kept.size() + decoys) {
            throw new IllegalStateException("chance gave the same 32 bytes twice; nothing made of them is hidden");
        }
        return new Commitments(List.copyOf(hashes), kept);
    }

    private static int ceilingPowerOfTwo(int number) {
        return number <= 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
    }
}
