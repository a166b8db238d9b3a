package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ForkProofTest {

    private final Entry first = Given.signed("anna", ChainHead.START, "by the west road");
    private final Entry other = Given.signed("anna", ChainHead.START, "by the east road");
    private final Entry second = Given.signed("anna", ChainHead.after(first), "at nine");

    @Test
    void twoEntriesOfOneSequenceProveAFork() throws Malformed {
        ForkProof proof = ForkProof.of(first, other);
        assertThat(proof).isEqualTo(ForkProof.of(other, first));
        assertThat(ForkProof.read(proof.write())).isEqualTo(proof);
        assertThat(proof.isSigned(Given.STRICT)).isTrue();
    }

    @Test
    void anEntryThatFollowsAnotherThanTheOneBeforeProvesAFork() throws Malformed {
        ForkProof proof = ForkProof.of(second, other);
        assertThat(ForkProof.read(proof.write()).first()).isEqualTo(other);
    }

    @Test
    void oneHistoryIsNoFork() {
        assertThatThrownBy(() -> ForkProof.of(first, second)).hasMessageContaining("this is no fork");
        assertThatThrownBy(() -> ForkProof.of(first, first)).hasMessageContaining("this is no fork");
        Entry byAnother = Given.signed("boris", ChainHead.START, "by the east road");
        assertThatThrownBy(() -> ForkProof.of(first, byAnother)).hasMessageContaining("this is no fork");
    }

    @Test
    void aForgedHalfDoesNotCount() throws Malformed {
        byte[] leaf = other.leaf().toArray();
        leaf[leaf.length - 40] ^= 1;
        Entry forged = Entry.read(Bytes.of(leaf));
        assertThat(ForkProof.of(first, forged).isSigned(Given.STRICT)).isFalse();
    }
}
