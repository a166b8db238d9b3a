package org.safeconduct.plan;

import java.time.Duration;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Figure;

/**
 * Which numbers a problem is made of: one end of every assumed range, and the way steps are rounded.
 *
 * @param range the end that moves fewest or most people
 * @param rounding against the plan or in its favour
 */
record Case(Plan.Range range, Rounding rounding) {

    /** How a road's time and rate become whole steps. */
    enum Rounding {
        /** Travel rounded up, roads derated, no waiting but where room is stated: what a plan may count on. */
        PLAN,
        /** Travel rounded down, roads at their full rate, waiting wherever it is not ruled out: what no plan can beat. */
        OUTER
    }

    private static final long PARTS = 1000;
    private static final long SECONDS_PER_HOUR = 3600;

    /** The value at this end, for a figure that moves more people the greater it is. */
    double most(Figure figure) {
        return range == Plan.Range.LOW ? figure.low() : figure.high();
    }

    /** The value at this end, for a figure that moves fewer people the greater it is. */
    double least(Figure figure) {
        return range == Plan.Range.LOW ? figure.high() : figure.low();
    }

    /** Steps for a stretch of travel. */
    int steps(TimeAxis axis, Duration duration) {
        return Math.toIntExact(rounding == Rounding.PLAN ? axis.up(duration) : axis.down(duration));
    }

    /** The share of a road's rate that counts. */
    double derating(Figure derating) {
        return rounding == Rounding.PLAN ? most(derating) : 1;
    }

    /** Vehicles per hour as a rate per step, exact to a thousandth of a vehicle per hour. */
    static Rate perHour(double vehicles, Duration step) {
        long units = Math.round(vehicles * PARTS) * step.toMillis();
        long steps = PARTS * SECONDS_PER_HOUR * 1000;
        long common = gcd(units, steps);
        units /= common;
        steps /= common;
        while (units >= Integer.MAX_VALUE || steps >= Integer.MAX_VALUE) {
            units /= 2;
            steps = Math.ceilDiv(steps, 2);
        }
        return new Rate((int) units, (int) steps);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.max(1, a) : gcd(b, a % b);
    }
}
