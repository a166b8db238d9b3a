package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks that take less than one vehicle a step, one after the other. */
class SlowRoadsTest {
    private static final String SCENARIO = """
        safeconduct: scenario/1
        id: track
        title: A track
        exercise: true
        zones: [UTC]
        horizon: {from: 2030-05-01 08:00, to: 2030-05-01 %s}
        step: 10 s
        derating: 1
        parties: [{id: us, name: We}]
        network: {places: places.csv, roads: %s}
        destinations: [{id: out, place: out}]
        versions: [{id: all, name: by all streets, by: us, destinations: [out]}]
        assemblies:
        """;

    @TempDir
    private Path folder;

    /** Four farms on a track of 300 m between each and the next, which takes 20 vehicles an hour. */
    private void writeATrack() throws IOException {
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder places = new StringBuilder("id,name,lat,lon\n");
        for (int i = 0; i < 6; i++) {
            nodes.append("<node id=\"n%d\" x=\"%.3f\" y=\"47\"/>".formatted(i, 37 + i * 0.004));
            if (i > 0) {
                links.append(
                        "<link id=\"l%d\" from=\"n%d\" to=\"n%d\" length=\"300\" freespeed=\"15\" capacity=\"20\" permlanes=\"1\"/>"
                                .formatted(i, i - 1, i));
                places.append(
                        "%s,Farm %d,47,%.3f\n".formatted(i < 5 ? "farm" + i : "out", i, 37.002 + (i - 1) * 0.004));
            }
        }
        Files.writeString(
                folder.resolve("track.xml"),
                "<network><nodes>" + nodes + "</nodes><links>" + links + "</links></network>");
        Files.writeString(folder.resolve("places.csv"), places);
    }

    private long planned(String scenario, String... options) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), scenario);
        String[] all =
                Arrays.copyOf(new String[] {"plan", ".", "--out", "planned", "--force", "--json"}, 6 + options.length);
        System.arraycopy(options, 0, all, 6, options.length);
        Ran ran = Ran.in(folder, all);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Ran.in(folder, "check", "planned").code()).isZero();
        return ran.json().at("/versions/0/planned/low").asLong();
    }

    private static String farm(int number, int cars) {
        return "  - {id: farm%d, name: Farm %d, place: farm%d, people: %d, own_cars: 1, persons_per_car: 1}\n"
                .formatted(number, number, number, cars);
    }

    @Test
    void whoLivesAtTheEndOfATrackComesOutAtItsFullRate() throws IOException {
        writeATrack();
        String farms = farm(1, 100) + farm(2, 1) + farm(3, 1) + farm(4, 1);
        assertThat(planned(SCENARIO.formatted("10:05", "track.xml") + farms)).isBetween(40L, 41L);
    }

    @Test
    void fromFairhavenCarsComeOutAtTheRateOfItsTracks() throws IOException {
        Path roads = RealData.file("roads/surf-coast-shire-network-2021-epsg32754.xml.gz");
        Files.writeString(
                folder.resolve("places.csv"),
                "id,name,lat,lon\nfarm1,Fairhaven,-38.465,144.0757\nout,Torquay,-38.3306,144.3256\n");
        long planned =
                planned(SCENARIO.formatted("10:00", roads.getFileName()) + farm(1, 50), "--roads", roads.toString());
        assertThat(planned).as("20 an hour, but for the drive of 33 minutes").isBetween(28L, 29L);
    }
}
