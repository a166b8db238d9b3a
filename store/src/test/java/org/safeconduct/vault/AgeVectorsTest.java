package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;

/**
 * C2SP's test vectors of age. Those that apply have an X25519 identity and no armor; of those, files of many chunks and without
 * any words are refused here, since nothing of ours is sealed so.
 */
class AgeVectorsTest {
    private static final Path VECTORS = Path.of("../../shared/data/vectors/cctv-age/age/testdata");

    /** A vector: what is expected, for whom, and the file. */
    private record Vector(String name, String expect, String payload, List<String> identities, byte[] file) {

        static Vector read(Path path) {
            try {
                byte[] all = Files.readAllBytes(path);
                String text = new String(all, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\n\n");
                List<String> head = text.substring(0, end).lines().toList();
                byte[] file = Arrays.copyOfRange(all, end + 2, all.length);
                boolean isPacked = head.contains("compressed: zlib");
                return new Vector(
                        path.getFileName().toString(),
                        value(head, "expect"),
                        value(head, "payload"),
                        head.stream()
                                .filter(line -> line.startsWith("identity: AGE-SECRET-KEY-1"))
                                .map(line -> line.substring("identity: ".length()))
                                .toList(),
                        isPacked ? new InflaterInputStream(new ByteArrayInputStream(file)).readAllBytes() : file);
            } catch (IOException e) {
                throw new AssertionError(path.toString(), e);
            }
        }

        private static String value(List<String> head, String name) {
            return head.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }

        boolean isArmored() throws IOException {
            return Files.readString(VECTORS.resolve(name), StandardCharsets.ISO_8859_1)
                    .contains("\narmored: yes\n");
        }

        /** What comes out for any of the identities; no bytes if nothing. */
        String opened() {
            List<String> hashes = new ArrayList<>();
            for (String identity : identities) {
                byte[] secret = Bech32.getDecoder().decode(identity).getData();
                try {
                    SealedFile sealed = SealedFile.read(Bytes.of(file));
                    if (sealed.open(OpeningKey.of(Bytes.of(secret))) instanceof SealedFile.Opening.Opened opened) {
                        hashes.add(Hash.of(opened.plain()).toHex());
                    }
                } catch (Malformed e) {
                    assertThat(e.getMessage()).isNotEmpty();
                }
            }
            return hashes.isEmpty() ? "" : hashes.getFirst();
        }

        /** Longer than anything that is sealed here: many chunks, or the one full chunk and its frame. */
        boolean isTooLong() {
            return file.length > SealedFile.MOST_BYTES;
        }
    }

    private static List<Vector> applying() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "the vectors are not there");
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(VECTORS)) {
            for (Vector one : files.sorted().map(Vector::read).toList()) {
                if (!one.identities().isEmpty() && !one.isArmored()) {
                    vectors.add(one);
                }
            }
        }
        return vectors;
    }

    @Test
    void everyFileThatShouldOpenOpensToTheSameBytes() throws IOException {
        List<Vector> good = applying().stream()
                .filter(one -> one.expect().equals("success") && !one.isTooLong())
                .toList();
        assertThat(good)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.opened()).as(one.name()).isEqualTo(one.payload()));
    }

    @Test
    void noOtherFileOpens() throws IOException {
        List<Vector> bad = applying().stream()
                .filter(one -> !one.expect().equals("success") || one.isTooLong())
                .toList();
        assertThat(bad)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.opened()).as(one.name()).isEmpty());
    }
}
