package org.safeconduct.cli;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The writing calls a result needs, one by one, so that tests can let each of them fail. */
interface Disk {

    /** Makes a folder and those above it that are missing. */
    void createFolders(Path folder) throws IOException;

    /** Writes a new file; when this returns, a power cut does not lose it. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Makes what was created, moved or deleted in a folder last through a power cut. */
    void sync(Path folder) throws IOException;

    /** Moves a folder to a name beside it that is free, in one step. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder, if it is there. */
    void delete(Path file) throws IOException;

    /** The disk of this machine. */
    Disk REAL = new Disk() {
        @Override
        public void createFolders(Path folder) throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void sync(Path folder) throws IOException {
            if (File.separatorChar == '/') { // elsewhere a folder cannot be opened, and the system sees to it
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    };
}
