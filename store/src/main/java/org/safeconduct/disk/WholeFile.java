package org.safeconduct.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a file in its place, whole or not at all. */
public final class WholeFile {

    private static final String BESIDE = ".new";

    private WholeFile() {}

    /**
     * Returns once the file holds these bytes and they are on the disk.
     *
     * @throws IOException if not; the file then holds what it held before, or these bytes, and nothing in between
     */
    public static void replace(Disk disk, Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try {
            disk.create(beside, bytes);
            place(disk, beside, file);
        } catch (IOException e) {
            removeAfter(e, beside);
            throw e;
        }
    }

    /** Brings a finished file to the disk and puts it in its place, in the same folder. */
    public static void place(Disk disk, Path finished, Path file) throws IOException {
        disk.sync(finished);
        disk.rename(finished, file);
        disk.sync(folderOf(file));
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    private static void removeAfter(IOException error, Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }
}
