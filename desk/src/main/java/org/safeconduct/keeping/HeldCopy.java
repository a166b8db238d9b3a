package org.safeconduct.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.verify.Bundle;

/**
 * A party's copy of a record: a bundle, as what a record can be rebuilt from and what its holder's next entry follows.
 *
 * @param leaves by index; empty bytes for those withheld
 */
public record HeldCopy(SignedNote note, Checkpoint checkpoint, List<Bytes> leaves) {

    public HeldCopy {
        leaves = List.copyOf(leaves);
    }

    /**
     * The copy in a bundle. Nothing of it is verified.
     *
     * @throws Malformed if there is no checkpoint, or a file of entries is cut
     */
    public static HeldCopy of(Bundle bundle) throws Malformed {
        Optional<Bytes> file = bundle.find(Bundle.CHECKPOINT);
        if (file.isEmpty()) {
            throw new Malformed("the bundle has no checkpoint; ask for another");
        }
        SignedNote note = SignedNote.read(file.get().toArray());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<Bytes> leaves = new ArrayList<>();
        for (TileId tile : TileId.listBundles(checkpoint.head().size())) {
            Optional<Bytes> entries = bundle.find(tile.path());
            if (entries.isEmpty()) {
                throw new Malformed("the bundle has no " + tile.path() + "; ask for another");
            }
            leaves.addAll(EntryBundle.read(entries.get().toArray(), tile.width()));
        }
        return new HeldCopy(note, checkpoint, leaves);
    }

    /** Whether the words of every entry are here. */
    public boolean isWhole() {
        return leaves.stream().noneMatch(EntryBundle::isWithheld);
    }

    /** Leaves from an index on, for {@code Rebuild}. */
    public List<Bytes> list(long from, int count) {
        return leaves.subList(Math.toIntExact(from), Math.toIntExact(from) + count);
    }

    /**
     * Where an author's next entry goes, as far as the entries here tell.
     *
     * @throws Malformed if an entry cannot be read
     */
    public NextPlace next(AuthorKey author) throws Malformed {
        ChainHead chain = ChainHead.START;
        for (Bytes leaf : leaves) {
            if (!EntryBundle.isWithheld(leaf)) {
                Entry entry = Entry.read(leaf);
                if (entry.body().author().equals(author)) {
                    chain = ChainHead.after(entry);
                }
            }
        }
        return new NextPlace(checkpoint.origin(), chain, checkpoint.head());
    }

    /**
     * The keys of the log that a policy names, in whichever order: the one that signed the checkpoint first, and of two that did the
     * one whose line comes last, which is how a key's follower signs. None if none did.
     *
     * <p>Nobody has signed the order of lines. Who turns it round makes the old key sign on, which the policy's owner believes too.
     */
    public List<VerifierKey> logKeys(Policy policy, SignatureVerifier verifier) {
        List<VerifierKey> known = policy.logs().stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        Optional<VerifierKey> signing = note.signatures().reversed().stream()
                .flatMap(line -> known.stream().filter(line::isBy))
                .filter(key -> note.standing(List.of(key), verifier) == SignedNote.Standing.COUNTS)
                .findFirst();
        return Stream.concat(signing.stream(), known.stream().filter(key -> signing.isPresent()))
                .distinct()
                .toList();
    }
}
