package org.safeconduct.flow.oracle;

import java.util.Random;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/** Makes a few junctions joined by streets of many bends, one-way and both ways, with dead ends, rings and, now and then, windows and queues. */
public final class StreetProblem {
    private final Random random;
    private final int horizon;
    private final FlowProblem.Builder problem;
    private int nodes;

    private StreetProblem(Random random) {
        this.random = random;
        this.horizon = 30 + random.nextInt(120);
        this.problem = FlowProblem.over(horizon);
    }

    public static FlowProblem make(Random random) {
        return new StreetProblem(random).make();
    }

    private FlowProblem make() {
        int junctions = 3 + random.nextInt(5);
        for (int v = 0; v < junctions; v++) {
            boolean limits = random.nextInt(8) == 0;
            node(limits ? new Node(random.nextInt(9), Profile.always(1 + random.nextInt(9))) : Node.PLAIN);
        }
        for (int v = 1; v < junctions; v++) {
            street(random.nextInt(v), v);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            street(random.nextInt(junctions), random.nextInt(junctions));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            street(random.nextInt(nodes), node(Node.PLAIN));
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            problem.source(random.nextInt(nodes), 1 + random.nextInt(300), random.nextInt(2) * random.nextInt(20));
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            problem.sink(random.nextInt(junctions));
        }
        return problem.build();
    }

    private int node(Node node) {
        nodes++;
        return problem.node(node);
    }

    private void street(int from, int to) {
        int oneWay = random.nextInt(5);
        int before = from;
        for (int bends = random.nextInt(7); bends > 0; bends--) {
            int bend = node(Node.PLAIN);
            link(before, bend, oneWay);
            before = bend;
        }
        link(before, to, oneWay);
    }

    private void link(int a, int b, int oneWay) {
        if (oneWay != 0 && random.nextInt(40) > 0) {
            problem.arc(a, b, 1 + random.nextInt(3), capacity());
        }
        if (oneWay != 1 && random.nextInt(40) > 0) {
            problem.arc(b, a, 1 + random.nextInt(3), capacity());
        }
    }

    private Profile capacity() {
        Profile profile = Profile.always(random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(6));
        return random.nextInt(40) > 0
                ? profile
                : profile.from(random.nextInt(horizon), Rate.NONE).from(horizon, Rate.perStep(random.nextInt(6)));
    }
}
