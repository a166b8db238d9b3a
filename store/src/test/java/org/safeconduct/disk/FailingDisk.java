package org.safeconduct.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Lets one step fail, the one with this number, and does all others. A write that fails has written half. */
public final class FailingDisk implements Disk {

    /** Steps it takes to put a file in its place. */
    public static final int STEPS_OF_A_FILE = 4;

    private final int failing;
    private int steps;

    public FailingDisk(int failing) {
        this.failing = failing;
    }

    private void step() throws IOException {
        if (steps++ == failing) {
            throw new IOException("step " + failing + ": no more");
        }
    }

    @Override
    public void create(Path file, byte[] bytes) throws IOException {
        Disk.real().create(file, Arrays.copyOf(bytes, bytes.length / 2));
        step();
        Disk.real().create(file, bytes);
    }

    @Override
    public void sync(Path fileOrFolder) throws IOException {
        step();
        Disk.real().sync(fileOrFolder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        Disk.real().rename(from, to);
    }
}
