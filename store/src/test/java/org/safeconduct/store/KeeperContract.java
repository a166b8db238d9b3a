package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Admission;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;

/** What every engine has to do; one class for each engine says how to make it. */
abstract class KeeperContract {

    @TempDir
    Path folder;

    Engine engine;

    abstract Engine engine(Path folder);

    @BeforeEach
    void makeLog() throws IOException {
        engine = engine(folder.resolve("log"));
        Keeper.create(engine, Given.logKey());
    }

    Keeper open() throws IOException {
        return open(List.of());
    }

    Keeper open(List<SignedNote> seen) throws IOException {
        return Keeper.open(engine, Given.ANY, seen);
    }

    static void appendAll(Keeper keeper, List<Entry> entries) throws StoreFailed {
        for (Entry entry : entries) {
            assertThat(keeper.append(entry)).isInstanceOf(Reply.Kept.class);
        }
    }

    /** Goes behind the keeper's back, with a writer's rights. */
    final void sql(String text) throws SQLException {
        try (Connection connection = engine.connect(Engine.Access.WRITE);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Test
    void aWriterWhoseTurnIsOverCannotWriteAndSaysSo() throws Exception {
        List<Entry> chain = Given.chain(Given.dummy("anna"), 2);
        try (Keeper keeper = open()) {
            appendAll(keeper, chain.subList(0, 1));
            sql("update log set epoch = epoch + 1");
            assertThatThrownBy(() -> keeper.append(chain.get(1))).hasMessageContaining("another writer has taken over");
            assertThatThrownBy(() -> keeper.append(chain.get(1))).hasMessageContaining("open the store again");
        }
        try (Keeper keeper = open()) {
            assertThat(keeper.log().size()).isOne();
            appendAll(keeper, chain);
        }
    }

    @Test
    void whatIsAcknowledgedIsThereAfterOpeningAgain() throws IOException {
        List<Entry> entries = Given.chain(Given.dummy("anna"), 600);
        try (Keeper keeper = open()) {
            for (int i = 0; i < entries.size(); i++) {
                Receipt receipt = new Receipt(i, entries.get(i).identity());
                assertThat(keeper.append(entries.get(i))).isEqualTo(new Reply.Kept(receipt, true));
            }
        }
        try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
            assertThat(log.leaves(0, 600))
                    .isEqualTo(entries.stream().map(Entry::leaf).toList());
            assertThat(log.getEntry(599)).isEqualTo(entries.get(599));
            assertThat(log.findIndex(entries.get(300).identity())).hasValue(300);
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
    }

    @Test
    void headsProofsAndTilesAreThoseOfTheTreeInMemory() throws IOException, Malformed {
        HashTree tree = new HashTree();
        List<Entry> entries = Given.chain(Given.dummy("anna"), 300);
        entries.forEach(entry -> tree.append(entry.leafHash()));
        try (Keeper keeper = open()) {
            appendAll(keeper, entries);
            KeptLog log = keeper.log();
            assertThat(log.head(300)).isEqualTo(tree.head(300));
            assertThat(log.inclusion(7, 290)).isEqualTo(Merkle.inclusion(tree, 7, 290));
            assertThat(log.consistency(17, 300)).isEqualTo(Merkle.consistency(tree, 17, 300));
            assertThat(log.tile(new TileId(0, 1, 44))).isEqualTo(tree.tile(new TileId(0, 1, 44)));
            assertThat(EntryBundle.read(log.tile(new TileId(TileId.ENTRIES, 1, 44)), 44))
                    .isEqualTo(
                            entries.subList(256, 300).stream().map(Entry::leaf).toList());
        }
    }

    @Test
    void theSameEntryFromManyAtOnceHasOneIndexAndOneReceipt() throws Exception {
        int clients = System.getenv("CI") == null ? 10 : 50;
        int entries = System.getenv("CI") == null ? 20 : 200;
        List<Entry> chain = Given.chain(Given.dummy("anna"), entries);
        try (Keeper keeper = open();
                ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < entries; i++) {
                Entry entry = chain.get(i);
                List<Future<Reply>> replies = new ArrayList<>();
                for (int client = 0; client < clients; client++) {
                    replies.add(pool.submit(() -> keeper.append(entry)));
                }
                Set<Receipt> receipts = new HashSet<>();
                int brought = 0;
                for (Future<Reply> reply : replies) {
                    Reply.Kept kept = (Reply.Kept) reply.get();
                    receipts.add(kept.receipt());
                    brought += kept.isNew() ? 1 : 0;
                }
                assertThat(receipts).containsExactly(new Receipt(i, entry.identity()));
                assertThat(brought).isOne();
            }
        }
    }

    @Test
    void whatIsNotSignedOrNotNextInItsChainIsToldWhy() throws IOException {
        List<Entry> chain = Given.chain(Given.signer("anna"), 3);
        Entry forked = Given.entry(Given.signer("anna"), ChainHead.START, "something else");
        byte[] spoilt = chain.get(1).leaf().toArray();
        spoilt[spoilt.length - 1] ^= (byte) 1;
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            assertThat(keeper.append(chain.get(0))).isInstanceOf(Reply.Kept.class);
            assertThat(ruleAgainst(keeper, forked)).isEqualTo(Admission.Rule.ALREADY_FOLLOWED);
            assertThat(ruleAgainst(keeper, chain.get(2))).isEqualTo(Admission.Rule.GAP);
            assertThat(ruleAgainst(keeper, Entry.read(Bytes.of(spoilt)))).isEqualTo(Admission.Rule.SIGNATURE);
            assertThat(keeper.append(chain.get(1))).isInstanceOf(Reply.Kept.class);
            assertThat(keeper.log().chain(chain.get(1).body().author())).isEqualTo(ChainHead.after(chain.get(1)));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static Admission.Rule ruleAgainst(Keeper keeper, Entry entry) throws StoreFailed {
        return switch (keeper.append(entry)) {
            case Reply.NotKept not -> not.why().rule();
            case Reply.Kept kept -> throw new AssertionError(kept);
            case Reply.NoRoom noRoom -> throw new AssertionError(noRoom);
        };
    }

    @Test
    void onlyOneWritesAtATime() throws IOException {
        try (Keeper _ = open()) {
            assertThatThrownBy(this::open).isInstanceOf(StoreFailed.class).hasMessageContaining("being written by");
            try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
                assertThat(log.size()).isZero();
            }
        }
        open().close();
    }

    @Test
    void whoeverOpensItWhileTheKeeperSignsSeesItAsItWasAtOneMoment() throws Exception {
        List<Entry> chain = Given.chain(Given.dummy("anna"), 40);
        try (Keeper keeper = open();
                ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Long> writing = pool.submit(() -> {
                for (Entry entry : chain) {
                    keeper.append(entry);
                    keeper.checkpoint(Given.signer("log"));
                }
                return keeper.log().size();
            });
            long before = 0;
            while (!writing.isDone()) {
                try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
                    assertThat(log.size()).isGreaterThanOrEqualTo(before);
                    before = log.size();
                }
            }
            assertThat(writing.get()).isEqualTo(chain.size());
        }
    }

    @Test
    void aLogGoesOnUnderAnotherKeyAndIsHeldToWhatTheOldOneSigned() throws Exception {
        Signer old = Given.signer("log");
        Signer follower = Given.signer("log, later");
        List<Entry> chain = Given.chain(Given.dummy("anna"), 4);
        SignedNote before;
        try (Keeper keeper = open()) {
            appendAll(keeper, chain.subList(0, 2));
            before = keeper.checkpoint(old).orElseThrow();
            appendAll(keeper, chain.subList(2, 3));
            SignedNote both = keeper.rotate(old, follower).orElseThrow();
            assertThat(both.signatures()).hasSize(2);
            assertThat(both.standing(List.of(Given.logKey()), Given.STRICT)).isEqualTo(SignedNote.Standing.COUNTS);
        }
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of(before))) {
            appendAll(keeper, chain.subList(3, 4));
            assertThatThrownBy(() -> keeper.checkpoint(old)).hasMessageContaining("the log's key is");
            assertThat(keeper.checkpoint(follower)).isPresent();
            assertThatThrownBy(() -> keeper.rotate(follower, old)).hasMessageContaining("was the log's key");
            assertThat(Inspection.of(keeper.log(), Given.ANY)).isEmpty();
        }
        SignedNote beyond = new Checkpoint(Given.ORIGIN, new TreeHead(9, Hash.NONE)).sign(old);
        assertThatThrownBy(() -> Keeper.open(engine, Given.ANY, List.of(beyond)))
                .isInstanceOf(RecordBroken.class);
    }

    @Test
    void aLogIsMadeOnce() throws IOException {
        assertThatThrownBy(() -> Keeper.create(engine, Given.logKey())).isInstanceOf(StoreFailed.class);
        open().close();
    }

    @Test
    void checkpointsAreSignedOnceForEachSizeAndCarryTheirCosignatures() throws Exception {
        Signer signer = Given.signer("log");
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            appendAll(keeper, Given.chain(Given.signer("anna"), 2));
            SignedNote note = keeper.checkpoint(signer).orElseThrow();
            assertThat(Checkpoint.parse(note.text()).head())
                    .isEqualTo(keeper.log().head(2));
            assertThat(note.standing(List.of(Given.logKey()), Given.STRICT)).isEqualTo(SignedNote.Standing.COUNTS);
            assertThat(keeper.checkpoint(signer)).hasValue(note);
            Cosignature line =
                    Cosignature.sign("b.example", Checkpoint.parse(note.text()), Instant.EPOCH, Given.signer("b"));
            Cosignature other = Cosignature.sign(
                    "b.example", new Checkpoint(Given.ORIGIN, keeper.log().head(1)), Instant.EPOCH, Given.signer("b"));
            assertThat(keeper.keep(line, 2)).isTrue();
            assertThat(keeper.keep(other, 2)).isFalse();
            assertThat(keeper.keep(other, 1)).isFalse();
            assertThat(keeper.log().listNotes(9)).containsExactly(note.with(line.line()));
            assertThatThrownBy(() -> keeper.checkpoint(Given.signer("anna")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStoreBehindWhatAWitnessSawIsNotWrittenTo() throws Exception {
        Signer signer = Given.signer("log");
        SignedNote later = new Checkpoint(
                        Given.ORIGIN,
                        new TreeHead(
                                3, Given.chain(Given.signer("x"), 1).getFirst().identity()))
                .sign(signer);
        SignedNote made =
                new Checkpoint(Given.ORIGIN, new TreeHead(9, Merkle.EMPTY_ROOT)).sign(Given.signer("somebody"));
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            appendAll(keeper, Given.chain(Given.signer("anna"), 2));
        }
        assertThatThrownBy(() -> Keeper.open(engine, Given.STRICT, List.of(made, later)))
                .isInstanceOf(RecordBroken.class)
                .hasMessageContaining("size of the log: expected at least 3, signed and seen, found 2");
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of(made))) {
            appendAll(keeper, Given.chain(Given.signer("ben"), 2));
        }
        assertThatThrownBy(() -> Keeper.open(engine, Given.STRICT, List.of(later)))
                .isInstanceOf(RecordBroken.class)
                .hasMessageContaining("root at size 3");
    }

    @Test
    void aLogIsRebuiltFromAPartysCopyUpToItsCheckpoint() throws IOException {
        Engine again = engine(folder.resolve("again"));
        SignedNote note;
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            appendAll(keeper, Given.chain(Given.signer("anna"), 5));
            note = keeper.checkpoint(Given.signer("log")).orElseThrow();
            appendAll(keeper, Given.chain(Given.signer("ben"), 2));
            Rebuild.from(keeper.log()::leaves, note, List.of(Given.logKey()), again, Given.STRICT);
        }
        try (Keeper keeper = Keeper.open(again, Given.STRICT, List.of(note))) {
            assertThat(keeper.log().size()).isEqualTo(5);
            assertThat(Inspection.of(keeper.log(), Given.STRICT)).isEmpty();
            appendAll(keeper, Given.chain(Given.signer("ben"), 2));
        }
    }

    @Test
    void aCopyThatWasChangedRebuildsNothing() throws IOException {
        Engine again = engine(folder.resolve("again"));
        try (Keeper keeper = Keeper.open(engine, Given.STRICT, List.of())) {
            appendAll(keeper, Given.chain(Given.signer("anna"), 2));
            SignedNote note = keeper.checkpoint(Given.signer("log")).orElseThrow();
            List<Bytes> other = Given.chain(Given.signer("ben"), 2).stream()
                    .map(Entry::leaf)
                    .toList();
            assertThatThrownBy(() -> Rebuild.from(
                            (from, count) -> other.subList((int) from, (int) from + count),
                            note,
                            List.of(Given.logKey()),
                            again,
                            Given.STRICT))
                    .isInstanceOf(RecordBroken.class)
                    .hasMessageContaining("root of the copy");
        }
        assertThatThrownBy(() -> Keeper.open(again, Given.STRICT, List.of())).isInstanceOf(StoreFailed.class);
    }
}
