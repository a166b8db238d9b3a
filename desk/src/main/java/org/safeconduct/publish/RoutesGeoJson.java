package org.safeconduct.publish;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.accord.Clause;
import org.safeconduct.agree.Differences;
import org.safeconduct.terms.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The routes of texts for a map: one RFC 7946 FeatureCollection, a straight line for each segment, with the text it is of and the
 * party that says it will confirm it.
 */
public final class RoutesGeoJson {
    private RoutesGeoJson() {}

    /**
     * The file.
     *
     * @param texts clauses by what each text is called
     */
    public static String write(Map<String, List<Clause>> texts) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeStringProperty("notice", Messages.english().text("without-prejudice"));
            json.writeArrayPropertyStart("features");
            texts.forEach((name, clauses) -> clauses.stream()
                    .flatMap(clause -> clause.legs().stream())
                    .forEach(leg -> feature(json, name, clauses, leg)));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.append('\n').toString();
    }

    /** A segment whose places are both known; others cannot be drawn. */
    private static void feature(JsonGenerator json, String name, List<Clause> clauses, Clause.Leg leg) {
        Optional<Place> from = Differences.findPlace(clauses, leg.from());
        Optional<Place> to = Differences.findPlace(clauses, leg.to());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("text", name);
        json.writeStringProperty("segment", leg.id());
        json.writeStringProperty("from", from.get().name());
        json.writeStringProperty("to", to.get().name());
        json.writeStringProperty("confirmedBy", leg.confirmedBy());
        json.writeEndObject();
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", "LineString");
        json.writeArrayPropertyStart("coordinates");
        for (Place place : List.of(from.get(), to.get())) {
            json.writeStartArray();
            json.writeNumber(place.longitude());
            json.writeNumber(place.latitude());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }
}
