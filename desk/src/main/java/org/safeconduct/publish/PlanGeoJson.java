package org.safeconduct.publish;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.AssemblyRow;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.publish.Selection.Spot;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Hours;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The plan for a map: one RFC 7946 FeatureCollection. Places, assembly points and checkpoints are points, segments and closures straight lines between places, streets
 * lines along their course; of these only what the plan drives, and the routes with most people.
 * Every feature has a {@code kind}; what belongs to one version names it in {@code version}. The label and what the file is not are foreign members at the top,
 * and the label stands on every feature, because features get copied.
 */
public final class PlanGeoJson {
    private final View view;
    private final Stamp stamp;
    private final Selection selection;
    private final JsonGenerator json;

    private PlanGeoJson(View view, JsonGenerator json) {
        this.view = view;
        this.stamp = Stamp.of(view);
        this.selection = new Selection(view);
        this.json = json;
    }

    public static String write(Plan plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new PlanGeoJson(View.of(plan), json).write();
        }
        return text.append('\n').toString();
    }

    private void write() {
        json.writeStartObject();
        string("type", "FeatureCollection");
        string("label", String.join(". ", stamp.banner()));
        string("labelCode", view.scenario().label().word());
        json.writeBooleanProperty("exercise", view.scenario().exercise());
        string("scenario", stamp.scenario());
        string("scenarioHash", stamp.hash());
        string("status", stamp.estimate());
        string("note", stamp.notSafe());
        string("withoutPrejudice", stamp.withoutPrejudice());
        json.writeArrayPropertyStart("features");
        (view.scenario().roads().stream().anyMatch(Selection::isStreet)
                        ? selection.places()
                        : view.scenario().places())
                .forEach(this::place);
        view.plan().versions().forEach(this::version);
        view.scenario().checkpoints().forEach(this::checkpoint);
        view.scenario().closures().forEach(this::closure);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void place(Place place) {
        feature("place", place.id());
        string("name", place.name());
        string("otherNames", place.otherNames());
        point(List.of(place));
    }

    private void version(VersionPlan found) {
        Version version = view.version(found);
        Map<String, Long> used = found.low().routes().stream()
                .flatMap(route -> route.segments().stream().map(segment -> Map.entry(segment, route.people())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
        for (Road road : view.roads(version)) {
            long people = used.getOrDefault(road.segment().id(), 0L);
            if (people > 0 || !Selection.isStreet(road)) {
                segment(version, road, people);
            }
        }
        selection.mainRoutes(found).forEach(route -> route(version, route));
        found.low().assemblies().forEach(row -> assembly(version, row));
    }

    private void segment(Version version, Road road, long people) {
        String id = road.segment().id();
        feature("segment", version.id() + ":" + id);
        string("version", version.id());
        string("versionName", version.name());
        string("segment", id);
        string("name", view.names().segment(id));
        json.writeNumberProperty("kilometres", road.kilometres());
        json.writeNumberProperty("peopleInPlan", people);
        windows("silence", version.silence().getOrDefault(id, List.of()));
        road.street().ifPresent(street -> {
            string("street", street.name());
            string("class", street.kind());
        });
        line(selection.course(road));
    }

    private void route(Version version, Route route) {
        feature("route", version.id() + ":" + route.id());
        string("version", version.id());
        string("route", route.id());
        json.writeNumberProperty("kilometres", route.kilometres());
        json.writeNumberProperty("peopleInPlan", route.people());
        line(selection.course(route));
    }

    private void assembly(Version version, AssemblyRow row) {
        feature("assembly", version.id() + ":" + row.assembly());
        string("version", version.id());
        string("name", view.names().assembly(row.assembly()));
        json.writeNumberProperty("expected", row.expected());
        json.writeNumberProperty("outInPlan", row.out());
        json.writeNumberProperty("left", row.left());
        row.lastUseful().ifPresent(at -> string("lastUsefulDeparture", at.toString()));
        point(view.scenario().assemblies().stream()
                .filter(assembly -> assembly.id().equals(row.assembly()))
                .map(assembly -> view.names().places().get(assembly.place()))
                .filter(Objects::nonNull)
                .toList());
    }

    private void checkpoint(Checkpoint post) {
        feature("checkpoint", post.id());
        string("name", post.name());
        string("segment", post.segment());
        string("confirmingParty", post.confirmingParty());
        json.writeArrayPropertyStart("hours");
        for (Hours hours : post.hours()) {
            json.writeStartObject();
            string("from", hours.window().from().toString());
            string("to", hours.window().to().toString());
            json.writeNumberProperty(
                    "vehiclesPerHourLow", hours.vehiclesPerHour().low());
            json.writeNumberProperty(
                    "vehiclesPerHourHigh", hours.vehiclesPerHour().high());
            string("by", hours.vehiclesPerHour().by());
            json.writeEndObject();
        }
        json.writeEndArray();
        point(Stream.of(post.at())
                .map(view.names().places()::get)
                .filter(Objects::nonNull)
                .toList());
    }

    private void closure(Closure closure) {
        feature("closure", closure.segment() + ":" + closure.window().from());
        string("segment", closure.segment());
        string("closureKind", closure.kind());
        string("attestedBy", closure.attestedBy());
        windows("closed", List.of(closure.window()));
        Road road = view.names().roads().get(closure.segment());
        line(road == null ? List.of() : selection.course(road));
    }

    // --- the form of a feature: feature(…), then properties, then point(…) or line(…) ---

    private void feature(String kind, String id) {
        json.writeRaw('\n');
        json.writeStartObject();
        string("type", "Feature");
        string("id", kind + ":" + id);
        json.writeObjectPropertyStart("properties");
        string("kind", kind);
        string("label", stamp.label());
    }

    /** Ends the feature with the first place's position, or without one where none is known. */
    private void point(List<Place> places) {
        json.writeEndObject();
        if (places.isEmpty()) {
            json.writeNullProperty("geometry");
        } else {
            json.writeObjectPropertyStart("geometry");
            string("type", "Point");
            json.writeName("coordinates");
            position(places.getFirst().longitude(), places.getFirst().latitude());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void line(List<Spot> points) {
        json.writeEndObject();
        if (points.size() < 2) {
            json.writeNullProperty("geometry");
        } else {
            json.writeObjectPropertyStart("geometry");
            string("type", "LineString");
            json.writeArrayPropertyStart("coordinates");
            points.forEach(point -> position(point.longitude(), point.latitude()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Longitude first, as RFC 7946 has it. */
    private void position(double longitude, double latitude) {
        json.writeStartArray();
        json.writeNumber(new BigDecimal(Gpx.degrees(longitude)));
        json.writeNumber(new BigDecimal(Gpx.degrees(latitude)));
        json.writeEndArray();
    }

    private void windows(String name, List<Window> windows) {
        json.writeArrayPropertyStart(name);
        for (Window window : windows) {
            json.writeStartObject();
            string("from", window.from().toString());
            string("to", window.to().toString());
            string("zone", window.zone().getId());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void string(String name, String value) {
        json.writeStringProperty(name, Plain.of(value));
    }
}
