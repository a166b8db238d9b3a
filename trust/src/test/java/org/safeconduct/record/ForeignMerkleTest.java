package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Proofs by others, most of them wrong on purpose. */
class ForeignMerkleTest {

    private interface Judge {
        boolean holds(JsonNode test) throws Malformed;
    }

    private static int judge(String folder, Judge judge) throws IOException {
        int tried = 0;
        try (Stream<Path> files = Files.walk(Beside.others("rfc6962-merkle/testdata/" + folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                JsonNode test = Beside.json(file);
                boolean holds;
                try {
                    holds = judge.holds(test);
                } catch (Malformed | IllegalArgumentException e) {
                    holds = false;
                }
                assertThat(holds).as("%s", file).isEqualTo(!test.get("wantErr").asBoolean());
                tried++;
            }
        }
        return tried;
    }

    private static TreeHead head(JsonNode size, JsonNode root) throws Malformed {
        return new TreeHead(whole(size), hash(root));
    }

    /** Sizes beyond ours are not read, so no proof about them holds. */
    private static long whole(JsonNode number) {
        return Long.parseLong(number.asString());
    }

    /** Some roots are a few letters, for which any hash will do. */
    private static Hash hash(JsonNode base64) throws Malformed {
        Bytes bytes = Bytes.ofBase64(base64.asString());
        if (bytes.length() == 0) {
            throw new Malformed("no hash");
        }
        return bytes.length() == Hash.LENGTH ? Hash.at(bytes.toArray(), 0) : Hash.of(new byte[] {2}, bytes.toArray());
    }

    private static List<Hash> path(JsonNode test) throws Malformed {
        List<Hash> path = new ArrayList<>();
        for (JsonNode one : test.get("proof")) {
            path.add(hash(one));
        }
        return path;
    }

    @Test
    void pathsToTheRootAreJudgedAlike() throws IOException {
        int tried = judge(
                "inclusion",
                test -> Merkle.includes(
                        head(test.get("treeSize"), test.get("root")),
                        whole(test.get("leafIdx")),
                        hash(test.get("leafHash")),
                        path(test)));
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void growthIsJudgedAlike() throws IOException {
        int tried = judge(
                "consistency",
                test -> Merkle.isConsistent(
                        head(test.get("size1"), test.get("root1")),
                        head(test.get("size2"), test.get("root2")),
                        path(test)));
        assertThat(tried).isGreaterThan(50);
    }
}
