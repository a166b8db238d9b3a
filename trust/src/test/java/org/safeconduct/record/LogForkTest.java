package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogForkTest {

    private static final int FORKS = 10_000;

    /** Signatures are tried elsewhere; here every one counts, so that many histories can be tried. */
    private static final SignatureVerifier ANY = (key, message, signature) -> true;

    private final SeedSigner signer = Given.signer("log");
    private final VerifierKey log = Fuzzed.logKey();
    private final long seed = Given.seed();
    private final Random random = new Random(seed);

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

    private boolean isCosigned(TreeHead seen, HashTree shown) {
        SignedNote note = new SignedNote(
                new Checkpoint(Given.ORIGIN, shown.head(shown.size())).text(),
                List.of(new NoteSignature(log.name(), log.id(), Bytes.of(new byte[64]))));
        List<Hash> path = Merkle.consistency(shown, seen.size(), shown.size());
        byte[] request = new AddCheckpoint(seen.size(), path, note).write();
        return WitnessAnswer.of(request, origin -> List.of(log), origin -> seen, ANY) instanceof WitnessAnswer.Cosign;
    }

    @Test
    void everyForkThatOneOfThreeWitnessesHasSeenTheOtherSideOfIsFoundAndNoHonestGrowth() {
        HashTree honest = new HashTree();
        grow(honest, 100, "honest");
        for (int i = 0; i < FORKS; i++) {
            int fork = random.nextInt(60);
            HashTree other = forked(fork, 61 + random.nextInt(40));
            boolean allCosign = true;
            for (int witness = 0; witness < 3; witness++) {
                TreeHead seen =
                        honest.head(witness == 0 ? fork + 1 + random.nextInt(60 - fork) : 1 + random.nextInt(60));
                assertThat(isCosigned(seen, other))
                        .as("-Dseed=%d: fork %d, seen %d", seed, fork, seen.size())
                        .isEqualTo(seen.size() <= fork);
                allCosign &= isCosigned(seen, other);
                assertThat(isCosigned(seen, honest)).as("-Dseed=%d", seed).isTrue();
            }
            assertThat(allCosign).isFalse();
        }
    }

    @Test
    void twoCheckpointsThatCannotBothBeTrueProveIt() throws Malformed {
        HashTree honest = forked(20, 20);
        for (int size : new int[] {8, 13, 20}) {
            HashTree other = forked(7, 20);
            LogForkProof proof =
                    LogForkProof.of(signed(honest.head(size)), size, signed(other.head(20)), other.head(20), other);
            assertThat(proof.holds(log, Given.STRICT)).as("size %d", size).isTrue();
            assertThat(LogForkProof.read(proof.write())).isEqualTo(proof);
        }
    }

    @Test
    void honestGrowthProvesNoFork() {
        HashTree tree = forked(20, 20);
        SignedNote older = signed(tree.head(8));
        SignedNote newer = signed(tree.head(20));
        assertThat(LogForkProof.of(older, 8, newer, tree.head(20), tree).holds(log, Given.STRICT))
                .isFalse();
        LogForkProof invented =
                new LogForkProof(older, newer, Hash.of(Bytes.ofText("invented")), Merkle.consistency(tree, 8, 20));
        assertThat(invented.holds(log, Given.STRICT)).isFalse();
    }

    @Test
    void aForkThatTheLogDidNotSignProvesNothing() {
        HashTree honest = forked(20, 20);
        HashTree other = forked(7, 20);
        SignedNote stranger = new Checkpoint(Given.ORIGIN, other.head(20)).sign(Given.signer("stranger"));
        assertThat(LogForkProof.of(signed(honest.head(8)), 8, stranger, other.head(20), other)
                        .holds(log, Given.STRICT))
                .isFalse();
    }

    @Test
    void whatIsNoProofIsTold() {
        assertThatThrownBy(() -> LogForkProof.read(Bytes.ofText("hello\n").toArray()))
                .hasMessageContaining("no proof of a log's fork");
    }
}
