package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.plan.Timetable;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;

class SumoTest {
    private static final String NODES = """
        <?xml version='1.0' encoding='UTF-8'?>
        <nodes>
          <node id="church" x="8.0100000" y="49.0040000"/>
          <node id="east" x="8.0280000" y="49.0000000"/>
          <node id="j1" x="8.0100000" y="49.0000000"/>
        </nodes>
        """;

    private static final String EDGES = """
        <?xml version='1.0' encoding='UTF-8'?>
        <edges>
          <edge id="w11" from="j1" to="east" priority="16" numLanes="2" speed="13.89" spreadType="right" \
        shape="8.0100000,49.0000000 8.0280000,49.0000000"/>
          <edge id="-w11" from="east" to="j1" priority="16" numLanes="2" speed="13.89" spreadType="right" \
        shape="8.0280000,49.0000000 8.0100000,49.0000000"/>
          <edge id="w12" from="church" to="j1" priority="9" numLanes="1" speed="8.33" spreadType="center" \
        shape="8.0100000,49.0040000 8.0100000,49.0000000"/>
        </edges>
        """;

    @TempDir
    Path folder;

    private Scenario village() throws IOException, InputProblems {
        return Village.in(folder);
    }

    private SumoNetwork network() throws IOException, InputProblems {
        Scenario village = village();
        return new SumoNetwork(village, village.versions().getFirst());
    }

    private SumoTraffic traffic() throws IOException, InputProblems {
        Scenario village = village();
        return new SumoTraffic(village, Timetable.of(village, village.versions().getFirst()));
    }

    @Test
    void streetsThatPeopleMayTakeBecomeNodesAndEdges() throws IOException, InputProblems {
        assertThat(network().nodes()).isEqualTo(NODES);
        assertThat(network().edges(false)).isEqualTo(EDGES);
    }

    @Test
    void everyCarOfThePlanSetsOutOnItsWay() throws IOException, InputProblems {
        SumoTraffic traffic = traffic();
        assertThat(traffic.vehicles()).hasSize(30).allSatisfy(vehicle -> {
            assertThat(vehicle.people()).isEqualTo(3);
            assertThat(traffic.edges(vehicle.planned())).containsExactly("w12", "w11");
            assertThat(vehicle.departure())
                    .isBetween(vehicle.planned().departure(), vehicle.planned().arrival());
        });
        assertThat(traffic.routes()).contains("<vehicle id=\"29\" type=\"OWN_CAR\"");
    }

    @Test
    void whereATurnIsMissingEveryLaneLeadsOnAndTheLeftmostRound() throws IOException, InputProblems {
        String text = network().connections(Set.of(new SumoNetwork.Turn("-w11", "w11")));
        assertThat(text.lines().filter(line -> line.contains("<connection ")))
                .containsExactly("  <connection from=\"-w11\" to=\"w11\" fromLane=\"1\" toLane=\"1\"/>");
    }

    @Test
    @Tag("ci")
    void thePlanOfAVillageHoldsInBothSimulations() throws IOException, InputProblems, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sumo")), "SUMO is not installed: nothing simulated");
        SumoCase.Options options = new SumoCase.Options(List.of(SumoRun.Kind.values()), 42);
        SumoCase done = SumoCase.run(village(), folder, options);
        assertThat(done.quarterHours(SumoRun.Kind.MESO).most()).isLessThan(5);
        assertThat(done.quarterHours(SumoRun.Kind.MICRO).most()).isLessThan(10);
        assertThat(SumoTable.summary(List.of(done))).contains("| village | 30 (0) | 0 | meso |", "| micro |");
        assertThat(done.getSeen(SumoRun.Kind.MICRO).teleports()).isZero();
    }
}
