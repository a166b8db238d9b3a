package org.safeconduct.terms;

import java.util.List;

/**
 * What planning says of clauses of a text: all that agreeing sees of planning.
 *
 * @param files hashes of what was planned and what came of it
 * @param judged the clauses it was planned for, as they were then
 * @param expected how many people are thought to want to leave
 * @param atMost how many can be out by the end, even if everything works; never a promise
 * @param outcome what follows for the text
 */
public record PlanFinding(
        Files files, List<JudgedClause> judged, PeopleRange expected, PeopleRange atMost, Outcome outcome) {

    public PlanFinding {
        judged = List.copyOf(judged);
    }

    /** SHA-256 of four files, 64 hexadecimal digits each: a plan, the problem it solves, the scenario, the road network. */
    public record Files(String plan, String problem, String scenario, String network) {}

    /**
     * A clause in one wording.
     *
     * @param clause its id in its text
     * @param wording SHA-256 of its canonical JSON: another wording is another hash
     */
    public record JudgedClause(String clause, String wording) {}

    /** People, from the fewest to the most under the assumptions of the plan. */
    public record PeopleRange(long low, long high) {
        public PeopleRange {
            if (low < 0 || high < low) {
                throw new IllegalArgumentException("people from " + low + " to " + high + ": write the fewer first");
            }
        }
    }

    /** The two outcomes of planning; there is no third. */
    public enum Outcome {
        /** Cannot, even if everything works. */
        CANNOT,
        /** Not ruled out by time and roads. */
        NOT_RULED_OUT
    }
}
