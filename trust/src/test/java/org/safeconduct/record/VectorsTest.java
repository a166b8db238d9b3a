package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The vectors in {@code spec/vectors/record}: that they are those we make, and that our readers judge them as they say. */
class VectorsTest {

    private interface Judge {
        boolean counts(JsonNode vector) throws Malformed;
    }

    private static final Map<String, Judge> JUDGES = Map.of(
            "canonical.json", VectorsTest::isCanonical,
            "signature.json",
                    vector -> Given.STRICT.verifies(
                            hex(vector, "key"), hex(vector, "message").toArray(), hex(vector, "signature")),
            "leaf.json", vector -> Entry.read(hex(vector, "leaf")).isSigned(Given.STRICT),
            "fork-proof.json",
                    vector -> ForkProof.read(text(vector, "proof").toArray()).isSigned(Given.STRICT),
            "log-fork-proof.json",
                    vector -> LogForkProof.read(text(vector, "proof").toArray())
                            .holds(List.of(VerifierKey.parse(vector.get("log").asString())), Given.STRICT),
            "checkpoint.json", VectorsTest::isSettled,
            "policy.json",
                    vector ->
                            Policy.read(text(vector, "policy").toArray()).logs().size() == 1,
            "log-proof.json", VectorsTest::isLogged,
            "disclosure.json",
                    vector -> Disclosure.read(text(vector, "disclosure").toArray())
                            .opens(Entry.read(hex(vector, "leaf"))));

    private static Bytes hex(JsonNode vector, String name) throws Malformed {
        return Bytes.ofHex(vector.get(name).asString());
    }

    private static Bytes text(JsonNode vector, String name) {
        return Bytes.ofText(vector.get(name).asString());
    }

    private static boolean isCanonical(JsonNode vector) throws Malformed {
        CanonicalJson.read(hex(vector, "bytes").toArray());
        return true;
    }

    private static boolean isSettled(JsonNode vector) throws Malformed {
        Opening opening = Policy.read(text(vector, "policy").toArray())
                .open(SignedNote.read(text(vector, "checkpoint").toArray()), Given.STRICT);
        return opening instanceof Opening.Trusted trusted && trusted.isSettled();
    }

    private static boolean isLogged(JsonNode vector) throws Malformed {
        LoggedProof proof = LoggedProof.read(text(vector, "proof").toArray());
        Opening opening = Policy.read(text(vector, "policy").toArray()).open(proof.checkpoint(), Given.STRICT);
        return opening instanceof Opening.Trusted trusted
                && proof.leads(proof.leaf(), trusted.checkpoint().head());
    }

    @Test
    void theVectorsAreThoseThatAreMade() throws IOException {
        for (Map.Entry<String, String> file : MadeVectors.all().entrySet()) {
            Path path = Beside.ours(file.getKey());
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(path).as("-Dgolden=write writes it").hasContent(file.getValue());
        }
        try (Stream<Path> files = Files.list(Beside.ours(""))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(JUDGES.keySet());
        }
    }

    @Test
    void everyVectorIsJudgedAsItSays() {
        JUDGES.forEach((name, judge) -> {
            JsonNode vectors = Beside.json(Beside.ours(name));
            int wrong = 0;
            for (JsonNode vector : vectors) {
                assertThat(counts(judge, vector))
                        .as("%s: %s", name, vector.get("is"))
                        .isEqualTo(vector.get("counts").asBoolean());
                wrong += vector.get("counts").asBoolean() ? 0 : 1;
            }
            assertThat(wrong).as("%s is mostly wrong", name).isGreaterThan(vectors.size() / 2);
        });
    }

    private static boolean counts(Judge judge, JsonNode vector) {
        try {
            return judge.counts(vector);
        } catch (Malformed e) {
            return false;
        }
    }
}
