package org.safeconduct.flow;

/** A set of steps, as intervals in order; neighbours are merged. */
final class StepSet {
    private final IntList bounds = new IntList();

    int size() {
        return bounds.size() / 2;
    }

    int from(int interval) {
        return bounds.get(2 * interval);
    }

    /** The last step of an interval, included. */
    int to(int interval) {
        return bounds.get(2 * interval + 1);
    }

    /** Adds an interval that starts after all others have; an empty one adds nothing. */
    void add(int from, int to) {
        int last = bounds.size() - 1;
        if (to < from) {
            return;
        }
        if (last >= 0 && bounds.get(last) >= from - 1) {
            bounds.set(last, Math.max(bounds.get(last), to));
        } else {
            bounds.add(from);
            bounds.add(to);
        }
    }

    /** All steps that many earlier, those from 0 on. */
    StepSet shifted(int earlier) {
        StepSet shifted = new StepSet();
        for (int i = 0; i < size(); i++) {
            shifted.add(Math.max(0, from(i) - earlier), to(i) - earlier);
        }
        return shifted;
    }

    /** The steps that are not in another set. */
    StepSet without(StepSet other) {
        StepSet rest = new StepSet();
        int next = 0;
        for (int i = 0; i < size(); i++) {
            int from = from(i);
            while (next < other.size() && other.to(next) < from) {
                next++;
            }
            for (int k = next; k < other.size() && other.from(k) <= to(i); k++) {
                rest.add(from, other.from(k) - 1);
                from = other.to(k) + 1;
            }
            rest.add(from, to(i));
        }
        return rest;
    }
}
