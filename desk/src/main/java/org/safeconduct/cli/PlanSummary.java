package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeconduct.plan.Plan;

/**
 * What {@code plan --json} prints; {@code docs/commands.md} explains the keys.
 *
 * @param format always {@code safeconduct-plan-summary/1}
 * @param scenario id
 * @param title of the scenario
 * @param scenarioHash SHA-256 of its files
 * @param label who may see the result
 * @param exercise true if no one will really move
 * @param notice what the result does not say
 * @param folder where the files are
 * @param files their names in it
 * @param previous where the result that stood there is now; null if there was none
 * @param versions one finding per announced version
 */
record PlanSummary(
        String format,
        String scenario,
        String title,
        String scenarioHash,
        String label,
        boolean exercise,
        String notice,
        String folder,
        List<String> files,
        Optional<String> previous,
        List<VersionSummary> versions) {

    /**
     * The finding on one version.
     *
     * @param version id
     * @param outcome {@code cannot} or {@code not-ruled-out}
     * @param people who are expected
     * @param atMost upper bounds on people out by the end, at the low and the high end of the assumptions
     * @param planned people out by the end in the plans at both ends
     * @param optimal true if the plan at the low end is proven to be the best there is
     * @param stillToSettle what the announcement leaves open
     */
    record VersionSummary(
            String version,
            String outcome,
            Plan.Span people,
            Plan.Span atMost,
            Plan.Span planned,
            boolean optimal,
            List<String> stillToSettle) {}

    static PlanSummary of(Plan plan, Path folder, List<String> files, Optional<Path> previous) {
        return new PlanSummary(
                "safeconduct-plan-summary/1",
                plan.scenario().id(),
                plan.scenario().title(),
                plan.scenarioHash(),
                lowerCase(plan.scenario().label()),
                plan.scenario().exercise(),
                Texts.text("notice"),
                folder.toString(),
                files,
                previous.map(Path::toString),
                plan.versions().stream().map(PlanSummary::version).toList());
    }

    private static VersionSummary version(Plan.VersionPlan found) {
        return new VersionSummary(
                found.version(),
                lowerCase(found.outcome()),
                found.people(),
                found.atMost(),
                new Plan.Span(found.low().planned(), found.high().planned()),
                found.low().optimal(),
                found.stillToSettle());
    }

    /** {@code NOT_RULED_OUT} as {@code not-ruled-out}. */
    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
