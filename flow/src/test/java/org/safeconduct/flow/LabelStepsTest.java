package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.oracle.Seeds;

class LabelStepsTest {
    private static final int LAST = 20;

    @Test
    void theLeastAndTheMostAreThoseOfEachStep() {
        Seeds.each(Seeds.THOROUGH, random -> {
            LabelSteps one = labels(random);
            LabelSteps other = labels(random);
            int[] a = inSteps(one);
            int[] b = inSteps(other);
            assertThat(inSteps(one.least(other))).isEqualTo(both(a, b, true));
            assertThat(inSteps(one.most(other))).isEqualTo(both(a, b, false));
        });
    }

    @Test
    void labelsMoveInTimeStepByStep() {
        Seeds.each(Seeds.THOROUGH, random -> {
            LabelSteps labels = labels(random);
            int steps = random.nextInt(LAST + 4);
            int[] earlier = new int[LAST + 1];
            int[] later = new int[LAST + 1];
            for (int step = 0; step <= LAST; step++) {
                earlier[step] = step + steps > LAST ? CutFamily.NEVER : inSteps(labels)[step + steps];
                later[step] = step < steps ? 0 : inSteps(labels)[step - steps];
            }
            assertThat(inSteps(labels.earlier(steps))).isEqualTo(earlier);
            assertThat(inSteps(labels.later(steps))).isEqualTo(later);
        });
    }

    private static int[] both(int[] a, int[] b, boolean least) {
        int[] both = new int[a.length];
        Arrays.setAll(both, step -> least ? Math.min(a[step], b[step]) : Math.max(a[step], b[step]));
        return both;
    }

    private static LabelSteps labels(Random random) {
        LabelSteps.Pieces pieces = new LabelSteps.Pieces(LAST, 1);
        for (int step = 0; step <= LAST; step += 1 + random.nextInt(8)) {
            boolean never = random.nextInt(6) == 0;
            pieces.add(step, never ? CutFamily.NEVER : random.nextInt(12), never ? 0 : random.nextInt(2));
        }
        return pieces.finish();
    }

    private static int[] inSteps(LabelSteps labels) {
        IntList values = new IntList();
        labels.write(0, values);
        int[] steps = new int[LAST + 1];
        Arrays.fill(steps, CutFamily.NEVER);
        for (int i = 0; i < values.size(); i += 5) {
            for (int step = values.get(i + 1); step <= values.get(i + 2); step++) {
                steps[step] = values.get(i + 3) + values.get(i + 4) * (step - values.get(i + 1));
            }
        }
        return steps;
    }
}
