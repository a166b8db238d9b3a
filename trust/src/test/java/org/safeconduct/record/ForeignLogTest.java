package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A log written by others, and the examples of its specifications. */
class ForeignLogTest {

    private static final String LOG = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

    private static TreeHead head(Path log, int size) throws IOException, Malformed {
        Policy policy = new Policy(List.of(VerifierKey.parse(LOG)), Map.of(), Map.of(), "none");
        SignedNote note = SignedNote.read(Files.readAllBytes(log.resolve("checkpoint." + size)));
        Opening opening = policy.open(note, Given.STRICT);
        assertThat(opening).isInstanceOf(Opening.Trusted.class);
        return ((Opening.Trusted) opening).checkpoint().head();
    }

    @Test
    void everyCheckpointIsSignedAndHasTheRootOfItsEntries() throws IOException, Malformed {
        Path log = Beside.others("tlog-tiles-tessera/testdata/log");
        assertThat(head(log, 0)).isEqualTo(TreeHead.EMPTY);
        for (int size = 1; size <= 15; size++) {
            Path entries = log.resolve(new TileId(TileId.ENTRIES, 0, size).path());
            HashTree tree = new HashTree();
            EntryBundle.read(Files.readAllBytes(entries), size).forEach(leaf -> tree.append(Merkle.leafHash(leaf)));
            assertThat(tree.head(size)).isEqualTo(head(log, size));
            TileId id = new TileId(0, 0, size);
            assertThat(tree.tile(id)).isEqualTo(Files.readAllBytes(log.resolve(id.path())));
        }
    }

    @Test
    void allItsProofsHoldBetweenAllItsCheckpoints() throws IOException, Malformed {
        Path log = Beside.others("tlog-tiles-tessera/testdata/log");
        HashTile tile = HashTile.read(Files.readAllBytes(log.resolve("tile/0/000.p/15")), 15);
        List<TreeHead> heads = new ArrayList<>();
        for (int size = 0; size <= 15; size++) {
            heads.add(head(log, size));
        }
        HashTree nodes = new HashTree();
        tile.hashes().forEach(nodes::append);
        for (int size = 1; size <= 15; size++) {
            for (int other = 0; other < size; other++) {
                List<Hash> path = Merkle.inclusion(nodes, other, size);
                assertThat(Merkle.includes(heads.get(size), other, tile.hashes().get(other), path))
                        .isTrue();
                List<Hash> growth = Merkle.consistency(nodes, other + 1, size);
                assertThat(Merkle.isConsistent(heads.get(other + 1), heads.get(size), growth))
                        .isTrue();
            }
        }
    }

    @Test
    void theSpecificationsExamplesAreReadAndVerified() throws Malformed {
        JsonNode examples = Beside.json(Beside.others("c2sp-examples/vectors.json"));
        JsonNode plain = examples.get("signed-note");
        VerifierKey key = VerifierKey.parse(plain.get("vkey").asString());
        SignedNote note = SignedNote.read(utf8(plain.get("note")));
        assertThat(note.signatures().getFirst().isBy(key)).isTrue();
        assertThat(Given.STRICT.verifies(
                        key.key(),
                        Bytes.ofText(note.text()).toArray(),
                        note.signatures().getFirst().value()))
                .isTrue();
        assertThat(note.write()).isEqualTo(utf8(plain.get("note")));
        JsonNode tile = examples.get("tile-path");
        assertThat(new TileId(0, tile.get("index").asLong(), 256).path())
                .isEqualTo("tile/0/" + tile.get("path").asString());
    }

    private static byte[] utf8(JsonNode text) {
        return text.asString().getBytes(StandardCharsets.UTF_8);
    }
}
