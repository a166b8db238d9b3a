package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways that units followed in another solution, by sink and arrival: worth a try before any is looked for. They change how soon an answer is found, never the answer. */
final class KnownWays {
    private final List<Path> paths = new ArrayList<>();
    private final @Nullable IntList[][] known;

    KnownWays(int sinks, int horizon) {
        this.known = new IntList[sinks][horizon + 1];
    }

    /** Adds a way; returns its number. */
    int add(Path path) {
        paths.add(path);
        return paths.size() - 1;
    }

    /** So many units came that way to a sink in a step. */
    void use(int way, int sink, int arrival, int units) {
        @Nullable IntList uses = known[sink][arrival];
        if (uses == null) {
            uses = new IntList();
            known[sink][arrival] = uses;
        }
        uses.add(way);
        uses.add(units);
    }

    Path path(int way) {
        return paths.get(way);
    }

    /** The ways known for arrivals at a sink in a step, each with the units that came along it. */
    int[] at(int sink, int arrival) {
        @Nullable IntList uses = known[sink][arrival];
        return uses == null ? new int[0] : uses.toArray();
    }
}
