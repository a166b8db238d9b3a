package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.StrictEd25519;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The faster verifier says of every signature what the strict one says. */
class FastEd25519Test {

    private final SignatureVerifier fast = new FastEd25519();
    private final SignatureVerifier strict = new StrictEd25519();

    @Test
    void theVectorsAreJudgedAsTheySay() throws Malformed {
        Path file = Path.of(System.getProperty("safeconduct.root", "..")).resolve("spec/vectors/record/signature.json");
        for (JsonNode vector : new JsonMapper().readTree(file.toFile())) {
            Bytes key = Bytes.ofHex(vector.get("key").asString());
            byte[] message = Bytes.ofHex(vector.get("message").asString()).toArray();
            Bytes signature = Bytes.ofHex(vector.get("signature").asString());
            assertThat(fast.verifies(key, message, signature))
                    .as(vector.get("is").asString())
                    .isEqualTo(vector.get("counts").asBoolean());
        }
    }

    @Test
    void changedSignaturesAndKeysAreJudgedAlike() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] secret = new byte[32];
        byte[] message = new byte[40];
        for (int i = 0; i < 60; i++) {
            random.nextBytes(secret);
            random.nextBytes(message);
            SeedSigner signer = new SeedSigner(secret);
            Bytes right = signer.sign(message);
            byte[] other = right.toArray();
            other[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertThat(fast.verifies(signer.key(), message, right))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(fast.verifies(signer.key(), message, Bytes.of(other)))
                    .as("seed %d", seed)
                    .isEqualTo(strict.verifies(signer.key(), message, Bytes.of(other)));
        }
    }
}
