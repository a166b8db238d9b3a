package org.safeconduct.bench;

/** One instance, measured. */
record Row(Instance instance, Measured ours, Measured theirs) {

    /** True if what was measured is right: the known optimum where one is known, the peer's too, and no finding in our proof. */
    boolean isRight() {
        boolean equal = !theirs.has("delivered") || theirs.get("delivered") == instance.optimum();
        boolean isKnown = instance.optimum() == Instance.PROVED
                ? ours.get("delivered") > 0
                : ours.get("delivered") == instance.optimum();
        return equal && isKnown && ours.get("findings") == 0;
    }

    /** How many times the peer's first run takes as long as our first, by the clock. */
    double coldRatio() {
        return theirs.get("total") / ours.get("cold");
    }

    /** The same, each at its best. */
    double warmRatio() {
        return theirs.get("warm") / ours.get("warm");
    }

    /** The same, each at its best, in processor time of the solving thread: what counts on a busy machine. */
    double processorRatio() {
        return theirs.get("warmCpu") / ours.get("warmCpu");
    }

    double memoryRatio() {
        return theirs.get("peak") / ours.get("peak");
    }
}
