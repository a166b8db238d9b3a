package org.safeconduct.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Beside;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Given;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.NoteSignature;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;

class WitnessTest {

    private static final int FORKS = 10_000;

    /** Signatures are tried elsewhere; here every one counts, so that many histories can be tried. */
    private static final SignatureVerifier ANY = (key, message, signature) -> true;

    private static final Pattern REQUEST =
            Pattern.compile("```\n(.*?)```\nHTTP (\\d+)\n(?:\\[Asserts]\n(.*?)\n)?", Pattern.DOTALL);
    /** Keys of the logs in the transcripts, by origin; the first names itself after the hash of its key. */
    private static final Map<String, String> TRANSCRIPT_LOGS = Map.of(
            "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562",
            "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562"
                    + "+5202289b+Af/cLU2Y5BJNP+r3iMDC+av9eWCD0fBJVDfzAux5zxAP",
            "go.sum database tree",
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

    private final SeedSigner log = Given.signer("log");
    private final VerifierKey logKey = new VerifierKey(Given.ORIGIN, VerifierKey.Use.NOTE, log.key());
    private final Map<String, TreeHead> seen = new HashMap<>();
    private final long seed = Given.seed();
    private final Random random = new Random(seed);

    private static HashTree tree(int size, String what) {
        HashTree tree = new HashTree();
        grow(tree, size, what);
        return tree;
    }

    /** Asks the witness, and lets it remember what it cosigns. */
    private WitnessAnswer ask(byte[] request, Function<String, List<VerifierKey>> logs) {
        WitnessAnswer answer =
                WitnessAnswer.of(request, logs, origin -> seen.getOrDefault(origin, TreeHead.EMPTY), Given.STRICT);
        if (answer instanceof WitnessAnswer.Cosign cosign) {
            seen.put(cosign.checkpoint().origin(), cosign.checkpoint().head());
        }
        return answer;
    }

    private WitnessAnswer ask(HashTree tree, int old, int size) {
        List<Hash> path = old > size ? List.of() : Merkle.consistency(tree, old, size);
        SignedNote note = new Checkpoint(Given.ORIGIN, tree.head(size)).sign(log);
        return ask(new AddCheckpoint(old, path, note).write(), this::ours);
    }

    private List<VerifierKey> ours(String origin) {
        return origin.equals(Given.ORIGIN) ? List.of(logKey) : List.of();
    }

    private static List<VerifierKey> theirs(String origin) {
        try {
            return TRANSCRIPT_LOGS.containsKey(origin)
                    ? List.of(VerifierKey.parse(TRANSCRIPT_LOGS.get(origin)))
                    : List.of();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static WitnessAnswer.Reason reason(WitnessAnswer answer) {
        return ((WitnessAnswer.NotCosigned) answer).reason();
    }

    @Test
    void aLogThatOnlyGrowsIsCosigned() throws Malformed {
        HashTree tree = tree(20, "honest");
        assertThat(ask(tree, 0, 3)).isInstanceOf(WitnessAnswer.Cosign.class);
        assertThat(ask(tree, 3, 3)).isInstanceOf(WitnessAnswer.Cosign.class);
        assertThat(ask(tree, 3, 20)).isInstanceOf(WitnessAnswer.Cosign.class);
        byte[] request = new AddCheckpoint(3, List.of(), new Checkpoint(Given.ORIGIN, tree.head(5)).sign(log)).write();
        assertThat(AddCheckpoint.read(request).write()).isEqualTo(request);
    }

    @Test
    void aLogThatForgetsWhatWasSeenIsNotCosigned() {
        HashTree tree = tree(20, "honest");
        ask(tree, 0, 10);
        assertThat(reason(ask(tree, 0, 20))).isEqualTo(WitnessAnswer.Reason.OTHER_SIZE);
        assertThat(reason(ask(tree, 10, 9))).isEqualTo(WitnessAnswer.Reason.BAD_REQUEST);
        assertThat(reason(ask(tree(20, "other"), 10, 20))).isEqualTo(WitnessAnswer.Reason.INCONSISTENT);
        assertThat(reason(ask(tree(20, "other"), 10, 10))).isEqualTo(WitnessAnswer.Reason.INCONSISTENT);
    }

    @Test
    void everyForkedHistoryIsFoundAndNoHonestGrowth() {
        HashTree honest = tree(64, "honest");
        for (int fork = 0; fork < 63; fork++) {
            HashTree forked = forked(fork, 64);
            seen.put(Given.ORIGIN, honest.head(fork + 1));
            assertThat(reason(ask(forked, fork + 1, 64))).isEqualTo(WitnessAnswer.Reason.INCONSISTENT);
            assertThat(ask(honest, fork + 1, 64)).isInstanceOf(WitnessAnswer.Cosign.class);
        }
    }

    private static void grow(HashTree tree, int size, String what) {
        for (long i = tree.size(); i < size; i++) {
            tree.append(Merkle.leafHash(Bytes.ofText(what + i)));
        }
    }

    /** A tree that is honest up to a leaf, and another from there. */
    private static HashTree forked(int at, int size) {
        HashTree tree = tree(at, "honest");
        grow(tree, size, "forked");
        return tree;
    }

    private boolean isCosigned(TreeHead seen, HashTree shown) {
        SignedNote note = new SignedNote(
                new Checkpoint(Given.ORIGIN, shown.head(shown.size())).text(),
                List.of(new NoteSignature(logKey.name(), logKey.id(), Bytes.of(new byte[64]))));
        List<Hash> path = Merkle.consistency(shown, seen.size(), shown.size());
        byte[] request = new AddCheckpoint(seen.size(), path, note).write();
        return WitnessAnswer.of(request, origin -> List.of(logKey), origin -> seen, ANY)
                instanceof WitnessAnswer.Cosign;
    }

    @Test
    void everyForkThatOneOfThreeWitnessesHasSeenTheOtherSideOfIsFoundAndNoHonestGrowth() {
        HashTree honest = tree(100, "honest");
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

    /**
     * The transcripts are answered as they say, but for one: an unknown log, forbidden there, is "not found" in the
     * specification since.
     */
    @Test
    void theStoredTranscriptsAreAnsweredAsPrescribed() throws IOException {
        List<Integer> answers = new ArrayList<>();
        List<Integer> prescribed = new ArrayList<>();
        for (String transcript : List.of("litewitness", "sumdb", "bastion")) {
            seen.clear();
            String text = Files.readString(Beside.others("tlog-witness/" + transcript + ".hurl.txt"));
            for (MatchResult request : REQUEST.matcher(text).results().toList()) {
                WitnessAnswer answer = ask(Bytes.ofText(request.group(1)).toArray(), WitnessTest::theirs);
                int status = answer instanceof WitnessAnswer.NotCosigned not
                        ? not.reason().status()
                        : 200;
                answers.add(status == 404 ? 403 : status);
                prescribed.add(Integer.parseInt(request.group(2)));
                if (answer instanceof WitnessAnswer.NotCosigned not && status == 409) {
                    assertThat(request.group(3)).isEqualTo("body == \"" + not.seen() + "\\n\"");
                }
            }
        }
        assertThat(answers).isEqualTo(prescribed).hasSize(11);
    }
}
