package org.safeconduct.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Finding;
import org.safeconduct.verify.Fork;
import org.safeconduct.verify.GivenLog;
import org.safeconduct.verify.Verification;

class HistoriesTest {

    private static final GivenLog THREE = GivenLog.of(3);
    private static final GivenLog ANNA_FOURTH = after("anna", "four");
    private static final GivenLog BORIS_FOURTH = after("boris", "four");
    private static final GivenLog ANNA_OTHERWISE = after("anna", "otherwise");

    /** Three entries and one more. */
    private static GivenLog after(String author, String text) {
        GivenLog log = GivenLog.of(3);
        log.say(author, text);
        return log;
    }

    private static Side side(GivenLog log) {
        return new Side.OfBundle(log.bundle());
    }

    private static Histories compare(Side first, Side second) {
        return Histories.of(first, second, GivenLog.policy("A"), GivenLog.STRICT);
    }

    private static String words(Histories told) {
        return String.join("\n", told.lines());
    }

    private static List<Fork> forks(Histories told) {
        return told instanceof Histories.Two two ? two.forks() : List.of();
    }

    private static Finding finding(byte[] proof) {
        return Verification.ofFile(proof, GivenLog.policy("A"), GivenLog.STRICT);
    }

    @Test
    void twoCopiesOfOneSizeAreTheSame() {
        assertThat(words(compare(side(THREE), side(GivenLog.of(3))))).contains("both have signed 3 entries");
    }

    @Test
    void aLongerCopyGoesOnWhereTheOtherEndsWhicheverIsNamedFirst() {
        Side grown = side(GivenLog.of(300));
        assertThat(words(compare(side(THREE), grown)))
                .isEqualTo("One history: the second goes on where the other ends: 3 entries, then 300");
        assertThat(words(compare(grown, side(THREE)))).contains("the first goes on");
        assertThat(compare(side(GivenLog.of(0)), grown).exitCode()).isZero();
    }

    @Test
    void aLogThatSignedTwoHistoriesOfOneSizeIsProven() {
        Histories told = compare(side(ANNA_FOURTH), side(BORIS_FOURTH));
        assertThat(words(told))
                .contains("The key of the log example.org/talks signed two histories", "One has 4 entries");
        assertThat(forks(told)).hasSize(1);
        assertThat(finding(forks(told).getFirst().write()))
                .isEqualTo(new Finding.Forked(forks(told).getFirst()));
    }

    @Test
    void aLogThatSignedALongerOtherHistoryIsProven() {
        GivenLog longer = after("boris", "four");
        longer.say("boris", "five");
        for (Side older : List.of(side(ANNA_FOURTH), new Side.OfCheckpoint(ANNA_FOURTH.checkpoint()))) {
            Histories told = compare(side(longer), older);
            assertThat(words(told)).contains("5 entries", "; at size 4 its root was ");
            assertThat(finding(forks(told).getFirst().write()).exitCode()).isEqualTo(1);
        }
    }

    @Test
    void anAuthorWhoSignedTwoHistoriesIsProvenBesideTheLog() {
        List<Fork> forks = forks(compare(side(ANNA_FOURTH), side(ANNA_OTHERWISE)));
        assertThat(forks).hasSize(2);
        Finding finding = finding(forks.get(1).write());
        assertThat(String.join("\n", finding.lines()))
                .contains("Two histories: the proof holds", "The key of the author 01", "of sequence 2");
    }

    @Test
    void twoEntriesAloneProveAnAuthorsFork() {
        Entry one = ANNA_FOURTH.entries.getLast();
        Entry other = ANNA_OTHERWISE.entries.getLast();
        assertThat(forks(compare(new Side.OfEntry(one), new Side.OfEntry(other))))
                .hasSize(1);
        assertThat(forks(compare(new Side.OfEntry(one), side(ANNA_OTHERWISE)))).hasSize(1);
        assertThat(words(compare(new Side.OfEntry(one), side(ANNA_FOURTH)))).contains("the entry is in the other");
        assertThat(words(compare(new Side.OfEntry(one), new Side.OfEntry(THREE.entries.get(2)))))
                .contains("one entry follows the other");
        assertThat(compare(new Side.OfEntry(one), new Side.OfEntry(THREE.entries.get(1)))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aForgedEntryAccusesNobody() throws Malformed {
        byte[] leaf = ANNA_OTHERWISE.entries.getLast().leaf().toArray();
        leaf[leaf.length - 40] ^= 1;
        Entry forged = Entry.read(Bytes.of(leaf));
        assertThat(compare(new Side.OfEntry(forged), side(ANNA_FOURTH)).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aForgedProofProvesNothing() {
        String proof = new String(
                forks(compare(side(ANNA_FOURTH), side(BORIS_FOURTH))).getFirst().write(), StandardCharsets.UTF_8);
        String honest = "older " + Bytes.of(THREE.checkpoint().write()).toBase64();
        for (String forged :
                List.of(proof.replaceFirst("older .*", honest), proof.replace("root ", "root A"), proof + "x")) {
            Finding finding = finding(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(finding).isInstanceOf(Finding.NotProven.class);
            assertThat(finding.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void anotherKeysWordIsNotTheLogs() {
        Side stranger = new Side.OfCheckpoint(
                new Checkpoint(GivenLog.ORIGIN, BORIS_FOURTH.head()).sign(GivenLog.signer("stranger")));
        assertThat(words(compare(side(ANNA_FOURTH), stranger))).contains("of the second, no key of the policy");
        Policy other = new Policy(List.of(), GivenLog.policy("A").witnesses(), java.util.Map.of(), "none");
        byte[] proof =
                forks(compare(side(ANNA_FOURTH), side(BORIS_FOURTH))).getFirst().write();
        assertThat(Verification.ofFile(proof, other, GivenLog.STRICT).lines().getLast())
                .contains("names no key of the log");
    }

    @Test
    void whatDoesNotShowHowItBeganTellsNothing() {
        Side alone = new Side.OfCheckpoint(GivenLog.of(5).checkpoint());
        assertThat(words(compare(side(THREE), alone))).contains("a checkpoint alone", "bring a bundle of it");
        Bundle hollow = GivenLog.without(GivenLog.of(5).bundle(index -> false), "tile/0/000.p/5");
        assertThat(words(compare(side(THREE), new Side.OfBundle(hollow)))).contains("missing");
        byte[] broken =
                GivenLog.of(5).bundle().find("tile/0/000.p/5").orElseThrow().toArray();
        broken[40] ^= 1;
        Bundle changed = GivenLog.with(GivenLog.of(5).bundle(), "tile/0/000.p/5", broken);
        assertThat(words(compare(side(THREE), new Side.OfBundle(changed)))).contains("not what was signed; verify it");
    }

    @Test
    void aFileIsReadForWhatItIs() throws Malformed {
        assertThat(Side.read(THREE.bundle().write(), 1 << 20)).isEqualTo(side(THREE));
        assertThat(Side.read(THREE.checkpoint().write(), 1)).isEqualTo(new Side.OfCheckpoint(THREE.checkpoint()));
        Entry entry = THREE.entries.getFirst();
        assertThat(Side.read(entry.leaf().toArray(), 1)).isEqualTo(new Side.OfEntry(entry));
        assertThatThrownBy(() -> Side.read("hello".getBytes(StandardCharsets.UTF_8), 1))
                .hasMessageContaining("neither a bundle nor a checkpoint nor an entry");
    }
}
