package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Finding;
import org.safeconduct.verify.Verification;

/** One changed byte anywhere in a store of a thousand entries, or in a copy of it, is found, and the entry is named. */
@Tag("ci")
class FlippedByteTest {

    private static final int SIZE = 1_000;
    private static final int COPIES = 2_000;
    private static final int STORES = 200;
    private static final Policy POLICY = new Policy(List.of(Given.logKey()), Map.of(), Map.of(), "none");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SignatureVerifier verifier = new Remembering();
    private Sqlite engine;
    private KeptLog log;
    private SignedNote checkpoint;

    /** The strict rule, asked once for each signature. */
    private static final class Remembering implements SignatureVerifier {
        private record Question(Bytes key, Bytes message, Bytes signature) {}

        private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

        @Override
        public boolean verifies(Bytes key, byte[] message, Bytes signature) {
            return answers.computeIfAbsent(
                    new Question(key, Bytes.of(message), signature),
                    asked -> Given.STRICT.verifies(asked.key(), message, asked.signature()));
        }
    }

    @BeforeEach
    void makeLog() throws IOException {
        engine = new Sqlite(folder);
        Keeper.create(engine, Given.logKey());
        try (Keeper keeper = Keeper.open(engine, verifier, List.of())) {
            List<List<Entry>> chains =
                    List.of(Given.chain(Given.signer("anna"), SIZE / 2), Given.chain(Given.signer("boris"), SIZE / 2));
            for (int i = 0; i < SIZE; i++) {
                assertThat(keeper.append(chains.get(i % 2).get(i / 2))).isInstanceOf(Reply.Kept.class);
            }
            checkpoint = keeper.checkpoint(Given.signer("log")).orElseThrow();
        }
        log = KeptLog.open(engine, verifier);
    }

    @AfterEach
    void close() throws StoreFailed {
        log.close();
    }

    @Test
    void everyByteOfEveryEntryIsCoveredByItsHash() throws IOException {
        int bytes = 0;
        int found = 0;
        for (int index = 0; index < SIZE; index++) {
            byte[] leaf = log.leaves(index, 1).getFirst().toArray();
            for (int at = 0; at < leaf.length; at++) {
                byte was = leaf[at];
                leaf[at] ^= (byte) (1 << random.nextInt(8));
                bytes++;
                found += Merkle.leafHash(Bytes.of(leaf)).equals(log.leafHash(index)) ? 0 : 1;
                leaf[at] = was;
            }
        }
        assertThat(found).as("seed %d", seed).isEqualTo(bytes).isGreaterThan(SIZE * 400);
    }

    @Test
    void aFlippedByteInACopyIsFoundAndItsEntryNamed() throws IOException, Malformed {
        Bundle whole = bundle();
        assertThat(Verification.of(whole, POLICY, verifier).exitCode()).isZero();
        List<String> names = List.copyOf(whole.files().keySet());
        int[] files = random.ints(COPIES, 0, names.size()).toArray();
        int[] bits = random.ints(COPIES, 0, Integer.MAX_VALUE).toArray();
        List<String> unfound = IntStream.range(0, COPIES)
                .parallel()
                .mapToObj(i -> judge(whole, names.get(files[i]), bits[i]))
                .filter(said -> !said.isEmpty())
                .toList();
        assertThat(unfound).as("seed %d", seed).isEmpty();
    }

    private Bundle bundle() throws IOException {
        TreeMap<String, Bytes> files = new TreeMap<>();
        files.put(Bundle.CHECKPOINT, Bytes.of(checkpoint.write()));
        for (TileId tile : TileId.listTiles(SIZE)) {
            files.put(tile.path(), Bytes.of(log.tile(tile)));
        }
        for (TileId tile : TileId.listBundles(SIZE)) {
            files.put(tile.path(), Bytes.of(log.tile(tile)));
        }
        return new Bundle(files);
    }

    /** Flips one bit and verifies everything; what was not said of it, or nothing if all was. */
    private String judge(Bundle whole, String name, int random) {
        byte[] content = whole.find(name).orElseThrow().toArray();
        int bit = random % (8 * content.length);
        content[bit / 8] ^= (byte) (1 << bit % 8);
        TreeMap<String, Bytes> files = new TreeMap<>(whole.files());
        files.put(name, Bytes.of(content));
        Finding finding = Verification.of(new Bundle(files), POLICY, verifier);
        String says = String.join("\n", finding.lines());
        String expected = expected(name, whole.find(name).orElseThrow(), bit / 8);
        return finding.exitCode() == 1 && says.contains(expected)
                ? ""
                : name + ", bit " + bit + ": expected \"" + expected + "\" in: " + says;
    }

    /** What has to be said of a changed byte: the entry; of a checkpoint, or of the length before an entry, the file. */
    private static String expected(String name, Bytes content, int at) {
        try {
            if (name.equals(Bundle.CHECKPOINT)) {
                return name;
            }
            TileId id = TileId.ofPath(name);
            if (id.level() != TileId.ENTRIES) {
                long first = ((id.index() * TileId.WIDTH) + (at / Hash.LENGTH)) << (id.level() * TileId.HEIGHT);
                return "entry " + first + " (" + name + ")";
            }
            long index = id.index() * TileId.WIDTH;
            int end = 0;
            for (Bytes leaf : EntryBundle.read(content.toArray(), id.width())) {
                int start = end + 2;
                end = start + leaf.length();
                if (at < end) {
                    return at < start ? name : "entry " + index + " (" + name + ")";
                }
                index++;
            }
            throw new IllegalArgumentException("byte " + at + " of " + name);
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFlippedByteInTheStoreIsFoundAndItsEntryNamed() throws Exception {
        try (Connection connection = engine.connect(Engine.Access.WRITE);
                PreparedStatement update =
                        connection.prepareStatement("update entry set leaf = ? where position = ?")) {
            for (int i = 0; i < STORES; i++) {
                int index = random.nextInt(SIZE);
                byte[] leaf = log.leaves(index, 1).getFirst().toArray();
                int bit = random.nextInt(8 * leaf.length);
                leaf[bit / 8] ^= (byte) (1 << bit % 8);
                store(update, index, leaf);
                assertThat(Inspection.of(log, verifier))
                        .as("seed %d, bit %d of entry %d", seed, bit, index)
                        .anyMatch(fault -> fault.startsWith("entry " + index + ": its bytes are not"));
                assertThatThrownBy(() -> log.leaves(index, 1)).hasMessageContaining("entry " + index);
                leaf[bit / 8] ^= (byte) (1 << bit % 8);
                store(update, index, leaf);
            }
            assertThat(Inspection.of(log, verifier)).isEmpty();
        }
    }

    private static void store(PreparedStatement update, int index, byte[] leaf) throws SQLException {
        update.setBytes(1, leaf);
        update.setLong(2, index);
        update.executeUpdate();
    }
}
