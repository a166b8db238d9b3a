package org.safeconduct.places;

import java.util.List;
import org.safeconduct.terms.Place;

/** Why the coordinates of a place are doubtful. A question to whoever wrote them; nothing follows from it by itself. */
public sealed interface Doubt {

    /** The place whose coordinates should be looked up again. */
    Place place();

    /** Latitude or longitude is 0 to the last digit: one of them was left out. */
    record Zero(Place place) implements Doubt {}

    /** Neither figure has more than one decimal: good to some kilometres only. */
    record Coarse(Place place) implements Doubt {}

    /**
     * With the figures exchanged, or with another sign, it would lie beside the others.
     *
     * @param meant where it would lie then
     * @param nearest the place beside it
     */
    record Slip(Place place, Place meant, Place nearest) implements Doubt {
        public double kilometres() {
            return meant.kilometresTo(nearest);
        }

        /** Whether latitude and longitude were exchanged; else a sign was lost. */
        public boolean isExchanged() {
            return place.latitude() == meant.longitude();
        }
    }

    /** It lies outside the area that the text is said to be about. */
    record Outside(Place place) implements Doubt {}

    /**
     * Farther from where its ways lead than a column drives in a day.
     *
     * @param ways that are too long, at least one
     * @param other the nearest place at the other end of one of them
     */
    record Far(Place place, List<Way> ways, Place other) implements Doubt {
        public Far {
            ways = List.copyOf(ways);
        }

        public double kilometres() {
            return place.kilometresTo(other);
        }
    }

    /** No way leads to it, and even the nearest place of the text is farther than a column drives in a day. */
    record Alone(Place place, Place nearest) implements Doubt {
        public double kilometres() {
            return place.kilometresTo(nearest);
        }
    }

    /** The way by it is several times as long as without it. */
    record Detour(Place place, Place before, Place after) implements Doubt {
        public double kilometresBy() {
            return before.kilometresTo(place) + place.kilometresTo(after);
        }

        public double kilometresPast() {
            return before.kilometresTo(after);
        }
    }

    /**
     * Of several places from which, or to which, ways lead together, it alone lies apart.
     *
     * @param end that they have in common
     * @param nearest of the others
     * @param usual how far each of the others is from its nearest, in kilometres, as a rule
     */
    record Apart(Place place, Place end, Place nearest, double usual) implements Doubt {
        public double kilometres() {
            return place.kilometresTo(nearest);
        }
    }

    /** It lies in the very point of another that has another name. */
    record SamePoint(Place place, Place other) implements Doubt {}

    /** It lies far from another that has the same name. */
    record Namesake(Place place, Place other) implements Doubt {
        public double kilometres() {
            return place.kilometresTo(other);
        }
    }
}
