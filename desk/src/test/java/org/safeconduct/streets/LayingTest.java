package org.safeconduct.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioReader;
import org.safeconduct.scenario.Streets;

/** Two ways lead from home to the east: straight on, and by the north. */
class LayingTest {
    private static final String SCENARIO = Fork.scenario("people: 100, own_cars: 1");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder links = new StringBuilder();
        for (String ends : new String[] {"ab", "bc", "ad", "dc"}) {
            String back = new StringBuilder(ends).reverse().toString();
            for (String id : new String[] {ends, back}) {
                links.append(
                        "<link id=\"%s\" from=\"%c\" to=\"%c\" length=\"9500\" freespeed=\"20\" capacity=\"900\" permlanes=\"1\" modes=\"car\"/>"
                                .formatted(id, id.charAt(0), id.charAt(1)));
            }
        }
        Files.writeString(folder.resolve("fork.xml"), """
            <network><nodes>
              <node id="a" x="37.00" y="47.00"/><node id="b" x="37.10" y="47.00"/>
              <node id="c" x="37.20" y="47.00"/><node id="d" x="37.10" y="47.05"/>
            </nodes><links capperiod="01:00:00">
              %s
            </links></network>
            """.formatted(links));
        Files.writeString(
                folder.resolve("places.csv"), "id,name,lat,lon\nhome,Home,46.999,37.00\neast,East,47.00,37.20\n");
    }

    private Scenario laid(String more) throws InputProblems, IOException, RoadProblems {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO + more);
        Roads roads = RoadsReader.read(folder.resolve("fork.xml"), ReadOptions.standard());
        return Laying.lay(ScenarioReader.read(folder), roads, Map.of()).scenario();
    }

    @Test
    void aNumberOfALinkClosesOneDirection() throws InputProblems, IOException, RoadProblems {
        Scenario scenario = laid("closures: [{refs: [ab], kind: other, attested_by: we}]\n");
        assertThat(scenario.versions().getFirst().silence().keySet())
                .noneMatch(id -> leads(scenario, id, "home", "j1"));
    }

    @Test
    void aStreetClosedForAnHourKeepsItsSilenceAndHasAClosure() throws InputProblems, IOException, RoadProblems {
        Scenario scenario = laid("closures: [{refs: [ab, ba], kind: crater, attested_by: we,"
                + " from: 2022-03-05 08:00, to: 2022-03-05 09:00}]\n");
        assertThat(scenario.closures())
                .isNotEmpty()
                .allMatch(closure -> closure.kind().equals("crater"));
        assertThat(scenario.versions().getFirst().silence().values()).allMatch(hours -> hours.size() == 1);
        assertThat(scenario.versions().getFirst().silence())
                .containsKey(scenario.closures().getFirst().segment());
    }

    @Test
    void aNumberThatNoRoadHasIsToldWithItsLine() {
        assertThatThrownBy(() -> laid("closures: [{refs: [ab, zz], kind: other, attested_by: we}]\n"))
                .isInstanceOfSatisfying(InputProblems.class, found -> {
                    InputProblem problem = found.problems().getFirst();
                    assertThat(problem.value()).isEqualTo("\"zz\"");
                    assertThat(problem.line()).isEqualTo(12);
                });
    }

    @Test
    void itIsSaidHowFarAPlaceLiesFromItsStreet() throws InputProblems, IOException, RoadProblems {
        Streets.Ground ground = laid("").streets().flatMap(Streets::ground).orElseThrow();
        assertThat(ground.junctions()).isEqualTo(4);
        assertThat(ground.joined()).extracting(Streets.Joined::place).containsExactly("home", "east");
        assertThat(ground.joined().getFirst().metres()).isBetween(105.0, 115.0);
    }

    private static boolean leads(Scenario scenario, String id, String from, String to) {
        return scenario.roads().stream()
                .filter(road -> road.segment().id().equals(id))
                .anyMatch(road -> joins(road, from, to) || (road.bothWays() && joins(road, to, from)));
    }

    private static boolean joins(Scenario.Road road, String from, String to) {
        return road.segment().from().equals(from) && road.segment().to().equals(to);
    }
}
