package org.safeconduct.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.PlanDocuments;

/**
 * What {@code replan --json} prints; {@code docs/commands.md} explains the keys.
 *
 * @param format always {@code safeconduct-replan-summary/1}
 * @param at when the news came
 * @param news what became known, in words
 * @param replanned one per version: what it does at the low end of the assumptions
 * @param plan the new plan, as {@code plan --json} tells it
 */
record ReplanSummary(String format, Instant at, List<String> news, List<VersionReplanned> replanned, PlanSummary plan) {

    /** What the news does to the plan of one version. */
    record VersionReplanned(String version, long planned, long bound, boolean optimal, Plan.Replanned low) {}

    static ReplanSummary of(PlanSummary plan, PlanDocuments documents, List<String> words) {
        List<VersionReplanned> versions = new ArrayList<>();
        for (Plan.VersionPlan found : documents.plan().versions()) {
            Plan.CasePlan low = found.low();
            versions.add(new VersionReplanned(
                    found.version(),
                    low.planned(),
                    low.bound(),
                    low.optimal(),
                    low.replanned().orElseThrow()));
        }
        Instant at = versions.getFirst().low().at();
        return new ReplanSummary("safeconduct-replan-summary/1", at, words, versions, plan);
    }
}
