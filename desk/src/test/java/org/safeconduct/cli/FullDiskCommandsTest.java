package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;

/** A record lies on a small disk, which is filled; each command is a process of its own. */
@Tag("ci")
class FullDiskCommandsTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private boolean isMounted;

    @BeforeEach
    void aRecordIsKeptOnASmallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        isMounted = mount("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeTrue(isMounted, "cannot mount a small disk; run as root on Linux");
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=disk/talks", "--key=talks.key");
        Files.copy(folder.resolve("disk/talks/policy"), folder.resolve("policy"));
        desk.done("record", "append", desk.entry("anna", "disk/talks"), "--data=disk/talks");
        desk.opened("record", "checkpoint", "--data=disk/talks", "--key=talks.key");
    }

    @AfterEach
    void removeDisk() throws IOException, InterruptedException {
        if (isMounted) {
            mount("umount", "-l", folder.resolve("disk").toString());
        }
    }

    private static boolean mount(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no such command
        }
    }

    private Path fill() throws IOException {
        Path ballast = folder.resolve("disk/ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
            return ballast;
        }
    }

    @Test
    void whateverReadsWorksAndWhatWritesIsRefusedUntilThereIsRoom() throws IOException, InterruptedException {
        String entry = desk.entry("anna", "disk/talks");
        Path ballast = fill();
        String[][] reading = {
            {"record", "show", "0", "--data=disk/talks"},
            {"record", "log", "--data=disk/talks"},
            {"record", "check", "--data=disk/talks"},
            {"record", "policy", "--data=disk/talks"},
            {"record", "proof", "0", "--data=disk/talks", "--out=proof"},
            {"record", "backup", "--data=disk/talks", "--out=monday"},
            {"export", "--data=disk/talks", "--out=talks.zip"},
            {"verify", "talks.zip", "--policy=policy"},
            {"state", "--data=disk/talks"},
        };
        for (String[] command : reading) {
            Ran ran = desk.process(command);
            assertThat(ran.code())
                    .as("%s%n%s", String.join(" ", command), ran.err())
                    .isZero();
        }
        Ran append = desk.process("record", "append", entry, "--data=disk/talks");
        assertThat(append.code()).isEqualTo(ExitCodes.CANNOT_WRITE);
        assertThat(append.err()).contains("no room on the disk");
        Files.delete(ballast);
        assertThat(desk.process("record", "append", entry, "--data=disk/talks").out())
                .contains("entry 1");
    }
}
