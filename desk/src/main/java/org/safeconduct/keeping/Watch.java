package org.safeconduct.keeping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.store.WitnessFolder;

/**
 * A witness's folder: which records it watches, and what it has seen of them.
 *
 * <pre>
 *   logs        their keys, one a line
 *   seen …      {@link WitnessFolder}'s
 * </pre>
 */
public record Watch(Path folder, Disk disk) {

    private static final String LOGS = "logs";

    /** Whether a witness's folder is there. */
    public boolean exists() {
        return Files.exists(folder.resolve(LOGS));
    }

    /** What it remembers. */
    public WitnessFolder memory() {
        return new WitnessFolder(folder, disk);
    }

    /** Where keepers look up what it has seen. */
    public Path seen() {
        return folder.resolve("seen");
    }

    /** The keys of the records it watches. */
    public List<VerifierKey> logs() throws IOException, Malformed {
        List<VerifierKey> logs = new ArrayList<>();
        if (exists()) {
            for (String line : Files.readAllLines(folder.resolve(LOGS))) {
                logs.add(VerifierKey.parse(line));
            }
        }
        return logs;
    }

    /** Begins to watch records, besides those it watches. */
    public void add(List<VerifierKey> more) throws IOException, Malformed {
        Set<VerifierKey> all = new LinkedHashSet<>(logs());
        all.addAll(more);
        StringBuilder lines = new StringBuilder();
        all.forEach(key -> lines.append(key).append('\n'));
        PrivateFolder.make(folder);
        Files.createDirectories(seen());
        WholeFile.replace(disk, folder.resolve(LOGS), lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
