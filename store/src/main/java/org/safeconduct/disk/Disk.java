package org.safeconduct.disk;

import java.io.IOException;
import java.nio.file.Path;

/** The few things that are done to files, so that a test can let any one of them fail. */
public interface Disk {

    /** Creates a file that only its owner can read; one of that name is replaced. */
    void create(Path file, byte[] bytes) throws IOException;

    /** Returns once a file's bytes, or a folder's names, are on the disk. */
    void sync(Path fileOrFolder) throws IOException;

    /** Gives a file another name, in one step; what had that name is gone. */
    void rename(Path from, Path to) throws IOException;

    /** The disk of this computer. */
    static Disk real() {
        return new RealDisk();
    }
}
