package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogForkTest {

    private final SeedSigner signer = Given.signer("log");
    private final VerifierKey log = Fuzzed.logKey();

    private static void grow(HashTree tree, int size, String what) {
        for (long i = tree.size(); i < size; i++) {
            tree.append(Merkle.leafHash(Bytes.ofText(what + i)));
        }
    }

    /** A tree that is honest up to a leaf, and another from there. */
    static HashTree forked(int at, int size) {
        HashTree tree = new HashTree();
        grow(tree, at, "honest");
        grow(tree, size, "forked");
        return tree;
    }

    private SignedNote signed(TreeHead head) {
        return new Checkpoint(Given.ORIGIN, head).sign(signer);
    }

    @Test
    void twoCheckpointsThatCannotBothBeTrueProveIt() throws Malformed {
        HashTree honest = forked(20, 20);
        for (int size : new int[] {8, 13, 20}) {
            HashTree other = forked(7, 20);
            LogForkProof proof =
                    LogForkProof.of(signed(honest.head(size)), size, signed(other.head(20)), other.head(20), other);
            assertThat(proof.holds(List.of(log), Given.STRICT))
                    .as("size %d", size)
                    .isTrue();
            assertThat(LogForkProof.read(proof.write())).isEqualTo(proof);
        }
    }

    @Test
    void honestGrowthProvesNoFork() {
        HashTree tree = forked(20, 20);
        SignedNote older = signed(tree.head(8));
        SignedNote newer = signed(tree.head(20));
        assertThat(LogForkProof.of(older, 8, newer, tree.head(20), tree).holds(List.of(log), Given.STRICT))
                .isFalse();
        LogForkProof invented =
                new LogForkProof(older, newer, Hash.of(Bytes.ofText("invented")), Merkle.consistency(tree, 8, 20));
        assertThat(invented.holds(List.of(log), Given.STRICT)).isFalse();
    }

    @Test
    void aForkThatTheLogDidNotSignProvesNothing() {
        HashTree honest = forked(20, 20);
        HashTree other = forked(7, 20);
        SignedNote stranger = new Checkpoint(Given.ORIGIN, other.head(20)).sign(Given.signer("stranger"));
        assertThat(LogForkProof.of(signed(honest.head(8)), 8, stranger, other.head(20), other)
                        .holds(List.of(log), Given.STRICT))
                .isFalse();
    }

    @Test
    void whatIsNoProofIsTold() {
        assertThatThrownBy(() -> LogForkProof.read(Bytes.ofText("hello\n").toArray()))
                .hasMessageContaining("no proof of a log's fork");
    }
}
