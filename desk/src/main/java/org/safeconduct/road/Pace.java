package org.safeconduct.road;

/** How fast an empty road is driven: at a speed, or in a time for the whole of it. */
public sealed interface Pace {

    /** At a constant speed in kilometres an hour, above 0. */
    record Speed(double kmh) implements Pace {
        public Speed {
            if (!(kmh > 0) || kmh > 1000) {
                throw new IllegalArgumentException("a speed of " + kmh + " km/h");
            }
        }
    }

    /** In a time for the whole road, such as a ferry's, spread over it by length. */
    record Time(long millis) implements Pace {
        public Time {
            if (millis < 0 || millis > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a time of " + millis + " ms");
            }
        }
    }
}
