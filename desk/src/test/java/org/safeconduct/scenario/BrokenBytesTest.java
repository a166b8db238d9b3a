package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, reading ends with a scenario or with problems. */
class BrokenBytesTest {
    private static final Path GOOD = Shipped.VECTORS.resolve("good");
    private static final List<String> FILES =
            List.of("everything.yaml", "everything.places.csv", "everything.segments.csv");
    private static final String PIECES = "{}[]:,-#&*!|>'\"%@`?\n\t \\~0é\u0000\uFEFF";

    @TempDir
    Path folder;

    @Test
    void aFileThatEndsAnywhereIsReadOrRefused() throws IOException {
        for (String file : FILES) {
            byte[] good = Files.readAllBytes(GOOD.resolve(file));
            for (int length = 0; length < good.length; length += 31) {
                check(file, Arrays.copyOf(good, length), "first " + length + " bytes of " + file);
            }
        }
    }

    @Test
    void aFileWithBytesFlippedIsReadOrRefused() throws IOException {
        long seed = Long.getLong("seed", 20220305L);
        for (int i = 0; i < Shipped.CASES; i++) {
            Random random = new Random(seed + i);
            String file = FILES.get(random.nextInt(FILES.size()));
            byte[] bytes = Files.readAllBytes(GOOD.resolve(file));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            check(file, bytes, "-Dseed=" + (seed + i));
        }
    }

    @Test
    void aFileWithPiecesOfSyntaxStrewnInIsReadOrRefused() throws IOException {
        long seed = Long.getLong("seed", 20220305L);
        for (int i = 0; i < Shipped.CASES; i++) {
            Random random = new Random(seed + i);
            String file = FILES.get(random.nextInt(FILES.size()));
            StringBuilder text = new StringBuilder(Shipped.text(GOOD.resolve(file)));
            for (int pieces = 1 + random.nextInt(5); pieces > 0; pieces--) {
                text.insert(random.nextInt(text.length()), PIECES.charAt(random.nextInt(PIECES.length())));
            }
            check(file, text.toString().getBytes(StandardCharsets.UTF_8), "-Dseed=" + (seed + i));
        }
    }

    private void check(String changed, byte[] bytes, String what) throws IOException {
        for (String file : FILES) {
            Files.write(folder.resolve(file), file.equals(changed) ? bytes : Files.readAllBytes(GOOD.resolve(file)));
        }
        assertThatCode(() -> Draft.problemsOf(folder.resolve("everything.yaml")))
                .as(what)
                .doesNotThrowAnyException();
    }
}
