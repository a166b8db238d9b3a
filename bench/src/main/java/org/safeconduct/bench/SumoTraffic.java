package org.safeconduct.bench;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Timetable;
import org.safeconduct.scenario.Scenario;

/**
 * A plan's drives as single vehicles with the ways they are planned to take.
 *
 * <p>Those that leave an assembly in one step are spread evenly over it. A vehicle that is planned to wait at a halt waits there until the planned moment. What holds
 * vehicles back at a checkpoint is the plan's departures alone: the simulator has no checkpoints.
 */
final class SumoTraffic {

    /**
     * One vehicle.
     *
     * @param planned what it is one of
     * @param people in it; a share, so that all of a drive's vehicles hold its people
     * @param departure when it is to set out
     */
    record Vehicle(Timetable.Drive planned, double people, Instant departure) {}

    private final Timetable timetable;
    private final Map<String, Scenario.Road> roads = new HashMap<>();
    private final List<Vehicle> vehicles = new ArrayList<>();

    SumoTraffic(Scenario scenario, Timetable timetable) {
        this.timetable = timetable;
        scenario.roads().forEach(road -> roads.put(road.segment().id(), road));
        Map<String, List<Timetable.Drive>> together = new TreeMap<>();
        for (Timetable.Drive drive : timetable.drives()) {
            together.computeIfAbsent(drive.departure() + " " + drive.assembly(), key -> new ArrayList<>())
                    .add(drive);
        }
        together.values().forEach(this::spread);
        vehicles.sort(Comparator.comparing(Vehicle::departure));
    }

    private void spread(List<Timetable.Drive> drives) {
        int count = drives.stream().mapToInt(Timetable.Drive::vehicles).sum();
        int done = 0;
        for (Timetable.Drive drive : drives) {
            for (int i = 0; i < drive.vehicles(); i++) {
                Duration after = timetable.step().multipliedBy(2L * done + 1).dividedBy(2L * count);
                double people = (double) drive.people() / drive.vehicles();
                vehicles.add(new Vehicle(drive, people, drive.departure().plus(after)));
                done++;
            }
        }
    }

    /** All vehicles by departure; the place in the list is the number in the routes file. */
    List<Vehicle> vehicles() {
        return List.copyOf(vehicles);
    }

    /** How many vehicles are planned to drive in circles. */
    long circled() {
        return vehicles.stream().filter(vehicle -> hasCircle(vehicle.planned())).count();
    }

    private static boolean hasCircle(Timetable.Drive way) {
        return way.stops().stream().map(Plan.Stop::place).distinct().count()
                < way.stops().size();
    }

    /** Text of the routes file. */
    String routes() {
        StringWriter text = new StringWriter();
        try (XmlText xml = XmlText.root(text, "routes")) {
            xml.empty("vType", "id", Plan.Mode.OWN_CAR.name(), "vClass", "passenger");
            xml.empty("vType", "id", Plan.Mode.PROVIDED_VEHICLE.name(), "vClass", "bus");
            for (int i = 0; i < vehicles.size(); i++) {
                Vehicle vehicle = vehicles.get(i);
                xml.start("vehicle", "id", String.valueOf(i));
                xml.attribute("type", vehicle.planned().mode().name());
                xml.attribute("depart", seconds(vehicle.departure()));
                xml.attribute("departLane", "best");
                xml.attribute("departSpeed", "max");
                List<String> edges = edges(vehicle.planned());
                xml.empty("route", "edges", String.join(" ", edges));
                halts(xml, vehicle.planned(), edges);
                xml.end();
            }
        }
        return text.toString();
    }

    /** The edges of a way. */
    List<String> edges(Timetable.Drive way) {
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < way.segments().size(); i++) {
            edges.add(SumoNetwork.edge(
                    getRoad(way.segments().get(i)), way.stops().get(i).place()));
        }
        return edges;
    }

    private void halts(XmlText xml, Timetable.Drive way, List<String> edges) {
        for (int i = 1; i < edges.size(); i++) {
            Plan.Stop stop = way.stops().get(i);
            if (stop.left().isAfter(stop.reached())) {
                xml.empty("stop", "edge", edges.get(i - 1), "parking", "true", "until", seconds(stop.left()));
            }
        }
    }

    private Scenario.Road getRoad(String segment) {
        Scenario.Road road = roads.get(segment);
        if (road == null) {
            throw new IllegalStateException("no segment " + segment);
        }
        return road;
    }

    /** Seconds after the timetable's start. */
    double after(Instant moment) {
        return Duration.between(timetable.start(), moment).toMillis() / 1000.0;
    }

    private String seconds(Instant moment) {
        return String.format(Locale.ROOT, "%.2f", after(moment));
    }
}
