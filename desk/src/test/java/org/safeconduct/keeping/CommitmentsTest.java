package org.safeconduct.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.SeedSigner;

class CommitmentsTest {
    private static final String ORIGIN = "example.org/talks";
    private static final AuthorKey ANNA = AuthorKey.of(new SeedSigner(new byte[32]));

    private static Commitments of(int fields, IntFunction<Bytes> chance) {
        TreeMap<String, Json> committed = new TreeMap<>();
        for (int i = 0; i < fields; i++) {
            committed.put("field " + i, new Json.Whole(i));
        }
        return Commitments.of(new Json.Members(committed), ORIGIN, ANNA, chance);
    }

    private static IntFunction<Bytes> chance(int seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        };
    }

    @Test
    void theNumberOfHashesTellsLittleOfHowMuchIsSaid() {
        int[][] sizes = {{0, 8}, {1, 8}, {8, 8}, {9, 16}, {64, 64}, {65, 128}, {128, 128}};
        for (int[] size : sizes) {
            assertThat(of(size[0], chance(1)).hashes()).hasSize(size[1]).isSorted();
        }
    }

    @Test
    void whatIsKeptOpensOneHashEachAndDecoysOpenToNothing() {
        Commitments made = of(3, chance(2));
        for (Commitments.Kept kept : made.kept()) {
            Hash hash = Disclosure.commit(ORIGIN, ANNA, kept.field(), kept.value(), kept.salt());
            assertThat(made.hashes()).contains(hash);
        }
        assertThat(made.kept().stream().map(one -> one.disclosure(Hash.NONE)).toList())
                .hasSize(3);
    }

    @Test
    void chanceThatRepeatsItselfHidesNothingAndIsNotUsed() {
        assertThatThrownBy(() -> of(2, length -> Bytes.of(new byte[length])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
    }
}
