package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final String KEYS = """
        # who may speak for the log, and who watches it
        log %s
        witness A %s
          witness B %s https://b.example/
        witness C %s

        """.formatted(
                    key("log", VerifierKey.Use.NOTE),
                    key("a", VerifierKey.Use.COSIGNATURE),
                    key("b", VerifierKey.Use.COSIGNATURE),
                    key("c", VerifierKey.Use.COSIGNATURE));

    private static VerifierKey key(String name, VerifierKey.Use use) {
        return new VerifierKey(name + ".example", use, Given.signer(name).key());
    }

    private static Policy policy(String rest) throws Malformed {
        return Policy.read(Bytes.ofText(KEYS + rest).toArray());
    }

    @Test
    void bothPartiesAndEitherNeutralMakeAQuorum() throws Malformed {
        Policy policy = policy("group parties all A B\ngroup most 2 parties C\nquorum most\n");
        assertThat(policy.isMetBy(Set.of("A", "B", "C"))).isTrue();
        assertThat(policy.isMetBy(Set.of("A", "C"))).isFalse();
        assertThat(policy.isMetBy(Set.of())).isFalse();
        assertThat(Policy.read(policy.write())).isEqualTo(policy);
    }

    @Test
    void oneWitnessOrNoneMayBeEnough() throws Malformed {
        assertThat(policy("quorum A\n").isMetBy(Set.of("B"))).isFalse();
        assertThat(policy("group any any A B\nquorum any\n").isMetBy(Set.of("B")))
                .isTrue();
        assertThat(policy("quorum none\n").isMetBy(Set.of())).isTrue();
    }

    @Test
    void whatAPolicyCannotSayIsToldByItsLine() {
        assertThatThrownBy(() -> policy("")).hasMessageContaining("without a quorum");
        assertThatThrownBy(() -> policy("quorum D\n")).hasMessageContaining("line 7: nobody is called D yet");
        assertThatThrownBy(() -> policy("quorum A\nquorum B\n")).hasMessageContaining("line 8");
        assertThatThrownBy(() -> policy("group g 3 A B\nquorum g\n")).hasMessageContaining("a group of 3 of 2");
        assertThatThrownBy(() -> policy("group g all A A\nquorum g\n")).hasMessageContaining("line 7");
        assertThatThrownBy(() -> policy("group g any A\ngroup h any A\nquorum h\n"))
                .hasMessageContaining("A is in two groups");
        assertThatThrownBy(() -> policy("group g any g\nquorum g\n")).hasMessageContaining("nobody is called g yet");
        assertThatThrownBy(() -> policy("group none any A\n")).hasMessageContaining("the name none is taken");
    }

    @Test
    void oneKeyHasOneUseAndOneName() {
        VerifierKey log = key("log", VerifierKey.Use.NOTE);
        VerifierKey again = new VerifierKey("again.example", VerifierKey.Use.NOTE, log.key());
        assertThatThrownBy(() -> policy("log " + again + "\nquorum none\n")).hasMessageContaining("named twice");
        assertThatThrownBy(() -> policy("witness D " + key("d", VerifierKey.Use.NOTE) + "\nquorum none\n"))
                .hasMessageContaining("key of another use");
    }
}
