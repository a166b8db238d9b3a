package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.flow.Departure.Leg;

/**
 * Vehicles that were on the road when news came.
 *
 * @param movement as they set out: whose they are, how many, with whom
 * @param spot where they are next at a node
 */
record OnTheWay(Movement movement, Spot spot) {

    /**
     * Where a vehicle turned back.
     *
     * @param segment its id
     * @param arc the vehicle was on, or had come by if it waited at its end
     * @param entered the step in which it entered it; {@link #WAITED} if it waited at its end
     */
    record Turn(String segment, int arc, int entered) {
        static final int WAITED = -1;
    }

    /**
     * Where a vehicle under way is next at a node, and from when on.
     *
     * @param node the node
     * @param step the step in which it is there
     * @param turned where it turned back, if it did
     * @param stands true if it was stranded before, and stands on the road until it can go on
     * @param passed legs that it has left behind
     * @param waited steps it has waited at the node already
     */
    record Spot(int node, int step, Optional<Turn> turned, boolean stands, int passed, int waited) {

        /** The same for somebody who did not get away from there. */
        Spot standing() {
            return new Spot(node, step, turned, true, passed, waited);
        }

        Spot notBefore(int other) {
            return new Spot(node, Math.max(step, other), turned, stands, passed, waited);
        }
    }

    /** People in the fullest of them, if they are shared out evenly. */
    long fullest() {
        return Math.ceilDiv(movement.people(), movement.vehicles());
    }

    /** What has become of some of them: they went on along a trip, whose first leg joins the road. */
    Movement along(Trip trip, int vehicles, long people) {
        List<Leg> onward = trip.legs().subList(1, trip.legs().size());
        Movement some = movement.part(vehicles, people).endingAt(movement.destination(), trip.end());
        if (spot.turned().isPresent() || spot.stands()) {
            int began = trip.start() + 1;
            return some.along(spot.node(), began, onward);
        }
        List<Leg> legs = new ArrayList<>(movement.legs().subList(0, spot.passed()));
        for (int i = 0; i < onward.size(); i++) {
            Leg leg = onward.get(i);
            legs.add(i == 0 ? new Leg(leg.waitBefore() + spot.waited(), leg.arc()) : leg);
        }
        return some.along(movement.node(), movement.began(), legs);
    }

    /** The same way told from where they are when the news comes; to drive it without a new plan. */
    Movement ahead() {
        if (spot.turned().isPresent() || spot.stands()) {
            return movement.along(spot.node(), spot.step(), List.of());
        }
        List<Leg> left = new ArrayList<>(
                movement.legs().subList(spot.passed(), movement.legs().size()));
        if (!left.isEmpty()) {
            Leg first = left.getFirst();
            left.set(0, new Leg(Math.max(0, first.waitBefore() - spot.waited()), first.arc()));
        }
        return movement.along(spot.node(), spot.step(), left);
    }
}
