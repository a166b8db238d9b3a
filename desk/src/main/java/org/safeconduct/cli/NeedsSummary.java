package org.safeconduct.cli;

import java.util.List;
import java.util.Optional;
import org.safeconduct.plan.Needed;

/** What {@code needs --json} prints; {@code docs/commands.md} explains the keys. */
record NeedsSummary(
        String format, String scenario, String scenarioHash, String label, String notice, List<Version> versions) {

    /** The answer for one version. */
    record Version(String version, long target, long planned, List<Lever> levers, List<Needed.Grid> grids) {}

    /**
     * How much of one lever it takes.
     *
     * @param lever its name and unit
     * @param suffices whether any amount tried does
     * @param amount the least that suffices; if none does, the most that was tried
     * @param planned people out in a plan with that amount; null if it does not suffice
     * @param less one step less than what suffices; null if there is none
     * @param atMost most people any plan could bring out with {@code less}, or with the most that was tried
     * @param proven true if that bound is below the target
     */
    record Lever(
            String lever,
            boolean suffices,
            double amount,
            Optional<Long> planned,
            Optional<Double> less,
            long atMost,
            boolean proven) {

        static Lever of(Needed.LeverNeed need) {
            return switch (need) {
                case Needed.Suffices enough ->
                    new Lever(
                            enough.lever(),
                            true,
                            enough.amount(),
                            Optional.of(enough.planned()),
                            enough.amount() > 0 ? Optional.of(enough.less()) : Optional.empty(),
                            enough.lessAtMost(),
                            enough.proven());
                case Needed.DoesNotSuffice not ->
                    new Lever(
                            not.lever(),
                            false,
                            not.tried(),
                            Optional.empty(),
                            Optional.empty(),
                            not.atMost(),
                            not.proven());
            };
        }
    }

    static NeedsSummary of(ScenarioArgument.Given given, List<Needed> needed) {
        return new NeedsSummary(
                "safeconduct-needs/1",
                given.scenario().id(),
                given.hash(),
                PlanSummary.lowerCase(given.scenario().label()),
                Texts.text("notice"),
                needed.stream().map(NeedsSummary::version).toList());
    }

    private static Version version(Needed found) {
        List<Lever> levers = found.levers().stream().map(Lever::of).toList();
        return new Version(found.version(), found.target(), found.planned(), levers, found.grids());
    }
}
