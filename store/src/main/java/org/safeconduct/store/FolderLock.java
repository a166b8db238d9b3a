package org.safeconduct.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a folder, by the system's lock on a file in it: gone when its process is, however it ends. Whoever comes while
 * another process has it waits a moment, since most have it for a moment only.
 */
final class FolderLock implements Engine.WriterLock {

    /** Of this process. POSIX gives a lock back as soon as the process closes the file, wherever it opened it once more. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path folder;

    private FolderLock(FileChannel channel, Path folder) {
        this.channel = channel;
        this.folder = folder;
    }

    static FolderLock take(Path named) throws StoreFailed {
        Path folder;
        try {
            Files.createDirectories(named);
            folder = named.toRealPath();
        } catch (IOException e) {
            throw new StoreFailed("cannot make the folder " + named + ": " + e.getMessage(), e);
        }
        if (!HELD.add(folder)) {
            throw Patience.heldBy("this very process", folder);
        }
        try {
            return new FolderLock(open(folder), folder);
        } catch (IOException e) {
            HELD.remove(folder);
            if (e instanceof StoreFailed held) {
                throw held;
            }
            throw new StoreFailed("cannot lock " + folder + ": " + e.getMessage() + "; is the folder yours?", e);
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!Patience.until(() -> channel.tryLock() != null)) {
                throw Patience.heldBy("process " + read(channel), folder);
            }
            channel.truncate(0);
            byte[] self = String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(self), 0);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        byte[] name = new byte[20];
        int length = channel.read(ByteBuffer.wrap(name), 0);
        return new String(name, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD.remove(folder);
        } catch (IOException e) {
            throw new IllegalStateException("a lock cannot be given back; end this process", e);
        }
    }
}
