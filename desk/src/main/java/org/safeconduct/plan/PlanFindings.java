package org.safeconduct.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.terms.PlanFinding;

/** What a plan on disk says of a text that it was made for: all that agreeing sees of planning. */
public final class PlanFindings {
    private PlanFindings() {}

    /**
     * The finding of one version of a plan that holds.
     *
     * @param plan {@code plan.json}; {@code problem.json} lies beside it
     * @param network SHA-256 of the road network that the scenario names
     * @param version id of the version
     * @param judged the clauses that were planned for
     * @throws InputProblems if the plan cannot be read, does not hold, or has no such version
     */
    public static PlanFinding of(Path plan, String network, String version, List<PlanFinding.JudgedClause> judged)
            throws InputProblems {
        PlanCheck.Result check = PlanCheck.check(plan);
        if (!check.stands()) {
            throw problem(
                    plan, "does not hold: " + check.findings().getFirst(), "Plan again, and let \"check\" look at it.");
        }
        byte[] bytes = PlanCheck.read(plan);
        PlanFile file = PlanCheck.parse(plan, bytes, PlanFile.class, PlanFile.FORMAT);
        List<String> ids =
                file.versions().stream().map(Plan.VersionPlan::version).toList();
        Plan.VersionPlan found = file.versions().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw problem(
                    plan,
                    "has no version \"" + version + "\", but " + ids.stream().collect(Collectors.joining(", ")) + ".",
                    Near.remedy(version, ids));
        }
        return new PlanFinding(
                new PlanFinding.Files(PlanDocuments.sha256(bytes), file.problemHash(), file.scenarioHash(), network),
                judged,
                people(found.people()),
                people(found.atMost()),
                switch (found.outcome()) {
                    case CANNOT -> PlanFinding.Outcome.CANNOT;
                    case NOT_RULED_OUT -> PlanFinding.Outcome.NOT_RULED_OUT;
                });
    }

    private static PlanFinding.PeopleRange people(Plan.Span span) {
        return new PlanFinding.PeopleRange(span.low(), span.high());
    }

    private static InputProblems problem(Path plan, String problem, String remedy) {
        return new InputProblems(List.of(new InputProblem(plan.toString(), 0, "", "", problem, remedy)));
    }
}
