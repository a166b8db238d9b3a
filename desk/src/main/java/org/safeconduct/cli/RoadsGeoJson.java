package org.safeconduct.cli;

import java.io.ByteArrayOutputStream;
import org.safeconduct.road.RoadFlag;
import org.safeconduct.road.Roads;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A road network as GeoJSON: a line for each road, with what is known of it in both directions. */
final class RoadsGeoJson {
    private final Roads roads;
    private final JsonGenerator json;

    private RoadsGeoJson(Roads roads, JsonGenerator json) {
        this.roads = roads;
        this.json = json;
    }

    /** UTF-8. */
    static byte[] of(Roads roads) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            new RoadsGeoJson(roads, json).collection();
        }
        return bytes.toByteArray();
    }

    private void collection() {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
        for (int arc = 0; arc < roads.arcs(); arc++) {
            if (roads.reverse(arc) < 0 || roads.reverse(arc) > arc) {
                json.writeRaw('\n');
                feature(arc);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void feature(int arc) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        way(roads.way(arc));
        json.writeStringProperty("class", roads.roadClass(arc).tag());
        json.writeStringProperty("name", roads.name(arc));
        json.writeStringProperty("ref", roads.ref(arc));
        direction("", arc);
        json.writeBooleanProperty("oneway", roads.reverse(arc) < 0);
        if (roads.reverse(arc) >= 0) {
            direction("back_", roads.reverse(arc));
        }
        json.writeNumberProperty("island", roads.island(roads.tail(arc)));
        json.writeEndObject();
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", "LineString");
        json.writeArrayPropertyStart("coordinates");
        for (int point = 0; point < roads.points(arc); point++) {
            json.writeStartArray();
            json.writeNumber(roads.pointLongitudeE7(arc, point) / 1e7);
            json.writeNumber(roads.pointLatitudeE7(arc, point) / 1e7);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A number if that is what the source calls it. */
    private void way(long way) {
        String name = roads.wayName(way);
        if (name.equals(Long.toString(way))) {
            json.writeNumberProperty("way", way);
        } else {
            json.writeStringProperty("way", name);
        }
    }

    private void direction(String prefix, int arc) {
        json.writeNumberProperty(prefix + "arc", arc);
        json.writeNumberProperty(prefix + "length_m", roads.lengthCentimetres(arc) / 100.0);
        json.writeNumberProperty(prefix + "kmh", Math.round(roads.freeFlowKmh(arc) * 10) / 10.0);
        json.writeNumberProperty(prefix + "lanes", roads.lanes(arc));
        json.writeNumberProperty(prefix + "vehicles_per_hour", roads.capacityPerHour(arc));
        json.writeArrayPropertyStart(prefix + "flags");
        for (RoadFlag flag : roads.flags(arc)) {
            json.writeString(PlanSummary.lowerCase(flag));
        }
        json.writeEndArray();
    }
}
