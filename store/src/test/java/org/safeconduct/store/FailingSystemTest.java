package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Entry;

/** The system's own calls fail once each, let in by strace; whatever was said before is there afterwards. */
@Tag("ci")
class FailingSystemTest {

    private static final List<String> CALLS = List.of("pwrite64", "fsync", "ftruncate");
    private static final int APPENDED = 12;

    @TempDir
    Path folder;

    /** Appends a dozen entries, and says each index that was acknowledged. */
    static final class Dozen {
        private Dozen() {}

        public static void main(String[] args) throws IOException {
            try (Keeper keeper = Keeper.open(new Sqlite(Path.of(args[0])), Given.ANY, List.of())) {
                for (Entry entry : Given.chain(Given.dummy("anna"), APPENDED)) {
                    if (keeper.append(entry) instanceof Reply.Kept kept) {
                        System.out.println("kept " + kept.receipt().index());
                    }
                    keeper.checkpoint(Given.signer("log"));
                }
            } catch (StoreFailed e) {
                System.out.println("stopped: " + e.getMessage());
            }
        }
    }

    @Test
    void whicheverCallFailsWhateverWasAcknowledgedIsThere() throws Exception {
        assumeTrue(canTrace(), "no strace that may trace; install it");
        for (String call : CALLS) {
            int calls = count(call);
            assertThat(calls).as(call).isPositive();
            System.out.println(call + ": " + calls + " calls, each fails once with either error");
            for (String error : List.of("EIO", "ENOSPC")) {
                for (int nth = 1; nth <= calls; nth++) {
                    failAt(call, error, nth);
                }
            }
        }
    }

    /** How often a run that nothing disturbs makes this call. */
    private int count(String call) throws IOException, InterruptedException {
        Path store = Files.createTempDirectory(folder, call);
        Sqlite engine = new Sqlite(store);
        Keeper.create(engine, Given.logKey());
        Path calls = folder.resolve("calls");
        List<String> said = runTraced(List.of("-o", calls.toString(), "-e", "trace=" + call), store);
        assertThat(said).hasSize(APPENDED);
        return (int) Files.readAllLines(calls, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(call + "("))
                .count();
    }

    private void failAt(String call, String error, int nth) throws Exception {
        Path store = folder.resolve(call + error + nth);
        Sqlite engine = new Sqlite(store);
        Keeper.create(engine, Given.logKey());
        String inject = "inject=" + call + ":error=" + error + ":when=" + nth;
        List<String> said = runTraced(List.of("-o", "/dev/null", "-e", inject), store);
        long kept = said.stream().filter(line -> line.startsWith("kept")).count();
        try (Keeper keeper = Keeper.open(engine, Given.ANY, List.of())) {
            assertThat(keeper.log().size())
                    .as("%s %s %d: %s", call, error, nth, said)
                    .isGreaterThanOrEqualTo(kept);
            assertThat(Inspection.of(keeper.log(), Given.ANY)).isEmpty();
            for (Entry entry : Given.chain(Given.dummy("anna"), APPENDED)) {
                assertThat(keeper.append(entry)).isInstanceOf(Reply.Kept.class);
            }
            assertThat(keeper.log().size()).isEqualTo(APPENDED);
        }
    }

    private List<String> runTraced(List<String> how, Path store) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        String database = store.resolve("log.db").toString();
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-P", database, "-P", database + "-wal"));
        command.addAll(how);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                Dozen.class.getName(),
                store.toString()));
        new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private static boolean canTrace() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
