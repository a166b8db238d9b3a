package org.safeconduct.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own files: what git tracks or would track, or all but build output where there is no git. */
record Repository(Path root, List<Path> files) {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "out", "node_modules", ".idea", ".vscode");

    /** Finds the repository from the property that the build sets. */
    static Repository find() {
        String root = System.getProperty("safeconduct.root");
        if (root == null) {
            throw new IllegalStateException("safeconduct.root is not set; run this test by Maven, or set it to the"
                    + " repository's top folder");
        }
        return at(Path.of(root));
    }

    static Repository at(Path folder) {
        try {
            Path root = folder.toRealPath();
            List<Path> files = Files.exists(root.resolve(".git")) ? tracked(root) : walked(root);
            return new Repository(
                    root,
                    files.stream()
                            .filter(file -> Files.isRegularFile(root.resolve(file)))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files whose name ends with {@code suffix}, relative to the root. */
    List<Path> filesEnding(String suffix) {
        return files.stream().filter(file -> file.toString().endsWith(suffix)).toList();
    }

    byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static List<Path> tracked(Path root) throws IOException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return names.isEmpty()
                ? walked(root)
                : Stream.of(names.split("\0")).map(Path::of).toList();
    }

    private static List<Path> walked(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(root::relativize).filter(Repository::isOurs).toList();
        }
    }

    private static boolean isOurs(Path file) {
        for (Path name : file) {
            if (NOT_OURS.contains(name.toString())) {
                return false;
            }
        }
        return true;
    }
}
