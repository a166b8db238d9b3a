package org.safeconduct.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.Malformed;

/** Key files on a disk: for their owner's eyes only, and whole or not there. */
public final class KeyFolder {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final int MOST_BYTES = 64 * 1024;

    private KeyFolder() {}

    /** Writes a new file; one that is there is never replaced, since its secret would be gone. */
    public static void write(Disk disk, Path path, KeyFile file) throws IOException {
        if (Files.exists(path)) {
            throw new IOException(path + " exists; a key is never overwritten, so name another file");
        }
        WholeFile.replace(disk, path, file.write());
    }

    /**
     * Reads a file.
     *
     * @throws Malformed if it is no key file, or others than its owner may read or change it
     */
    public static KeyFile read(Path path) throws IOException, Malformed {
        return KeyFile.read(readSecret(path));
    }

    /**
     * Reads what only its owner should: a key file, a passphrase. It may be a pipe.
     *
     * @throws Malformed if others than its owner may read or change it, or it has more than 64 KiB
     */
    public static byte[] readSecret(Path path) throws IOException, Malformed {
        requirePrivate(path);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Malformed(path + ": more than 64 KiB; no key and no passphrase is so large");
            }
            return bytes;
        }
    }

    private static void requirePrivate(Path path) throws IOException, Malformed {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return; // a file system without modes; SECURITY.md says so
        }
        Set<PosixFilePermission> mode = view.readAttributes().permissions();
        if (!OWNERS.containsAll(mode)) {
            throw new Malformed(path + ": mode " + PosixFilePermissions.toString(mode)
                    + " lets others in; run chmod 600 on it, and if others use this computer, make another");
        }
    }
}
