package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StrictEd25519Test {

    private static final SignatureVerifier FAST = new BouncyCastleEd25519();

    private static boolean bothSay(Bytes key, byte[] message, Bytes signature) {
        boolean strict = Given.STRICT.verifies(key, message, signature);
        assertThat(FAST.verifies(key, message, signature))
                .as("key %s, signature %s", key, signature)
                .isEqualTo(strict);
        return strict;
    }

    @Test
    void whatIsSignedCountsAndWhatIsChangedDoesNot() {
        long seed = Given.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            SeedSigner signer = new SeedSigner(Given.randomBytes(random, 32));
            byte[] message = Given.randomBytes(random, random.nextInt(300));
            Bytes signature = signer.sign(message);
            assertThat(bothSay(signer.key(), message, signature))
                    .as("-Dseed=%d", seed)
                    .isTrue();
            byte[] changed = signature.toArray();
            changed[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertThat(bothSay(signer.key(), message, Bytes.of(changed)))
                    .as("-Dseed=%d", seed)
                    .isFalse();
        }
    }

    @Test
    void theSignatureThatOnlyTheCofactorMendsIsWhatItSays() {
        WrongSignatures wrong = new WrongSignatures("loose key", "loose nonce", StrictEd25519.LOOSE_MESSAGE);
        assertThat(wrong.key().toHex()).isEqualTo(StrictEd25519.LOOSE_KEY);
        assertThat(wrong.withRPlus(WrongSignatures.ORDER_TWO).toHex()).isEqualTo(StrictEd25519.LOOSE_SIGNATURE);
    }

    @Test
    void noKeyOfSmallOrMixedOrderCounts() {
        WrongSignatures wrong = new WrongSignatures("key", "nonce", "message");
        assertThat(EdwardsPoint.decode(wrong.key()).orElseThrow().hasPrimeOrder())
                .isTrue();
        assertThat(WrongSignatures.ORDER_TWO.hasPrimeOrder()).isFalse();
        assertThat(EdwardsPoint.decode(wrong.key())
                        .orElseThrow()
                        .plus(WrongSignatures.ORDER_TWO)
                        .hasPrimeOrder())
                .isFalse();
    }

    @Test
    void wycheproofsVerdictsAreOurs() throws Malformed {
        JsonNode file = Beside.json(Beside.others("wycheproof/testvectors_v1/ed25519_test.json"));
        int tried = 0;
        for (JsonNode group : file.get("testGroups")) {
            Bytes key = Bytes.ofHex(group.get("publicKey").get("pk").asString());
            for (JsonNode test : group.get("tests")) {
                byte[] message = Bytes.ofHex(test.get("msg").asString()).toArray();
                assertThat(bothSay(key, message, Bytes.ofHex(test.get("sig").asString())))
                        .as(test.toString())
                        .isEqualTo(test.get("result").asString().equals("valid"));
                tried++;
            }
        }
        assertThat(tried).isEqualTo(file.get("numberOfTests").asInt());
    }

    /** What the strict rule lets through, the JDK and the library let through without it, too. */
    @Test
    void ofTheEdgeCasesNothingIsAcceptedThatAnotherRefuses() throws Malformed {
        int accepted = 0;
        for (JsonNode test : Beside.json(Beside.others("cctv-ed25519/ed25519/ed25519vectors.json"))) {
            Bytes key = Bytes.ofHex(test.get("key").asString());
            byte[] message = test.get("msg").asString().getBytes(StandardCharsets.UTF_8);
            Bytes signature = Bytes.ofHex(test.get("sig").asString());
            if (bothSay(key, message, signature)) {
                assertThat(BouncyCastleEd25519.isTrueBy(key, message, signature))
                        .isTrue();
                assertThat(test.get("flags").isEmpty() || test.get("flags").isNull())
                        .as(test.toString())
                        .isTrue();
                accepted++;
            }
        }
        assertThat(accepted).isLessThanOrEqualTo(1);
    }
}
