package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.Signer;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.KeptLog;
import org.safeconduct.store.Reply;
import org.safeconduct.store.Sqlite;
import org.safeconduct.vault.FastEd25519;

/** Appends signed entries with 32 writers, each waiting for its receipt; makes proofs; opens a large store. */
final class StoreBench {
    private static final int WRITERS = 32;
    private static final int PROOFS = 500_000;

    private StoreBench() {}

    /** Takes a folder on the disk to measure, how many signed entries to append, how many entries the large store has. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        if (args.length != 3) {
            System.err.println("Usage: StoreBench FOLDER SIGNED LARGE; start it by bench/store");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory(Path.of(args[0]), "store-bench");
        append(new Sqlite(folder.resolve("signed")), Integer.parseInt(args[1]));
        open(new Sqlite(folder.resolve("large")), Integer.parseInt(args[2]));
    }

    private static void append(Sqlite engine, int count) throws IOException, InterruptedException, ExecutionException {
        System.err.println("signing " + count + " entries…");
        List<List<Entry>> chains = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            chains.add(SaidByOne.chain(new SeedSigner(seed(writer)), count / WRITERS));
        }
        Signer signer = new SeedSigner(seed(-1));
        Keeper.create(engine, logKey());
        try (Keeper keeper = Keeper.open(engine, new FastEd25519(), List.of())) {
            long[] waits = new long[count / WRITERS * WRITERS];
            long nanos = write(keeper, chains, waits);
            print("signed durable appends, 32 writers", keeper.log().size(), nanos);
            Arrays.sort(waits);
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %,12.1f ms%n",
                    "of these 99 of 100 are acknowledged within",
                    waits[waits.length * 99 / 100] / 1e6);
            long start = System.nanoTime();
            keeper.checkpoint(signer);
            print("entries read back and hashed for a checkpoint", keeper.log().size(), System.nanoTime() - start);
            prove(keeper.log());
        }
    }

    /** Lets each chain be written by a writer of its own; how long that took, and each had to wait. */
    private static long write(Keeper keeper, List<List<Entry>> chains, long[] waits)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(chains.size())) {
            List<Future<?>> writers = new ArrayList<>();
            long start = System.nanoTime();
            int first = 0;
            for (List<Entry> chain : chains) {
                int from = first;
                writers.add(pool.submit(() -> append(keeper, chain, waits, from)));
                first += chain.size();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            return System.nanoTime() - start;
        }
    }

    private static List<Entry> append(Keeper keeper, List<Entry> chain, long[] waits, int from) throws IOException {
        for (int i = 0; i < chain.size(); i++) {
            long asked = System.nanoTime();
            if (!(keeper.append(chain.get(i)) instanceof Reply.Kept)) {
                throw new IllegalStateException("not kept: " + chain.get(i));
            }
            waits[from + i] = System.nanoTime() - asked;
        }
        return chain;
    }

    private static void prove(KeptLog log) {
        Random random = new Random(1);
        long hashes = 0;
        long start = System.nanoTime();
        for (int i = 0; i < PROOFS; i++) {
            hashes += log.inclusion(random.nextLong(log.size()), log.size()).size();
        }
        print("inclusion proofs on one core, of " + hashes / PROOFS + " hashes", PROOFS, System.nanoTime() - start);
    }

    private static void open(Sqlite engine, int count) throws IOException, InterruptedException, ExecutionException {
        System.err.println("filling a store with " + count + " entries…");
        SignatureVerifier any = (_, _, _) -> true;
        int rest = count;
        Keeper.create(engine, logKey());
        try (Keeper keeper = Keeper.open(engine, any, List.of())) {
            for (int round = 0; rest > 0; round++) {
                List<List<Entry>> chains = new ArrayList<>();
                for (int writer = 0; writer < WRITERS && rest > 0; writer++) {
                    int some = Math.min(rest, 1000);
                    chains.add(SaidByOne.chain(new Unsigned(seed(1000 * round + writer)), some));
                    rest -= some;
                }
                write(
                        keeper,
                        chains,
                        new long[chains.stream().mapToInt(List::size).sum()]);
            }
            keeper.checkpoint(new SeedSigner(seed(-1)));
        }
        long start = System.nanoTime();
        try (Keeper keeper = Keeper.open(engine, any, List.of())) {
            System.out.printf(
                    Locale.ROOT,
                    "%-60s %,12.2f s%n",
                    "opening a store of " + keeper.log().size(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static void print(String what, long count, long nanos) {
        System.out.printf(Locale.ROOT, "%-60s %,12.0f /s%n", what, count * 1e9 / nanos);
    }

    private static VerifierKey logKey() {
        return new VerifierKey(SaidByOne.ORIGIN, VerifierKey.Use.NOTE, new SeedSigner(seed(-1)).key());
    }

    private static byte[] seed(int number) {
        return SaidByOne.bytes("bench " + number).toArray();
    }

    /** A signature of zeros, where only the store is measured. */
    private record Unsigned(Bytes key) implements Signer {
        Unsigned(byte[] seed) {
            this(Bytes.of(seed));
        }

        @Override
        public Bytes sign(byte[] message) {
            return Bytes.of(new byte[64]);
        }
    }
}
