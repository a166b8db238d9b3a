package org.safeconduct.flow.oracle;

import java.util.Random;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Profile;

/** Makes problems in which nothing changes over time: one source with more than can leave, one sink elsewhere, whole capacities. */
public final class ConstantProblem {
    private ConstantProblem() {}

    public static FlowProblem make(Random random) {
        FlowProblem.Builder problem = FlowProblem.over(5 + random.nextInt(40));
        int nodes = 2 + random.nextInt(10);
        for (int v = 0; v < nodes; v++) {
            int room = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
            problem.node(
                    new Node(room, random.nextInt(3) == 0 ? Profile.always(random.nextInt(9)) : Profile.unlimited()));
        }
        for (int a = nodes + random.nextInt(2 * nodes); a > 0; a--) {
            problem.arc(
                    random.nextInt(nodes),
                    random.nextInt(nodes),
                    1 + random.nextInt(6),
                    Profile.always(random.nextInt(7)));
        }
        problem.source(0, 1_000_000, 0);
        problem.sink(nodes - 1);
        return problem.build();
    }
}
