package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {

    private final long seed = Given.seed();
    private final Random random = new Random(seed);

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Merkle.leafHash(Bytes.ofText("leaf " + i)))
                .toList();
    }

    private static HashTree tree(List<Hash> leaves) {
        HashTree tree = new HashTree();
        leaves.forEach(tree::append);
        return tree;
    }

    private int anySize() {
        return random.nextInt(5) == 0 ? 1 << random.nextInt(10) : 1 + random.nextInt(700);
    }

    @Test
    void treesOfEverySizeHaveTheRootThatTheStandardSays() {
        List<Hash> leaves = leaves(300);
        HashTree tree = new HashTree();
        for (int size = 0; size < leaves.size(); size++) {
            TreeHead expected = new TreeHead(size, Rfc6962.mth(leaves.subList(0, size)));
            assertThat(tree.head(size)).isEqualTo(expected);
            tree.append(leaves.get(size));
        }
    }

    @Test
    void pathsAreTheStandardsAndLeadToTheRoot() {
        for (int i = 0; i < 300; i++) {
            int size = anySize();
            int index = random.nextInt(size);
            List<Hash> leaves = leaves(size);
            HashTree tree = tree(leaves);
            List<Hash> path = Merkle.inclusion(tree, index, size);
            assertThat(path).as("-Dseed=%d", seed).isEqualTo(Rfc6962.path(index, leaves));
            assertThat(Merkle.includes(tree.head(size), index, leaves.get(index), path))
                    .isTrue();
            assertThat(Merkle.includes(tree.head(size), index ^ 1, leaves.get(index), path))
                    .isFalse();
            assertThat(Merkle.includes(tree.head(size), index, leaves.get(index), changed(path)))
                    .isFalse();
        }
    }

    @Test
    void growthIsProvedAsTheStandardSaysAndNothingElseIs() {
        for (int i = 0; i < 300; i++) {
            int size = anySize();
            int old = 1 + random.nextInt(size);
            List<Hash> leaves = leaves(size);
            HashTree tree = tree(leaves);
            List<Hash> path = Merkle.consistency(tree, old, size);
            assertThat(path).as("-Dseed=%d", seed).isEqualTo(Rfc6962.proof(old, leaves));
            assertThat(Merkle.isConsistent(tree.head(old), tree.head(size), path))
                    .isTrue();
            assertThat(Merkle.isConsistent(tree.head(old), tree.head(size), changed(path)))
                    .isFalse();
            assertThat(Merkle.isConsistent(tree.head(old - 1), tree.head(size), path))
                    .as("-Dseed=%d: %d for %d to %d", seed, old, old - 1, size)
                    .isFalse();
        }
    }

    @Test
    void aRewrittenLeafShowsInEveryLaterHead() {
        List<Hash> honest = leaves(40);
        List<Hash> forged = new ArrayList<>(honest);
        forged.set(7, Merkle.leafHash(Bytes.ofText("rewritten")));
        HashTree tree = tree(forged);
        for (int size = 8; size <= 40; size++) {
            TreeHead seen = tree(honest.subList(0, size)).head(size);
            assertThat(Merkle.isConsistent(seen, tree.head(40), Merkle.consistency(tree, size, 40)))
                    .isFalse();
        }
    }

    @Test
    void aProofOfWhatIsNotThereCannotBeAskedFor() {
        HashTree tree = tree(leaves(3));
        assertThatThrownBy(() -> Merkle.inclusion(tree, 3, 3)).hasMessageContaining("leaf 3 of 3");
        assertThatThrownBy(() -> Merkle.consistency(tree, 4, 3)).hasMessageContaining("the older tree is smaller");
    }

    /** One hash changed, left out or added. */
    private List<Hash> changed(List<Hash> path) {
        List<Hash> changed = new ArrayList<>(path);
        int at = random.nextInt(path.size() + 1);
        if (at == path.size()) {
            changed.add(Hash.NONE);
        } else if (random.nextBoolean()) {
            changed.remove(at);
        } else {
            changed.set(at, Hash.of(changed.get(at).toArray()));
        }
        return changed;
    }
}
