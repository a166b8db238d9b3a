package org.safeconduct.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;

/**
 * A log as it can be read: entries, heads, proofs, tiles, checkpoints. For any number of threads.
 *
 * <p>Every leaf that is read is hashed and held against the tree; the tree against the last checkpoint, when it is
 * opened. One opened by {@link #open} shows the log as it was then; that of a {@link Keeper} grows.
 */
public final class KeptLog implements AutoCloseable {

    private static final int AT_ONCE = 64; // tiles read in one go, half a megabyte

    private final LogRows rows;
    private final LogRows.Heading heading;
    private final HashTree tree;
    private final Optional<SignedNote> opened;
    private final ReadWriteLock treeLock = new ReentrantReadWriteLock();

    private KeptLog(LogRows rows, LogRows.Heading heading, HashTree tree, Optional<SignedNote> opened) {
        this.rows = rows;
        this.heading = heading;
        this.tree = tree;
        this.opened = opened;
    }

    /**
     * Opens a log for reading, while somebody else may write to it.
     *
     * @throws RecordBroken if what is stored is not what the log signed
     */
    public static KeptLog open(Engine engine, SignatureVerifier verifier) throws StoreFailed, RecordBroken {
        LogRows rows = null;
        try {
            rows = new LogRows(engine.connect(Engine.Access.READ));
            rows.begin(); // all of it as it is at one moment, while somebody else signs more
            LogRows.Heading heading = rows.heading();
            long size = rows.count();
            Optional<SignedNote> last = lastNote(rows, size);
            TreeHead signed = signedHead(last, heading.logKeys(), verifier);
            HashTree tree = read(rows, size, true);
            if (!rootOf(tree, signed.size()).equals(signed.root())) {
                tree = read(rows, size, false); // tiles are only derived: perhaps the leaves are as they were
            }
            if (!rootOf(tree, signed.size()).equals(signed.root())) {
                Hash found = rootOf(tree, signed.size());
                throw new RecordBroken(
                        "the log at size " + signed.size(), "root " + signed.root(), found, Keeper.RECOVER);
            }
            rows.commit();
            return new KeptLog(rows, heading, tree, last);
        } catch (SQLException e) {
            closeAfter(e, rows);
            throw StoreFailed.opening("cannot read the log", engine, e);
        } catch (RecordBroken e) {
            closeAfter(e, rows);
            throw e;
        }
    }

    private static void closeAfter(Exception error, @Nullable LogRows rows) {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }

    private static Optional<SignedNote> lastNote(LogRows rows, long size) throws SQLException, RecordBroken {
        try {
            Optional<SignedNote> last =
                    rows.listNotes(Long.MAX_VALUE, 1).stream().findFirst();
            if (last.isPresent()) {
                long signed = Checkpoint.parse(last.get().text()).head().size();
                if (signed > size) {
                    throw new RecordBroken("size of the log", "at least " + signed + ", signed", size, Keeper.RECOVER);
                }
            }
            return last;
        } catch (Malformed e) {
            throw new RecordBroken("the last checkpoint", "a signed note", e.getMessage(), Keeper.RECOVER);
        }
    }

    private static TreeHead signedHead(Optional<SignedNote> last, List<VerifierKey> logKeys, SignatureVerifier verifier)
            throws RecordBroken {
        if (last.isEmpty()) {
            return TreeHead.EMPTY;
        }
        if (last.get().standing(logKeys, verifier) != SignedNote.Standing.COUNTS) {
            throw new RecordBroken("the last checkpoint", "signed by " + logKeys, "not signed by it", Keeper.RECOVER);
        }
        try {
            return Checkpoint.parse(last.get().text()).head();
        } catch (Malformed e) {
            throw new IllegalStateException("read before", e);
        }
    }

    private static Hash rootOf(HashTree tree, long size) {
        return tree.head(size).root();
    }

    private static HashTree read(LogRows rows, long size, boolean byTiles) throws SQLException {
        HashTree tree = new HashTree();
        long full = byTiles ? size / TileId.WIDTH : 0;
        while (tree.size() < full * TileId.WIDTH) {
            long from = tree.size() / TileId.WIDTH;
            List<Bytes> tiles = rows.listTiles(from, (int) Math.min(AT_ONCE, full - from));
            tiles.removeIf(tile -> tile.length() != TileId.WIDTH * Hash.LENGTH);
            if (tiles.isEmpty()) {
                break;
            }
            tiles.forEach(tile -> appendTile(tree, tile.toArray()));
        }
        while (tree.size() < size) {
            List<LogRows.Row> more = rows.list(tree.size(), (int) Math.min(TileId.WIDTH, size - tree.size()));
            if (more.isEmpty()) {
                throw new SQLException("entry " + tree.size() + " of " + size + " is not there");
            }
            more.forEach(row -> tree.append(Merkle.leafHash(row.leaf())));
        }
        return tree;
    }

    private static void appendTile(HashTree tree, byte[] tile) {
        for (int i = 0; i < TileId.WIDTH; i++) {
            tree.append(Hash.at(tile, i * Hash.LENGTH));
        }
    }

    /** The key that signs the log's checkpoints. */
    public VerifierKey logKey() {
        return heading.logKeys().getFirst();
    }

    /** That key, then those that signed before it. */
    public List<VerifierKey> logKeys() {
        return heading.logKeys();
    }

    /** The log's name. */
    public String origin() {
        return logKey().name();
    }

    public long size() {
        return locked(tree::size);
    }

    /** The head that the log has, or had when it was smaller. */
    public TreeHead head(long size) {
        return locked(() -> tree.head(size));
    }

    /** The way from an entry to the root of a tree of this size. */
    public List<Hash> inclusion(long index, long size) {
        return locked(() -> Merkle.inclusion(tree, index, size));
    }

    /** Proof that the log of this size begins with the older one. */
    public List<Hash> consistency(long old, long size) {
        return locked(() -> Merkle.consistency(tree, old, size));
    }

    Hash leafHash(long index) {
        return locked(() -> tree.node(0, index));
    }

    /** The right edge of the log as it was signed last, from the tree; its root must be the signed one. */
    Frontier frontier(TreeHead signed) throws RecordBroken {
        Frontier frontier = locked(() -> Frontier.of(tree, signed.size()));
        if (!frontier.head().equals(signed)) {
            throw new RecordBroken("root at size " + signed.size(), signed, frontier.head(), Keeper.RECOVER);
        }
        return frontier;
    }

    /** Tile {@code index} of the leaves' hashes; it is full. */
    byte[] hashes(long index) {
        return locked(() -> tree.tile(new TileId(0, index, TileId.WIDTH)));
    }

    /** The bytes of a tile: hashes as c2sp.org/tlog-tiles has them, or a bundle of entries. */
    public byte[] tile(TileId id) throws StoreFailed, RecordBroken {
        if (id.level() != TileId.ENTRIES) {
            return locked(() -> tree.tile(id));
        }
        return EntryBundle.write(leaves(id.index() * TileId.WIDTH, id.width()));
    }

    private <T> T locked(Supplier<T> reading) {
        treeLock.readLock().lock();
        try {
            return reading.get();
        } finally {
            treeLock.readLock().unlock();
        }
    }

    void grow(List<Hash> leaves) {
        treeLock.writeLock().lock();
        try {
            leaves.forEach(tree::append);
        } finally {
            treeLock.writeLock().unlock();
        }
    }

    /**
     * Leaves from an index on, held against the tree.
     *
     * @param count how many; all must be in the log
     */
    public List<Bytes> leaves(long from, int count) throws StoreFailed, RecordBroken {
        if (from < 0 || from + count > size()) {
            throw new IllegalArgumentException("entries " + from + " to " + (from + count) + " of " + size());
        }
        List<Bytes> leaves = new ArrayList<>();
        for (LogRows.Row row : rows(from, count)) {
            Hash found = Merkle.leafHash(row.leaf());
            if (row.index() != from + leaves.size() || !found.equals(leafHash(row.index()))) {
                throw new RecordBroken(
                        "entry " + (from + leaves.size()), leafHash(from + leaves.size()), found, Keeper.RECOVER);
            }
            leaves.add(row.leaf());
        }
        if (leaves.size() < count) {
            throw new RecordBroken("entry " + (from + leaves.size()), "a leaf", "none", Keeper.RECOVER);
        }
        return leaves;
    }

    List<LogRows.Row> rows(long from, int count) throws StoreFailed {
        synchronized (rows) {
            try {
                return rows.list(from, count);
            } catch (SQLException e) {
                throw new StoreFailed("cannot read entries from " + from + " on: " + e.getMessage(), e);
            }
        }
    }

    /** An entry, held against the tree. */
    public Entry getEntry(long index) throws StoreFailed, RecordBroken {
        try {
            return Entry.read(leaves(index, 1).getFirst());
        } catch (Malformed e) {
            throw new RecordBroken("entry " + index, "an entry", e.getMessage(), Keeper.RECOVER);
        }
    }

    /** Where an entry is, if it is in this log. */
    public OptionalLong findIndex(Hash identity) throws StoreFailed {
        synchronized (rows) {
            try {
                OptionalLong index = rows.findIndex(identity);
                return index.isPresent() && index.getAsLong() < size() ? index : OptionalLong.empty();
            } catch (SQLException e) {
                throw new StoreFailed("cannot look for " + identity + ": " + e.getMessage(), e);
            }
        }
    }

    /** What an author's next entry in this log has to follow. */
    public ChainHead chain(AuthorKey author) throws StoreFailed {
        synchronized (rows) {
            try {
                return rows.chain(author);
            } catch (SQLException e) {
                throw new StoreFailed("cannot read the chain of " + author + ": " + e.getMessage(), e);
            }
        }
    }

    /** Signed checkpoints, each with the cosignatures that came for it, the newest first. */
    public List<SignedNote> listNotes(int most) throws StoreFailed, RecordBroken {
        synchronized (rows) {
            try {
                return rows.listNotes(Long.MAX_VALUE, most);
            } catch (SQLException e) {
                throw new StoreFailed("cannot read the checkpoints: " + e.getMessage(), e);
            } catch (Malformed e) {
                throw new RecordBroken("a checkpoint", "a signed note", e.getMessage(), Keeper.RECOVER);
            }
        }
    }

    /** The checkpoint that the log was opened with. */
    Optional<SignedNote> noteAtOpening() {
        return opened;
    }

    @Override
    public void close() throws StoreFailed {
        synchronized (rows) {
            try {
                rows.close();
            } catch (SQLException e) {
                throw new StoreFailed("cannot close the log: " + e.getMessage(), e);
            }
        }
    }
}
