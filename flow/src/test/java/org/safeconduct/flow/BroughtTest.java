package org.safeconduct.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.oracle.Seeds;

class BroughtTest {
    private static final int CASES = 1500;

    @Test
    void eachSourceBringsWhatItDoesInAFairSolutionWhateverIsThoughtLikely() {
        Seeds.each(CASES, random -> {
            long seed = random.nextLong();
            FlowProblem problem = TinyProblems.withoutLimits(seed);
            FlowProblem before = changed(problem, random);
            long[] fair = brought(EarliestArrival.solve(problem));
            List<Departure> known =
                    DirectWays.of(before, EarliestArrival.solve(before).flow()).departures();
            assertThat(Brought.of(problem, known))
                    .as("from the ways of another problem")
                    .isEqualTo(fair);
            assertThat(Brought.of(problem, List.of())).as("from nothing").isEqualTo(fair);
            assertThat(Brought.of(problem, nonsense(problem, random)))
                    .as("from nonsense")
                    .isEqualTo(fair);
        });
    }

    @Test
    void aLimitInAllIsRefused() {
        FlowProblem.Builder problem = FlowProblem.over(3);
        problem.sink(new Sink(problem.node(), 7, Profile.unlimited(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Brought.of(problem.build(), List.of()))
                .withMessageContaining("limit in all");
    }

    /** The same roads, some wider, some narrower, some closed. */
    private static FlowProblem changed(FlowProblem problem, Random random) {
        FlowProblem.Builder other = problem.copyOver(problem.horizon());
        for (int arc = 0; arc < problem.arcs().size(); arc++) {
            if (random.nextInt(3) == 0) {
                other.arcCapacity(arc, Profile.always(random.nextInt(5)));
            }
        }
        return other.build();
    }

    private static List<Departure> nonsense(FlowProblem problem, Random random) {
        List<Departure> departures = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<Departure.Leg> legs = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0 && !problem.arcs().isEmpty(); k--) {
                legs.add(new Departure.Leg(
                        random.nextInt(2), random.nextInt(problem.arcs().size())));
            }
            int from = random.nextInt(problem.horizon() + 1);
            departures.add(new Departure(
                    random.nextInt(problem.sources().size()),
                    random.nextInt(problem.sinks().size()),
                    from,
                    from + random.nextInt(4),
                    1 + random.nextInt(9),
                    legs,
                    random.nextInt(2)));
        }
        return departures;
    }

    private static long[] brought(Solution solution) {
        long[] units = new long[solution.problem().sources().size()];
        solution.flow().departures().forEach(run -> units[run.item()] += run.total());
        return units;
    }
}
