package org.safeconduct.flow;

import java.util.List;

/** What a solution from nothing takes: so long it is worth while to mend one that is there. Stateless. */
final class FromNothing {
    /** States for each departure that the solution there is told by: the more ways are taken, the longer they take to find. On cities between 60 and 600 were seen. */
    private static final long STATES_PER_DEPARTURE = 400;

    private static final long LEAST_STATES = 100_000;

    private FromNothing() {}

    /** A guess of how many states are looked at to solve a problem from nothing that differs a little from a solved one. */
    static long states(List<Departure> departures) {
        return LEAST_STATES + STATES_PER_DEPARTURE * departures.size();
    }
}
