package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.bench.QuarterHours.Arrival;

class QuarterHoursTest {
    private static final double HOUR = 3600;

    /** Four vehicles of ten people each, planned to arrive in minutes 10, 20, 30 and 40. */
    private static final List<Arrival> PLANNED = arrivals(600, 1200, 1800, 2400);

    private static List<Arrival> arrivals(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(second -> new Arrival(10, second))
                .toList();
    }

    @Test
    void sharesAreOfAllWhoArePlannedToArrive() {
        QuarterHours hours = QuarterHours.of(PLANNED, arrivals(610, 1900, 2000, 2500), HOUR);
        assertThat(hours.rows()).extracting(QuarterHours.Row::minutes).containsExactly(15, 30, 45, 60);
        assertThat(hours.rows()).extracting(QuarterHours.Row::planned).containsExactly(25.0, 75.0, 100.0, 100.0);
        assertThat(hours.rows()).extracting(QuarterHours.Row::simulated).containsExactly(25.0, 25.0, 100.0, 100.0);
        assertThat(hours.most()).isEqualTo(50);
    }

    @Test
    void toBeAheadIsADifferenceToo() {
        QuarterHours hours = QuarterHours.of(PLANNED, arrivals(600, 700, 800, 2400), HOUR);
        assertThat(hours.rows().getFirst().behind()).isEqualTo(-50);
        assertThat(hours.most()).isEqualTo(50);
    }

    @Test
    void whoNeverArrivesIsMissingToTheEnd() {
        QuarterHours hours = QuarterHours.of(PLANNED, arrivals(600, 1200, 1800, Double.NaN), HOUR);
        assertThat(hours.rows().getLast().behind()).isEqualTo(25);
    }

    @Test
    void peopleCountAndNotVehicles() {
        List<Arrival> planned = List.of(new Arrival(50, 600), new Arrival(3, 1200));
        QuarterHours hours = QuarterHours.of(planned, planned, HOUR);
        assertThat(hours.rows().getFirst().planned()).isCloseTo(100 * 50.0 / 53, within(1e-9));
    }

    @Test
    void theLastQuarterHourEndsNotBeforeTheHorizon() {
        assertThat(QuarterHours.of(PLANNED, PLANNED, HOUR + 1).rows()).hasSize(5);
    }

    @Test
    void aPercentileIsTheValueThatSoManyDoNotExceed() {
        assertThat(SumoTable.percentile(List.of(1.0, 2.0, 3.0, 4.0), 50)).isEqualTo(2);
        assertThat(SumoTable.percentile(List.of(1.0, 2.0, 3.0, 4.0), 95)).isEqualTo(4);
        assertThat(SumoTable.percentile(List.of(), 95)).isNaN();
    }
}
