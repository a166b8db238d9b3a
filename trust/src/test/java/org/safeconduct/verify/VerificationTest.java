package org.safeconduct.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.LoggedProof;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;

class VerificationTest {

    private static final GivenLog THREE_HUNDRED = GivenLog.of(300);

    private static String words(Finding finding) {
        return String.join("\n", finding.lines());
    }

    private static byte[] flipped(Bundle bundle, String name, int at) {
        byte[] content = bundle.find(name).orElseThrow().toArray();
        content[at] ^= 1;
        return content;
    }

    @Test
    void whatWasSignedIsIntact() throws Malformed {
        Bundle bundle = THREE_HUNDRED.bundle();
        Finding finding = GivenLog.finding(Bundle.read(bundle.write(), 1 << 24));
        assertThat(finding.exitCode()).isZero();
        assertThat(words(finding))
                .contains("Intact: ", "300 entries are here, by 2 keys; none is withheld", "Witness A saw the log grow")
                .contains("Witness B has not been seen on this checkpoint");
    }

    @Test
    void oneIsSaidOtherwiseThanSeveral() {
        assertThat(words(GivenLog.finding(GivenLog.of(1).bundle())))
                .contains(
                        "talks, 1 entry, root",
                        "1 entry is here, by 1 key; none is withheld",
                        "No commitment is opened");
        assertThat(words(GivenLog.finding(GivenLog.of(2).bundle(index -> index == 0))))
                .contains("talks, 2 entries, root", "1 is withheld: its place is fixed");
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(GivenLog.finding(GivenLog.of(0).bundle()).exitCode()).isZero();
    }

    @Test
    void whatIsWithheldKeepsItsPlace() {
        Finding finding = GivenLog.finding(THREE_HUNDRED.bundle(index -> index % 7 == 0));
        assertThat(finding).isInstanceOf(Finding.Intact.class);
        assertThat(words(finding)).contains("43 entries are here", "257 are withheld");
    }

    @Test
    void withoutTilesTheLeavesAreEnough() {
        Bundle bundle = GivenLog.of(5).bundle();
        assertThat(GivenLog.finding(GivenLog.without(bundle, "tile/0/000.p/5")).exitCode())
                .isZero();
    }

    @Test
    void everyFlippedByteOfAnEntryIsFoundAndTheEntryNamed() throws Malformed {
        Bundle bundle = GivenLog.of(3).bundle();
        String name = "tile/entries/000.p/3";
        byte[] content = bundle.find(name).orElseThrow().toArray();
        int[] ends = EntryBundle.read(content, 3).stream()
                .mapToInt(leaf -> 2 + leaf.length())
                .toArray();
        for (int at = 0; at < content.length; at += 17) {
            Finding finding = GivenLog.finding(GivenLog.with(bundle, name, flipped(bundle, name, at)));
            int entry = at < ends[0] ? 0 : at < ends[0] + ends[1] ? 1 : 2;
            assertThat(finding.exitCode()).as("byte %d", at).isEqualTo(1);
            boolean isLength = at == 0 || at == 1 || at == ends[0] || at == ends[0] + 1;
            boolean isLastLength = at == ends[0] + ends[1] || at == ends[0] + ends[1] + 1;
            if (!isLength && !isLastLength) {
                assertThat(words(finding))
                        .contains("entry " + entry + " (" + name + "): its bytes are not what the log signed");
            }
        }
    }

    @Test
    void everyFlippedByteOfAHashIsFoundAndTheEntryNamed() {
        Bundle bundle = GivenLog.of(3).bundle();
        for (int at = 0; at < 3 * Hash.LENGTH; at += 7) {
            Bundle changed = GivenLog.with(bundle, "tile/0/000.p/3", flipped(bundle, "tile/0/000.p/3", at));
            assertThat(words(GivenLog.finding(changed)))
                    .contains("entry " + at / Hash.LENGTH + " (tile/0/000.p/3): its hash was changed");
        }
    }

    @Test
    void aChangedHashFurtherUpIsFoundAndItsEntriesNamed() {
        Bundle bundle = THREE_HUNDRED.bundle(index -> index == 0);
        Bundle changed = GivenLog.with(bundle, "tile/1/000.p/1", flipped(bundle, "tile/1/000.p/1", 9));
        assertThat(words(GivenLog.finding(changed))).contains("entry 0 (tile/1/000.p/1): the hash over 256 entries");
    }

    @Test
    void aRewrittenLogWithoutTheKeysIsFound() {
        GivenLog log = GivenLog.of(4);
        Bundle honest = log.bundle();
        log.say("anna", "put in later");
        Bundle forged = GivenLog.with(
                log.bundle(),
                Bundle.CHECKPOINT,
                honest.find(Bundle.CHECKPOINT).orElseThrow().toArray());
        assertThat(GivenLog.finding(forged).exitCode()).isNotZero();
        Bundle other = GivenLog.of(4).bundle();
        byte[] swapped =
                EntryBundle.write(List.of(log.leaves.get(1), log.leaves.get(0), log.leaves.get(2), log.leaves.get(3)));
        Bundle reordered = GivenLog.without(GivenLog.with(other, "tile/entries/000.p/4", swapped), "tile/0/000.p/4");
        assertThat(words(GivenLog.finding(reordered))).contains("lead to the root", "the log signed");
    }

    @Test
    void aForgedCheckpointIsFound() {
        Bundle bundle = GivenLog.of(4).bundle();
        String text = new String(
                bundle.find(Bundle.CHECKPOINT).orElseThrow().toArray(), java.nio.charset.StandardCharsets.UTF_8);
        Bundle forged = GivenLog.with(
                bundle,
                Bundle.CHECKPOINT,
                Bytes.ofText(text.replace("\n4\n", "\n5\n")).toArray());
        assertThat(words(GivenLog.finding(forged)))
                .isEqualTo("Broken: something here is not what was signed.\n"
                        + "checkpoint: the signature of the log example.org/talks does not count");
    }

    @Test
    void aCheckpointThatTooFewHaveSeenIsIncomplete() {
        Finding finding = Verification.of(GivenLog.of(4).bundle(), GivenLog.policy("B"), GivenLog.STRICT);
        assertThat(finding.exitCode()).isEqualTo(2);
        assertThat(words(finding)).contains("not seen by B", "4 entries are here");
    }

    @Test
    void missingFilesAreNamedAndNothingIsCalledBroken() {
        Bundle bundle = THREE_HUNDRED.bundle();
        Bundle hollow = GivenLog.without(GivenLog.without(bundle, "tile/0/000"), "tile/entries/000");
        assertThat(GivenLog.finding(hollow).exitCode()).isEqualTo(2);
        assertThat(words(GivenLog.finding(hollow))).contains("add tile/0/000 or tile/entries/000");
        assertThat(GivenLog.finding(GivenLog.without(bundle, Bundle.CHECKPOINT)).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aKeeperThatTakesInWhatItMustNotIsFound() {
        GivenLog log = GivenLog.of(2);
        Entry twin = log.entries.get(0);
        log.append(twin);
        assertThat(words(GivenLog.finding(log.bundle())))
                .contains("entry 2", "it stands in the log already, as entry 0");
        GivenLog gap = GivenLog.of(2);
        gap.signed("anna", "never sent", TreeHead.EMPTY);
        gap.say("anna", "sent");
        assertThat(words(GivenLog.finding(gap.bundle()))).contains("entry 2", "there are two histories");
        GivenLog unsigned = GivenLog.of(2);
        byte[] leaf = GivenLog.of(3).leaves.get(2).toArray();
        leaf[leaf.length - 1] ^= 1;
        unsigned.append(read(leaf));
        assertThat(words(GivenLog.finding(unsigned.bundle()))).contains("entry 2", "its author's key did not sign it");
    }

    private static Entry read(byte[] leaf) {
        try {
            return Entry.read(Bytes.of(leaf));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAuthorWhoSawAnotherLogIsHeardAndNothingIsBroken() {
        GivenLog log = GivenLog.of(2);
        TreeHead other = new TreeHead(2, Hash.of(Bytes.ofText("another log")));
        log.append(log.signed("anna", "I saw something else", other));
        Finding finding = GivenLog.finding(log.bundle());
        assertThat(finding.exitCode()).isZero();
        assertThat(words(finding)).contains("Entry 2 says that its author saw another log: 2 entries");
    }

    @Test
    void theSameDisclosureTwiceOpensOneCommitment() {
        GivenLog log = GivenLog.of(1);
        byte[] right =
                new Disclosure(log.entries.getFirst().identity(), "offer", GivenLog.SECRET, GivenLog.SALT).write();
        Bundle twice =
                GivenLog.with(GivenLog.with(log.bundle(), "disclosures/1.json", right), "disclosures/2.json", right);
        assertThat(words(GivenLog.finding(twice))).contains("1 commitment is opened");
    }

    @Test
    void disclosuresOpenWhatWasCommittedAndNothingElse() {
        GivenLog log = GivenLog.of(2);
        Hash identity = log.entries.get(1).identity();
        Disclosure right = new Disclosure(identity, "offer", GivenLog.SECRET, GivenLog.SALT);
        Disclosure wrong = new Disclosure(identity, "offer", new Json.Text("ten buses"), GivenLog.SALT);
        assertThat(words(GivenLog.finding(GivenLog.with(log.bundle(), "disclosures/1.json", right.write()))))
                .contains("1 commitment is opened\nEntry 1 had committed to \"offer\": \"eleven buses\"");
        assertThat(words(GivenLog.finding(GivenLog.with(log.bundle(), "disclosures/1.json", wrong.write()))))
                .contains("entry 1 (disclosures/1.json): \"offer\" is not what the author committed to");
        assertThat(words(GivenLog.finding(GivenLog.with(log.bundle(), "disclosures/1.json", new byte[3]))))
                .contains("disclosures/1.json: cannot be read");
    }

    @Test
    void whatIsNoPartOfABundleIsRemarked() {
        Bundle bundle = GivenLog.of(2).bundle();
        Finding finding = GivenLog.finding(GivenLog.with(bundle, "tile/0/000.p/1", new byte[32]));
        assertThat(finding.exitCode()).isZero();
        assertThat(words(finding)).contains("tile/0/000.p/1 is no part of a bundle of this size");
    }

    @Test
    void aTileOfAnotherLengthIsTold() {
        Bundle bundle = GivenLog.of(2).bundle();
        List<String> found = new ArrayList<>();
        for (TileId id : List.of(new TileId(0, 0, 2), new TileId(TileId.ENTRIES, 0, 2))) {
            found.add(words(GivenLog.finding(GivenLog.with(bundle, id.path(), new byte[33]))));
        }
        assertThat(found).allSatisfy(text -> assertThat(text).contains("cannot be read"));
    }

    private static Finding ofProof(LoggedProof proof, String quorum) {
        return Verification.ofFile(proof.write(), GivenLog.policy(quorum), GivenLog.STRICT);
    }

    @Test
    void theProofOfOneEntryIsIntactForThatEntryOnly() {
        GivenLog log = GivenLog.of(5);
        LoggedProof proof = log.proof(3);
        assertThat(ofProof(proof, "A")).isInstanceOf(Finding.Intact.class);
        LoggedProof moved = new LoggedProof(proof.leaf(), 2, proof.path(), proof.checkpoint());
        assertThat(ofProof(moved, "A").lines().get(1)).startsWith("entry 2 (the proof): its bytes are not");
        LoggedProof other = new LoggedProof(log.leaves.get(2), 3, proof.path(), proof.checkpoint());
        assertThat(ofProof(other, "A")).isInstanceOf(Finding.Broken.class);
    }

    @Test
    void aProofWithoutItsEntryOrWithoutItsWitnessIsIncomplete() {
        LoggedProof proof = GivenLog.of(5).proof(3);
        LoggedProof bare = new LoggedProof(EntryBundle.withheld(), 3, proof.path(), proof.checkpoint());
        assertThat(ofProof(bare, "A").exitCode()).isEqualTo(2);
        assertThat(ofProof(proof, "B").exitCode()).isEqualTo(2);
    }
}
