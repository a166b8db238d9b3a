package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder that holds one whole result or another, never a part of one.
 *
 * <pre>
 *   out/.x.writing-4711   written and flushed first
 *   out/x                 then takes its place; the result that stood here
 *   out/x.previous        stays beside it, one generation, for undo
 * </pre>
 *
 * <p>Ctrl-C, a full disk or a power cut before the swap leave the earlier result as it was. The swap is two renames: who
 * cuts the power exactly between them finds the earlier result under {@code x.previous}. Nothing that Safeconduct did not
 * write is ever deleted.
 */
final class ResultFolder {

    /**
     * What the files of a result are.
     *
     * @param marker the one that must be there
     * @param mark what its first bytes must hold
     * @param isOurs true for the name of a file that a result may have, {@code /} between folders
     */
    record Kind(String marker, String mark, Predicate<String> isOurs) {}

    private static final int HEAD = 512;
    private static final Set<String> NOBODYS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private final Path target;
    private final Path parent;
    private final String name;
    private final Path writing;
    private final Disk disk;
    private final Kind kind;
    private boolean over;

    private ResultFolder(Path target, Path parent, Disk disk, Kind kind) {
        this.target = target;
        this.parent = parent;
        this.name = String.valueOf(target.getFileName());
        this.disk = disk;
        this.kind = kind;
        this.writing = parent.resolve(
                "." + name + ".writing-" + ProcessHandle.current().pid());
    }

    /**
     * Looks at the place before any work is done.
     *
     * @param force other files at the place are moved aside together with the earlier result
     * @throws CannotWrite if something there is not ours to replace
     */
    static ResultFolder at(Path place, boolean force, Disk disk, Kind kind) throws CannotWrite {
        Path target = real(place);
        Path parent = target.getParent();
        if (parent == null || real(Path.of("")).startsWith(target)) {
            throw new CannotWrite(Texts.text("out.above", place));
        }
        ResultFolder folder = new ResultFolder(target, parent, disk, kind);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new CannotWrite(Texts.text("out.file", place));
        }
        if (!force) {
            folder.checkOurs(target, "out.others");
        }
        if (Files.exists(target)) {
            folder.checkOurs(folder.previous(), "out.previous");
        }
        return folder;
    }

    /** Fails if {@code input} lies in the folder: replacing the folder would move it away. */
    void keep(Path input) throws CannotWrite {
        if (real(input).startsWith(target)) {
            throw new CannotWrite(Texts.text("out.above", target));
        }
    }

    private Path previous() {
        return target.resolveSibling(name + ".previous");
    }

    /**
     * Writes all files and puts them in the place of what is there.
     *
     * @param files their bytes by name, {@code /} between folders
     * @return where the earlier result is now, if there was one
     */
    Optional<Path> replace(Map<String, byte[]> files) throws CannotWrite {
        Unfinished.begin(this);
        try {
            sweep();
            write(files);
            return swap();
        } catch (IOException e) {
            discard();
            throw new CannotWrite(Texts.text("out.failed", target, reason(e)), e);
        } finally {
            Unfinished.end(this);
        }
    }

    /** Ends the writing and removes what was written; false if some of that is left for the next run to sweep. */
    synchronized boolean discard() {
        over = true;
        return deleteAll(writing);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        Set<Path> folders = new TreeSet<>();
        folders.add(writing);
        createFolders(writing);
        for (var file : files.entrySet()) {
            Path path = writing.resolve(file.getKey());
            Path folder = Optional.ofNullable(path.getParent()).orElseThrow();
            if (folders.add(folder)) {
                createFolders(folder);
            }
            write(path, file.getValue());
        }
        for (Path folder : folders) {
            disk.sync(folder);
        }
    }

    // Each of these steps is whole before an interrupt may delete what was written; after it, none begins.

    private synchronized void createFolders(Path folder) throws IOException {
        goOn();
        disk.createFolders(folder);
    }

    private synchronized void write(Path file, byte[] bytes) throws IOException {
        goOn();
        disk.write(file, bytes);
    }

    private synchronized Optional<Path> swap() throws IOException {
        goOn();
        over = true;
        Path older =
                parent.resolve("." + name + ".older-" + ProcessHandle.current().pid());
        boolean replaces = holdsSomething(target);
        boolean ages = replaces && Files.exists(previous());
        if (ages) {
            disk.move(previous(), older);
        }
        try {
            swapIn(replaces);
        } catch (IOException e) {
            if (ages) {
                disk.move(older, previous());
            }
            throw e;
        }
        disk.sync(parent);
        deleteAll(older); // what cannot be deleted now, the next run sweeps
        return replaces ? Optional.of(previous()) : Optional.empty();
    }

    private void swapIn(boolean replaces) throws IOException {
        if (replaces) {
            disk.move(target, previous());
        }
        try {
            disk.move(writing, target);
        } catch (IOException e) {
            if (replaces) {
                disk.move(previous(), target);
            }
            throw e;
        }
    }

    private void goOn() throws IOException {
        if (over) {
            throw new IOException(Texts.text("out.interrupted"));
        }
    }

    /** Removes what runs that were killed left behind. */
    private void sweep() throws IOException {
        for (Path leftover : list(parent, "." + name + ".writing-")) {
            deleteAll(leftover);
        }
        for (Path older : list(parent, "." + name + ".older-")) {
            if (Files.exists(previous())) {
                deleteAll(older);
            } else {
                disk.move(older, previous());
            }
        }
    }

    /** Entries that begin with {@code prefix} and end with the number of a process that no longer lives, or is this one. */
    private static List<Path> list(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> isLeftBehind(String.valueOf(entry.getFileName()), prefix))
                    .toList();
        }
    }

    private static boolean isLeftBehind(String entry, String prefix) {
        String pid = entry.startsWith(prefix) ? entry.substring(prefix.length()) : "";
        return pid.matches("\\d{1,18}")
                && (Long.parseLong(pid) == ProcessHandle.current().pid()
                        || ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }

    /** False if something could not be deleted. */
    private boolean deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(path);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fails unless the folder is missing, empty, or an earlier result with nothing else in it. */
    private void checkOurs(Path folder, String key) throws CannotWrite {
        try {
            List<String> files = files(folder);
            List<String> others =
                    files.stream().filter(file -> !kind.isOurs().test(file)).toList();
            boolean isResult = others.isEmpty() && (files.isEmpty() || isMarked(folder.resolve(kind.marker())));
            if (!isResult) {
                List<String> named = others.isEmpty() ? files : others;
                String some = String.join(", ", named.stream().limit(3).toList()) + (named.size() > 3 ? ", …" : "");
                throw new CannotWrite(Texts.text(key, folder, some));
            }
        } catch (IOException e) {
            throw new CannotWrite(Texts.text("out.unreadable", folder, reason(e)), e);
        }
    }

    private boolean isMarked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(kind.mark());
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .filter(path -> !NOBODYS.contains(String.valueOf(path.getFileName())))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    /** The path with the links in it followed as far as it exists. */
    private static Path real(Path place) throws CannotWrite {
        Path path = place.toAbsolutePath().normalize();
        try {
            Path parent = path.getParent();
            return Files.exists(path) || parent == null
                    ? path.toRealPath()
                    : real(parent).resolve(path.getFileName());
        } catch (IOException e) {
            throw new CannotWrite(Texts.text("out.unreadable", place, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> Texts.text("out.denied");
            case NoSuchFileException _ -> Texts.text("out.no-folder");
            case FileAlreadyExistsException _, DirectoryNotEmptyException _ -> Texts.text("out.meanwhile");
            case FileSystemException on when on.getReason() != null -> on.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
