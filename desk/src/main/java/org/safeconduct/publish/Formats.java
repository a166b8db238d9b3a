package org.safeconduct.publish;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeconduct.plan.Plan.Span;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.ZoneNames;
import org.safeconduct.terms.Window;

/**
 * The one place where numbers and times become text. For one thread. A time always names its zone, and is given in every zone of the scenario:
 *
 * <pre>
 *   16:00 Kyiv (17:00 Moscow)              one-day scenario
 *   6 Mar 02:00 Kyiv (03:00 Moscow)        scenario of several days: date first
 * </pre>
 *
 * <p><b>Rounding of upper bounds</b> ({@link #roundedUp}): always up, so that "at most" stays true. Below 20 as it is; below 100 to the next 5; above that to
 * two figures, so 381 is "about 390" and 10,867 "about 11,000". Never above the people there are.
 */
final class Formats {
    /** Fewer than these are counted, not rounded. */
    private static final long COUNTED = 20;

    private final Messages messages;
    private final Locale locale;
    private final List<ZoneId> zones;
    private final LocalDate day;
    private final boolean severalDays;
    private final Map<String, DateTimeFormatter> patterns = new HashMap<>();
    private final NumberFormat whole;

    Formats(Messages messages, List<ZoneId> zones, Window horizon) {
        this.messages = messages;
        this.locale = messages.locale();
        this.whole = NumberFormat.getIntegerInstance(locale);
        this.zones = zones.isEmpty() ? List.of(ZoneOffset.UTC) : List.copyOf(zones);
        this.day = horizon.from().atZone(this.zones.getFirst()).toLocalDate();
        this.severalDays = !horizon.to()
                .minusMillis(1)
                .atZone(this.zones.getFirst())
                .toLocalDate()
                .equals(day);
    }

    List<ZoneId> zones() {
        return zones;
    }

    // --- numbers ---

    String number(long value) {
        return whole.format(value);
    }

    /** At most one decimal, none where it would be 0. */
    String decimal(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** {@code 60} or {@code 60–180}. */
    String range(double low, double high) {
        return low == high ? decimal(low) : decimal(low) + "–" + decimal(high);
    }

    String range(Figure figure) {
        return range(figure.low(), figure.high());
    }

    String people(long people) {
        return messages.count("count.people", people, number(people));
    }

    String vehicles(long vehicles) {
        return messages.count("count.vehicles", vehicles, number(vehicles));
    }

    String span(Span span) {
        return span.low() == span.high() ? number(span.low()) : number(span.low()) + "–" + number(span.high());
    }

    /** An upper bound on people, low–high, rounded up but never above the people there are; with "about" unless the figure is that of everyone or can be counted. */
    String atMost(Span bound, Span people) {
        long low = Math.min(roundedUp(bound.low()), Math.max(bound.low(), people.low()));
        long high = Math.min(roundedUp(bound.high()), Math.max(bound.high(), people.high()));
        boolean exact = (low < COUNTED || low == people.low()) && (high < COUNTED || high == people.high());
        String figures = low == high ? number(low) : number(low) + "–" + number(high);
        return exact ? figures : messages.text("about", figures);
    }

    /** A head count that is no bound, rounded to two figures. */
    String roughly(long people) {
        return people < COUNTED
                ? number(people)
                : messages.text("about", number(Math.round(people / (double) unit(people)) * unit(people)));
    }

    static long roundedUp(long people) {
        return people < COUNTED ? people : Math.ceilDiv(people, unit(people)) * unit(people);
    }

    private static long unit(long people) {
        long unit = people < 100 ? 5 : 10;
        while (people / unit >= 100) {
            unit *= 10;
        }
        return unit;
    }

    String kilometres(double kilometres) {
        return messages.text("unit.km", kilometres < 10 ? decimal(kilometres) : number(Math.round(kilometres)));
    }

    /** {@code 47.5°}: for the edge of a map, without a sign. */
    String degrees(double degrees) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(Math.abs(degrees)) + "°";
    }

    String minutes(Duration duration) {
        return messages.text("unit.minutes", number(duration.toMinutes()));
    }

    // --- times ---

    /** The moment in every zone: {@code 16:00 Kyiv (17:00 Moscow)}. */
    String time(Instant moment) {
        String first = in(moment, zones.getFirst());
        return zones.size() == 1 ? first : first + " (" + elsewhere(zone -> in(moment, zone)) + ")";
    }

    /** Start and end in every zone: {@code 09:00–16:00 Kyiv (10:00–17:00 Moscow)}. */
    String window(Instant from, Instant to) {
        String first = in(from, to, zones.getFirst());
        return zones.size() == 1 ? first : first + " (" + elsewhere(zone -> in(from, to, zone)) + ")";
    }

    String window(Window window) {
        return window(window.from(), window.to());
    }

    /** One line per zone, for table cells: {@code 16:00 Kyiv}, {@code 17:00 Moscow}. */
    List<String> eachZone(Instant moment) {
        return zones.stream().map(zone -> in(moment, zone)).toList();
    }

    List<String> eachZone(Instant from, Instant to) {
        return zones.stream().map(zone -> in(from, to, zone)).toList();
    }

    /** The moment in one zone, named: {@code 16:00 Kyiv}. */
    String in(Instant moment, ZoneId zone) {
        return clock(moment, zone) + " " + name(zone);
    }

    /** The same of a start and an end; of one moment if both show alike. */
    String in(Instant from, Instant to, ZoneId zone) {
        if (clock(from, zone).equals(clock(to, zone))) {
            return in(from, zone);
        }
        boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        String end = sameDay ? pattern("HH:mm").format(to.atZone(zone)) : clock(to, zone);
        return clock(from, zone) + "–" + end + " " + name(zone);
    }

    /** Hour and minute, with the date before it where the day is not plain; for axes whose zone stands beside them. */
    String clock(Instant moment, ZoneId zone) {
        boolean plainDay = !severalDays && moment.atZone(zone).toLocalDate().equals(day);
        return pattern(plainDay ? "HH:mm" : "d MMM HH:mm").format(moment.atZone(zone));
    }

    String hour(Instant moment, ZoneId zone) {
        return pattern("HH:mm").format(moment.atZone(zone));
    }

    String shortDay(Instant moment, ZoneId zone) {
        return pattern("d MMM").format(moment.atZone(zone));
    }

    /** The day or days planned: {@code Saturday 5 March 2022}. */
    String days(Window horizon) {
        ZoneId zone = zones.getFirst();
        String first = pattern("EEEE d MMMM uuuu").format(horizon.from().atZone(zone));
        String last =
                pattern("EEEE d MMMM uuuu").format(horizon.to().minusMillis(1).atZone(zone));
        return first.equals(last) ? first : first + " – " + last;
    }

    /** The zone as people call it: {@code Kyiv}; {@code UTC}; {@code UTC+03:00}. */
    String name(ZoneId zone) {
        String id = ZoneNames.of(zone);
        return messages.find("zone." + id)
                .orElseGet(() -> id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
    }

    private String elsewhere(java.util.function.Function<ZoneId, String> shown) {
        return zones.stream().skip(1).map(shown).collect(Collectors.joining(", "));
    }

    private DateTimeFormatter pattern(String pattern) {
        return patterns.computeIfAbsent(pattern, wanted -> DateTimeFormatter.ofPattern(wanted, locale));
    }
}
