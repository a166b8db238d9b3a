package org.safeconduct.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;

/**
 * Sealed words on a disk, apart from the log.
 *
 * <pre>
 *   HASH        ciphertext
 *   HASH.key    header: its key, wrapped for its recipients
 * </pre>
 *
 * <p>The key is written first and destroyed first: what is left after a crash cannot be opened.
 */
public record SealedFolder(Path folder, Disk disk) {
    private static final String KEY = ".key";

    /** Keeps a file; returns once it is on the disk. */
    public void put(SealedFile file) throws IOException {
        WholeFile.replace(disk, key(file.hash()), file.header().toArray());
        WholeFile.replace(
                disk, folder.resolve(file.hash().toHex()), file.ciphertext().toArray());
    }

    /**
     * The file of a hash; empty if it is not held whole.
     *
     * @throws Malformed if what is held is something else
     */
    public Optional<SealedFile> find(Hash hash) throws IOException, Malformed {
        if (!holds(hash)) {
            return Optional.empty();
        }
        SealedFile file = new SealedFile(
                Bytes.of(Files.readAllBytes(key(hash))), Bytes.of(Files.readAllBytes(folder.resolve(hash.toHex()))));
        if (!file.hash().equals(hash)) {
            throw new Malformed("sealed words " + hash + " were changed on the disk; take them from another copy");
        }
        return Optional.of(file);
    }

    /** Whether it can be opened by somebody. */
    public boolean holds(Hash hash) {
        return Files.exists(key(hash)) && Files.exists(folder.resolve(hash.toHex()));
    }

    /** Whether header or ciphertext is here, or both. */
    public boolean holdsPart(Hash hash) {
        return Files.exists(key(hash)) || Files.exists(folder.resolve(hash.toHex()));
    }

    /**
     * Destroys a file: its bytes are overwritten, then its name is taken away.
     *
     * @return whether any of it was here
     */
    public boolean destroy(Hash hash) throws IOException {
        boolean wasHere = false;
        for (Path file : List.of(key(hash), folder.resolve(hash.toHex()))) {
            for (Path one : List.of(file, file.resolveSibling(file.getFileName() + ".new"))) {
                if (Files.exists(one)) {
                    overwrite(one);
                    Files.delete(one);
                    wasHere = true;
                }
            }
        }
        if (wasHere) {
            disk.sync(folder);
        }
        return wasHere;
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) channel.size());
            while (zeros.hasRemaining()) {
                channel.write(zeros, zeros.position());
            }
            channel.force(true);
        }
    }

    private Path key(Hash hash) {
        return folder.resolve(hash.toHex() + KEY);
    }
}
