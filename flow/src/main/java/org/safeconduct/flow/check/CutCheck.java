package org.safeconduct.flow.check;

import java.util.List;

/** What the cuts of a certificate are worth. Immutable. */
public final class CutCheck {

    /** The capacity of a cut that bounds nothing. */
    public static final long OPEN = Long.MAX_VALUE;

    private final long[] capacities;
    private final List<Finding> findings;

    CutCheck(long[] capacities, List<Finding> findings) {
        this.capacities = capacities;
        this.findings = List.copyOf(findings);
    }

    /** The capacity of cut {@code step}: no flow brings more to the sinks in steps 0 … {@code step}. {@link #OPEN} if it proves nothing. */
    public long capacity(int step) {
        return capacities[step];
    }

    /** The capacity of every cut from 0 to the horizon. */
    public long[] capacities() {
        return capacities.clone();
    }

    /** What is wrong with the certificate: empty if each cut from its first claimed step on is a bound. */
    public List<Finding> findings() {
        return findings;
    }
}
