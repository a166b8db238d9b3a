package org.safeconduct.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;

/** The entries of a bundle: each well-formed, signed, for this log, and next in its author's chain. */
final class BundledEntries {

    /** An entry and where it stands. */
    record Held(long index, Entry entry) {}

    private final BundledTree tree;
    private final Checkpoint checkpoint;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<Hash, Held> byIdentity = new HashMap<>();
    private final Map<AuthorKey, Held> lastOf = new HashMap<>();
    private long withheld;

    private BundledEntries(BundledTree tree, Checkpoint checkpoint) {
        this.tree = tree;
        this.checkpoint = checkpoint;
    }

    static BundledEntries read(BundledTree tree, Checkpoint checkpoint, SignatureVerifier verifier) {
        BundledEntries entries = new BundledEntries(tree, checkpoint);
        List<Held> read = entries.readAll();
        List<Boolean> signed = IntStream.range(0, read.size())
                .parallel()
                .mapToObj(i -> read.get(i).entry().isSigned(verifier))
                .toList();
        for (int i = 0; i < read.size(); i++) {
            if (!signed.get(i)) {
                entries.fault(read.get(i).index(), "its author's key did not sign it");
            }
        }
        return entries;
    }

    List<Fault> faults() {
        return faults;
    }

    List<String> remarks() {
        return remarks;
    }

    long held() {
        return byIdentity.size();
    }

    int authors() {
        return lastOf.size();
    }

    Collection<Held> all() {
        return byIdentity.values();
    }

    Optional<Held> find(Hash identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    private List<Held> readAll() {
        List<Held> read = new ArrayList<>();
        for (int i = 0; i < tree.leaves().size(); i++) {
            Bytes leaf = tree.leaves().get(i);
            if (EntryBundle.isWithheld(leaf)) {
                withheld++;
                continue;
            }
            try {
                Held held = new Held(i, Entry.read(leaf));
                check(held);
                read.add(held);
            } catch (Malformed e) {
                fault(i, "is no entry: " + e.getMessage());
            }
        }
        return read;
    }

    private void check(Held held) {
        Entry entry = held.entry();
        if (!entry.body().origin().equals(checkpoint.origin())) {
            fault(held.index(), "it is written for the log " + entry.body().origin());
        }
        Held twin = byIdentity.putIfAbsent(entry.identity(), held);
        if (twin != null) {
            fault(held.index(), "it stands in the log already, as entry " + twin.index());
            return;
        }
        checkChain(held);
        checkSeen(held);
    }

    /** While entries are withheld, some of the author's may be among them; then a gap says nothing. */
    private void checkChain(Held held) {
        Held last = lastOf.put(held.entry().body().author(), held);
        ChainHead head = last == null ? ChainHead.START : ChainHead.after(last.entry());
        long gap = held.entry().body().sequence() - head.next();
        boolean mayBeWithheld = gap > 0 && gap <= withheld;
        if (!head.isFollowedBy(held.entry()) && !mayBeWithheld) {
            fault(
                    held.index(),
                    last == null
                            ? "it should be its author's first here, and says that others come before it"
                            : "its author's entry before it is entry " + last.index()
                                    + ", and it does not follow that one: there are two histories");
        }
    }

    /** An untrue {@code seen} breaks nothing: either the author or the keeper has signed it, and who, nobody can tell. */
    private void checkSeen(Held held) {
        TreeHead seen = held.entry().body().seen();
        boolean isHere = seen.size() <= held.index() && tree.tree().size() >= seen.size();
        if (!isHere || !tree.tree().head(seen.size()).equals(seen)) {
            remarks.add("Entry " + held.index() + " says that its author saw another log: "
                    + Facts.count(seen.size(), "entry", "entries") + " with the root " + seen.root()
                    + ". Either the author or the keeper has signed something untrue");
        }
    }

    private void fault(long index, String what) {
        long tile = index / TileId.WIDTH;
        int width = (int) Math.min(checkpoint.head().size() - tile * TileId.WIDTH, TileId.WIDTH);
        faults.add(Fault.ofEntry(new TileId(TileId.ENTRIES, tile, width).path(), index, what));
    }
}
