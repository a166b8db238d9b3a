package org.safeconduct.vault;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;

/** Bytes that Jazzer makes up are a key file, written in the only way there is, or are told to be wrong. */
class KeyFileFuzzTest {

    static Stream<Arguments> seeds() {
        KeyFile file = new KeyFile(
                "anna",
                KeyFile.Use.AUTHOR,
                Bytes.of(new byte[32]),
                Cost.USUAL,
                Bytes.of(new byte[KeyFile.SALT_BYTES]),
                Bytes.of(new byte[48]));
        return Stream.of(file.write()).map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreAKeyFileOrAreTold(byte[] bytes) {
        try {
            if (!Arrays.equals(bytes, KeyFile.read(bytes).write())) {
                throw new AssertionError("read, but written back in another way");
            }
        } catch (Malformed e) {
            if (e.getMessage().isEmpty()) {
                throw new AssertionError("refused without a word", e);
            }
        }
    }
}
