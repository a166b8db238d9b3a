package org.safeconduct.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        byte[] local =
                Arrays.copyOf(one, new String(one, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2"));
        byte[] both = Arrays.copyOf(local, local.length + one.length);
        System.arraycopy(one, 0, both, local.length, one.length);
        assertThatThrownBy(() -> Bundle.read(both, 100)).hasMessageContaining("the file checkpoint twice");
    }

    @Test
    void whatIsNoZipIsTold() throws IOException {
        assertThatThrownBy(() -> Bundle.read(new byte[100], 100)).hasMessageContaining("is no ZIP file");
        byte[] zip = zip("checkpoint", 1000);
        assertThatThrownBy(() -> Bundle.read(Arrays.copyOf(zip, 45), 10_000))
                .hasMessageContaining("cannot be unpacked");
    }
}
