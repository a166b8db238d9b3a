package org.safeconduct.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.safeconduct.record.Malformed;

/**
 * A store in a PostgreSQL database, for a record that several computers read and write.
 *
 * <p>The password, if the database asks for one, comes from the file that {@code PGPASSFILE} names, or {@code ~/.pgpass}.
 *
 * @param place where it is and as whom it is opened
 * @param writer somebody else who may write to it once it is made, and change nothing that is there; empty for nobody else
 */
public record Postgres(Database place, String writer) implements Engine {

    private static final int LOCK = 0x53434c47; // "SCLG"; the other half of the lock's number is the schema's
    private static final String OUT_OF_ROOM = "53100";
    private static final String CONNECT_SECONDS = "10";

    /** What the server must answer; one that is told to lose what it acknowledged is not written to. */
    private static final Map<String, String> SERVER = Map.of("fsync", "on", "full_page_writes", "on");

    public Postgres {
        if (!writer.isEmpty() && !Database.isName(writer)) {
            throw new IllegalArgumentException("the writer is \"" + writer + "\"; write small letters, digits, _");
        }
    }

    /**
     * A store, as it is made.
     *
     * @throws Malformed if the writer's name would need quotes
     */
    public static Postgres of(Database place, String writer) throws Malformed {
        if (!writer.isEmpty() && !Database.isName(writer)) {
            throw new Malformed("the writer is \"" + writer + "\"; write small letters, digits, _");
        }
        return new Postgres(place, writer);
    }

    @Override
    public WriterLock lock() throws StoreFailed {
        Connection connection = null;
        try {
            connection = connect();
            Connection held = connection;
            if (!Patience.until(() -> isLocked(held))) {
                throw Patience.heldBy(holder(held), place);
            }
            return () -> close(held);
        } catch (SQLException e) {
            abandon(connection, e);
            throw new StoreFailed("cannot open " + place + ": " + explained(e), e);
        } catch (StoreFailed e) {
            abandon(connection, e);
            throw e;
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        return answer(connection, "select pg_try_advisory_lock(" + LOCK + ", hashtext(current_schema()))")
                .equals("t");
    }

    private static String holder(Connection connection) throws SQLException {
        return answer(
                connection,
                "select coalesce(usename || ' from ' || coalesce(host(client_addr), 'this computer') || ' since ' ||"
                        + " to_char(backend_start, 'YYYY-MM-DD HH24:MI TZ'), 'somebody') from pg_locks left join"
                        + " pg_stat_activity using (pid) where locktype = 'advisory' and granted and"
                        + " classid::bigint = " + LOCK
                        + " and database = (select oid from pg_database where datname ="
                        + " current_database()) limit 1");
    }

    /** The server gives the lock back when the connection ends, however it does. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection cannot be closed; end this process", e);
        }
    }

    private static void abandon(@Nullable Connection connection, Exception error) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
    }

    @Override
    public Connection connect(Access access) throws SQLException {
        Connection connection = connect();
        try {
            switch (access) {
                case CREATE, WRITE, RESUME -> makeDurable(connection);
                case READ -> {
                    execute(connection, "set default_transaction_isolation = 'repeatable read'");
                    execute(connection, "set default_transaction_read_only = on");
                }
            }
            return connection;
        } catch (SQLException e) {
            abandon(connection, e);
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", place.user());
        properties.setProperty("currentSchema", place.schema());
        properties.setProperty("ApplicationName", "safeconduct");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        place.settings().forEach(properties::setProperty);
        properties.setProperty("sslmode", place.sslMode());
        Connection connection = new Driver()
                .connect("jdbc:postgresql://" + place.host() + ":" + place.port() + "/" + place.name(), properties);
        if (connection == null) {
            throw new SQLException("no driver for " + place);
        }
        try { // a computer that is gone gives its lock back within a minute
            execute(
                    connection,
                    "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3");
            execute(connection, "set lock_timeout = '10s'");
            return connection;
        } catch (SQLException e) {
            abandon(connection, e);
            throw e;
        }
    }

    private static void makeDurable(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : SERVER.entrySet()) {
            String found = answer(connection, "show " + setting.getKey());
            if (!found.equals(setting.getValue())) {
                throw new SQLException("the server's " + setting.getKey() + " is " + found + ", not "
                        + setting.getValue() + "; what it acknowledges may be lost; change it in postgresql.conf");
            }
        }
        if (answer(connection, "select pg_is_in_recovery()").equals("t")) {
            throw new SQLException("the server only follows another; name the one that is followed");
        }
        if (!answer(connection, "show synchronous_commit").equals("remote_apply")) { // which says more than "on"
            execute(connection, "set synchronous_commit = on");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "";
        }
    }

    /** Entries and what was signed can be added to by the writer, and neither changed nor removed. */
    @Override
    public List<String> afterMaking() {
        if (writer.isEmpty()) {
            return List.of();
        }
        return List.of(
                "grant usage on schema " + place.schema() + " to " + writer,
                "grant select, insert on entry, cosignature to " + writer,
                "grant select, insert, update (note) on checkpoint to " + writer,
                "grant select, insert, update on tile to " + writer,
                "grant select, update (epoch, log_key) on log to " + writer);
    }

    @Override
    public boolean isOutOfRoom(SQLException error) {
        return OUT_OF_ROOM.equals(error.getSQLState());
    }

    @Override
    public String explained(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        String remedy = switch (state) {
            case "28P01", "28000", "08004" ->
                "; is the password in the file that PGPASSFILE names, and may " + place.user() + " connect?";
            case "08001" -> "; does the server run there?";
            case "42P01" -> "; no log in it: name another schema, or make one with its owner's name";
            case "42501" -> "; ask the owner of the database for that right";
            default -> "";
        };
        return String.valueOf(error.getMessage()).replaceFirst("[.]$", "") + remedy;
    }
}
