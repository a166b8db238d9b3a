package org.safeconduct.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.NoteSignature;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.VerifierKey;

/**
 * The rows of one log, and all SQL there is: only what every engine takes to mean the same. For one thread at a time.
 *
 * <pre>
 *   log          one row     whose log it is; the epoch that fences off a writer whose turn is over
 *   entry        an entry    leaf as it was signed; the other columns are read from it, to find it by
 *   tile         256 entries hashes of their leaves; can be worked out anew
 *   checkpoint   a size      what the log signed
 *   cosignature  a witness's line under a checkpoint
 * </pre>
 */
final class LogRows implements AutoCloseable {

    static final int FORMAT = 1;

    private static final int AT_ONCE = 1024;

    /** Tables that hold what cannot be worked out anew, each before those that point to it, and their columns. */
    private static final Map<String, List<String>> COPIED = new LinkedHashMap<>();

    static {
        COPIED.put("entry", List.of("position", "identity", "author", "sequence", "leaf"));
        COPIED.put("checkpoint", List.of("size", "note"));
        COPIED.put("cosignature", List.of("size", "line"));
    }

    private static final int MOST_SIGNATURES = 64; // as many as a note can have

    private static final List<String> SCHEMA = List.of(
            "create table log (one integer primary key check (one = 1), format integer not null, origin text not null,"
                    + " log_key text not null, epoch bigint not null)",
            "create table entry (position integer primary key, identity bytea not null unique, author bytea not null,"
                    + " sequence bigint not null, leaf bytea not null, unique (author, sequence))",
            "create table tile (position integer primary key, hashes bytea not null)",
            "create table checkpoint (size integer primary key, note bytea not null)",
            "create table cosignature (size integer not null references checkpoint (size), line text not null,"
                    + " primary key (size, line))");

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * Whose log it is.
     *
     * @param logKeys the key that signs, then those that signed before it; their name is the log's origin
     */
    record Heading(List<VerifierKey> logKeys) {
        Heading {
            logKeys = List.copyOf(logKeys);
        }

        String text() {
            return String.join(" ", logKeys.stream().map(VerifierKey::toString).toList());
        }

        static Heading read(String text) throws Malformed {
            List<VerifierKey> keys = new ArrayList<>();
            for (String key : text.split(" ", -1)) {
                keys.add(VerifierKey.parse(key));
            }
            return new Heading(keys);
        }
    }

    LogRows(Connection connection) {
        this.connection = connection;
    }

    /** Makes the tables, then does what an engine wants done with them. */
    void createTables(List<String> afterMaking) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : SCHEMA) {
                statement.execute(table);
            }
            for (String sql : afterMaking) {
                statement.execute(sql);
            }
        }
    }

    /** Copies what cannot be worked out anew. Both are in a transaction. */
    void copyTo(LogRows other) throws SQLException {
        for (Map.Entry<String, List<String>> table : COPIED.entrySet()) {
            List<String> columns = table.getValue();
            String names = String.join(", ", columns);
            PreparedStatement select =
                    prepare("select " + names + " from " + table.getKey() + " order by " + columns.getFirst());
            select.setFetchSize(AT_ONCE);
            PreparedStatement insert = other.prepare("insert into " + table.getKey() + " (" + names + ") values (?"
                    + ", ?".repeat(columns.size() - 1) + ")");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        insert.setObject(i, row.getObject(i));
                    }
                    insert.addBatch();
                    if (row.getRow() % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** Last of all when a log is made: without it there is none. */
    void putHeading(Heading heading) throws SQLException {
        update(
                "insert into log (one, format, origin, log_key, epoch) values (1, ?, ?, ?, 0)",
                FORMAT,
                heading.logKeys().getFirst().name(),
                heading.text());
    }

    /** Says anew which keys the log has had. */
    void replaceKeys(Heading heading) throws SQLException {
        update("update log set log_key = ? where one = 1", heading.text());
    }

    Heading heading() throws SQLException, RecordBroken {
        try (ResultSet row = query("select format, log_key from log where one = 1")) {
            if (!row.next()) {
                throw new SQLException(
                        "a log was begun here and not finished; remove the folder, or drop the schema, and begin"
                                + " again");
            }
            if (row.getInt(1) != FORMAT) {
                throw new SQLException("format " + row.getInt(1) + " of the store; this program knows " + FORMAT);
            }
            return Heading.read(row.getString(2));
        } catch (Malformed e) {
            throw new RecordBroken("key of the log", "a verifier key", e.getMessage(), Keeper.RECOVER);
        }
    }

    /** Ends every other writer's turn, and gives the number of ours. */
    long raiseEpoch() throws SQLException {
        update("update log set epoch = epoch + 1 where one = 1");
        try (ResultSet row = query("select epoch from log where one = 1")) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** Whether it is still our turn; holds until the transaction ends. */
    boolean isOurs(long epoch) throws SQLException {
        return update("update log set epoch = epoch where one = 1 and epoch = ?", epoch) == 1;
    }

    /** How many entries there are; the indices have no gaps if the last has one less. */
    long count() throws SQLException, RecordBroken {
        try (ResultSet row = query("select count(*), coalesce(max(position) + 1, 0) from entry")) {
            long count = row.next() ? row.getLong(1) : 0;
            if (count != row.getLong(2)) {
                throw new RecordBroken(
                        "indices", count + " without gaps", "a last of " + row.getLong(2), Keeper.RECOVER);
            }
            return count;
        }
    }

    OptionalLong findIndex(Hash identity) throws SQLException {
        try (ResultSet row = query("select position from entry where identity = ?", (Object) identity.toArray())) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Where an author's chain stands. */
    ChainHead chain(AuthorKey author) throws SQLException {
        String sql = "select sequence, identity from entry where author = ? order by sequence desc limit 1";
        try (ResultSet row = query(sql, (Object) octets(author))) {
            return row.next() ? new ChainHead(row.getLong(1) + 1, Hash.at(row.getBytes(2), 0)) : ChainHead.START;
        }
    }

    void addEntries(long first, List<Entry> entries) throws SQLException {
        PreparedStatement insert =
                prepare("insert into entry (position, identity, author, sequence, leaf)" + " values (?, ?, ?, ?, ?)");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            insert.setLong(1, first + i);
            insert.setBytes(2, entry.identity().toArray());
            insert.setBytes(3, octets(entry.body().author()));
            insert.setLong(4, entry.body().sequence());
            insert.setBytes(5, entry.leaf().toArray());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static byte[] octets(AuthorKey author) {
        byte[] octets = new byte[1 + author.key().length()];
        octets[0] = author.kind().code();
        System.arraycopy(author.key().toArray(), 0, octets, 1, octets.length - 1);
        return octets;
    }

    /** What is stored of one entry. */
    record Row(long index, Hash identity, Bytes author, long sequence, Bytes leaf) {

        /** Whether the columns are this entry's. */
        boolean isOf(Entry entry) {
            return identity.equals(entry.identity())
                    && author.equals(Bytes.of(octets(entry.body().author())))
                    && sequence == entry.body().sequence()
                    && leaf.equals(entry.leaf());
        }
    }

    /** Rows from an index on, in order. */
    List<Row> list(long from, int most) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String sql =
                "select position, identity, author, sequence, leaf from entry where position >= ? order by position"
                        + " limit ?";
        try (ResultSet row = query(sql, from, most)) {
            while (row.next()) {
                byte[] identity = row.getBytes(2);
                rows.add(new Row(
                        row.getLong(1),
                        identity.length == Hash.LENGTH ? Hash.at(identity, 0) : Hash.NONE,
                        Bytes.of(row.getBytes(3)),
                        row.getLong(4),
                        Bytes.of(row.getBytes(5))));
            }
        }
        return rows;
    }

    /** Tiles of leaves' hashes from a tile on, in order, as long as none is missing. */
    List<Bytes> listTiles(long from, int most) throws SQLException {
        List<Bytes> tiles = new ArrayList<>();
        String sql = "select position, hashes from tile where position >= ? order by position limit ?";
        try (ResultSet row = query(sql, from, most)) {
            while (row.next() && row.getLong(1) == from + tiles.size()) {
                tiles.add(Bytes.of(row.getBytes(2)));
            }
        }
        return tiles;
    }

    void putTile(long position, byte[] hashes) throws SQLException {
        update(
                "insert into tile (position, hashes) values (?, ?)"
                        + " on conflict (position) do update set hashes = excluded.hashes",
                position,
                hashes);
    }

    void putCheckpoint(long size, SignedNote note) throws SQLException {
        update("insert into checkpoint (size, note) values (?, ?) on conflict (size) do nothing", size, note.write());
    }

    /** As {@link #putCheckpoint}, in place of the one of that size. */
    void replaceCheckpoint(long size, SignedNote note) throws SQLException {
        update(
                "insert into checkpoint (size, note) values (?, ?) on conflict (size) do update set note ="
                        + " excluded.note",
                size,
                note.write());
    }

    boolean hasCheckpoint(long size) throws SQLException {
        try (ResultSet row = query("select size from checkpoint where size = ?", size)) {
            return row.next();
        }
    }

    void putCosignature(long size, String line) throws SQLException {
        update("insert into cosignature (size, line) values (?, ?) on conflict (size, line) do nothing", size, line);
    }

    /** Signed checkpoints with the cosignatures that came for them, the newest first. */
    List<SignedNote> listNotes(long largest, int most) throws SQLException, Malformed {
        Map<Long, SignedNote> notes = new LinkedHashMap<>();
        String sql = "select size, note from checkpoint where size <= ? order by size desc limit ?";
        try (ResultSet row = query(sql, largest, most)) {
            while (row.next()) {
                notes.put(row.getLong(1), SignedNote.read(row.getBytes(2)));
            }
        }
        List<SignedNote> cosigned = new ArrayList<>();
        for (Map.Entry<Long, SignedNote> note : notes.entrySet()) {
            cosigned.add(withCosignatures(note.getKey(), note.getValue()));
        }
        return cosigned;
    }

    private SignedNote withCosignatures(long size, SignedNote note) throws SQLException, Malformed {
        SignedNote all = note;
        try (ResultSet row = query("select line from cosignature where size = ? order by line", size)) {
            while (row.next() && all.signatures().size() < MOST_SIGNATURES) {
                all = all.with(NoteSignature.parse(row.getString(1)));
            }
        }
        return all;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Takes back what was not committed. */
    void rollBack() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private ResultSet query(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
