package org.safeconduct.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.DepartureRow;
import org.safeconduct.plan.Plan.VersionPlan;

/**
 * The departure sheets as a table for a spreadsheet: RFC 4180, UTF-8, one header row, then a row of HXL 1.1 hashtags, then one line per slot. Times are ISO 8601
 * with offset, in UTC and in each zone of the scenario. Each line carries the label and what the sheet is not, because lines get copied.
 *
 * <p>A cell whose text starts like a formula gets an apostrophe before it, so that a spreadsheet shows it and does not run it.
 */
public final class Departures {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final View view;

    private Departures(View view) {
        this.view = view;
    }

    /** The sheets of every version, low end of every assumed range. */
    public static String csv(Plan plan) {
        return new Departures(View.of(plan)).write();
    }

    /** A column: its title and its hashtag. */
    private record Column(String title, String hashtag) {}

    private String write() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<Column> columns = columns();
            csv.writeRecord(
                    columns.stream().map(Column::title).map(Departures::inert).toList());
            csv.writeRecord(columns.stream().map(Column::hashtag).toList());
            for (VersionPlan found : view.plan().versions()) {
                for (DepartureRow row : found.low().departures()) {
                    csv.writeRecord(
                            cells(found, row).stream().map(Departures::inert).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing a table to memory failed", e);
        }
        return text.toString();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(view.text("csv.version"), "#meta+version"));
        columns.add(new Column(view.text("csv.assembly-id"), "#loc+origin+code"));
        columns.add(new Column(view.text("csv.assembly"), "#loc+origin+name"));
        for (ZoneId zone : zones()) {
            String name = view.formats().name(zone);
            String attribute = attribute(name);
            columns.add(new Column(view.text("csv.from", name), "#date+departure+start" + attribute));
            columns.add(new Column(view.text("csv.to", name), "#date+departure+end" + attribute));
            columns.add(new Column(view.text("csv.first-arrival", name), "#date+arrival+start" + attribute));
            columns.add(new Column(view.text("csv.last-arrival", name), "#date+arrival+end" + attribute));
        }
        columns.add(new Column(view.text("csv.mode"), "#item+vehicle+type"));
        columns.add(new Column(view.text("csv.vehicle"), "#item+vehicle+name"));
        columns.add(new Column(view.text("csv.vehicles"), "#item+vehicle+num"));
        columns.add(new Column(view.text("csv.people"), "#targeted+ind+num"));
        columns.add(new Column(view.text("csv.route"), "#loc+route+code"));
        columns.add(new Column(view.text("csv.destination-id"), "#loc+destination+code"));
        columns.add(new Column(view.text("csv.destination"), "#loc+destination+name"));
        columns.add(new Column(view.text("csv.stops"), "#description+stops"));
        columns.add(new Column(view.text("csv.status"), "#status"));
        columns.add(new Column(view.text("csv.label"), "#meta+label"));
        columns.add(new Column(view.text("csv.scenario"), "#meta+id"));
        columns.add(new Column(view.text("csv.hash"), "#meta+hash"));
        columns.add(new Column(view.text("csv.note"), "#description+note"));
        return columns;
    }

    private List<String> cells(VersionPlan found, DepartureRow row) {
        Names names = view.names();
        List<String> cells = new ArrayList<>(List.of(found.version(), row.assembly(), names.assembly(row.assembly())));
        for (ZoneId zone : zones()) {
            cells.add(iso(row.from(), zone));
            cells.add(iso(row.to(), zone));
            cells.add(iso(row.firstArrival(), zone));
            cells.add(iso(row.lastArrival(), zone));
        }
        Stamp stamp = Stamp.of(view);
        cells.add(view.text("mode." + row.mode()));
        cells.add(row.vehicleName());
        cells.add(Long.toString(row.vehicles()));
        cells.add(Long.toString(row.people()));
        cells.add(row.route());
        cells.add(row.destination());
        cells.add(names.destination(row.destination()));
        cells.add(String.join("; ", row.halts().stream().map(names::place).toList()));
        cells.add(stamp.estimate());
        cells.add(String.join(". ", stamp.banner()));
        cells.add(stamp.scenario());
        cells.add(stamp.hash());
        cells.add(stamp.notSafe() + " " + stamp.withoutPrejudice());
        return cells;
    }

    private List<ZoneId> zones() {
        List<ZoneId> zones = new ArrayList<>(List.of(ZoneOffset.UTC));
        view.formats().zones().stream()
                .filter(zone -> !zone.equals(ZoneOffset.UTC))
                .forEach(zones::add);
        return zones;
    }

    private static String iso(Instant moment, ZoneId zone) {
        return ISO.format(moment.atZone(zone));
    }

    /** HXL attributes are lower-case letters, digits and underscores, starting with a letter. */
    private static String attribute(String zone) {
        String letters = zone.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "+" + (letters.matches("[a-z].*") ? letters : "zone_" + letters);
    }

    private static String inert(String cell) {
        String plain = Plain.of(cell);
        String start = plain.stripLeading();
        return !start.isEmpty() && "=+-@|%".indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
