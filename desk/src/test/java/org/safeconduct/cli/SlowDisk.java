package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Says when it has written a file, and then takes a second before the call ends. */
final class SlowDisk implements Disk {
    static final String WRITTEN = "written";

    @Override
    public void createFolders(Path folder) throws IOException {
        REAL.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        REAL.write(file, bytes);
        System.err.println(WRITTEN);
        LockSupport.parkNanos(1_000_000_000);
    }

    @Override
    public void sync(Path folder) throws IOException {
        REAL.sync(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        REAL.delete(file);
    }
}
