package org.safeconduct.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;

/**
 * The one writer of a log: takes entries in, and signs how far it has come. For any number of threads.
 *
 * <p>Who comes while the disk is busy waits, and all who wait go in together: whoever gets the turn first writes for
 * everybody. So nobody waits for a batch to fill, and an entry waits for two commits at most.
 */
public final class Keeper implements AutoCloseable {

    /** Most entries in one transaction. */
    static final int MOST_AT_ONCE = 1024;

    static final String RECOVER = "write nothing here; rebuild the log from a party's copy";

    private final Engine engine;
    private final Engine.WriterLock lock;
    private final SignatureVerifier verifier;
    private final KeptLog log;
    private final long epoch;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private LogRows rows;
    private TreeHead signed;
    private @Nullable StoreFailed failure;

    /** What is held from opening to closing. */
    private record Turn(Engine engine, Engine.WriterLock lock, long epoch) {}

    private Keeper(Turn held, SignatureVerifier verifier, KeptLog log, LogRows rows) {
        this.engine = held.engine();
        this.lock = held.lock();
        this.epoch = held.epoch();
        this.verifier = verifier;
        this.log = log;
        this.rows = rows;
        this.signed = log.noteAtOpening().map(Keeper::headOf).orElse(TreeHead.EMPTY);
    }

    private static TreeHead headOf(SignedNote note) {
        try {
            return Checkpoint.parse(note.text()).head();
        } catch (Malformed e) {
            throw new IllegalStateException("the log was opened with it", e);
        }
    }

    /**
     * Makes a log without entries.
     *
     * @param logKey the key of its checkpoints; its name is the log's origin
     * @throws StoreFailed if there is a log already, or it cannot be made
     */
    public static void create(Engine engine, VerifierKey logKey) throws StoreFailed {
        try (Engine.WriterLock _ = engine.lock();
                LogRows rows = new LogRows(engine.connect(Engine.Access.CREATE))) {
            rows.begin();
            rows.createTables(engine.afterMaking());
            rows.putHeading(new LogRows.Heading(List.of(logKey)));
            rows.commit();
        } catch (SQLException e) {
            throw new StoreFailed("cannot make a log: " + engine.explained(e), e);
        }
    }

    /**
     * Opens a log for writing.
     *
     * @param seen checkpoints of this log that others hold, above all its witnesses'
     * @throws RecordBroken if the log is not what it signed, or has not come as far as others have seen it: to go on from
     *     there would tell two histories
     * @throws StoreFailed if somebody else writes to it, or it cannot be read
     */
    public static Keeper open(Engine engine, SignatureVerifier verifier, List<SignedNote> seen)
            throws StoreFailed, RecordBroken {
        Engine.WriterLock lock = engine.lock();
        KeptLog log = null;
        LogRows rows = null;
        try {
            rows = new LogRows(engine.connect(Engine.Access.WRITE));
            long epoch =
                    rows.raiseEpoch(); // before reading: whoever wrote last is done then, whatever became of its lock
            log = KeptLog.open(engine, verifier);
            Opened.check(log, seen, verifier);
            Opened.completeTiles(log, rows);
            return new Keeper(new Turn(engine, lock, epoch), verifier, log, rows);
        } catch (SQLException e) {
            closeAll(e, rows, log, lock);
            throw StoreFailed.opening("cannot open the log for writing", engine, e);
        } catch (StoreFailed | RecordBroken e) {
            closeAll(e, rows, log, lock);
            throw e;
        }
    }

    private static void closeAll(
            Exception error, @Nullable LogRows rows, @Nullable KeptLog log, Engine.WriterLock lock) {
        try (lock) {
            if (rows != null) {
                rows.close();
            }
            if (log != null) {
                log.close();
            }
        } catch (SQLException | StoreFailed e) {
            error.addSuppressed(e);
        }
    }

    /** The log, for reading; it grows with what is appended, and is closed with the keeper. */
    public KeptLog log() {
        return log;
    }

    /** An entry on its way, and what came of it. Guarded by the turn. */
    private static final class Waiting {
        final Entry entry;
        final boolean isSigned;

        @Nullable
        Reply reply;

        Waiting(Entry entry, boolean isSigned) {
            this.entry = entry;
            this.isSigned = isSigned;
        }
    }

    /**
     * Takes an entry in, and returns once it is on the disk.
     *
     * @throws StoreFailed if the store cannot go on; whether the entry is in is found out by sending it again, after the
     *     store was opened anew
     */
    public Reply append(Entry entry) throws StoreFailed {
        Waiting waiting = new Waiting(entry, entry.isSigned(verifier));
        queue.add(waiting);
        turn.lock();
        try {
            while (waiting.reply == null) {
                requireRunning();
                writeBatch();
            }
            return waiting.reply;
        } finally {
            turn.unlock();
        }
    }

    private void requireRunning() throws StoreFailed {
        if (failure != null) {
            throw new StoreFailed(failure.getMessage() + "; open the store again", failure);
        }
    }

    private void writeBatch() throws StoreFailed {
        List<Waiting> waiting = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            waiting.add(next);
            if (waiting.size() == MOST_AT_ONCE) {
                break;
            }
        }
        try {
            rows.begin();
            requireTurn();
            Batch batch = new Batch(rows, log.origin(), log.size());
            List<Reply> replies = new ArrayList<>();
            for (Waiting one : waiting) {
                replies.add(batch.take(one.entry, one.isSigned));
            }
            rows.addEntries(log.size(), batch.entries());
            Opened.putTiles(log, rows, batch.hashes());
            rows.commit();
            log.grow(batch.hashes());
            for (int i = 0; i < replies.size(); i++) {
                waiting.get(i).reply = replies.get(i);
            }
        } catch (SQLException e) {
            Reply.NoRoom noRoom = takeBack(e);
            for (Waiting one : waiting) {
                one.reply = noRoom;
            }
        }
    }

    private void requireTurn() throws SQLException, StoreFailed {
        if (!rows.isOurs(epoch)) {
            throw stopped("another writer has taken over", new SQLException("epoch " + epoch + " is over"));
        }
    }

    /** After a full disk all is as before; after any other error nobody knows what the disk holds. */
    private Reply.NoRoom takeBack(SQLException error) throws StoreFailed {
        if (!engine.isOutOfRoom(error)) {
            throw stopped("the store failed: " + engine.explained(error), error);
        }
        try {
            rows.rollBack();
        } catch (
                SQLException e) { // the engine has taken it back already, and will say so again; begin with a clean one
            reconnect(e);
        }
        return new Reply.NoRoom("no room on the disk for more entries; nothing was lost, send them again later");
    }

    private void reconnect(SQLException error) throws StoreFailed {
        try {
            rows.close();
            rows = new LogRows(engine.connect(Engine.Access.RESUME));
        } catch (SQLException e) {
            e.addSuppressed(error);
            throw stopped("the store cannot be reached any more: " + e.getMessage(), e);
        }
    }

    private StoreFailed stopped(String why, SQLException cause) {
        failure = new StoreFailed(why, cause);
        return failure;
    }

    /**
     * Signs how far the log has come. Before, everything since the last checkpoint is read back from the store and hashed
     * again; one that nothing was added to since is given as it is.
     *
     * @param signer holds the log's key
     * @return the checkpoint, or empty if there was no room to keep it
     * @throws RecordBroken if what is stored is not what was acknowledged
     */
    public Optional<SignedNote> checkpoint(Signer signer) throws StoreFailed, RecordBroken {
        requireOwn(signer);
        turn.lock();
        try {
            requireRunning();
            if (signed.size() == log.size() && log.size() > 0) {
                return log.listNotes(1).stream().findFirst();
            }
            TreeHead head = readBack();
            SignedNote note = new Checkpoint(log.origin(), head).sign(signer);
            if (!write(() -> rows.putCheckpoint(head.size(), note))) {
                return Optional.empty();
            }
            signed = head;
            return Optional.of(note);
        } catch (RecordBroken e) {
            failure = new StoreFailed(String.valueOf(e.getMessage()), e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void requireOwn(Signer signer) {
        VerifierKey key = new VerifierKey(log.origin(), VerifierKey.Use.NOTE, signer.key());
        if (!key.equals(log.logKey())) {
            throw new IllegalArgumentException("the log's key is " + log.logKey() + ", not " + key);
        }
    }

    /**
     * Lets another key sign from now on. Both sign how far the log has come, so that whoever knows one of them can follow. The store
     * is to be opened anew afterwards.
     *
     * @param signer holds the log's key
     * @param follower holds a key that the log has never had
     * @return the checkpoint signed by both, or empty if there was no room to keep it; then all is as before
     * @throws RecordBroken if what is stored is not what was acknowledged
     */
    public Optional<SignedNote> rotate(Signer signer, Signer follower) throws StoreFailed, RecordBroken {
        requireOwn(signer);
        VerifierKey next = new VerifierKey(log.origin(), VerifierKey.Use.NOTE, follower.key());
        if (log.logKeys().contains(next)) {
            throw new IllegalArgumentException(next + " is or was the log's key; take a new one");
        }
        turn.lock();
        try {
            requireRunning();
            TreeHead head = readBack();
            Checkpoint checkpoint = new Checkpoint(log.origin(), head);
            SignedNote note = checkpoint
                    .sign(signer)
                    .with(checkpoint.sign(follower).signatures().getFirst());
            List<VerifierKey> keys = new ArrayList<>(List.of(next));
            keys.addAll(log.logKeys());
            boolean isKept = write(() -> {
                rows.replaceCheckpoint(head.size(), note);
                rows.replaceKeys(new LogRows.Heading(keys));
            });
            if (isKept) {
                failure = new StoreFailed("the log has another key now");
            }
            return isKept ? Optional.of(note) : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    /** The head worked out from what is stored since the last checkpoint, and from that checkpoint's own root. */
    private TreeHead readBack() throws StoreFailed, RecordBroken {
        Frontier again = log.frontier(signed);
        long size = log.size();
        for (long from = signed.size(); from < size; from += MOST_AT_ONCE) {
            for (Bytes leaf : log.leaves(from, (int) Math.min(MOST_AT_ONCE, size - from))) {
                again.append(Merkle.leafHash(leaf));
            }
        }
        if (!again.head().equals(log.head(size))) {
            throw new RecordBroken("root at size " + size, log.head(size), again.head(), RECOVER);
        }
        return again.head();
    }

    /**
     * Keeps a witness's cosignature of a checkpoint of this log.
     *
     * @return whether it is kept: it is not if it does not verify, if this log has not signed such a checkpoint, or if
     *     there is no room
     */
    public boolean keep(Cosignature cosignature, long size) throws StoreFailed {
        turn.lock();
        try {
            requireRunning();
            if (size > signed.size()
                    || !cosignature.isOver(new Checkpoint(log.origin(), log.head(size)).text(), verifier)) {
                return false;
            }
            String line = cosignature.line().line();
            return rows.hasCheckpoint(size) && write(() -> rows.putCosignature(size, line));
        } catch (SQLException e) {
            throw stopped("the store failed: " + engine.explained(e), e);
        } finally {
            turn.unlock();
        }
    }

    /** One thing to write. */
    private interface Writing {
        void run() throws SQLException;
    }

    private boolean write(Writing writing) throws StoreFailed {
        try {
            rows.begin();
            requireTurn();
            writing.run();
            rows.commit();
            return true;
        } catch (SQLException e) {
            takeBack(e);
            return false;
        }
    }

    /** Gives back the right to write. What was acknowledged stays. */
    @Override
    public void close() throws StoreFailed {
        turn.lock();
        try {
            failure = failure == null ? new StoreFailed("the store was closed") : failure;
            try (lock;
                    log) {
                rows.close();
            }
        } catch (SQLException e) {
            throw new StoreFailed("cannot close the log: " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }
}
