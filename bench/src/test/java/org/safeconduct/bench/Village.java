package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safeconduct.cli.RoadFile;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;

/**
 * Ninety people, three in a car, leave a church by a one-way lane and a main street.
 *
 * <pre>
 *        church
 *          │ Church Lane, one way
 *          ▼
 *   west ──•── Main Street ── east
 * </pre>
 */
final class Village {
    private static final String OSM = """
        <osm version="0.6">
          <node id="1" lat="49.000" lon="8.000"/>
          <node id="2" lat="49.000" lon="8.010"/>
          <node id="3" lat="49.000" lon="8.030"/>
          <node id="4" lat="49.005" lon="8.010"/>
          <way id="11"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
            <tag k="highway" v="primary"/><tag k="lanes" v="4"/><tag k="maxspeed" v="50"/><tag k="name" v="Main Street"/></way>
          <way id="12"><nd ref="4"/><nd ref="2"/>
            <tag k="highway" v="residential"/><tag k="oneway" v="yes"/><tag k="name" v="Church Lane"/></way>
        </osm>
        """;

    private static final String PLACES = """
        id,name,other_names,lat,lon
        church,Church,,49.004,8.010
        east,East,,49.000,8.028
        """;

    private static final String SCENARIO = """
        safeconduct: scenario/1
        id: village
        title: A village
        exercise: true
        zones: [Europe/Berlin]
        horizon: {from: 2030-05-01 08:00, to: 2030-05-01 08:30}
        step: 10 s
        parties: [{id: exercise, name: Exercise staff}]
        network: {places: places.csv, roads: village.osm}
        destinations: [{id: east, place: east}]
        versions:
          - id: streets
            name: by all streets
            by: exercise
            silence: [{from: 2030-05-01 08:00, to: 2030-05-01 08:30}]
            destinations: [east]
        assemblies: [{id: church, name: Church, place: church, people: 90, own_cars: 1, persons_per_car: 3}]
        """;

    private Village() {}

    /** The scenario on its streets; its files are written to a folder. */
    static Scenario in(Path folder) throws IOException, InputProblems {
        Files.writeString(folder.resolve("village.osm"), OSM);
        Files.writeString(folder.resolve("places.csv"), PLACES);
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
        return RoadFile.lay(ScenarioReader.read(folder), List.of(folder));
    }
}
