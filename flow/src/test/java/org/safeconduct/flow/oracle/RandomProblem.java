package org.safeconduct.flow.oracle;

import java.util.Random;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.FlowProblem.Sink;
import org.safeconduct.flow.FlowProblem.Source;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/** Makes small problems with everything a problem can have. Each problem draws first which of these it has at all, so that simple ones come up too. */
public final class RandomProblem {
    private final Random random;
    private final boolean windows;
    private final boolean fractions;
    private final boolean waiting;
    private final boolean throughput;
    private final boolean rates;
    private final boolean limits;
    private final boolean ranks;
    private final int horizon;

    private RandomProblem(Random random, boolean limits) {
        this.random = random;
        this.limits = limits;
        this.windows = random.nextBoolean();
        this.fractions = random.nextBoolean();
        this.waiting = random.nextBoolean();
        this.throughput = random.nextInt(3) == 0;
        this.rates = random.nextInt(3) == 0;
        this.ranks = random.nextInt(3) == 0;
        this.horizon =
                random.nextInt(20) == 0 ? random.nextInt(3) : 4 + random.nextInt(random.nextInt(8) == 0 ? 60 : 18);
    }

    /** A problem whose sinks receive any number in all. */
    public static FlowProblem unlimited(Random random) {
        return new RandomProblem(random, false).make();
    }

    /** A problem with at least one sink that receives only so many in all. */
    public static FlowProblem limited(Random random) {
        return new RandomProblem(random, true).make();
    }

    private FlowProblem make() {
        FlowProblem.Builder problem = FlowProblem.over(horizon);
        int nodes = 2 + random.nextInt(8);
        for (int i = 0; i < nodes; i++) {
            problem.node(new Node(
                    waiting ? room() : 0, throughput && random.nextInt(3) == 0 ? profile() : Profile.unlimited()));
        }
        int arcs = nodes + nodes / 2 + random.nextInt(2 * nodes);
        for (int i = 0; i < arcs; i++) {
            problem.arc(
                    random.nextInt(nodes),
                    random.nextInt(nodes),
                    1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 2),
                    profile());
        }
        int sources = 1 + random.nextInt(3);
        for (int i = 0; i < sources; i++) {
            int amount = random.nextInt(random.nextBoolean() ? 12 : 200);
            int release = random.nextInt(3) == 0 ? random.nextInt(horizon + 3) : 0;
            problem.source(new Source(random.nextInt(nodes), amount, release, rank()));
        }
        int sinks = 1 + random.nextInt(3);
        for (int i = 0; i < sinks; i++) {
            int limit = limits && (i == 0 || random.nextBoolean()) ? random.nextInt(25) : FlowProblem.UNLIMITED;
            problem.sink(new Sink(random.nextInt(nodes), limit, rates ? profile() : Profile.unlimited(), rank()));
        }
        return problem.build();
    }

    private int rank() {
        return ranks ? random.nextInt(3) : 0;
    }

    private int room() {
        return switch (random.nextInt(4)) {
            case 0 -> FlowProblem.UNLIMITED;
            case 1 -> 0;
            default -> random.nextInt(10);
        };
    }

    private Profile profile() {
        Profile profile = Profile.always(rate());
        for (int i = windows ? random.nextInt(4) : 0; i > 0; i--) {
            profile = profile.from(random.nextInt(horizon + 2), random.nextInt(3) == 0 ? Rate.NONE : rate());
        }
        return profile;
    }

    private Rate rate() {
        if (random.nextInt(12) == 0) {
            return Rate.UNLIMITED;
        }
        int units = random.nextInt(random.nextInt(4) == 0 ? 30 : 7);
        return new Rate(units, fractions ? 1 + random.nextInt(7) : 1, random.nextInt(7));
    }
}
