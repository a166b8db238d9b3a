package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoteTest {

    private final SeedSigner log = Given.signer("log");
    private final SeedSigner witness = Given.signer("witness");
    private final Checkpoint checkpoint = new Checkpoint(Given.ORIGIN, new TreeHead(3, Hash.of(Bytes.ofText("root"))));
    private final SignedNote note = checkpoint.sign(log);
    private final VerifierKey logKey = new VerifierKey(Given.ORIGIN, VerifierKey.Use.NOTE, log.key());
    private final VerifierKey witnessKey = new VerifierKey("a.example/w", VerifierKey.Use.COSIGNATURE, witness.key());

    private Policy policy(String quorum) {
        return new Policy(List.of(logKey), Map.of("A", witnessKey), Map.of(), quorum);
    }

    private static SignedNote read(String text) throws Malformed {
        return SignedNote.read(Bytes.ofText(text).toArray());
    }

    @Test
    void aNoteIsReadBackByteForByte() throws Malformed {
        assertThat(SignedNote.read(note.write())).isEqualTo(note);
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
        assertThat(VerifierKey.parse(logKey.toString())).isEqualTo(logKey);
    }

    @Test
    void aCheckpointByTheLogIsTrustedAndSettledWhenItsQuorumHasSeenIt() {
        Cosignature seen = Cosignature.sign("a.example/w", checkpoint, Instant.parse("2022-03-05T08:00:00Z"), witness);
        assertThat(policy("none").open(note, Given.STRICT))
                .isInstanceOfSatisfying(
                        Opening.Trusted.class,
                        trusted -> assertThat(trusted.isSettled()).isTrue());
        assertThat(policy("A").open(note, Given.STRICT)).isInstanceOfSatisfying(Opening.Trusted.class, trusted -> {
            assertThat(trusted.isSettled()).isFalse();
            assertThat(trusted.unseenBy()).containsExactly("A");
        });
        assertThat(policy("A").open(note.with(seen.line()), Given.STRICT))
                .isEqualTo(new Opening.Trusted(checkpoint, Map.of("A", seen), List.of(), true));
    }

    @Test
    void aCosignatureForAnotherTimeSpoilsTheNote() {
        Cosignature seen = Cosignature.sign("a.example/w", checkpoint, Given.NINE, witness);
        Cosignature later = new Cosignature(seen.witness(), seen.time().plusSeconds(1), seen.signature());
        assertThat(policy("none").open(note.with(later.line()), Given.STRICT))
                .isEqualTo(new Opening.NotTrusted("the cosignature of the witness A does not count"));
    }

    @Test
    void aStrangersSignatureIsIgnoredAndTheLogsOwnIsNeeded() {
        SignedNote stranger = SignedNote.sign(note.text(), Given.ORIGIN, Given.signer("stranger"));
        assertThat(policy("none").open(note.with(stranger.signatures().getFirst()), Given.STRICT))
                .isInstanceOf(Opening.Trusted.class);
        assertThat(policy("none").open(stranger, Given.STRICT))
                .isInstanceOfSatisfying(
                        Opening.NotTrusted.class,
                        not -> assertThat(not.why()).contains("no key of the policy has signed"));
    }

    @Test
    void aKeyOfTheLogSpeaksForNoOtherOrigin() {
        Checkpoint other = new Checkpoint("example.org/other", checkpoint.head());
        SignedNote signed = SignedNote.sign(other.text(), Given.ORIGIN, log);
        assertThat(policy("none").open(signed, Given.STRICT)).isInstanceOf(Opening.NotTrusted.class);
    }

    @Test
    void whatIsNoNoteIsToldByItsLine() {
        String text = "text\n\n" + note.signatures().getFirst().line() + "\n";
        assertThatThrownBy(() -> read(text.substring(0, text.length() - 1))).hasMessageContaining("without a newline");
        assertThatThrownBy(() -> read("text\n")).hasMessageContaining("no signatures");
        assertThatThrownBy(() -> read("text\n\n")).hasMessageContaining("no signatures");
        assertThatThrownBy(() -> read(text.replace('—', '-'))).hasMessageContaining("line 3, ");
        assertThatThrownBy(() -> read("a\tb" + text)).hasMessageContaining("line 1: a control character");
        assertThatThrownBy(() -> read(text.replace("=\n", "\n"))).hasMessageContaining("base64");
    }

    @Test
    void aCheckpointHasThreeLinesAndOneWayToWriteItsSize() {
        String text = note.text();
        assertThatThrownBy(() -> Checkpoint.parse(text + "extension\n")).hasMessageContaining("checkpoint of 4 lines");
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("\n3\n", "\n03\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("=\n", "==\n"))).hasMessageContaining("line 3");
    }
}
