package org.safeconduct.flow.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowProblem;

/**
 * One class of movement in a joint plan: units that start at certain sources and may end at certain sinks only, over the network
 * that all layers share.
 *
 * @param name what findings call it
 * @param sources numbers of the sources it may leave from
 * @param sinks numbers of the sinks it may end in
 * @param flow what moves
 */
public record Layer(String name, Set<Integer> sources, Set<Integer> sinks, FlowOverTime flow) {
    public Layer {
        sources = Set.copyOf(sources);
        sinks = Set.copyOf(sinks);
    }

    /** The one layer of a plan in which everybody may leave from every source and end in every sink. */
    public static Layer only(FlowProblem problem, FlowOverTime flow) {
        return new Layer(
                "flow",
                numbers(problem.sources().size()),
                numbers(problem.sinks().size()),
                flow);
    }

    private static Set<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
