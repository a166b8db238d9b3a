package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    private static final ResultFolder.Kind KIND =
            new ResultFolder.Kind("mark", "ours", name -> name.equals("mark") || name.startsWith("deep/"));

    @TempDir
    private Path folder;

    @Test
    void aWriteThatFailsLeavesTheEarlierResultWhicheverItIs() throws Exception {
        replace("first", Disk.REAL);
        replace("second", Disk.REAL);
        int failed = 0;
        for (int n = 1; ; n++) {
            FailingDisk disk = new FailingDisk(n, false);
            try {
                replace("third", disk);
            } catch (CannotWrite e) {
                failed++;
            }
            if (!disk.hasFailed()) {
                break;
            }
            assertThat(text("x")).as("after failure %d", n).isIn("second", "third");
            replace("first", Disk.REAL);
            replace("second", Disk.REAL);
            assertNothingElse(n);
        }
        assertThat(failed).isGreaterThan(6);
        assertThat(text("x")).isEqualTo("third");
        assertThat(text("x.previous")).isEqualTo("second");
    }

    @Test
    void aProcessThatDiesLeavesAWholeResultAndTheNextRunSweepsUp() throws Exception {
        for (int n = 1; ; n++) {
            replace("first", Disk.REAL);
            replace("second", Disk.REAL);
            FailingDisk disk = new FailingDisk(n, true);
            try {
                replace("third", disk);
            } catch (CannotWrite e) {
                assertThat(disk.hasFailed()).isTrue();
            }
            String left = text(Files.exists(folder.resolve("x")) ? "x" : "x.previous");
            assertThat(left).as("death at call %d", n).isIn("second", "third");
            replace("fourth", Disk.REAL);
            assertThat(text("x")).isEqualTo("fourth");
            assertNothingElse(n);
            if (!disk.hasFailed()) {
                break;
            }
        }
    }

    @Test
    void aResultIsNotWrittenOverWhatSomeoneElsePutThere() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("x")).resolve("mark"), "theirs");
        assertThatThrownBy(() -> replace("mine", Disk.REAL)).hasMessageContaining("mark");
        Files.writeString(folder.resolve("x/mark"), "ours");
        Files.writeString(folder.resolve("x/more"), "theirs");
        assertThatThrownBy(() -> replace("mine", Disk.REAL)).hasMessageContaining("more");
    }

    @Test
    void anEmptyFolderIsFree() throws Exception {
        Files.createDirectory(folder.resolve("x"));
        replace("first", Disk.REAL);
        assertThat(text("x")).isEqualTo("first");
        assertThat(folder.resolve("x.previous")).doesNotExist();
    }

    @Test
    void aLinkToAFolderStaysALink() throws Exception {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("x"), folder.resolve("real"));
        replace("first", Disk.REAL);
        assertThat(folder.resolve("x")).isSymbolicLink();
        assertThat(text("real")).isEqualTo("first");
    }

    @Test
    void nothingIsWrittenAfterAnInterrupt() throws Exception {
        replace("first", Disk.REAL);
        ResultFolder result = ResultFolder.at(folder.resolve("x"), false, Disk.REAL, KIND);
        assertThat(result.discard()).isTrue();
        assertThatThrownBy(() -> result.replace(files("second"))).hasMessageContaining("interrupted");
        assertThat(text("x")).isEqualTo("first");
        assertNothingElse(0);
    }

    private void replace(String text, Disk disk) throws CannotWrite {
        ResultFolder.at(folder.resolve("x"), false, disk, KIND).replace(files(text));
    }

    private static Map<String, byte[]> files(String text) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mark", ("ours " + text).getBytes(StandardCharsets.UTF_8));
        files.put("deep/a", text.getBytes(StandardCharsets.UTF_8));
        files.put("deep/b", text.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** What the result in a folder says; fails unless it is whole. */
    private String text(String name) throws IOException {
        String text = Files.readString(folder.resolve(name).resolve("deep/a"));
        assertThat(folder.resolve(name).resolve("deep/b")).hasContent(text);
        assertThat(folder.resolve(name).resolve("mark")).hasContent("ours " + text);
        return text;
    }

    private void assertNothingElse(int n) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(path -> String.valueOf(path.getFileName())))
                    .as("after failure %d", n)
                    .isSubsetOf("x", "x.previous");
        }
    }
}
