package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeconduct.record.SignedNote;

/** A process that appends is killed at any moment, again and again; the killer keeps what was acknowledged. */
abstract class Killing {

    private final Random random = new Random(Long.getLong("seed", System.nanoTime()));
    private final Map<Long, String> acknowledged = new HashMap<>();
    private List<SignedNote> seen = List.of();
    private long checked;

    abstract Engine engine();

    /** How {@link AppendingProcess} is told of the engine. */
    abstract String place();

    /** Ends whatever is to end in this round. */
    abstract void kill(int round, Process process) throws IOException;

    /** Makes everything run again that was ended, but for the process. */
    abstract void mend(int round) throws IOException;

    /** Whether the process itself was killed, and not only what it writes to. */
    abstract boolean isKilled(int round);

    /** Kills as often, each time after as many acknowledgements or up to twice as many. */
    final void run(int rounds, int acknowledgements) throws Exception {
        Engine engine = engine();
        Keeper.create(engine, Given.logKey());
        for (int round = 0; round < rounds; round++) {
            letWriteAndKill(round, acknowledgements);
            mend(round);
            try (Keeper keeper = Keeper.open(engine, Given.ANY, seen)) {
                holdAgainst(keeper);
                seen = keeper.checkpoint(Given.signer("log")).stream().toList();
            }
        }
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(rounds * acknowledgements);
        try (KeptLog log = KeptLog.open(engine, Given.ANY)) {
            assertThat(Inspection.of(log, Given.ANY)).isEmpty();
        }
        System.out.println(rounds + " times killed, " + acknowledged.size() + " acknowledged, none lost");
    }

    private void letWriteAndKill(int round, int acknowledgements) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        AppendingProcess.class.getName(),
                        place(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int until = acknowledgements + random.nextInt(acknowledgements);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() >= line.indexOf(' ') + 65) { // the last may be cut off
                    remember(line);
                }
                if (--until == 0) {
                    Thread.sleep(0, random.nextInt(1_000_000));
                    kill(round, process);
                }
            }
        }
        assertThat(process.waitFor() == 128 + 9).as("was killed").isEqualTo(isKilled(round));
    }

    private void remember(String line) {
        String[] parts = line.split(" ", 2);
        String before = acknowledged.put(Long.valueOf(parts[0]), parts[1]);
        assertThat(before).as("index %s was given before", parts[0]).isNull();
    }

    private void holdAgainst(Keeper keeper) throws IOException {
        for (Map.Entry<Long, String> one : acknowledged.entrySet()) {
            if (one.getKey() >= checked) {
                assertThat(keeper.log().getEntry(one.getKey()).identity()).hasToString(one.getValue());
            }
        }
        checked = keeper.log().size(); // what lies before is covered by the checkpoint that the next round begins with
    }
}
