package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Entry first = Given.signed("anna", ChainHead.START, "by the west road");
    private final Entry second = Given.signed("anna", ChainHead.after(first), "at nine");

    private static Admission.Rule ruleAgainst(Entry entry, String origin, ChainHead head) {
        return switch (Admission.of(entry, origin, head, Given.STRICT)) {
            case Admission.NotAdmitted not -> not.rule();
            case Admission.Admitted _ -> throw new AssertionError("was admitted");
        };
    }

    @Test
    void whatIsSignedAndNextInItsChainIsAdmittedWhateverItSays() {
        assertThat(Admission.of(first, Given.ORIGIN, ChainHead.START, Given.STRICT))
                .isEqualTo(new Admission.Admitted(ChainHead.after(first)));
        assertThat(Admission.of(second, Given.ORIGIN, ChainHead.after(first), Given.STRICT))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void anEntryCountsInNoOtherLog() {
        assertThat(ruleAgainst(first, "example.org/other", ChainHead.START)).isEqualTo(Admission.Rule.ORIGIN);
    }

    @Test
    void aRetryAndAForkAreBothToldWhatIsNext() {
        assertThat(ruleAgainst(first, Given.ORIGIN, ChainHead.after(first))).isEqualTo(Admission.Rule.ALREADY_FOLLOWED);
    }

    @Test
    void anEntryWaitsForThoseBeforeIt() {
        assertThat(ruleAgainst(second, Given.ORIGIN, ChainHead.START)).isEqualTo(Admission.Rule.GAP);
    }

    @Test
    void anEntryOfAnotherHistoryIsNotAdmitted() {
        Entry other = Given.signed("anna", ChainHead.START, "by the east road");
        assertThat(ruleAgainst(second, Given.ORIGIN, ChainHead.after(other))).isEqualTo(Admission.Rule.OTHER_HISTORY);
    }

    @Test
    void everyBitOfBodyAndSignatureIsSigned() {
        byte[] leaf = first.leaf().toArray();
        for (int bit = 0; bit < leaf.length * 8; bit += 7) {
            leaf[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(isAdmitted(leaf)).as("bit %d", bit).isFalse();
            leaf[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertThat(isAdmitted(leaf)).isTrue();
    }

    private static boolean isAdmitted(byte[] leaf) {
        try {
            Entry entry = Entry.read(Bytes.of(leaf));
            return Admission.of(entry, Given.ORIGIN, ChainHead.START, Given.STRICT) instanceof Admission.Admitted;
        } catch (Malformed e) {
            return false;
        }
    }
}
