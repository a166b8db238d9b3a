package org.safeconduct.flow;

import java.util.Random;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;

/** Random problems small enough to be written out state by state; the same seed gives the same problem. */
final class TinyProblems {
    private final Random random;
    private final boolean limits;

    private TinyProblems(long seed, boolean limits) {
        this.random = new Random(seed);
        this.limits = limits;
    }

    static FlowProblem withoutLimits(long seed) {
        return new TinyProblems(seed, false).problem();
    }

    static FlowProblem withLimits(long seed) {
        return new TinyProblems(seed, true).problem();
    }

    private FlowProblem problem() {
        int horizon = 3 + random.nextInt(14);
        FlowProblem.Builder problem = FlowProblem.over(horizon);
        int nodes = 2 + random.nextInt(6);
        for (int v = 0; v < nodes; v++) {
            Profile throughput = random.nextInt(3) == 0 ? profile(horizon) : Profile.unlimited();
            problem.node(new Node(random.nextInt(3) == 0 ? random.nextInt(6) : 0, throughput));
        }
        int arcs = nodes + random.nextInt(3 * nodes);
        for (int a = 0; a < arcs; a++) {
            problem.arc(random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(3), profile(horizon));
        }
        int sources = 1 + random.nextInt(4);
        for (int i = 0; i < sources; i++) {
            problem.source(new Source(
                    random.nextInt(nodes), random.nextInt(20), random.nextInt(1 + horizon / 2), random.nextInt(2)));
        }
        int sinks = 1 + random.nextInt(3);
        for (int j = 0; j < sinks; j++) {
            int limit = limits && random.nextInt(3) > 0 ? random.nextInt(15) : FlowProblem.UNLIMITED;
            Profile rate = random.nextInt(3) == 0 ? profile(horizon) : Profile.unlimited();
            problem.sink(new Sink(random.nextInt(nodes), limit, rate, random.nextInt(3)));
        }
        return problem.build();
    }

    private Profile profile(int horizon) {
        Profile profile = Profile.always(rate());
        for (int more = random.nextInt(3); more > 0; more--) {
            int step = 1 + random.nextInt(horizon);
            profile = profile.from(step, random.nextInt(3) == 0 ? Rate.NONE : rate());
        }
        return profile;
    }

    private Rate rate() {
        if (random.nextInt(8) == 0) {
            return Rate.UNLIMITED;
        }
        return random.nextInt(3) == 0
                ? new Rate(1 + random.nextInt(7), 1 + random.nextInt(6), random.nextInt(6))
                : Rate.perStep(1 + random.nextInt(4));
    }
}
