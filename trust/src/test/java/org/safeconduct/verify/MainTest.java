package org.safeconduct.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The program that a party runs which has nothing but this jar. */
class MainTest {

    private static final Bundle BUNDLE = GivenLog.of(3).bundle();
    private static final String POLICY = new String(GivenLog.policy("A").write(), StandardCharsets.UTF_8);

    private record Ran(int code, String out, String err) {}

    private static Ran run(byte[] bundle, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new ByteArrayInputStream(bundle),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anIntactBundleIsSaidToBe() {
        Ran ran = run(BUNDLE.write(), POLICY.strip());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Intact: ").contains("3 entries are here");
        assertThat(run(BUNDLE.write(), POLICY.strip().split("\n"))).isEqualTo(ran);
    }

    @Test
    void aChangedEntryIsNamed() {
        String entries = "tile/entries/000.p/3";
        byte[] content = BUNDLE.find(entries).orElseThrow().toArray();
        content[content.length - 1] ^= 1;
        Ran ran = run(GivenLog.with(BUNDLE, entries, content).write(), POLICY);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("Broken: ").contains("entry 2 (" + entries + ")");
    }

    @Test
    void halfABundleIsIncomplete() {
        byte[] zip = BUNDLE.write();
        Ran ran = run(Arrays.copyOf(zip, zip.length / 2), POLICY);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).startsWith("Incomplete: ").contains("ends too early");
    }

    @Test
    void withoutAPolicyNothingIsVerified() {
        assertThat(run(BUNDLE.write()).code()).isEqualTo(2);
        assertThat(run(BUNDLE.write()).err()).contains("quorum none");
        assertThat(run(BUNDLE.write(), "--help").out()).contains("$(cat policy)");
        Ran ran = run(BUNDLE.write(), "log nobody", "quorum none");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("policy: line 1");
    }

    @Test
    void nothingInABundleMovesTheCursor() {
        byte[] note = new String(BUNDLE.find(Bundle.CHECKPOINT).orElseThrow().toArray(), StandardCharsets.UTF_8)
                .replace("example.org/talks", "e\u009b2J\u202e")
                .getBytes(StandardCharsets.UTF_8);
        Ran ran = run(GivenLog.with(BUNDLE, Bundle.CHECKPOINT, note).write(), POLICY);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).doesNotContain("\u009b", "\u202e").contains("\uFFFD");
    }
}
