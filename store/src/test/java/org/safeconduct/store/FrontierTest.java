package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Merkle;

class FrontierTest {

    @Test
    void theRightEdgeHasTheHeadOfTheWholeTreeAtEverySize() {
        HashTree tree = new HashTree();
        Frontier edge = new Frontier();
        for (int size = 0; size < 300; size++) {
            assertThat(edge.head()).isEqualTo(tree.head(size));
            assertThat(Frontier.of(tree, size).head()).isEqualTo(tree.head(size));
            Hash leaf = Merkle.leafHash(Bytes.ofText("leaf " + size));
            tree.append(leaf);
            edge.append(leaf);
        }
    }
}
