package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoggedProofTest {

    private final HashTree tree = new HashTree();
    private final LoggedProof proof = prove(5);

    private static Bytes leaf(int index) {
        return Given.signed("anna", ChainHead.START, "entry " + index).leaf();
    }

    private LoggedProof prove(int index) {
        IntStream.range(0, 11).forEach(i -> tree.append(Merkle.leafHash(leaf(i))));
        SignedNote checkpoint = new Checkpoint(Given.ORIGIN, tree.head(11)).sign(Given.signer("log"));
        return new LoggedProof(leaf(index), index, Merkle.inclusion(tree, index, 11), checkpoint);
    }

    @Test
    void aFileThatTravelsAloneLeadsFromItsLeafToTheCheckpoint() throws Malformed {
        LoggedProof read = LoggedProof.read(proof.write());
        assertThat(read).isEqualTo(proof);
        assertThat(read.leads(read.leaf(), tree.head(11))).isTrue();
        assertThat(read.leads(leaf(6), tree.head(11))).isFalse();
        assertThat(read.leads(read.leaf(), tree.head(10))).isFalse();
    }

    @Test
    void aLeafNeedNotBeInTheFile() throws Malformed {
        LoggedProof bare = new LoggedProof(EntryBundle.withheld(), 5, proof.path(), proof.checkpoint());
        assertThat(new String(bare.write(), StandardCharsets.UTF_8)).startsWith("c2sp.org/tlog-proof@v1\nindex 5\n");
        assertThat(LoggedProof.read(bare.write())).isEqualTo(bare);
    }

    @Test
    void whatIsNoProofIsTold() {
        String text = new String(proof.write(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("@v1", "@v2"))).hasMessageContaining("no log proof");
        assertThatThrownBy(() -> read(text.replace("index 5", "index 05"))).hasMessageContaining("is no size");
        assertThatThrownBy(() -> read(text.replace("extra ", "extra ="))).hasMessageContaining("base64");
        assertThatThrownBy(() -> read(text.replaceFirst("(?s)\n\n.*", "\n"))).hasMessageContaining("no log proof");
    }

    private static LoggedProof read(String text) throws Malformed {
        return LoggedProof.read(Bytes.ofText(text).toArray());
    }
}
