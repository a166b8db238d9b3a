package org.safeconduct.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 over a scenario's three files, by which a plan names what it was made from.
 *
 * <p>Hashed are the YAML file, the places and the segments, in this order: each as one line with its name, a space and
 * its length in bytes, then its bytes. The YAML file counts as {@code scenario.yaml} whatever it is called; the others
 * go by the names it gives them. Anyone can do the same:
 *
 * <pre>
 *   for f in scenario.yaml places.csv segments.csv; do
 *     printf '%s %d\n' "$f" "$(wc -c &lt;"$f")"; cat "$f"
 *   done | sha256sum
 * </pre>
 */
public final class ScenarioHash {
    private ScenarioHash() {}

    /**
     * The hash, in hexadecimal, of the scenario in a folder, or of the one that a YAML file is.
     *
     * @throws InputProblems if a file cannot be read, or the YAML file does not name the other two
     */
    public static String of(Path folderOrYaml) throws InputProblems {
        return of(folderOrYaml, true);
    }

    /**
     * The hash, in the same form, of the network alone: of the places, of the segments if there is a table of these, and then, where a
     * road network is named, of a line with {@code roads}, a space and the {@code sha256} that the YAML file states for it.
     *
     * @throws InputProblems as for the whole, or if a road network is named without its {@code sha256}
     */
    public static String ofNetwork(Path folderOrYaml) throws InputProblems {
        return of(folderOrYaml, false);
    }

    private static String of(Path folderOrYaml, boolean isWhole) throws InputProblems {
        Problems problems = new Problems();
        Path yaml = Files.isDirectory(folderOrYaml) ? folderOrYaml.resolve(ScenarioReader.FILE) : folderOrYaml;
        Path folder = Optional.ofNullable(yaml.toAbsolutePath().getParent()).orElse(yaml);
        MessageDigest digest = sha256();
        if (isWhole) {
            add(digest, ScenarioReader.FILE, yaml, problems);
        }
        for (String table : tables(folder, String.valueOf(yaml.getFileName()), problems)) {
            add(digest, table, folder.resolve(table), problems);
        }
        if (!isWhole) {
            digest.update(
                    roads(folder, String.valueOf(yaml.getFileName()), problems).getBytes(StandardCharsets.UTF_8));
        }
        problems.throwIfAny();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Optional<Yaml> network(Path folder, String file, Problems problems) {
        return Yaml.read(folder, file, ScenarioReader.SORT, problems)
                .map(fields -> fields.entries().get("network"));
    }

    /** The line that stands for a road network; nothing if none is named. */
    private static String roads(Path folder, String file, Problems problems) {
        if (network(folder, file, problems).orElse(null) instanceof Yaml.Fields named
                && named.entries().get("roads") instanceof Yaml.Scalar roads) {
            if (named.entries().get("sha256") instanceof Yaml.Scalar stated) {
                return "roads " + stated.text() + "\n";
            }
            problems.add(
                    new Spot(file, 0, "network.sha256", roads.text()),
                    "is not stated, so that nothing tells which roads were planned on.",
                    "Write what sha256sum prints of that file, and plan again.");
        }
        return "";
    }

    private static List<String> tables(Path folder, String file, Problems problems) {
        Optional<Yaml> network = network(folder, file, problems);
        if (network.isPresent()
                && network.get() instanceof Yaml.Fields named
                && named.entries().get("places") instanceof Yaml.Scalar places) {
            if (named.entries().get("segments") instanceof Yaml.Scalar segments) {
                return List.of(places.text(), segments.text());
            }
            if (named.entries().get("roads") instanceof Yaml.Scalar) {
                return List.of(places.text());
            }
        }
        problems.add(new Spot(file, 0, "network", ""), "names no places and segments.", "Name both files.");
        return List.of();
    }

    private static void add(MessageDigest digest, String name, Path file, Problems problems) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        } catch (IOException e) {
            problems.add(new Spot(name, 0, "", ""), "cannot be opened.", "Check that you may read it.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
