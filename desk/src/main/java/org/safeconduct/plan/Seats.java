package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Needs;

/** Who still waits for a place in a provided vehicle, cell by cell of the demand. Not thread-safe. */
final class Seats {

    private final List<Demand.Cell> cells;
    private final long[] seated;
    private final Needs[] needs;

    Seats(Demand demand) {
        this.cells = demand.cells();
        this.seated = new long[cells.size()];
        this.needs = new Needs[cells.size()];
        for (int i = 0; i < seated.length; i++) {
            needs[i] = cells.get(i).needs();
            seated[i] = Math.max(0, cells.get(i).withoutCar() - needs[i].total());
        }
    }

    /**
     * People in one lift.
     *
     * @param people all of them
     * @param needs of them, who needs more than a seat
     */
    record Load(long people, Needs needs) {
        static final Load NONE = new Load(0, Needs.NONE);

        Load plus(Load other) {
            return new Load(
                    people + other.people,
                    new Needs(
                            needs.stretcher() + other.needs.stretcher(),
                            needs.wheelchair() + other.needs.wheelchair(),
                            needs.unaccompaniedChildren() + other.needs.unaccompaniedChildren()));
        }
    }

    long waiting(int cell) {
        return seated[cell] + needs[cell].total();
    }

    Demand.Cell cell(int cell) {
        return cells.get(cell);
    }

    /** Cells a fleet may load, by rank of the assembly, then in the order the fleet serves them. */
    List<Integer> servedBy(Fleet fleet, List<String> open) {
        List<Integer> served = new ArrayList<>();
        for (String assembly : fleet.serves()) {
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).assembly().id().equals(assembly)
                        && cells.get(i).destinations().stream().anyMatch(open::contains)) {
                    served.add(i);
                }
            }
        }
        served.sort((a, b) -> Integer.compare(
                cells.get(a).assembly().rank(), cells.get(b).assembly().rank()));
        return served;
    }

    /** Most people one vehicle of the fleet can carry from anywhere. */
    static int most(Fleet fleet) {
        return fleet.seats() + fleet.stretchers() + fleet.wheelchairs();
    }

    /** Fills one vehicle: those who need more first, each escort of children taking a seat. */
    Load board(int cell, Fleet fleet) {
        Needs waiting = needs[cell];
        int lying = Math.min(waiting.stretcher(), fleet.stretchers());
        int rolling = Math.min(waiting.wheelchair(), fleet.wheelchairs());
        int children = Math.min(waiting.unaccompaniedChildren(), childrenWithEscort(fleet));
        int escorts = children == 0 ? 0 : Math.ceilDiv(children, Math.max(1, fleet.seatsPerChildEscort()));
        long sitting = Math.min(seated[cell], fleet.seats() - children - escorts);
        needs[cell] = new Needs(
                waiting.stretcher() - lying,
                waiting.wheelchair() - rolling,
                waiting.unaccompaniedChildren() - children);
        seated[cell] -= sitting;
        Needs aboard = new Needs(lying, rolling, children);
        return new Load(sitting + aboard.total(), aboard);
    }

    /** True if another vehicle of this fleet would leave with somebody in it. */
    boolean canBoard(int cell, Fleet fleet) {
        Needs waiting = needs[cell];
        return (seated[cell] > 0 && fleet.seats() > 0)
                || (waiting.stretcher() > 0 && fleet.stretchers() > 0)
                || (waiting.wheelchair() > 0 && fleet.wheelchairs() > 0)
                || (waiting.unaccompaniedChildren() > 0 && childrenWithEscort(fleet) > 0);
    }

    int needsWaiting(String assembly) {
        int sum = 0;
        for (int i = 0; i < needs.length; i++) {
            sum += cells.get(i).assembly().id().equals(assembly) ? needs[i].total() : 0;
        }
        return sum;
    }

    Seats copy() {
        Seats copy = new Seats(new Demand(cells));
        System.arraycopy(seated, 0, copy.seated, 0, seated.length);
        System.arraycopy(needs, 0, copy.needs, 0, needs.length);
        return copy;
    }

    private static int childrenWithEscort(Fleet fleet) {
        int perEscort = Math.max(1, fleet.seatsPerChildEscort());
        return fleet.seats() - Math.ceilDiv(fleet.seats(), perEscort + 1);
    }
}
