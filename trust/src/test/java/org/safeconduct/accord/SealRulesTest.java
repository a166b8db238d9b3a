package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;

class SealRulesTest {
    private static final String SEALED = "{'sealed': {'ciphertext': '%s', 'for': ['age1%s']}}"
            .formatted(Hash.of(Bytes.ofText("words")), "q".repeat(58));

    @Test
    void whoeverNamesTheWordsOfAnotherCannotHaveThemErased() {
        Talks talks = Talks.founded();
        talks.says("anna", "note", SEALED);
        talks.says("boris", "note", SEALED);
        Viewpoint all = new Viewpoint(Instant.EPOCH, Times.UNKNOWN, Viewpoint.EVERYTHING);
        assertThat(talks.accord.seals(all))
                .singleElement()
                .satisfies(one -> assertThat(one.side()).isEqualTo("a"));
        Effect effect = talks.says(
                "boris",
                "erasure",
                "{'entries': ['<entry %d>'], 'ground': 'mine'}".formatted(talks.entries.size() - 1));
        assertThat(effect).isInstanceOf(Effect.NotAccepted.class);
    }
}
