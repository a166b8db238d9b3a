package org.safeconduct.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.ForkProof;
import org.safeconduct.record.Hash;
import org.safeconduct.record.LogForkProof;
import org.safeconduct.record.Opening;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.verify.BundledTree;
import org.safeconduct.verify.Fork;

/** Holds two sides against each other: first what their logs signed, then what authors did. */
record Comparing(Policy policy, SignatureVerifier verifier) {

    /** A side and what its log signed. */
    private record Signed(Side side, SignedNote note, Checkpoint checkpoint) {
        long size() {
            return checkpoint.head().size();
        }

        String entries() {
            return size() + (size() == 1 ? " entry" : " entries");
        }
    }

    Histories compare(Side first, Side second) {
        List<Fork> forks = new ArrayList<>();
        boolean hasLogs = first.findNote().isPresent() && second.findNote().isPresent();
        Histories said = hasLogs
                ? compareLogs(
                        first, first.findNote().get(), second, second.findNote().get())
                : compareEntries(first, second);
        if (said instanceof Histories.Two two) {
            forks.addAll(two.forks());
        }
        forks.addAll(authorForks(first, second));
        return forks.isEmpty() ? said : new Histories.Two(forks);
    }

    private Histories compareLogs(Side first, SignedNote firstNote, Side second, SignedNote secondNote) {
        return switch (policy.open(firstNote, verifier)) {
            case Opening.NotTrusted not -> new Histories.Untold("of the first, " + not.why());
            case Opening.Trusted one ->
                switch (policy.open(secondNote, verifier)) {
                    case Opening.NotTrusted not -> new Histories.Untold("of the second, " + not.why());
                    case Opening.Trusted two ->
                        compareLogs(
                                new Signed(first, firstNote, one.checkpoint()),
                                new Signed(second, secondNote, two.checkpoint()));
                };
        };
    }

    private Histories compareLogs(Signed a, Signed b) {
        if (!a.checkpoint().origin().equals(b.checkpoint().origin())) {
            return new Histories.Untold("these are two records, "
                    + a.checkpoint().origin() + " and " + b.checkpoint().origin());
        }
        return a.size() > b.size() ? compareHeads(b, a, "first") : compareHeads(a, b, "second");
    }

    private Histories compareHeads(Signed older, Signed newer, String which) {
        if (older.size() == newer.size()) {
            Hash root = newer.checkpoint().head().root();
            return older.checkpoint().equals(newer.checkpoint())
                    ? new Histories.One("both have signed " + older.entries() + " with the root " + root)
                    : fork(new LogForkProof(older.note(), newer.note(), root, List.of()), older, newer);
        }
        if (!(newer.side() instanceof Side.OfBundle held)) {
            return new Histories.Untold("the " + which + ", of " + newer.entries()
                    + ", is a checkpoint alone and does not show how it began; bring a bundle of it");
        }
        BundledTree tree = BundledTree.read(held.bundle(), newer.checkpoint().head());
        if (!tree.faults().isEmpty()) {
            return new Histories.Untold("the " + which + " is not what was signed; verify it: "
                    + tree.faults().getFirst());
        }
        if (!tree.missing().isEmpty()) {
            return new Histories.Untold(
                    "of the " + which + ", " + tree.missing().getFirst());
        }
        if (tree.tree().head(older.size()).equals(older.checkpoint().head())) {
            return new Histories.One(
                    "the " + which + " goes on where the other ends: " + older.entries() + ", then " + newer.size());
        }
        return fork(
                LogForkProof.of(
                        older.note(),
                        older.size(),
                        newer.note(),
                        newer.checkpoint().head(),
                        tree.tree()),
                older,
                newer);
    }

    private Histories fork(LogForkProof proof, Signed older, Signed newer) {
        List<VerifierKey> keys = policy.keysOf(older.checkpoint().origin());
        return proof.holds(keys, verifier)
                ? new Histories.Two(List.of(new Fork.OfLog(proof, older.checkpoint(), newer.checkpoint())))
                : new Histories.Untold("the two contradict each other, but an empty log contradicts nothing");
    }

    private Histories compareEntries(Side first, Side second) {
        if (first instanceof Side.OfEntry one) {
            return second instanceof Side.OfEntry two
                    ? compareTwo(one.entry(), two.entry())
                    : find(one.entry(), second);
        }
        return second instanceof Side.OfEntry two
                ? find(two.entry(), first)
                : new Histories.Untold("a bundle without a checkpoint shows nothing that its log signed");
    }

    private Histories compareTwo(Entry first, Entry second) {
        if (first.identity().equals(second.identity())) {
            return new Histories.One("both are the same entry, " + first.identity());
        }
        boolean isOne = ChainHead.after(first).isFollowedBy(second)
                || ChainHead.after(second).isFollowedBy(first);
        return isOne && first.body().author().equals(second.body().author())
                ? new Histories.One("one entry follows the other")
                : new Histories.Untold("neither entry is next to the other in one author's chain");
    }

    private static Histories find(Entry entry, Side side) {
        return side.entries().stream().anyMatch(one -> one.identity().equals(entry.identity()))
                ? new Histories.One("the entry is in the other, " + entry.identity())
                : new Histories.Untold("the entry is not in the other, and nothing there contradicts it");
    }

    /** Of each author the first two entries that cannot both stand, if its key signed both. */
    private List<Fork> authorForks(Side first, Side second) {
        record Author(String origin, AuthorKey key) {}
        Map<Author, TreeMap<Long, Map<Hash, Entry>>> chains = new LinkedHashMap<>();
        for (Side side : List.of(first, second)) {
            for (Entry entry : side.entries()) {
                chains.computeIfAbsent(
                                new Author(entry.body().origin(), entry.body().author()), _ -> new TreeMap<>())
                        .computeIfAbsent(entry.body().sequence(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(entry.identity(), entry);
            }
        }
        List<Fork> forks = new ArrayList<>();
        chains.values().forEach(chain -> authorFork(chain).ifPresent(proof -> forks.add(new Fork.OfAuthor(proof))));
        return forks;
    }

    private Optional<ForkProof> authorFork(TreeMap<Long, Map<Hash, Entry>> chain) {
        for (Map.Entry<Long, Map<Hash, Entry>> place : chain.entrySet()) {
            List<Entry> here = List.copyOf(place.getValue().values());
            List<Entry> next =
                    List.copyOf(chain.getOrDefault(place.getKey() + 1, Map.of()).values());
            for (Entry one : here) {
                Optional<ForkProof> proof = contradicted(one, here).or(() -> contradicted(one, next));
                if (proof.isPresent()) {
                    return proof;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ForkProof> contradicted(Entry one, List<Entry> others) {
        return others.stream()
                .filter(other -> !other.identity().equals(one.identity()))
                .filter(other -> !ChainHead.after(one).isFollowedBy(other))
                .map(other -> ForkProof.of(one, other))
                .filter(proof -> proof.isSigned(verifier))
                .findFirst();
    }
}
