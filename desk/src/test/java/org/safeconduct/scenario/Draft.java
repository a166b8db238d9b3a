package org.safeconduct.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A good scenario of three towns on one road, in which a test changes what it is about.
 *
 * <pre>
 *   alder ──30 km── birch ──40 km── cedar        dune (not joined)
 * </pre>
 */
record Draft(String scenario, String places, String segments) {

    static final Draft THREE_TOWNS = new Draft("""
        safeconduct: scenario/1
        id: three-towns
        title: Three towns
        exercise: true
        zones: [Europe/Kyiv, Europe/Moscow]
        horizon: {from: 2022-03-05 07:00, to: 2022-03-05 20:00}
        sources:
          s1: {title: "Agency, 5 March 2022"}
        parties:
          - {id: north, name: Northern side}
        network: {places: places.csv, segments: segments.csv}
        destinations:
          - {id: cedar, place: cedar, reception: 50000}
        versions:
          - id: north
            name: as announced by the northern side
            by: north
            route: [alder, birch, cedar]
            silence:
              - {from: 2022-03-05 09:00, to: 2022-03-05 16:00}
            destinations: [cedar]
        assemblies:
          - id: market
            name: Alder, market square
            place: alder
            people: 2000
            own_cars: 0.5
            destinations: {cedar: 1}
        fleets:
          - {id: buses, name: City buses, vehicles: 10, seats: 50, base: alder}
        checkpoints:
          - {id: post, name: Bridge post, segment: alder-birch, queue: 200}
        """, """
            id,name,other_names,lat,lon
            alder,Alder,,47.00,37.00
            birch,Birch,,47.20,37.10
            cedar,Cedar,,47.50,37.10
            dune,Dune,,47.60,37.60
            """, """
                id,from,to,km,minutes,vehicles_per_hour,both_ways
                alder-birch,alder,birch,30,30,600,yes
                birch-cedar,birch,cedar,40,40,600,yes
                """);

    Draft scenario(String old, String changed) {
        return new Draft(replaced(scenario, old, changed), places, segments);
    }

    Draft places(String old, String changed) {
        return new Draft(scenario, replaced(places, old, changed), segments);
    }

    Draft segments(String old, String changed) {
        return new Draft(scenario, places, replaced(segments, old, changed));
    }

    /** Adds lines at the end of the scenario. */
    Draft with(String lines) {
        return new Draft(scenario + lines, places, segments);
    }

    private static String replaced(String text, String old, String changed) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("the draft does not hold " + old);
        }
        return text.replace(old, changed);
    }

    Scenario read(Path folder) throws InputProblems {
        write(folder);
        return ScenarioReader.read(folder);
    }

    /** All problems, one line each. */
    List<String> problems(Path folder) {
        write(folder);
        return problemsOf(folder);
    }

    static List<String> problemsOf(Path folder) {
        try {
            ScenarioReader.read(folder);
            return List.of();
        } catch (InputProblems e) {
            return e.problems().stream().map(InputProblem::toString).toList();
        }
    }

    private void write(Path folder) {
        try {
            Files.writeString(folder.resolve("scenario.yaml"), scenario);
            Files.writeString(folder.resolve("places.csv"), places);
            Files.writeString(folder.resolve("segments.csv"), segments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
