package org.safeconduct.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By turns whoever appends to a database is killed, the server's first process, all of the server, and both. */
class PostgresKillTest extends Killing {

    private Optional<PostgresCluster> cluster = Optional.empty();

    /** Who is killed in a round. */
    private enum Victim {
        WRITER,
        POSTMASTER,
        SERVER,
        BOTH;

        static Victim of(int round) {
            return values()[round % values().length];
        }
    }

    @BeforeEach
    void startServer() throws IOException {
        cluster = PostgresCluster.start();
        assumeTrue(cluster.isPresent(), "PostgreSQL is not there; install postgresql");
        cluster.orElseThrow().schema("owner", "killed");
    }

    @AfterEach
    void stopServer() throws IOException {
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }

    @Override
    Engine engine() {
        return new Postgres(cluster.orElseThrow().at("owner", "killed"), "");
    }

    @Override
    String place() {
        return cluster.orElseThrow().at("owner", "killed").toString();
    }

    @Override
    void kill(int round, Process process) throws IOException {
        switch (Victim.of(round)) {
            case WRITER -> process.toHandle().destroyForcibly();
            case POSTMASTER -> cluster.orElseThrow().kill(false);
            case SERVER -> cluster.orElseThrow().kill(true);
            case BOTH -> {
                process.toHandle().destroyForcibly();
                cluster.orElseThrow().kill(true);
            }
        }
    }

    @Override
    void mend(int round) throws IOException {
        if (Victim.of(round) != Victim.WRITER) {
            cluster.orElseThrow().startServer();
        }
    }

    @Override
    boolean isKilled(int round) {
        return switch (Victim.of(round)) {
            case WRITER, BOTH -> true;
            case POSTMASTER, SERVER -> false;
        };
    }

    @Tag("ci")
    @Test
    void nothingAcknowledgedIsLostInTwelveRounds() throws Exception {
        run(12, 200);
    }

    @Tag("long")
    @Test
    void nothingAcknowledgedIsLostInTwoHundredRounds() throws Exception {
        run(200, 500);
    }
}
