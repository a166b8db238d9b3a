package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void whatTakesLongIsOneLineThatIsGoneAtTheEnd() {
        run(true, false, 1_800);
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\ra stage … 1 s").doesNotContain("\n").endsWith("\r");
        String last = text.substring(0, text.length() - 1);
        assertThat(last.substring(last.lastIndexOf('\r') + 1)).isBlank();
    }

    @Test
    void whatIsQuickSaysNothing() {
        run(true, false, 10);
        assertThat(said.size()).isZero();
    }

    @Test
    void nothingIsSaidWhereNobodyWatchesOrItIsNotWanted() {
        run(false, false, 1_300);
        run(true, true, 1_300);
        assertThat(said.size()).isZero();
    }

    private void run(boolean isWatched, boolean quiet, long millis) {
        Surroundings around = new Surroundings(err, err, Path.of(""), Disk.REAL, () -> isWatched, 80, false);
        try (Progress progress = Progress.start(around, quiet)) {
            progress.accept("a stage");
            long end = System.nanoTime() + millis * 1_000_000;
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
    }
}
