package org.safeconduct.keeping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Policy;
import org.safeconduct.record.TileId;
import org.safeconduct.store.KeptLog;
import org.safeconduct.verify.Bundle;

/** Makes a bundle of a record, as far as a checkpoint goes. */
public final class Export {

    private Export() {}

    /**
     * The entries whose words are handed out; of all others the place and the hash are.
     *
     * @param from the first, from 0
     * @param end the one after the last
     */
    public record Range(long from, long end) {
        public Range {
            if (from < 0 || end < from) {
                throw new IllegalArgumentException("entries " + from + " to before " + end + "; none are so");
            }
        }

        public boolean holds(long index) {
            return index >= from && index < end;
        }
    }

    /**
     * What is shown of a record.
     *
     * @param opened disclosures of entries in the range, by the index of the entry
     */
    public record Shown(Range range, SortedMap<Long, List<Disclosure>> opened) {
        public Shown {
            opened = Collections.unmodifiableSortedMap(new TreeMap<>(opened));
        }

        /** Entries, and no commitment opened. */
        public static Shown of(Range range) {
            return new Shown(range, new TreeMap<>());
        }
    }

    /**
     * The bundle.
     *
     * @param last how far it goes
     * @param policy whose word counts, as the keeper says
     */
    public static Bundle of(KeptLog log, LastCheckpoint last, Policy policy, Shown shown) throws IOException {
        long size = last.size();
        TreeMap<String, Bytes> files = new TreeMap<>();
        files.put(Bundle.README, Bytes.ofText(readme(log.origin(), size)));
        files.put(Bundle.CHECKPOINT, Bytes.of(last.note().write()));
        files.put(Bundle.POLICY, Bytes.of(policy.write()));
        for (TileId tile : TileId.listTiles(size)) {
            files.put(tile.path(), Bytes.of(log.tile(tile)));
        }
        for (TileId tile : TileId.listBundles(size)) {
            files.put(tile.path(), Bytes.of(EntryBundle.write(leaves(log, tile, shown.range()))));
        }
        shown.opened().forEach((index, disclosures) -> {
            for (int i = 0; i < disclosures.size(); i++) {
                String name = Bundle.DISCLOSURES + index + "-" + i + ".json";
                files.put(name, Bytes.of(disclosures.get(i).write()));
            }
        });
        return new Bundle(files);
    }

    private static List<Bytes> leaves(KeptLog log, TileId tile, Range range) throws IOException {
        long start = tile.index() * TileId.WIDTH;
        List<Bytes> leaves = new ArrayList<>(log.leaves(start, tile.width()));
        for (int i = 0; i < leaves.size(); i++) {
            if (!range.holds(start + i)) {
                leaves.set(i, EntryBundle.withheld());
            }
        }
        return leaves;
    }

    private static String readme(String origin, long size) {
        return """
            This is a bundle of the record %s, which holds %s.

            A record is a list of signed statements that its keeper cannot change, leave out or add to
            unseen. This bundle can be checked without asking anybody, with Java 25 and one small file,
            safeconduct-verify.jar:

                java -jar safeconduct-verify.jar "$(cat policy)" < bundle.zip

            Or with all of Safeconduct:

                safeconduct verify bundle.zip --policy policy

            The policy says whose signatures count. DO NOT take the one in this bundle: whoever made the
            bundle made it. Take the one you were given when the record began, or compare with somebody
            you trust, word by word.

            "Intact" means that these keys signed these statements in this order, and that nothing before
            the checkpoint was changed, left out or put in. It does not mean that any of it is true. A
            witness's line means that it saw the record grow; neither that it agrees nor that it
            recognises anybody.
            """.formatted(origin, size == 1 ? "1 entry" : size + " entries");
    }
}
