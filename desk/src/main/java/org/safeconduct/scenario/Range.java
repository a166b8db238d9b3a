package org.safeconduct.scenario;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers that make sense for something, and what to do about others. */
enum Range {
    PEOPLE(1, 100_000_000, true, "Write how many people are expected here; no scenario holds more than 100,000,000."),
    RECEPTION(1, 100_000_000, true, "Leave it out if no limit is stated."),
    PEOPLE_PER_HOUR(1, 10_000_000, false, "Leave it out if no limit is stated."),
    RATE(
            1,
            100_000,
            false,
            "Nothing could pass at less than one vehicle an hour: use closures for a road that is shut, leave out the"
                    + " hours of a post that is shut."),
    DERATING(0.01, 1, false, "It is the share of a stated rate that is counted on."),
    SHARE(0, 1, false, "It is a share: a half is 0.5."),
    PERSONS_PER_CAR(1, 20, false, "It is an average."),
    NEED(0, 10_000_000, true, "Leave it out if there are none."),
    RANK(0, 1_000, true, "Lower leaves, or is filled, first."),
    VEHICLES(1, 100_000, true, "Leave the entry out if there are none."),
    ROOM(0, 1_000_000, true, "Leave it out if no limit is stated."),
    SEATS(0, 500, true, "Count the people one vehicle carries, without its driver."),
    PLACES_IN_VEHICLE(0, 100, true, "Count those in one vehicle."),
    CHILDREN(1, 100, true, "It is how many children one escort can look after."),
    CONVOY_SIZE(1, 1_000, true, "Leave convoy out if vehicles leave one by one."),
    LATITUDE(-90, 90, false, "Write degrees, latitude first: 47.0971,37.5434. Are the two swapped?"),
    LONGITUDE(-180, 180, false, "Write degrees, latitude first: 47.0971,37.5434."),
    KILOMETRES(0.01, 2_000, false, "It is the length along the road."),
    MINUTES(0.01, 10_000, false, "It is the time to drive the whole segment."),
    METRES(1, 100_000, false, "It is a distance in metres."),
    VEHICLE_METRES(1, 100, false, "It is the length of lane that one vehicle takes up when vehicles stand."),
    LANES(0.5, 16, false, "It is the number of lanes in one direction; half a lane if both directions share one.");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{0,15})?([eE][-+]?\\d{1,2})?");

    private final double least;
    private final double most;
    private final boolean whole;
    private final String hint;

    Range(double least, double most, boolean whole, String hint) {
        this.least = least;
        this.most = most;
        this.whole = whole;
        this.hint = hint;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    boolean isWhole() {
        return whole;
    }

    /** The number at {@code spot}, if it is one of these; else adds a problem. */
    Optional<Double> read(Spot spot, Problems problems) {
        return read(spot, least, problems);
    }

    /** Like {@link #read}, but 0 will do: the low end of a guess may be that nothing passes. */
    Optional<Double> readLow(Spot spot, Problems problems) {
        return read(spot, this == RATE ? 0 : least, problems);
    }

    private Optional<Double> read(Spot spot, double from, Problems problems) {
        if (!NUMBER.matcher(spot.text()).matches()) {
            problems.add(spot, "is not a number.", remedy(from));
            return Optional.empty();
        }
        double value = Double.parseDouble(spot.text());
        String wrong = wrong(value, from);
        if (!wrong.isEmpty()) {
            problems.add(spot, wrong, remedy(from));
            return Optional.empty();
        }
        return Optional.of(value + 0.0);
    }

    private String wrong(double value, double from) {
        if (value < from) {
            return value == 0 ? "is zero; the least here is " + plain(from) + "." : "is below " + plain(from) + ".";
        }
        if (value > most) {
            return "is above " + plain(most) + ".";
        }
        return whole && value != Math.rint(value) ? "is not a whole number." : "";
    }

    private String remedy(double from) {
        return "Write a " + (whole ? "whole " : "") + "number from " + plain(from) + " to " + plain(most) + ". " + hint;
    }

    /** A number as people write it: 100,000,000 or 0.85. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return BigDecimal.valueOf(value).toPlainString();
    }
}
