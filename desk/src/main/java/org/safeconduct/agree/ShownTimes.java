package org.safeconduct.agree;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.accord.Times;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Opening;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.TreeHead;

/**
 * What witnesses' cosignatures show of when entries were written.
 *
 * <pre>
 *   what its author had seen is cosigned ──► not before │ entry │ not after ◄── the first cosignature that covers it
 * </pre>
 */
final class ShownTimes implements Times {

    private final Map<TreeHead, Instant> earliest;
    private final NavigableMap<Long, Instant> covering;
    private final List<TreeHead> seen;

    private ShownTimes(Map<TreeHead, Instant> earliest, NavigableMap<Long, Instant> covering, List<TreeHead> seen) {
        this.earliest = earliest;
        this.covering = covering;
        this.seen = seen;
    }

    /**
     * From the checkpoints that are held.
     *
     * @param policy whose cosignatures count
     * @param seen what each entry's author had seen, by index
     */
    static ShownTimes of(List<SignedNote> notes, Policy policy, SignatureVerifier verifier, List<TreeHead> seen) {
        Map<TreeHead, Instant> earliest = new HashMap<>();
        TreeMap<Long, Instant> covering = new TreeMap<>();
        for (SignedNote note : notes) {
            if (policy.open(note, verifier) instanceof Opening.Trusted trusted) {
                Optional<Instant> first = trusted.seenBy().values().stream()
                        .map(Cosignature::time)
                        .min(Instant::compareTo);
                first.ifPresent(time -> {
                    earliest.put(trusted.checkpoint().head(), time);
                    covering.put(trusted.checkpoint().head().size(), time);
                });
            }
        }
        Instant least = Instant.MAX; // a larger checkpoint that was cosigned earlier covers the smaller ones too
        for (Map.Entry<Long, Instant> one : covering.descendingMap().entrySet()) {
            least = one.getValue().isBefore(least) ? one.getValue() : least;
            one.setValue(least);
        }
        return new ShownTimes(earliest, covering, List.copyOf(seen));
    }

    @Override
    public Interval of(long index) {
        Instant notBefore = index < seen.size()
                ? Optional.ofNullable(earliest.get(seen.get((int) index))).orElse(Instant.MIN)
                : Instant.MIN;
        Map.Entry<Long, Instant> cover = covering.ceilingEntry(index + 1);
        Instant notAfter = cover == null ? Instant.MAX : cover.getValue();
        return new Interval(notBefore, notAfter.isBefore(notBefore) ? notBefore : notAfter);
    }
}
