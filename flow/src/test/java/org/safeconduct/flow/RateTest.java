package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeconduct.flow.oracle.Seeds;

class RateTest {

    @Test
    void theBeatStartsAtStepZeroWhateverTheOpening() {
        Rate tenInSix = new Rate(10, 6);
        assertThat(new int[] {tenInSix.at(0), tenInSix.at(1), tenInSix.at(2), tenInSix.at(3)})
                .containsExactly(1, 2, 2, 1);
    }

    @Test
    void aRateThatIsAheadHasTheBeatOfALaterStep() {
        Seeds.each(400, random -> {
            Rate rate = new Rate(1 + random.nextInt(40), 1 + random.nextInt(40));
            int ahead = random.nextInt(100);
            int step = random.nextInt(200);
            assertThat(rate.earlier(ahead).at(step)).isEqualTo(rate.at(step + ahead));
            assertThat(rate.earlier(ahead).earlier(rate.perSteps() - ahead % rate.perSteps()))
                    .as("the beat comes again")
                    .isEqualTo(rate);
        });
    }

    @Test
    void anyStretchTakesItsShareRoundedUpOrDown() {
        Seeds.each(400, random -> {
            Rate rate = new Rate(1 + random.nextInt(40), 1 + random.nextInt(40), random.nextInt(40));
            int from = random.nextInt(200);
            int steps = 1 + random.nextInt(200);
            long share = (long) rate.units() * steps;
            assertThat(rate.over(from, from + steps))
                    .isBetween(share / rate.perSteps(), Math.ceilDiv(share, (long) rate.perSteps()));
        });
    }

    @Test
    void threeRoadsInARowLetTheirFullRateThroughInBeatAndNobodyInOne() {
        assertThat(throughThree(0)).isZero();
        assertThat(throughThree(1)).isEqualTo(10);
    }

    /** Units that come through roads of a step each and one unit in six steps, each so many steps ahead of the next. */
    private static long throughThree(int ahead) {
        FlowProblem.Builder road = FlowProblem.over(62);
        int from = road.node();
        road.source(from, 100, 0);
        for (int i = 2; i >= 0; i--) {
            int to = road.node();
            road.arc(from, to, 1, Profile.always(new Rate(1, 6, i * ahead)));
            from = to;
        }
        road.sink(from);
        return EarliestArrival.solve(road.build()).delivered();
    }

    /** A known limit: at a checkpoint that lets ten an hour through, one vehicle could pass at once. */
    @Test
    void anOpeningBetweenTwoBeatsLetsNobodyIn() {
        FlowProblem.Builder road = FlowProblem.over(60);
        int start = road.node();
        int end = road.node();
        road.arc(start, end, 1, Profile.always(new Rate(1, 6)).from(5, Rate.NONE));
        road.source(start, 3, 0);
        road.sink(end);
        assertThat(EarliestArrival.solve(road.build()).delivered()).isZero();
    }
}
