package org.safeconduct.plan;

import java.util.Optional;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Rate;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Road;

/**
 * How many vehicles fit on a road, as a limit on how many enter it.
 *
 * <pre>
 *   room = lanes × length ÷ metres per vehicle; on the road for d steps
 *   entering at most room per d steps:  ..|--- any d steps ---|..   never more than room on the road at once
 * </pre>
 *
 * Evenly entered, a road never holds more than fit on it; that is enough, not necessary: a road could also be filled at a stroke and then wait. So it limits plans only; the outer bound leaves it out.
 * The queue before a checkpoint stands on the road that leads to it: what the drive needs is taken off, half of the room at most.
 */
record Storage(Optional<Double> metres) {

    static Storage of(Scenario scenario, Case numbers) {
        boolean limits = numbers.rounding() == Case.Rounding.PLAN;
        return new Storage(limits ? scenario.storage().map(numbers::least) : Optional.empty());
    }

    /** The road's rate, less where more would enter than fit. */
    Rate fitting(Road road, Rate rate, int transit) {
        return metres.map(m -> least(rate, road.room(m), transit)).orElse(rate);
    }

    /** The same where a queue of {@link #queue} stands at the road's end. */
    Rate leavingRoomToQueue(Road road, Rate rate, int transit) {
        return metres.map(m -> least(rate, driving(road.room(m), rate, transit), transit))
                .orElse(rate);
    }

    /** Vehicles that can wait at the road's end beside those that drive on it. */
    int queue(Road road, Rate rate, int transit) {
        return metres.map(m -> road.room(m) - driving(road.room(m), rate, transit))
                .orElse(FlowProblem.UNLIMITED);
    }

    /** Vehicles on the road at most at its rate; half of those that fit if that is less, but one. */
    private static int driving(int room, Rate rate, int transit) {
        long most = rate.isUnlimited() ? room : Math.ceilDiv((long) rate.units() * transit, rate.perSteps());
        return (int) Math.max(1, Math.min(most, room / 2));
    }

    private static Rate least(Rate rate, int room, int transit) {
        boolean fits = !rate.isUnlimited() && (long) rate.units() * transit <= (long) room * rate.perSteps();
        return fits ? rate : new Rate(room, transit);
    }
}
