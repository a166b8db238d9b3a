package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A road of others with a known answer: 23.746 km, 600 vehicles an hour at its narrowest, 10,867 vehicles. */
class OneRoadTest {
    private static final int VEHICLES = 10_867;

    private static final Instant START = Instant.parse("2022-03-05T00:00:00Z");

    /** 818 s free flow, then one vehicle every six seconds: the source's own figures. */
    private static final int LAST_ARRIVAL = 818 + (VEHICLES - 1) * 3600 / 600;

    private static final int STEP = 6;

    @TempDir
    private Path folder;

    @Test
    void theLastVehicleArrivesInTheVerySecond() throws IOException, RoadProblems {
        Path network = RealData.file("evacuation/castlemaine/cmr_1s1d1r_cmr_1s1d1r_network.xml");
        Roads roads = RoadsReader.read(network, ReadOptions.standard().withCrs("EPSG:28355"));
        long freeFlow = IntStream.range(0, roads.arcs())
                        .mapToLong(roads::freeFlowMillis)
                        .sum()
                / 1000;
        write(roads, network);
        Ran ran = Ran.in(folder, "plan", ".", "--roads", network.toString(), "--quiet");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode plan = new JsonMapper().readTree(Files.readAllBytes(folder.resolve("out/one-road/plan.json")));
        JsonNode arrivals = plan.at("/versions/0/low/destinations/0");
        Instant first = Instant.parse(arrivals.get("firstArrival").asString());
        Instant last = Instant.parse(arrivals.get("lastArrival").asString());

        assertThat(arrivals.get("vehicles").asInt()).isEqualTo(VEHICLES);
        assertThat(Duration.between(START, first).toSeconds()).isBetween(freeFlow, freeFlow + 2 * STEP);
        assertThat(freeFlow + Duration.between(first, last).toSeconds()).isEqualTo(LAST_ARRIVAL);
        assertThat(LAST_ARRIVAL).isEqualTo(66_014);
    }

    /** From the one end of the road to the other, nothing taken off its rate. */
    private void write(Roads roads, Path network) throws IOException {
        BitSet heads = new BitSet();
        BitSet tails = new BitSet();
        for (int arc = 0; arc < roads.arcs(); arc++) {
            heads.set(roads.head(arc));
            tails.set(roads.tail(arc));
        }
        BitSet first = (BitSet) tails.clone();
        first.andNot(heads);
        heads.andNot(tails);
        Files.writeString(
                folder.resolve("places.csv"),
                "id,name,lat,lon\nstart,Start," + at(roads, first.nextSetBit(0)) + "\nend,End,"
                        + at(roads, heads.nextSetBit(0)) + "\n");
        Files.writeString(folder.resolve("scenario.yaml"), """
            safeconduct: scenario/1
            id: one-road
            title: One road
            exercise: true
            zones: [UTC]
            horizon: {from: 2022-03-05 00:00, to: 2022-03-05 18:30}
            step: %d s
            derating: 1
            parties: [{id: us, name: We}]
            network: {places: places.csv, roads: %s, crs: "EPSG:28355"}
            destinations: [{id: end, place: end}]
            versions: [{id: road, name: the road, by: us, destinations: [end]}]
            assemblies: [{id: start, name: Start, place: start, people: %d, own_cars: 1, persons_per_car: 1}]
            """.formatted(STEP, network.getFileName(), VEHICLES));
    }

    private static String at(Roads roads, int junction) {
        return roads.latitude(junction) + "," + roads.longitude(junction);
    }
}
