package org.safeconduct.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mappings a scenario is made of, each with all its keys: the reader's side of {@code spec/scenario.schema.json}.
 * A test compares the two.
 */
enum Shape {
    SCENARIO("safeconduct id title summary label exercise zones step horizon derating storage sources parties network"
            + " versions areas assemblies fleets destinations checkpoints aid closures halts links notes"),
    HORIZON("from to"),
    SOURCE("title address"),
    PARTY("id name"),
    NETWORK("places segments roads crs sha256 area without snap_metres"),
    AREA("id name file box around metres source"),
    VERSION("id name by source route segments within avoid silence earliest_departure latest_departure curfew"
            + " destinations unstated"),
    SILENCE("from to on"),
    CURFEW("from to zone on"),
    ASSEMBLY("id name place people from vehicles_per_hour own_cars persons_per_car destinations destinations_source"
            + " needs rank convoy by source"),
    NEEDS("stretcher wheelchair unaccompanied_children"),
    CONVOY("size gap"),
    FLEET("id name vehicles seats stretchers wheelchairs base from loading unloading shuttles serves destinations"
            + " convoy children_per_escort by source"),
    DESTINATION("id place reception people_per_hour rank by source"),
    CHECKPOINT("id name segment at on_street confirming_party hours queue screening both_directions by source"),
    HOURS("from to vehicles_per_hour"),
    AID("id name vehicles from_place to_place from"),
    CLOSURE("segment area streets refs kind from to attested_by source"),
    HALT("place vehicles refuge source"),
    LINK("fleet with source"),
    FIGURE("value low high by source");

    private final String keys;

    Shape(String keys) {
        this.keys = keys;
    }

    boolean knows(String key) {
        return (" " + keys + " ").contains(" " + key + " ");
    }

    List<String> keys() {
        return List.of(keys.split(" ", -1));
    }

    /** What an entry of this shape is called, such as "assembly". */
    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if {@code by} and {@code source} of this mapping say whose its plain numbers are. */
    boolean attributes() {
        return this == ASSEMBLY || this == FLEET || this == DESTINATION || this == CHECKPOINT;
    }

    /** What to write for a key that is missing. */
    static String example(String key) {
        return EXAMPLES.getOrDefault(key, key + ": …");
    }

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("safeconduct", "safeconduct: scenario/1"),
            Map.entry("id", "id: theatre"),
            Map.entry("name", "name: as people call it"),
            Map.entry("title", "title: what it is, and when"),
            Map.entry("exercise", "exercise: true, or false if people will really move"),
            Map.entry("zones", "zones: [Europe/Kyiv]"),
            Map.entry("horizon", "horizon: {from: 2022-03-05 07:00, to: 2022-03-05 20:00}"),
            Map.entry("network", "network: {places: places.csv, segments: segments.csv}"),
            Map.entry("metres", "metres: 500"),
            Map.entry("from", "from: 2022-03-05 09:00"),
            Map.entry("to", "to: 2022-03-05 16:00"),
            Map.entry("people", "people: 70000"),
            Map.entry("vehicles", "vehicles: 30"),
            Map.entry("seats", "seats: 50"),
            Map.entry("vehicles_per_hour", "vehicles_per_hour: 600"),
            Map.entry("kind", "kind: mine"),
            Map.entry("attested_by", "attested_by: who says so"),
            Map.entry("size", "size: 10"),
            Map.entry("gap", "gap: 10 min"),
            Map.entry("by", "by: the id of a party"));
}
