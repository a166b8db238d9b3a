package org.safeconduct.plan;

import java.util.List;

/**
 * What suffices to bring a number of people out.
 *
 * @param version id of the version asked about
 * @param target people who should be out by the end
 * @param planned people the plan brings out as stated
 * @param levers each lever alone
 * @param grids two levers together
 */
public record Needed(String version, long target, long planned, List<LeverNeed> levers, List<Grid> grids) {

    /** How much of one lever it takes. */
    public sealed interface LeverNeed {
        String lever();
    }

    /**
     * This much suffices, and it is known what one step less does.
     *
     * @param lever name, such as "more time, minutes"
     * @param amount the least amount found to suffice, in the lever's unit
     * @param planned people a plan with it brings out: the proof that it suffices
     * @param less the amount one step below
     * @param lessAtMost most people any plan with {@code less} could bring out
     * @param proven true if {@code lessAtMost} is below the target: one step less does not suffice, whatever the plan; false if this planner only found none
     */
    public record Suffices(String lever, double amount, long planned, double less, long lessAtMost, boolean proven)
            implements LeverNeed {}

    /**
     * Not even the most that was tried suffices.
     *
     * @param lever name
     * @param tried the most that was tried
     * @param atMost most people any plan with it could bring out
     * @param proven true if {@code atMost} is below the target
     */
    public record DoesNotSuffice(String lever, double tried, long atMost, boolean proven) implements LeverNeed {}

    /**
     * Two levers together: people planned in each cell.
     *
     * @param across name of the lever across
     * @param down name of the lever down
     * @param acrossAmounts its amounts
     * @param downAmounts the other's amounts
     * @param planned people planned, by row, then column
     */
    public record Grid(
            String across,
            String down,
            List<Double> acrossAmounts,
            List<Double> downAmounts,
            List<List<Long>> planned) {}
}
