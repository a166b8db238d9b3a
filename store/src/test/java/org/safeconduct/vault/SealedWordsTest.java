package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.disk.Disk;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;

/** Words are sealed for some, and come back as they were or not at all. */
class SealedWordsTest {
    private static final Path VECTORS = Path.of("../spec/vectors/sealed/words.json");
    private static final OpeningKey ANNA = OpeningKey.of(Bytes.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    }));
    private static final OpeningKey BORIS = OpeningKey.of(Bytes.of(new byte[32]));
    private static final Bytes PLAIN = Bytes.ofText("mined");

    /** One of the vectors: whether a reader takes these bytes. */
    record Vector(String is, boolean counts, Bytes bytes) {
        @Override
        public String toString() {
            return is;
        }

        static Vector of(Json one) throws Malformed {
            if (!(one instanceof Json.Members all
                    && all.values().get("is") instanceof Json.Text is
                    && all.values().get("counts") instanceof Json.Truth counts
                    && all.values().get("newlines") instanceof Json.Whole newlines)) {
                throw new IllegalArgumentException("no vector: " + one);
            }
            Bytes said = all.values().get("text") instanceof Json.Text text
                    ? Bytes.ofText(text.value())
                    : Bytes.ofHex(all.values().get("bytes") instanceof Json.Text hex ? hex.value() : "");
            byte[] filled = Arrays.copyOf(said.toArray(), said.length() + (int) newlines.value());
            Arrays.fill(filled, said.length(), filled.length, (byte) '\n');
            return new Vector(is.value(), counts.value(), Bytes.of(filled));
        }
    }

    static Stream<Vector> vectors() throws IOException, Malformed {
        List<Vector> all = new ArrayList<>();
        for (Json one : ((Json.Items) CanonicalJson.parse(Files.readAllBytes(VECTORS))).values()) {
            all.add(Vector.of(one));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void wordsAreReadOnlyIfTheyWouldBeWrittenSo(Vector vector) throws Malformed {
        if (vector.counts()) {
            assertThat(Bytes.of(SealedWords.read(vector.bytes()).write())).isEqualTo(vector.bytes());
        } else {
            assertThatThrownBy(() -> SealedWords.read(vector.bytes())).isInstanceOf(Malformed.class);
        }
    }

    private static IntFunction<Bytes> chance() {
        SecureRandom random = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        };
    }

    private static SealedFile sealed() throws Malformed {
        return SealedFile.seal(PLAIN.toArray(), List.of(ANNA.recipient()), chance());
    }

    @Test
    void onlyItsRecipientOpensAFile() throws Malformed {
        SealedFile file = SealedFile.read(sealed().whole());
        assertThat(file.open(ANNA)).isEqualTo(new SealedFile.Opening.Opened(PLAIN));
        assertThat(file.open(BORIS)).isEqualTo(new SealedFile.Opening.ForOthers());
    }

    @Test
    void anotherHeaderLetsAnotherReadTheSameCiphertext() throws Malformed {
        SealedFile file = sealed();
        SealedFile shared = file.wrappedFor(List.of(BORIS.recipient()), ANNA).orElseThrow();
        assertThat(shared.hash()).isEqualTo(file.hash());
        assertThat(shared.open(BORIS)).isEqualTo(new SealedFile.Opening.Opened(PLAIN));
        assertThat(shared.open(ANNA)).isEqualTo(new SealedFile.Opening.ForOthers());
        assertThat(file.wrappedFor(List.of(BORIS.recipient()), BORIS)).isEmpty();
    }

    @Test
    void everyFlippedByteIsFound() throws Malformed {
        byte[] whole = sealed().whole().toArray();
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            try {
                assertThat(SealedFile.read(Bytes.of(changed)).open(ANNA))
                        .as("byte %s", i)
                        .isNotInstanceOf(SealedFile.Opening.Opened.class);
            } catch (Malformed e) {
                assertThat(e.getMessage()).contains("; ");
            }
        }
    }

    @Test
    void aRecipientWithAnotherLetterIsRefused() {
        String other = ANNA.recipient().substring(0, 61) + (ANNA.recipient().endsWith("q") ? "p" : "q");
        assertThatThrownBy(() -> SealedFile.seal(new byte[1], List.of(other), chance()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("copy it again");
    }

    @Test
    void whatIsDestroyedIsNotHeldAndLeavesNoFile(@TempDir Path folder) throws IOException, Malformed {
        SealedFolder held = new SealedFolder(folder, Disk.real());
        SealedFile file = sealed();
        held.put(file);
        assertThat(held.find(file.hash())).contains(file);
        assertThat(held.destroy(file.hash())).isTrue();
        assertThat(held.find(file.hash())).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(held.destroy(file.hash())).isFalse();
    }
}
