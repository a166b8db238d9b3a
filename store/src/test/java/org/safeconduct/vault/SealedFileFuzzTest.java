package org.safeconduct.vault;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;

/** Bytes that Jazzer makes up are a file that opens, or are told to be none; what opens is words, or is told to be none. */
class SealedFileFuzzTest {
    private static final OpeningKey KEY = OpeningKey.of(Bytes.of(new byte[32]));

    static Stream<Arguments> seeds() throws Malformed {
        SealedWords words = new SealedWords(List.of());
        Bytes file = SealedFile.seal(words.write(), List.of(KEY.recipient()), length -> Bytes.of(new byte[length]))
                .whole();
        return Stream.of(file.toArray(), words.write(), new byte[0]).map(seed -> Arguments.of((Object) seed));
    }

    @Timeout(60)
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10s")
    void anyBytesAreSealedWordsOrAreTold(byte[] bytes) {
        try {
            SealedWords.read(Bytes.of(bytes));
        } catch (Malformed e) {
            requireWords(e);
        }
        try {
            if (SealedFile.read(Bytes.of(bytes)).open(KEY) instanceof SealedFile.Opening.Damaged damaged
                    && damaged.why().isEmpty()) {
                throw new AssertionError("refused without a word");
            }
        } catch (Malformed e) {
            requireWords(e);
        }
    }

    private static void requireWords(Malformed e) {
        if (e.getMessage().isEmpty()) {
            throw new AssertionError("refused without a word", e);
        }
    }
}
