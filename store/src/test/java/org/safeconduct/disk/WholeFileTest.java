package org.safeconduct.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whicheverStepFailsTheFileIsTheOldOneOrTheNew() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.replace(Disk.real(), file, bytes("before"));
        for (int step = 0; step < FailingDisk.STEPS_OF_A_FILE; step++) {
            Disk failing = new FailingDisk(step);
            assertThatThrownBy(() -> WholeFile.replace(failing, file, bytes("after")))
                    .hasMessage("step " + step + ": no more");
            assertThat(Files.readString(file)).isIn("before", "after");
            assertThat(folder).isDirectoryNotContaining("glob:**.new");
        }
        WholeFile.replace(new FailingDisk(FailingDisk.STEPS_OF_A_FILE), file, bytes("after"));
        assertThat(file).hasContent("after");
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.replace(Disk.real(), file, bytes("secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
