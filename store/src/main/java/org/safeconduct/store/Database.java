package org.safeconduct.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.safeconduct.record.Malformed;

/**
 * Where a database is and as whom it is opened.
 *
 * <pre>
 *   postgresql://keeper@db.example.org:5432/talks?schema=public&amp;sslmode=verify-full
 * </pre>
 *
 * @param port 5432 if nothing else is said
 * @param schema the one in it that holds the log
 * @param settings {@code sslmode} and {@code sslrootcert}, as PostgreSQL has them
 */
public record Database(String user, String host, int port, String name, String schema, Map<String, String> settings) {

    private static final String SCHEME = "postgresql";
    private static final String SCHEMA = "schema";
    private static final String FORM = "write postgresql://USER@HOST:PORT/DATABASE?schema=NAME";
    private static final Set<String> SETTINGS = Set.of("sslmode", "sslrootcert");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Database {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads the line that names a database.
     *
     * @throws Malformed if it is none, or holds a password
     */
    public static Database parse(String text) throws Malformed {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new Malformed("no address of a database: " + e.getReason() + "; " + FORM);
        }
        String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        if (user.contains(":")) {
            throw new Malformed("the address holds a password; keep it in a file that PGPASSFILE names");
        }
        String name = uri.getPath() == null || uri.getPath().isEmpty()
                ? ""
                : uri.getPath().substring(1);
        if (!SCHEME.equals(uri.getScheme()) || uri.getHost() == null || !isName(user) || !isName(name)) {
            throw new Malformed("no address of a database; " + FORM);
        }
        Map<String, String> settings = settings(uri.getQuery());
        String schema = settings.getOrDefault(SCHEMA, "public");
        settings.remove(SCHEMA);
        if (!isName(schema)) {
            throw new Malformed("schema is \"" + schema + "\"; write small letters, digits, _");
        }
        int port = uri.getPort() == -1 ? 5432 : uri.getPort();
        return new Database(user, uri.getHost(), port, name, schema, settings);
    }

    /** Names that need no quotes, so that nothing that is named can be read as SQL. */
    static boolean isName(String text) {
        return text.matches("[a-z_][a-z0-9_]{0,62}");
    }

    private static Map<String, String> settings(String query) throws Malformed {
        Map<String, String> settings = new HashMap<>();
        for (String setting : query == null ? new String[0] : query.split("&")) {
            String[] parts = setting.split("=", 2);
            boolean isKnown = parts[0].equals(SCHEMA) || SETTINGS.contains(parts[0]);
            if (parts.length < 2 || !isKnown || settings.put(parts[0], parts[1]) != null) {
                throw new Malformed(
                        "\"" + parts[0] + "\" is not understood, or said twice; know are schema, sslmode, sslrootcert");
            }
        }
        return settings;
    }

    /** The same database, opened as somebody else. */
    public Database as(String other) {
        return new Database(other, host, port, name, schema, settings);
    }

    /** On another computer a connection is encrypted and the other one proves who it is, unless something else is asked for. */
    String sslMode() {
        return settings.getOrDefault("sslmode", LOOPBACK.contains(host) ? "prefer" : "verify-full");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(SCHEME + "://" + user + "@" + host + ":" + port + "/" + name);
        text.append("?" + SCHEMA + "=").append(schema);
        settings.forEach(
                (key, value) -> text.append('&').append(key).append('=').append(value));
        return text.toString();
    }
}
