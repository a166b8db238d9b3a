package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void isAsAgreed() {
        Golden.check("valley.html", Report.html(ValleyPlan.plan()));
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        assertThat(Report.html(ValleyPlan.plan())).isEqualTo(Report.html(ValleyPlan.plan()));
    }
}
