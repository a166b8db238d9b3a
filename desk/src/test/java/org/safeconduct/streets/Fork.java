package org.safeconduct.streets;

/** A scenario of two hours in which two ways lead from home to the east; its places and roads are the test's. */
public final class Fork {
    private Fork() {}

    /** The scenario file. {@code people} sets out from home, as the fields of an assembly say it. */
    public static String scenario(String people) {
        return """
            safeconduct: scenario/1
            id: fork
            title: A fork
            exercise: true
            zones: [Europe/Kyiv]
            horizon: {from: 2022-03-05 08:00, to: 2022-03-05 10:00}
            parties: [{id: us, name: We}]
            network: {places: places.csv, roads: fork.xml}
            destinations: [{id: east, place: east}]
            versions: [{id: all, name: by all streets, by: us, destinations: [east]}]
            assemblies: [{id: home, name: Home, place: home, %s}]
            """.formatted(people);
    }
}
