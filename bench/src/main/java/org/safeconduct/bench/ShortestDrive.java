package org.safeconduct.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.safeconduct.road.Roads;

/** The quickest drive on an empty network, by Dijkstra's algorithm. */
final class ShortestDrive {
    private final Roads roads;
    private final long[] millis;
    private final int[] arrivedBy;

    /** A junction with the time at which it is reached. */
    private record Reached(long millis, int junction) {}

    ShortestDrive(Roads roads) {
        this.roads = roads;
        this.millis = new long[roads.junctions()];
        this.arrivedBy = new int[roads.junctions()];
    }

    /** Milliseconds; -1 if there is no way. */
    long millis(int from, int to) {
        Arrays.fill(millis, Long.MAX_VALUE);
        PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> Long.compare(a.millis, b.millis));
        millis[from] = 0;
        arrivedBy[from] = -1;
        queue.add(new Reached(0, from));
        while (!queue.isEmpty()) {
            Reached next = queue.remove();
            if (next.junction == to) {
                return next.millis;
            }
            if (next.millis == millis[next.junction]) {
                leave(next, queue);
            }
        }
        return -1;
    }

    private void leave(Reached at, PriorityQueue<Reached> queue) {
        for (int arc = roads.firstArc(at.junction); arc < roads.firstArc(at.junction + 1); arc++) {
            long then = at.millis + roads.freeFlowMillis(arc);
            int head = roads.head(arc);
            if (then < millis[head]) {
                millis[head] = then;
                arrivedBy[head] = arc;
                queue.add(new Reached(then, head));
            }
        }
    }

    /** The arcs of the last drive asked for, from its end to its beginning. */
    List<Integer> arcsTo(int to) {
        List<Integer> arcs = new ArrayList<>();
        for (int at = to; arrivedBy[at] >= 0; at = roads.tail(arrivedBy[at])) {
            arcs.add(arrivedBy[at]);
        }
        return arcs;
    }
}
