package org.safeconduct.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A store in one folder of this computer, with SQLite.
 *
 * <pre>
 *   log.db, log.db-wal, log.db-shm   SQLite's; copy them only by {@link #backUp}
 *   lock                             who writes
 * </pre>
 *
 * @param folder must lie on a disk of this computer: locks over a network are not to be relied on
 */
public record Sqlite(Path folder) implements Engine {

    private static final String FILE = "log.db";
    private static final int APPLICATION = 0x53434c47; // "SCLG", for file(1) and for us
    private static final String BUSY_MILLISECONDS = "5000";

    /** What a connection must answer; a build of SQLite that leaves one of these out is not written with. */
    private static final Map<String, String> SETTINGS = Map.of(
            "journal_mode", "wal",
            "synchronous", "2",
            "secure_delete", "1",
            "foreign_keys", "1",
            "cell_size_check", "1",
            "trusted_schema", "0");

    private Path file() {
        return folder.resolve(FILE);
    }

    /** Whether there is a store in the folder. */
    public boolean exists() {
        return Files.exists(file());
    }

    @Override
    public WriterLock lock() throws StoreFailed {
        return FolderLock.take(folder);
    }

    @Override
    public Connection connect(Access access) throws SQLException {
        if (access != Access.CREATE && !exists()) {
            throw new SQLException("no log in " + folder + "; name its folder, or make one");
        }
        try {
            return connect(access, Sharing.SHARED);
        } catch (SQLException e) {
            if (access == Access.READ && isOutOfRoom(e)) {
                return connect(access, Sharing.ALONE);
            }
            throw e;
        }
    }

    /** Whether others may use the database at the same time. */
    private enum Sharing {
        /** They may; what the write-ahead log holds is told in a file beside it, which takes 32 kB of room. */
        SHARED,
        /** They wait. What the write-ahead log holds is worked out anew, in memory: for reading where there is no room. */
        ALONE
    }

    private Connection connect(Access access, Sharing sharing) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(false); // a reader of a log in WAL mode takes part in its shared memory
        config.setTransactionMode(
                access == Access.READ ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file());
        try {
            configure(connection, access, sharing);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void configure(Connection connection, Access access, Sharing sharing) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + BUSY_MILLISECONDS);
            if (sharing == Sharing.ALONE) {
                statement.execute("pragma locking_mode = exclusive"); // before the first look at the write-ahead log
            }
            statement.execute("pragma fullfsync = 1"); // where fsync alone leaves bytes in the drive
            statement.execute("pragma checkpoint_fullfsync = 1");
            for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
                statement.execute("pragma " + setting.getKey() + " = " + setting.getValue());
                String found = answer(statement, "pragma " + setting.getKey());
                if (!found.equals(setting.getValue())) {
                    throw new SQLException("SQLite's " + setting.getKey() + " is " + found + ", not "
                            + setting.getValue() + "; use the library this program came with");
                }
            }
            switch (access) {
                case CREATE -> statement.execute("pragma application_id = " + APPLICATION);
                case WRITE -> settle(statement);
                case RESUME -> {}
                case READ -> statement.execute("pragma query_only = 1");
            }
        }
    }

    /**
     * Writes everything of the write-ahead log into the database and brings that to the disk. After an fsync that failed,
     * the system may hold pages that it believes to be on the disk and are not; these are written anew.
     */
    private void settle(Statement statement) throws SQLException {
        if (!answer(statement, "pragma application_id").equals(String.valueOf(APPLICATION))) {
            throw new SQLException(file() + " is not a log of ours; name another folder");
        }
        if (!answer(statement, "pragma wal_checkpoint(truncate)").equals("0")) {
            throw new SQLException("somebody has been reading " + folder + " for long; try again when they are done");
        }
    }

    private static String answer(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    @Override
    public boolean isOutOfRoom(SQLException error) {
        return error instanceof SQLiteException exception
                && (exception.getResultCode() == SQLiteErrorCode.SQLITE_FULL
                        || exception.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
    }

    /**
     * Writes a copy of the store, as it is at one moment, while others go on writing.
     *
     * @param copy a file that does not exist
     */
    public void backUp(Disk disk, Path copy) throws IOException {
        if (Files.exists(copy)) {
            throw new IOException(copy + " exists; name a new file");
        }
        Path beside = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (Connection connection = connect(Access.READ);
                Statement statement = connection.createStatement();
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            statement.execute("pragma query_only = 0"); // writing a copy counts as writing
            vacuum.setString(1, beside.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new StoreFailed("cannot back up " + folder + " to " + copy + ": " + e.getMessage(), e);
        }
        WholeFile.place(disk, beside, copy);
    }

    /**
     * Puts a backup into a folder without a store. To write to it, {@link Keeper#open} it with what the witnesses have
     * seen: whatever the log had said after the backup was made is not in it.
     */
    public void restore(Disk disk, Path copy) throws IOException {
        if (exists()) {
            throw new IOException(folder + " has a log; restore into an empty folder");
        }
        Files.createDirectories(folder);
        Path beside = folder.resolve(FILE + ".new");
        Files.copy(copy, beside, StandardCopyOption.REPLACE_EXISTING);
        WholeFile.place(disk, beside, file());
    }
}
