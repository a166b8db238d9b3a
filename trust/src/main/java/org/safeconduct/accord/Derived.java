package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeconduct.record.Hash;

/**
 * Figures of others put together: a note of whoever does it.
 *
 * @param terms the figures, in the order in which they are reckoned
 * @param low the least that comes out
 * @param high the most that comes out
 */
public record Derived(Map<String, String> says, List<Figure> terms, long low, long high) {

    /** A figure that was added or taken away, and the entry that gives it. */
    public record Figure(Hash entry, Count count, boolean isTakenAway) {}

    static Derived of(Talked.Derivation said, List<Count> counts) {
        List<Figure> terms = new ArrayList<>();
        long low = 0;
        long high = 0;
        for (int i = 0; i < counts.size(); i++) {
            Talked.Term of = said.terms().get(i);
            Figure term = new Figure(of.entry(), counts.get(i), of.isTakenAway());
            terms.add(term);
            low += term.isTakenAway() ? -term.count().high() : term.count().low();
            high += term.isTakenAway() ? -term.count().low() : term.count().high();
        }
        return new Derived(said.says(), List.copyOf(terms), low, high);
    }
}
