package org.safeconduct.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server for commands to work on, with an owner and a writer who must say their passwords. */
record PostgresServer(Path programs, Path folder, int port) implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    /** Empty where PostgreSQL is not installed. */
    static Optional<PostgresServer> start() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        Path bin;
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            bin = versions.sorted().toList().getLast().resolve("bin");
        }
        Path folder = Files.createTempDirectory("safeconduct-postgres");
        Files.writeString(folder.resolve("password"), "of the admin\n");
        if (IS_ROOT) {
            run(List.of("chown", "-R", "postgres", folder.toString())); // the server does not run as root
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PostgresServer server = new PostgresServer(bin, folder, port);
        String data = folder.resolve("data").toString();
        String password = "--pwfile=" + folder.resolve("password");
        server.program(
                "initdb", "-D", data, "-U", "admin", "--auth-local=trust", "--auth-host=scram-sha-256", password);
        String options = "-k " + folder + " -p " + port + " -c listen_addresses=127.0.0.1";
        server.program(
                "pg_ctl", "-D", data, "-s", "-w", "-l", folder.resolve("log").toString(), "-o", options, "start");
        server.sql("postgres", "create role owner login password 'one'");
        server.sql("postgres", "create role writer login password 'two'");
        server.sql("postgres", "create database talks owner owner");
        return Optional.of(server);
    }

    /** Where a schema is, as its owner opens it; it is made if it is not there. */
    String schema(String name) throws IOException {
        sql("talks", "create schema if not exists " + name + " authorization owner");
        return "postgresql://owner@127.0.0.1:" + port + "/talks?schema=" + name;
    }

    /** A file as PGPASSFILE names it. */
    Path passwords(Path file) throws IOException {
        return Files.writeString(file, "127.0.0.1:*:talks:owner:one\n127.0.0.1:*:talks:writer:two\n");
    }

    /** All of a database as {@code pg_dump} writes it. */
    Path dump(String database) throws IOException {
        Path file = folder.resolve(database + ".sql");
        program("pg_dump", "-h", folder.toString(), "-p", "" + port, "-U", "admin", "-f", file.toString(), database);
        return file;
    }

    /** Where the server keeps everything, its write-ahead log too. */
    Path data() {
        return folder.resolve("data");
    }

    void sql(String database, String text) throws IOException {
        program("psql", "-q", "-h", folder.toString(), "-p", "" + port, "-U", "admin", "-d", database, "-c", text);
    }

    private void program(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(IS_ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(words));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile()) // the other user may not look into ours
                .redirectOutput(ProcessBuilder.Redirect.DISCARD) // a pipe would stay open as long as the server lives
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() throws IOException {
        program("pg_ctl", "-D", folder.resolve("data").toString(), "-s", "-m", "immediate", "stop");
        run(List.of("rm", "-rf", folder.toString()));
    }
}
