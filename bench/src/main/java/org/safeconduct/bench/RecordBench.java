package org.safeconduct.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Finding;
import org.safeconduct.verify.Verification;

/** Measures what the record costs, in processor time, and prints a Markdown table. */
final class RecordBench {
    private static final String USAGE = """
        Usage: bench/record [ENTRIES]
          ENTRIES   entries of the bundle that is verified; 10,000 if not given\
        """;
    private static final int LEAVES = 1_000_000;
    private static final int AUTHORS = 64;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final SignatureVerifier STRICT = new StrictEd25519();
    private static final SignatureVerifier FAST = new FastEd25519();

    private RecordBench() {}

    public static void main(String[] args) throws Malformed {
        if (args.length > 1 || (args.length == 1 && !args[0].matches("[1-9][0-9]{0,6}"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        int size = args.length == 1 ? Integer.parseInt(args[0]) : 10_000;
        List<Entry> entries = entries(size);
        System.out.println("| what | per second of one core |\n|---|--:|");
        rate(
                "signatures verified by the JDK",
                2_000,
                i -> require(entries.get(i % size).isSigned(STRICT)));
        rate(
                "signatures verified by the faster library",
                8_000,
                i -> require(entries.get(i % size).isSigned(FAST)));
        rate("leaves read", 20_000, i -> read(entries.get(i % size).leaf()));
        HashTree nodes = nodes();
        TreeHead head = new TreeHead(LEAVES, Merkle.root(nodes, LEAVES));
        rate("proofs of inclusion in 1,000,000 leaves", 200_000, i -> Merkle.inclusion(nodes, index(i), LEAVES));
        rate(
                "such proofs made and checked",
                50_000,
                i -> require(Merkle.includes(
                        head, index(i), nodes.node(0, index(i)), Merkle.inclusion(nodes, index(i), LEAVES))));
        byte[] zip = bundle(entries).write();
        System.out.printf(
                Locale.ROOT,
                "%nA bundle of %,d entries, %,d bytes zipped, on %d cores:%n",
                size,
                zip.length,
                Runtime.getRuntime().availableProcessors());
        verify("the faster library (safeconduct verify)", zip, FAST);
        verify("the JDK (the small jar)", zip, STRICT);
    }

    private static void verify(String how, byte[] zip, SignatureVerifier verifier) throws Malformed {
        long clock = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        Finding finding = Verification.of(Bundle.read(zip, 1L << 30), policy(), verifier);
        System.out.printf(
                Locale.ROOT,
                "- by %s: %s in %.1f s, %.1f s of processor time%n",
                how,
                finding.lines().getFirst(),
                (System.nanoTime() - clock) / 1e9,
                (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }

    /** Once to warm up, once to measure. */
    private static void rate(String what, int times, IntConsumer work) {
        IntStream.range(0, times).forEach(work);
        long before = SYSTEM.getProcessCpuTime();
        IntStream.range(0, times).forEach(work);
        double seconds = (SYSTEM.getProcessCpuTime() - before) / 1e9;
        System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", what, times / seconds);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("what was measured is wrong");
        }
    }

    private static void read(Bytes leaf) {
        try {
            require(Entry.read(leaf).leaf().equals(leaf));
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private static long index(int i) {
        return i * 7_919L % LEAVES;
    }

    private static SeedSigner signer(String name) {
        return new SeedSigner(SaidByOne.bytes(name).toArray());
    }

    /** Entries of many authors who take turns, signed on all cores. */
    private static List<Entry> entries(int size) {
        List<List<Entry>> chains = IntStream.range(0, AUTHORS)
                .parallel()
                .mapToObj(
                        author -> SaidByOne.chain(signer("author " + author), (size - author + AUTHORS - 1) / AUTHORS))
                .toList();
        return IntStream.range(0, size)
                .mapToObj(i -> chains.get(i % AUTHORS).get(i / AUTHORS))
                .toList();
    }

    private static HashTree nodes() {
        HashTree tree = new HashTree();
        for (int i = 0; i < LEAVES; i++) {
            tree.append(Hash.of(Bytes.ofText("leaf " + i)));
        }
        return tree;
    }

    private static Policy policy() {
        VerifierKey log = new VerifierKey(
                SaidByOne.ORIGIN, VerifierKey.Use.NOTE, signer("log").key());
        return new Policy(List.of(log), Map.of(), Map.of(), "none");
    }

    private static Bundle bundle(List<Entry> entries) {
        HashTree tree = new HashTree();
        entries.forEach(entry -> tree.append(entry.leafHash()));
        TreeMap<String, Bytes> files = new TreeMap<>();
        Checkpoint checkpoint = new Checkpoint(SaidByOne.ORIGIN, tree.head(tree.size()));
        files.put(Bundle.CHECKPOINT, Bytes.of(checkpoint.sign(signer("log")).write()));
        for (TileId id : TileId.listTiles(tree.size())) {
            files.put(id.path(), Bytes.of(tree.tile(id)));
        }
        for (TileId id : TileId.listBundles(tree.size())) {
            int start = (int) id.index() * TileId.WIDTH;
            List<Bytes> leaves = entries.subList(start, start + id.width()).stream()
                    .map(Entry::leaf)
                    .toList();
            files.put(id.path(), Bytes.of(EntryBundle.write(leaves)));
        }
        return new Bundle(files);
    }
}
