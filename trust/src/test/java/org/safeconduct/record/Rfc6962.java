package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;

/** Section 2.1 of RFC 6962 word for word: slow, obvious, over a list of all leaves. */
final class Rfc6962 {

    private Rfc6962() {}

    static Hash mth(List<Hash> d) {
        if (d.isEmpty()) {
            return Hash.of(new byte[0]);
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = split(d.size());
        return Hash.of(
                new byte[] {1},
                mth(d.subList(0, k)).toArray(),
                mth(d.subList(k, d.size())).toArray());
    }

    static List<Hash> path(int m, List<Hash> d) {
        List<Hash> path = new ArrayList<>();
        if (d.size() > 1) {
            int k = split(d.size());
            if (m < k) {
                path.addAll(path(m, d.subList(0, k)));
                path.add(mth(d.subList(k, d.size())));
            } else {
                path.addAll(path(m - k, d.subList(k, d.size())));
                path.add(mth(d.subList(0, k)));
            }
        }
        return path;
    }

    static List<Hash> proof(int m, List<Hash> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<Hash> d, boolean isWhole) {
        List<Hash> proof = new ArrayList<>();
        if (m == d.size()) {
            if (!isWhole) {
                proof.add(mth(d));
            }
            return proof;
        }
        int k = split(d.size());
        if (m <= k) {
            proof.addAll(subproof(m, d.subList(0, k), isWhole));
            proof.add(mth(d.subList(k, d.size())));
        } else {
            proof.addAll(subproof(m - k, d.subList(k, d.size()), false));
            proof.add(mth(d.subList(0, k)));
        }
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
