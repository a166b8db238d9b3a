package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeconduct.plan.Plan;

class PlanTextTest {
    private static final List<String> WRITTEN = List.of("valley/plan.json", "valley/report.html");

    @Test
    void isAsAgreed() {
        Golden.check("valley.txt", PlanText.terminal(ValleyPlan.plan(), 100, false, WRITTEN));
    }

    @Test
    void oneVersionIsAsAgreed() {
        Plan plan = ValleyPlan.plan();
        Plan north =
                new Plan(plan.scenario(), plan.scenarioHash(), plan.versions().subList(0, 1));
        Golden.check("valley-north.txt", PlanText.terminal(north, 80, false, WRITTEN));
    }

    @Test
    void fitsAScreen() {
        assertThat(PlanText.terminal(ValleyPlan.plan(), 100, false, WRITTEN)
                        .lines()
                        .count())
                .isLessThanOrEqualTo(45);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 79, 80, 100, 132})
    void noLineIsTooLong(int width) {
        String text = PlanText.terminal(ValleyPlan.plan(), width, false, WRITTEN);
        assertThat(text.lines()).allMatch(line -> Lines.width(line) <= width);
    }

    @Test
    void boldTextHasTheSameLayout() {
        String bold = PlanText.terminal(ValleyPlan.plan(), 100, true, WRITTEN);
        assertThat(bold).contains("\u001B[1m");
        assertThat(bold.replaceAll("\u001B\\[[0-9]*m", ""))
                .isEqualTo(PlanText.terminal(ValleyPlan.plan(), 100, false, WRITTEN));
    }

    @Test
    void aLongWordIsCutAndALongListIndented() {
        assertThat(Lines.wrap("- abcdefgh ij", 6)).containsExactly("- abcd", "  efgh", "  ij");
        assertThat(Lines.beside(List.of("一"), List.of("b"), 4)).containsExactly("一   │ b");
    }
}
