package org.safeconduct.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeconduct.record.Malformed;

/** A PostgreSQL server of the tests' own on this computer, durable as it comes; two of its users are an owner and a writer. */
final class PostgresCluster implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes and starts one; empty where PostgreSQL is not installed. */
    static Optional<PostgresCluster> start() throws IOException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("safeconduct-postgres");
        if (IS_ROOT) {
            run("chown", "postgres", folder.toString()); // the server does not run as root
        }
        PostgresCluster cluster = new PostgresCluster(programs.get(), folder, freePort());
        cluster.runAsUser(
                "initdb", "-D", cluster.data(), "-A", "trust", "-U", "admin", "--data-checksums", "-E", "UTF8");
        cluster.startServer();
        cluster.sql("create role owner login; create role writer login; create database talks owner owner");
        return Optional.of(cluster);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts the server, and returns once it answers. */
    void startServer() throws IOException {
        String options = "-k " + folder + " -p " + port + " -c listen_addresses=127.0.0.1 -c max_connections=40";
        runAsUser(
                "pg_ctl",
                "-D",
                data(),
                "-s",
                "-w",
                "-t",
                "60",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
    }

    /** Kills the server's first process, or all of them, and returns once none is left. */
    void kill(boolean all) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = first.children().toList();
        first.destroyForcibly();
        if (all) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        first.onExit().join();
        children.forEach(child -> child.onExit().join()); // they notice that the first one is gone
    }

    /** Runs SQL as the one who may do everything. */
    void sql(String text) throws IOException {
        sqlIn("postgres", text);
    }

    /** The same in the database of the records. */
    void sqlInTalks(String text) throws IOException {
        sqlIn("talks", text);
    }

    private void sqlIn(String database, String text) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("psql", "-q", "-h", folder.toString(), "-p", "" + port, "-U", "admin"));
        words.addAll(List.of("-d", database, "-v", "ON_ERROR_STOP=1"));
        for (String statement : text.split(";", -1)) {
            words.addAll(List.of("-c", statement.strip()));
        }
        runAsUser(words.toArray(String[]::new));
    }

    /** A schema of its own, as a user opens it. */
    Database schema(String user, String name) throws IOException {
        sqlInTalks("create schema if not exists " + name + " authorization owner");
        return at(user, name);
    }

    Database at(String user, String name) {
        try {
            return Database.parse("postgresql://" + user + "@127.0.0.1:" + port + "/talks?schema=" + name);
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private void runAsUser(String program, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(program));
        all.addAll(List.of(words));
        runAsUser(all.toArray(String[]::new));
    }

    private void runAsUser(String[] words) throws IOException {
        List<String> command = new ArrayList<>(IS_ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(words[0]).toString());
        command.addAll(List.of(words).subList(1, words.length));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException {
        Path said = Files.createTempFile("said", "");
        int code = ended(new ProcessBuilder(command)
                .directory(Path.of("/").toFile()) // the other user may not look into ours
                .redirectErrorStream(true)
                .redirectOutput(said.toFile()) // a pipe would stay open as long as the server lives
                .start());
        String words = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (code != 0) {
            throw new IOException(String.join(" ", command) + ": " + words);
        }
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        runAsUser("pg_ctl", "-D", data(), "-s", "-m", "immediate", "stop");
        run("rm", "-rf", folder.toString());
    }
}
