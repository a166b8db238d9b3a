package org.safeconduct.flow;

import org.jspecify.annotations.Nullable;

/** The moves of a flow that is laid over a {@link RepairBase}, as they are now: for one count, since what was asked once is kept. */
final class MovesNow implements MovesAway.Moves {
    private final RepairBase base;
    private final Changed changed;
    private final int firstStep;
    private final long[] @Nullable [] open;
    private final long[] @Nullable [] used;

    /** A flow that is on most arcs that of the base. */
    interface Changed {
        /** True if an arc carries what it does in the base and takes in what it could there. */
        boolean isAsBefore(int arc);

        /** Units that may enter an arc in a step beyond those that do. */
        int spare(int arc, int step);

        /** Units that enter an arc in a step. */
        int amount(int arc, int step);

        /** The first step from which on units can depart from a source. */
        int firstDeparture(int source);

        /** Units that leave a source in a step. */
        int departing(int source, int step);
    }

    /**
     * The moves now.
     *
     * @param firstStep nothing more can enter an arc before it
     */
    MovesNow(RepairBase base, Changed changed, int firstStep) {
        this.base = base;
        this.changed = changed;
        this.firstStep = firstStep;
        this.open = new long[base.network.arcs][];
        this.used = new long[base.network.arcs][];
    }

    @Override
    public long @Nullable [] open(int arc) {
        if (changed.isAsBefore(arc)) {
            return base.open(arc);
        }
        long @Nullable [] bits = open[arc];
        if (bits == null) {
            bits = base.bits(step -> step >= firstStep && changed.spare(arc, step) > 0);
            open[arc] = bits;
        }
        return bits;
    }

    @Override
    public long @Nullable [] used(int arc) {
        if (changed.isAsBefore(arc)) {
            return base.used(arc);
        }
        long @Nullable [] bits = used[arc];
        if (bits == null) {
            bits = base.bits(step -> changed.amount(arc, step) > 0);
            used[arc] = bits;
        }
        return bits;
    }

    @Override
    public int firstDeparture(int source) {
        return changed.firstDeparture(source);
    }

    @Override
    public int departing(int source, int step) {
        return changed.departing(source, step);
    }
}
