package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A disk whose n-th call fails, and all after it too if the process is to be dead from then on. */
final class FailingDisk implements Disk {
    private final int failing;
    private final boolean dies;
    private int calls;

    FailingDisk(int failing, boolean dies) {
        this.failing = failing;
        this.dies = dies;
    }

    boolean hasFailed() {
        return calls >= failing;
    }

    private void call() throws IOException {
        calls++;
        if (calls == failing || (dies && calls > failing)) {
            throw new IOException("call " + failing + " fails");
        }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        call();
        REAL.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        call();
        REAL.write(file, bytes);
    }

    @Override
    public void sync(Path folder) throws IOException {
        call();
        REAL.sync(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        call();
        REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        call();
        REAL.delete(file);
    }
}
