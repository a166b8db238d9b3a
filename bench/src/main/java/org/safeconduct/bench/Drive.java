package org.safeconduct.bench;

import java.util.List;

/**
 * A drive as one network has it, place after place.
 *
 * @param places where its legs begin and end, one more than there are legs
 * @param legs what lies between them
 */
record Drive(List<Place> places, List<Leg> legs) {

    /** Degrees. */
    record Place(double latitude, double longitude) {}

    /** A piece of a way. */
    record Leg(long way, long millis, double metres) {}

    long millis(int from, int to) {
        return legs.subList(from, to).stream().mapToLong(Leg::millis).sum();
    }

    double metres(int from, int to) {
        return legs.subList(from, to).stream().mapToDouble(Leg::metres).sum();
    }

    /** The time of the other network between two places; a large number if there is no way. */
    interface Other {
        long millis(Place from, Place to);
    }

    /** From one place of a drive to another. */
    record Stretch(int from, int to) {}

    /**
     * A stretch, as short as can be found, that takes longer in the other network: without its first leg, or without its last, it does not.
     *
     * @param slack milliseconds more that do not count, and a thousandth beside them
     */
    Stretch findSlower(Other other, long slack) {
        int ends = places.size() - 1;
        int slower = ends;
        int equal = 0;
        while (slower - equal > 1) {
            int middle = (slower + equal) >>> 1;
            if (isSlower(other, 0, middle, slack)) {
                slower = middle;
            } else {
                equal = middle;
            }
        }
        int begins = 0;
        int shorter = slower;
        while (shorter - begins > 1) {
            int middle = (shorter + begins) >>> 1;
            if (isSlower(other, middle, slower, slack)) {
                begins = middle;
            } else {
                shorter = middle;
            }
        }
        return new Stretch(begins, slower);
    }

    private boolean isSlower(Other other, int from, int to, long slack) {
        long here = millis(from, to);
        return other.millis(places.get(from), places.get(to)) > here + slack + here / 1000;
    }
}
