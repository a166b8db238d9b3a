package org.safeconduct.flow;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * How a problem is solved, beyond what is optimal.
 *
 * <pre>
 *   EarliestArrival.solve(problem, Options.standard().withProgress(step -&gt; bar.set(step)))
 * </pre>
 *
 * @param split how the optimum is shared among sources
 * @param proof true to find the cuts that prove the answer; the answer is the same without them, and sooner there
 * @param sourceSide true to find the cuts nearest the sources as well; a proof is complete without them, a report of bottlenecks is not
 * @param progress told each arrival step as it is begun
 * @param cancelled asked at each arrival step; once true, solving ends with a {@link CancellationException}
 */
public record Options(Split split, boolean proof, boolean sourceSide, IntConsumer progress, BooleanSupplier cancelled) {

    /** How the units that can be brought are shared among the sources. */
    public enum Split {
        /** By rank, then in proportion to amounts, then in the order of sources. */
        FAIR,
        /** By rank; within a rank as it falls. */
        BY_RANK,
        /** As it falls: quicker, the same for the same problem, without meaning. */
        ANY
    }

    private static final Options STANDARD = new Options(Split.FAIR, true, true, step -> {}, () -> false);

    /** A fair split, cuts on both sides, no progress, no end before the end. */
    public static Options standard() {
        return STANDARD;
    }

    public Options withSplit(Split other) {
        return new Options(other, proof, sourceSide, progress, cancelled);
    }

    /** Without any cuts: for a flow whose worth is shown by another proof, or by none. */
    public Options withoutProof() {
        return new Options(split, false, false, progress, cancelled);
    }

    /** Whether to find the cuts nearest the sources as well. */
    public Options withSourceSide(boolean other) {
        return new Options(split, proof, other, progress, cancelled);
    }

    public Options withProgress(IntConsumer other) {
        return new Options(split, proof, sourceSide, other, cancelled);
    }

    public Options withCancelled(BooleanSupplier other) {
        return new Options(split, proof, sourceSide, progress, other);
    }

    void step(int arrival) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled at arrival step " + arrival);
        }
        progress.accept(arrival);
    }
}
