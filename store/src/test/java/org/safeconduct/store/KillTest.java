package org.safeconduct.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever appends to a store in a folder is killed. */
class KillTest extends Killing {

    @TempDir
    Path folder;

    @Override
    Engine engine() {
        return new Sqlite(folder);
    }

    @Override
    String place() {
        return folder.toString();
    }

    @Override
    void kill(int round, Process process) {
        process.toHandle().destroyForcibly(); // leaves what it said to be read
    }

    @Override
    void mend(int round) {}

    @Override
    boolean isKilled(int round) {
        return true;
    }

    @Test
    void nothingAcknowledgedIsLostInThreeRounds() throws Exception {
        run(3, 20);
    }

    @Tag("ci")
    @Test
    void nothingAcknowledgedIsLostInAHundredRounds() throws Exception {
        run(100, 1000);
    }

    @Tag("long")
    @Test
    void nothingAcknowledgedIsLostInAThousandRounds() throws Exception {
        run(1000, 1000);
    }
}
