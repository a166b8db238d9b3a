package org.safeconduct.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.CutFamily.LabelRun;

class LabelRunsTest {

    private static final long SEED = Long.getLong("seed", 0);
    private static final int MANY = 1000;

    @Test
    void anyRunsComeBackAsTheyWere() {
        Random random = new Random(SEED);
        List<LabelRun> runs = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int from = random.nextInt(Integer.MAX_VALUE / 2);
            int to = from + random.nextInt(1 << random.nextInt(30));
            runs.add(new LabelRun(random.nextInt(3), from, to, random.nextInt(), random.nextInt(2)));
        }
        assertThat(LabelRuns.unpack(LabelRuns.pack(runs), MANY)).isEqualTo(runs);
    }

    @Test
    void runsThatFollowOneAnotherTakeLittleSpace() {
        List<LabelRun> runs = new ArrayList<>();
        for (int step = 0; step < MANY; step++) {
            runs.add(new LabelRun(7, step, step, 2 * step, 0));
        }
        assertThat(LabelRuns.pack(runs)).hasSizeLessThan(MANY / 10);
    }

    @Test
    void noRunsAreNone() {
        assertThat(LabelRuns.unpack(LabelRuns.pack(List.of()), 0)).isEmpty();
    }

    @Test
    void moreRunsThanThereCanBeAreNotRead() {
        String two = LabelRuns.pack(List.of(new LabelRun(0, 0, 0, 0, 0), new LabelRun(1, 0, 0, 0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelRuns.unpack(two, 1))
                .withMessageContaining("more label runs");
    }

    @Test
    void anyBytesGiveRunsOrOneWord() {
        Random random = new Random(SEED);
        byte[] good = Base64.getDecoder().decode(LabelRuns.pack(List.of(new LabelRun(3, 4, 9, 5, 1))));
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            String text = Base64.getEncoder().encodeToString(bytes);
            assertThat(read(text)).isIn("runs", "not runs");
        }
    }

    private static String read(String text) {
        try {
            LabelRuns.unpack(text, MANY);
            return "runs";
        } catch (IllegalArgumentException | ArithmeticException e) {
            return "not runs";
        }
    }
}
