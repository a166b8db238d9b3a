package org.safeconduct.flow;

/**
 * A steady capacity: {@code units} in every {@code perSteps} steps.
 *
 * <p>Units are whole. A rate of 10 in 6 steps lets {@code ⌊10(k+1)/6⌋ − ⌊10k/6⌋} units enter in step k: 1, 2, 2, 1, 2, 2, …
 * The count starts at step 0 of the problem, whatever interval the rate is used in, so the same rate on two arcs keeps
 * the same beat. Or it is ahead: then step k has what step k + ahead would have. Who drives t steps from an arc to the next meets its beat if
 * the first is t steps further ahead.
 *
 * <pre>
 *   1 in 3               . . 1 . . 1 . . 1        two roads in a row, a step long each:
 *   1 in 3, 1 ahead      . 1 . . 1 . . 1 .        who enters this one in its beat comes to the one above in its own
 * </pre>
 *
 * <p>So a stretch of L steps takes its share, units · L / perSteps, rounded down or up, as the beat falls. Traffic that keeps another beat can have one unit more in it. What bounds the flow
 * here bounds all traffic of this beat; to bound any, each stretch in which the cut crosses an arc counts with its share rounded up.
 *
 * @param units whole units, 0 or more
 * @param perSteps the number of steps they are spread over, 1 or more
 * @param ahead how many steps its beat is ahead, 0 to {@code perSteps} − 1: others are taken for what they come to
 */
public record Rate(int units, int perSteps, int ahead) {

    /** No limit at all. */
    public static final Rate UNLIMITED = new Rate(Integer.MAX_VALUE, 1);

    /** Nothing passes. */
    public static final Rate NONE = new Rate(0, 1);

    public Rate {
        if (units < 0 || perSteps < 1) {
            throw new IllegalArgumentException(
                    "rate " + units + " per " + perSteps + " steps: give 0 or more units per 1 or more steps");
        }
        ahead = Math.floorMod(ahead, perSteps);
    }

    /** A rate whose beat is not ahead. */
    public Rate(int units, int perSteps) {
        this(units, perSteps, 0);
    }

    /** The rate that lets {@code units} enter in every step. */
    public static Rate perStep(int units) {
        return new Rate(units, 1);
    }

    public boolean isUnlimited() {
        return units == Integer.MAX_VALUE;
    }

    /** Units that may enter in step {@code step}. */
    public int at(int step) {
        if (perSteps == 1) {
            return units;
        }
        return (int) (before(step + 1L) - before(step));
    }

    /** Units that may enter in the steps {@code from} ≤ k &lt; {@code to}; {@link Long#MAX_VALUE} if unlimited and the interval is not empty. */
    public long over(int from, int to) {
        if (to <= from) {
            return 0;
        }
        return isUnlimited() ? Long.MAX_VALUE : before(to) - before(from);
    }

    /** This rate, so many steps further ahead. */
    public Rate earlier(int steps) {
        return new Rate(units, perSteps, ahead + steps % perSteps);
    }

    /** Both rates together, as far ahead as this one; its beat may differ from that of the two side by side. */
    public Rate plus(Rate more) {
        if (isUnlimited() || more.isUnlimited()) {
            return UNLIMITED;
        }
        if (perSteps == more.perSteps) {
            return new Rate(Math.addExact(units, more.units), perSteps, ahead);
        }
        long sum = (long) units * more.perSteps + (long) more.units * perSteps;
        return new Rate(Math.toIntExact(sum), Math.multiplyExact(perSteps, more.perSteps), ahead);
    }

    private long before(long step) {
        return units * (step + ahead) / perSteps;
    }
}
