package org.safeconduct.flow.oracle;

import java.util.Random;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/** Makes street grids with windows and queues: large enough that searches get long, cuts lie in the middle, and time runs past several machine words. */
public final class GridProblem {
    private final Random random;
    private final int side;
    private final int horizon;
    private final FlowProblem.Builder problem;

    private GridProblem(Random random) {
        this.random = random;
        this.side = 4 + random.nextInt(7);
        this.horizon = 60 + random.nextInt(150);
        this.problem = FlowProblem.over(horizon);
    }

    public static FlowProblem make(Random random) {
        return new GridProblem(random).make();
    }

    private FlowProblem make() {
        for (int v = 0; v < side * side; v++) {
            int room = random.nextInt(6) == 0 ? random.nextInt(20) : 0;
            problem.node(new Node(room, random.nextInt(10) == 0 ? capacity(12) : Profile.unlimited()));
        }
        for (int v = 0; v < side * side; v++) {
            if (v % side > 0) {
                street(v, v - 1);
            }
            if (v >= side) {
                street(v, v - side);
            }
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            problem.source(
                    random.nextInt(side * side / 2), 1 + random.nextInt(1_500), random.nextInt(2) * random.nextInt(40));
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            problem.sink(side * side - 1 - random.nextInt(side * 2));
        }
        return problem.build();
    }

    private void street(int a, int b) {
        int transit = 1 + random.nextInt(random.nextInt(8) == 0 ? 70 : 6);
        problem.arc(a, b, transit, capacity(6));
        problem.arc(b, a, transit, capacity(6));
    }

    private Profile capacity(int most) {
        Profile profile = Profile.always(rate(most));
        for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0; i > 0; i--) {
            profile = profile.from(random.nextInt(horizon), random.nextBoolean() ? Rate.NONE : rate(most));
        }
        return profile;
    }

    private Rate rate(int most) {
        return new Rate(
                random.nextInt(most + 1), random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1, random.nextInt(5));
    }
}
