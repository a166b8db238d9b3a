package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aFigureRunsFromLowToHigh() {
        assertThatThrownBy(() -> new Figure(2, 1, "planner", "")).hasMessageContaining("write the lower value first");
        assertThatThrownBy(() -> new Figure(Double.NaN, 1, "planner", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFigureWithoutSourceIsAnAssumption() {
        assertThat(new Figure(1, 2, "planner", "").isAssumption()).isTrue();
        assertThat(new Figure(1, 1, "agency", "s1").isAssumption()).isFalse();
        assertThat(new Figure(1, 1, "agency", "s1").isExact()).isTrue();
    }
}
