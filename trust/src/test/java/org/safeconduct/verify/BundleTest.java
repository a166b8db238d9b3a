package org.safeconduct.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.safeconduct.record.Malformed;

class BundleTest {

    private static byte[] zip(String name, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(new byte[length]);
        }
        return bytes.toByteArray();
    }

    @Test
    void theSameFilesAreTheSameBytesAndAreReadBack() throws Malformed {
        Bundle bundle = GivenLog.of(4).bundle();
        assertThat(bundle.write()).isEqualTo(bundle.write());
        assertThat(Bundle.read(bundle.write(), 1 << 20)).isEqualTo(bundle);
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = zip("README.txt", 50_000_000);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Bundle.read(bomb, 1 << 20)).hasMessageContaining("unpacks to more than 1048576 bytes");
    }

    @Test
    void aNameThatLeadsElsewhereIsNotTaken() throws IOException {
        for (String name : new String[] {"a/../../b c", "/etc/passwd", "c:\\x", "a//b", "ä"}) {
            byte[] zip = zip(name, 1);
            assertThatThrownBy(() -> Bundle.read(zip, 100)).hasMessageContaining("has a file");
        }
    }

    @Test
    void aFileTwiceIsNotTaken() throws IOException {
        byte[] one = zip("checkpoint", 3);
        byte[] local = Arrays.copyOf(one, new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\1\2"));
        byte[] both = Arrays.copyOf(local, local.length + one.length);
        System.arraycopy(one, 0, both, local.length, one.length);
        assertThatThrownBy(() -> Bundle.read(both, 100)).hasMessageContaining("the file checkpoint twice");
    }

    @Test
    void whatIsNoZipIsTold() {
        assertThatThrownBy(() -> Bundle.read(new byte[100], 100)).hasMessageContaining("is no ZIP file");
    }

    @Test
    void aBundleCutShortAnywhereIsIncompleteAndNeverTakenForASmallerOne() {
        byte[] zip = GivenLog.of(3).bundle().write();
        for (int length = 0; length < zip.length; length++) {
            assertThat(finding(Arrays.copyOf(zip, length)))
                    .as("%d of %d bytes", length, zip.length)
                    .isInstanceOf(Finding.Incomplete.class);
        }
    }

    @Test
    void aByteChangedAnywhereIsFoundOrChangesNothingThatWasSigned() {
        byte[] zip = GivenLog.of(3).bundle().write();
        Finding untouched = finding(zip);
        for (int i = 0; i < zip.length; i++) {
            byte[] other = zip.clone();
            other[i] ^= 1;
            Finding finding = finding(other);
            assertThat(finding.equals(untouched) || !(finding instanceof Finding.Intact))
                    .as("byte %d of %d: %s", i, zip.length, finding.lines())
                    .isTrue();
        }
    }

    @Test
    void aDamagedFileIsNamed() throws Malformed {
        Bundle bundle = GivenLog.of(3).bundle();
        byte[] zip = bundle.write();
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("tile/0/000.p/3") + 30;
        zip[at] ^= 0x10;
        assertThat(finding(zip).lines().get(1)).startsWith("tile/0/000.p/3: cannot be unpacked");
    }

    @Test
    void ofADamagedFileOfEntriesTheFirstThatIsNotWhatItsHashSaysIsNamed() {
        Bundle bundle = GivenLog.of(20).bundle();
        byte[] zip = bundle.write();
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        String name = "tile/entries/000.p/20";
        int start = text.indexOf(name) + name.length();
        int end = text.indexOf("PK\1\2") - 16; // what follows the packed bytes sums them up
        int tried = 0;
        int named = 0;
        int last = 0;
        for (int at = start; at < end; at += 11) {
            tried++;
            byte[] other = zip.clone();
            other[at] ^= 1;
            if (finding(other) instanceof Finding.Broken broken) { // bits that fill the last byte change nothing
                Fault fault = broken.faults().getFirst();
                assertThat(fault.file()).as("byte %d", at).isEqualTo(name);
                named += fault.entry().isPresent() ? 1 : 0;
                last = Math.max(last, (int) fault.entry().orElse(0));
            }
        }
        assertThat(named).isGreaterThan(tried * 98 / 100);
        assertThat(last).isEqualTo(19);
    }

    @Test
    void whatFollowsAFileIsNotBlamedOnIt() {
        byte[] zip = GivenLog.of(3).bundle().write();
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
        zip[at + 8] ^= 8; // how the second file is packed
        assertThat(finding(zip).lines().get(1)).startsWith("the bundle: after checkpoint it cannot be unpacked");
    }

    private static Finding finding(byte[] zip) {
        return Verification.ofFile(zip, GivenLog.policy("A"), GivenLog.STRICT);
    }
}
