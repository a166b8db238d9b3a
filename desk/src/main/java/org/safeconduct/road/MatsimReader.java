package org.safeconduct.road;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a MATSim network: nodes in the coordinates of some map, then directed links with length, free speed, capacity and lanes, all of which
 * are taken as stated.
 *
 * <p>The coordinate system is the one asked for, else the one that the file states, else the one in its name ({@code …epsg32754.xml.gz}); degrees if
 * the numbers can be degrees.
 */
final class MatsimReader {
    private static final Pattern CRS_IN_NAME = Pattern.compile("(?i)epsg[-_:]?(\\d{4,5})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d\\d)(?::(\\d\\d))?");
    private static final int MOST_PROBLEMS = 20;
    private static final String NAME_IT = "Name it, such as EPSG:32754: --crs on the command line, crs in a scenario.";

    private final String file;
    private final RoadsBuilder builder;
    private final ReadNotes notes = new ReadNotes();
    private final List<RoadProblem> problems = new ArrayList<>();
    private final Map<Long, Place> nodes = new HashMap<>();
    private final NodeNumbers numbers = new NodeNumbers();
    private final Set<String> links = new HashSet<>();
    private final double[] degrees = new double[2];
    private @Nullable Crs crs;
    private @Nullable MatsimLink link;
    private boolean inNode;
    private String attribute = "";
    private double periodHours = 1;
    private double statedMetres;
    private double straightMetres;
    private double worstTripMetres;

    /** Where a node lies, in units of the file. */
    private record Place(double x, double y) {}

    private MatsimReader(String file, ReadOptions options) {
        this.file = file;
        this.builder = new RoadsBuilder(options);
    }

    /**
     * Reads a network.
     *
     * @param about the file's name, which may tell about its coordinates, and its key
     * @throws RoadProblems if it is no such network, or a broken one
     */
    static Roads read(InputStream bytes, ReadOptions options, ReadReport about) throws RoadProblems {
        MatsimReader reader = new MatsimReader(about.source(), options);
        if (!options.crs().isEmpty()) {
            reader.coordinates(options.crs(), "crs");
        }
        try (XmlPieces xml = new XmlPieces(bytes)) {
            reader.network(xml);
        } catch (XMLStreamException e) {
            throw BrokenBytes.of(about.source(), e);
        }
        if (!reader.problems.isEmpty()) {
            throw new RoadProblems(reader.problems);
        }
        return reader.roads(about);
    }

    private Roads roads(ReadReport about) {
        notes.say("Coordinates are "
                + (crs == null ? "degrees, as nothing else is stated." : "those of " + crs.name() + "."));
        if (crs != null) {
            notes.say(String.format(
                    Locale.ROOT,
                    "Turned to degrees and back, every node comes to lie within %.6f m of itself.",
                    worstTripMetres));
        }
        if (straightMetres > 0) {
            double times = statedMetres / straightMetres;
            notes.say(String.format(
                    Locale.ROOT, "Links are %.2f times as long as the straight lines between their nodes.", times));
        }
        return builder.build(notes.report(about, nodes.size(), links.size()));
    }

    private void network(XmlPieces xml) throws XMLStreamException, RoadProblems {
        if (xml.next() != XmlPieces.Piece.START || !xml.name().equals("network")) {
            tell(
                    "",
                    xml.name(),
                    "is what this XML begins with; a MATSim network begins with network.",
                    "Take another file.");
            return;
        }
        for (XmlPieces.Piece piece = xml.next();
                piece != XmlPieces.Piece.FINISH && problems.size() < MOST_PROBLEMS;
                piece = xml.next()) {
            if (piece == XmlPieces.Piece.START) {
                start(xml);
            } else {
                end(xml);
            }
        }
    }

    private void start(XmlPieces xml) throws RoadProblems {
        switch (xml.name()) {
            case "node" -> {
                inNode = true;
                node(xml);
            }
            case "links" -> period(xml);
            case "link" -> link = MatsimLink.of(xml);
            case "attribute" -> attribute = xml.find("name").orElse("");
            default -> {} // nothing we need
        }
    }

    private void end(XmlPieces xml) throws RoadProblems {
        switch (xml.name()) {
            case "node" -> inNode = false;
            case "link" -> {
                if (link != null) {
                    link(link);
                }
                link = null;
            }
            case "attribute" -> {
                if (link != null) {
                    link.attribute(attribute, xml.text());
                } else if (!inNode && attribute.equals("coordinateReferenceSystem") && crs == null) {
                    coordinates(xml.text(), "line " + xml.line() + ", " + attribute);
                }
            }
            default -> {} // nothing we need
        }
    }

    private void coordinates(String name, String place) throws RoadProblems {
        Optional<Crs> found = Crs.find(name);
        if (found.isEmpty()) {
            throw new RoadProblems(new RoadProblem(file, place, name, "is no coordinate system known here.", NAME_IT));
        }
        crs = found.get();
    }

    private void node(XmlPieces xml) throws RoadProblems {
        String id = xml.find("id").orElse("");
        String place = "line " + xml.line() + ", node " + Quote.of(id);
        double x = number(xml, "x");
        double y = number(xml, "y");
        if (id.isEmpty() || !Double.isFinite(x) || !Double.isFinite(y)) {
            String found = xml.find("x").orElse("") + ", " + xml.find("y").orElse("");
            tell(
                    place,
                    Quote.of(found),
                    "has no id, or no numbers for x and y.",
                    "Write <node id=\"…\" x=\"…\" y=\"…\"/>.");
            return;
        }
        if (nodes.isEmpty() && crs == null) {
            decideCoordinates(place, x, y);
        }
        if (!toDegrees(x, y)) {
            tell(place, x + ", " + y, "lies outside " + (crs == null ? "all degrees." : crs.name() + "."), NAME_IT);
            return;
        }
        if (nodes.putIfAbsent(numbers.of(id), new Place(x, y)) != null) {
            tell(place, "", "is there twice.", "Leave one out.");
            return;
        }
        builder.node(numbers.of(id), (int) Math.round(degrees[0] * 1e7), (int) Math.round(degrees[1] * 1e7));
    }

    private void decideCoordinates(String place, double x, double y) throws RoadProblems {
        Matcher inName = CRS_IN_NAME.matcher(file);
        if (inName.find() && Crs.find("EPSG:" + inName.group(1)).isPresent()) {
            coordinates("EPSG:" + inName.group(1), "");
            notes.say("The coordinate system is taken from the name of the file.");
        } else if (Math.abs(x) > 180 || Math.abs(y) > 90) {
            throw new RoadProblems(new RoadProblem(
                    file,
                    place,
                    x + ", " + y,
                    "are no degrees, and the file does not say in which coordinates it is.",
                    NAME_IT));
        }
    }

    private boolean toDegrees(double x, double y) {
        if (crs == null) {
            degrees[0] = x;
            degrees[1] = y;
            return Math.abs(x) <= 180 && Math.abs(y) <= 90;
        }
        if (!crs.toDegrees(x, y, degrees)) {
            return false;
        }
        double trip = crs.roundTripMetres(x, y);
        worstTripMetres = Math.max(worstTripMetres, trip);
        return trip < 1;
    }

    private static double number(XmlPieces xml, String attribute) {
        try {
            return xml.find(attribute).map(Double::parseDouble).orElse(Double.NaN);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The time that capacities are stated for: {@code 01:00:00}, or seconds. */
    private void period(XmlPieces xml) {
        String stated = xml.find("capperiod").orElse("01:00:00");
        Matcher clock = CLOCK.matcher(stated);
        double hours = 0;
        if (clock.matches()) {
            String seconds = clock.group(3);
            hours = Integer.parseInt(clock.group(1))
                    + Integer.parseInt(clock.group(2)) / 60.0
                    + (seconds == null ? 0 : Integer.parseInt(seconds)) / 3600.0;
        } else if (SECONDS.matcher(stated).matches()) {
            hours = Integer.parseInt(stated) / 3600.0;
        }
        if (!(hours > 0)) {
            tell("line " + xml.line() + ", links, capperiod", stated, "is no time.", "Write 01:00:00.");
            return;
        }
        periodHours = hours;
    }

    private void link(MatsimLink found) {
        String place = "line " + found.line + ", link " + Quote.of(found.id);
        if (found.id.isEmpty() || !links.add(found.id)) {
            tell(place, "", found.id.isEmpty() ? "has no id." : "is there twice.", "Give each link an id of its own.");
            return;
        }
        if (found.id.length() > RoadsBuilder.MOST_ID) {
            tell(place, "", RoadsBuilder.LONG_ID, "Give the link a shorter one.");
            return;
        }
        Place from = nodes.get(numbers.of(found.from));
        Place to = nodes.get(numbers.of(found.to));
        Optional<String[]> wrong = found.findWrong();
        if (from == null || to == null) {
            String end = from == null ? found.from : found.to;
            tell(
                    place + (from == null ? ", from" : ", to"),
                    end,
                    end.isEmpty() ? "is missing." : "is no node of this file.",
                    "Put the node before the links, or take the link out.");
        } else if (wrong.isPresent()) {
            String what = wrong.get()[1].isEmpty() ? "is missing." : "is not a number that it can be.";
            tell(
                    place + ", " + wrong.get()[0],
                    wrong.get()[1],
                    what,
                    "Write metres, metres a second, vehicles, lanes.");
        } else if (!found.takesCars()) {
            notes.drop("links that are not for cars");
        } else if (found.from.equals(found.to)) {
            notes.drop("links from a node to itself");
        } else {
            statedMetres += found.metres();
            straightMetres += crs == null ? 0 : Math.hypot(to.x() - from.x(), to.y() - from.y());
            builder.road(
                    found.road(builder.way(found.id), periodHours, notes),
                    numbers.of(found.from),
                    numbers.of(found.to));
        }
    }

    private void tell(String place, String value, String problem, String remedy) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        problems.add(new RoadProblem(file, place, shown, problem, remedy));
    }
}
