package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;

/** What is booked so far while a case is planned: roads, places in vehicles, reception, and who travels how. Not thread-safe. */
final class Booking {

    private Ledger ledger;
    private final Seats seats;
    private final Reception reception;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Plan.Lift> lifts = new ArrayList<>();

    Booking(Ledger ledger, Seats seats, Reception reception) {
        this.ledger = ledger;
        this.seats = seats;
        this.reception = reception;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Takes over the roads of a round that is settled. */
    void roads(Ledger settled) {
        ledger = settled;
    }

    Seats seats() {
        return seats;
    }

    Reception reception() {
        return reception;
    }

    List<Movement> movements() {
        return movements;
    }

    List<Plan.Lift> lifts() {
        return lifts;
    }
}
