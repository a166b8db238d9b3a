package org.safeconduct.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Networks that were read before, as files that are mapped into memory. A network's name is the hash of its source and of how it was read, so
 * what is found fits. What cannot be written is not kept, and what is damaged is not found: a cache never fails.
 */
public final class RoadCache {
    private static final String ENDING = ".roads";
    private static final long MOST_BYTES = 8L << 30;

    private final @Nullable Path folder;

    private RoadCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The cache in a folder, which is made when it is first needed. */
    public static RoadCache at(Path folder) {
        return new RoadCache(folder);
    }

    /** Keeps nothing. */
    public static RoadCache none() {
        return new RoadCache(null);
    }

    /** A network by its key; {@code source} is what its file is called now. */
    Optional<Roads> find(String key, String source) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(key + ENDING);
        try {
            return Files.isRegularFile(file) ? RoadsFile.read(file, key, source) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it is read from its source instead
        }
    }

    /** Keeps a network, as a whole or not at all; the oldest ones make room. */
    void keep(Roads roads) {
        if (folder == null || roads.key().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(roads.key() + ENDING);
            Path unfinished = Files.createTempFile(folder, ".", ".unfinished");
            try {
                RoadsFile.write(unfinished, roads);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            makeRoom(folder, file);
        } catch (IOException e) {
            return; // next time it is read from its source again
        }
    }

    private static void makeRoom(Path folder, Path newest) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = new ArrayList<>(
                    all.filter(file -> file.toString().endsWith(ENDING)).toList());
        }
        Map<Path, FileTime> written = new HashMap<>();
        long bytes = 0;
        for (Path file : files) {
            written.put(file, Files.getLastModifiedTime(file));
            bytes += Files.size(file);
        }
        files.sort(Comparator.comparing(written::get));
        for (Path file : files) {
            if (bytes > MOST_BYTES && !file.equals(newest)) {
                bytes -= Files.size(file);
                Files.delete(file);
            }
        }
    }
}
