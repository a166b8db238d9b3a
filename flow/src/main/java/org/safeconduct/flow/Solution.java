package org.safeconduct.flow;

/**
 * A flow with its proof.
 *
 * @param problem what was solved
 * @param claim what the flow is best at
 * @param flow the flow
 * @param curve most that can have arrived by each step 0 … horizon; for {@link Claim#BY_DEADLINE} what this flow brings by each step, proven best at the last only
 * @param sinkSide the proof, with the cuts as near the sinks as they can lie; it speaks of no step where {@link Options#proof} is off
 * @param sourceSide a second proof, of the last step only, with the cut as near the sources as it can lie: a bottleneck is what lies in both; the first proof
 *     again where {@link Options#sourceSide} is off
 */
public record Solution(
        FlowProblem problem, Claim claim, FlowOverTime flow, long[] curve, CutFamily sinkSide, CutFamily sourceSide) {

    /** What a flow is proven to be best at. */
    public enum Claim {
        /** No flow has more arrived by any step. */
        EARLIEST_ARRIVAL,
        /** No flow has more arrived by the horizon. With limited reception a curve best at every step need not exist (Baumann and Skutella 2006). */
        BY_DEADLINE
    }

    /** Units that arrive by the horizon. */
    public long delivered() {
        return curve[curve.length - 1];
    }
}
