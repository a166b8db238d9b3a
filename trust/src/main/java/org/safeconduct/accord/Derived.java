package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Figures of others put together: a note of whoever does it.
 *
 * @param terms the figures, in the order in which they are reckoned
 * @param low the least that comes out
 * @param high the most that comes out
 */
public record Derived(Map<String, String> says, List<Figure> terms, long low, long high) {

    /** A figure that was added or taken away. */
    public record Figure(Count count, boolean isTakenAway) {}

    static Derived of(Talked.Derivation said, List<Count> counts) {
        List<Figure> terms = new ArrayList<>();
        long low = 0;
        long high = 0;
        for (int i = 0; i < counts.size(); i++) {
            Figure term = new Figure(counts.get(i), said.terms().get(i).isTakenAway());
            terms.add(term);
            low += term.isTakenAway() ? -term.count().high() : term.count().low();
            high += term.isTakenAway() ? -term.count().low() : term.count().high();
        }
        return new Derived(said.says(), List.copyOf(terms), low, high);
    }
}
