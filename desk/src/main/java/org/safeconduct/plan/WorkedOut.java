package org.safeconduct.plan;

import java.util.List;

/**
 * A plan with all that proves it.
 *
 * @param plan the finding
 * @param evidence one per version and end of the ranges, in the order planned
 */
record WorkedOut(Plan plan, List<Evidence> evidence) {

    /**
     * The problem, the flow and the bounds behind one case.
     *
     * @param version id
     * @param range which end
     * @param run the plan: its joint problem and layers
     * @param bound on the same problem
     * @param outerNetwork the roads of the outer bound
     * @param outer the outer bound
     */
    record Evidence(
            String version,
            Plan.Range range,
            CaseRun run,
            Relaxation bound,
            RoadNetwork outerNetwork,
            Relaxation outer) {}
}
