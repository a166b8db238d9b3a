package org.safeconduct.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    @Test
    void onWycheproofsVectorsBothSayTheSame() throws Malformed {
        int tried = 0;
        for (JsonNode group :
                others("wycheproof/testvectors_v1/ed25519_test.json").get("testGroups")) {
            Bytes key = Bytes.ofHex(group.get("publicKey").get("pk").asString());
            for (JsonNode test : group.get("tests")) {
                byte[] message = Bytes.ofHex(test.get("msg").asString()).toArray();
                assertBothSayTheSame(key, message, Bytes.ofHex(test.get("sig").asString()));
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void onTheEdgeCasesBothSayTheSame() throws Malformed {
        int tried = 0;
        for (JsonNode test : others("cctv-ed25519/ed25519/ed25519vectors.json")) {
            byte[] message = test.get("msg").asString().getBytes(StandardCharsets.UTF_8);
            assertBothSayTheSame(
                    Bytes.ofHex(test.get("key").asString()),
                    message,
                    Bytes.ofHex(test.get("sig").asString()));
            tried++;
        }
        assertThat(tried).isPositive();
    }

    private void assertBothSayTheSame(Bytes key, byte[] message, Bytes signature) {
        assertThat(fast.verifies(key, message, signature))
                .as("key %s, signature %s", key, signature)
                .isEqualTo(strict.verifies(key, message, signature));
    }

    /** Vectors by others; the test is skipped where they are not. */
    private static JsonNode others(String name) {
        String stated = System.getenv("SAFECONDUCT_DATA");
        Path data = stated == null
                ? Path.of(System.getProperty("safeconduct.root", "..")).resolve("../shared/data")
                : Path.of(stated);
        Path file = data.resolve("vectors").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there; set SAFECONDUCT_DATA to the folder of real data");
        return new JsonMapper().readTree(file.toFile());
    }
}
