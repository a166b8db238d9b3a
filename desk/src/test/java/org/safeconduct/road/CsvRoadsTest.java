package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRoadsTest {
    static final String NODES = "osm_node,lon,lat\n1,37.16,36.20\n2,37.17,36.20\n3,37.17,36.21\n";
    static final String EDGES = "u,v,highway,length_m\n1,2,tertiary,950.5\n2,3,residential,1200\n";

    private static CsvRoads.Table table(String name, String text) {
        return new CsvRoads.Table(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Roads read(String nodes, String edges) throws RoadProblems {
        return CsvRoads.read(
                table("x_nodes.csv", nodes),
                table("x_edges.csv", edges),
                ReadOptions.standard().withJoining(Joining.NEVER),
                ReadReport.made("x_edges.csv"));
    }

    private static int arc(Roads roads, long from, long to) {
        return IntStream.range(0, roads.arcs())
                .filter(arc -> roads.node(roads.tail(arc)) == from && roads.node(roads.head(arc)) == to)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNotStatedComesFromTheTableByClassAndIsMarked() throws RoadProblems {
        Roads roads = read(NODES, EDGES);
        int arc = arc(roads, 1, 2);
        assertThat(roads.arcs()).isEqualTo(4);
        assertThat(roads.roadClass(arc)).isEqualTo(RoadClass.TERTIARY);
        assertThat(roads.lengthCentimetres(arc)).isEqualTo(95_050);
        assertThat(roads.capacityPerHour(arc))
                .isEqualTo(ClassTable.of(RoadClass.TERTIARY).capacityPerHour(1));
        assertThat(roads.flags(arc)).containsExactlyInAnyOrder(RoadFlag.SPEED_GUESSED, RoadFlag.LANES_GUESSED);
        assertThat(roads.report().guessed())
                .containsEntry("speed of edges without one, from the table by class", 2L)
                .containsEntry("lanes of edges without a number, from the table by class", 2L);
        assertThat(roads.report().notes()).contains("Every edge has both directions unless oneway says otherwise.");
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws RoadProblems {
        Roads roads = read(
                "\uFEFFlat,LON,id\n36.20,37.16,1\n36.20,37.17,2\n",
                "oneway,to,from,lanes,maxspeed,capacity,name\nyes,1,2,2,40,700,\"Kings, Road\"\n");
        int arc = arc(roads, 2, 1);
        assertThat(roads.arcs()).isEqualTo(1);
        assertThat(roads.lanes(arc)).isEqualTo(2);
        assertThat(roads.capacityPerHour(arc)).isEqualTo(700);
        assertThat(Math.round(roads.freeFlowKmh(arc))).isEqualTo(40);
        assertThat(roads.name(arc)).isEqualTo("Kings, Road");
        assertThat(roads.flags(arc)).containsExactly(RoadFlag.CAPACITY_STATED);
        assertThat(roads.roadClass(arc)).isEqualTo(RoadClass.OTHER);
    }

    @Test
    void aWayOfAnyNameIsCalledByItAndClosedByItUnlessItHasANumber() throws RoadProblems {
        Roads roads = read(NODES, "u,v,way,ref,oneway\n1,2,A-12,,yes\n2,3,A-13,B 37,yes\n3,1,14,,yes\n");
        assertThat(roads.wayName(roads.way(arc(roads, 1, 2)))).isEqualTo("A-12");
        assertThat(roads.ref(arc(roads, 1, 2))).isEqualTo("A-12");
        assertThat(roads.wayName(roads.way(arc(roads, 2, 3)))).isEqualTo("A-13");
        assertThat(roads.ref(arc(roads, 2, 3))).isEqualTo("B 37");
        assertThat(roads.way(arc(roads, 3, 1))).isEqualTo(14);
        assertThat(roads.ref(arc(roads, 3, 1))).isEmpty();
    }

    @Test
    void aWayOfAnEndlessNameIsTold() {
        assertThatThrownBy(() -> read(NODES, "u,v,way\n1,2," + "a".repeat(4_001) + "\n"))
                .hasMessageContaining("has an id of more than 4,000 characters. Give the edge a shorter one.");
    }

    @Test
    void lanesOfARoadAreSharedByItsDirectionsAndOneWayMayBeReversed() throws RoadProblems {
        Roads roads = read(NODES, "u,v,highway,oneway,lanes\n1,2,primary,no,3\n2,3,primary,-1,3\n");
        assertThat(roads.lanes(arc(roads, 1, 2))).isEqualTo(1.5);
        assertThat(roads.lanes(arc(roads, 3, 2))).isEqualTo(3);
        assertThat(roads.arcs()).isEqualTo(3);
    }

    @Test
    void waysForWalkersAreLeftOutAndUnknownClassesGuessed() throws RoadProblems {
        Roads roads = read(NODES, "u,v,highway\n1,2,steps\n2,3,autobahn\n3,3,primary\n");
        assertThat(roads.report().dropped())
                .containsEntry("edges that are not for cars: steps", 1L)
                .containsEntry("edges from a node to itself", 1L);
        assertThat(roads.report().guessed()).containsEntry("class of edges of a class that is not known: road", 1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "37.16,36.20,1;37.17,36.20,2|x_nodes.csv, line 1: \"37.16,36.20,1\": has no column osm_node or node or"
                        + " id or osmid",
                "id,lon;1,2|x_nodes.csv, line 1: \"id,lon\": has no column lat or latitude or y",
                "id,lon,lat,lon;1,2,3,4|has a column twice",
                "id,lon,lat;1,2|x_nodes.csv, line 2: \"2 of 3 values\": is not what the header has.",
                "id,lon,lat;1,east,2|x_nodes.csv, line 2, lon or longitude or x: \"east\": is no longitude in degrees.",
                "id,lon,lat;1,36,137|x_nodes.csv, line 2, lat or latitude or y: \"137\": is no latitude in degrees.",
                "id,lon,lat;1,NaN,1|is no longitude in degrees.",
                "id,lon,lat;,1,1|is missing.",
                "id,lon,lat;1,1,1;1,2,2|x_nodes.csv, line 3, osm_node or node or id or osmid: \"1\": is there twice.",
                "id,lon,lat;\"1,1,1|x_nodes.csv, line 2: \"1 of 3 values\": is not what the header has. Check quotes"
            })
    void nodesThatAreNoneAreTold(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n') + "\n", EDGES)).hasMessageContaining(message);
    }

    @Test
    void everyHeaderProblemTellsWhatIsExpected() {
        assertThatThrownBy(() -> read("a,b,c\n1,2,3\n", EDGES))
                .hasMessage("x_nodes.csv, line 1: \"a,b,c\": has no column osm_node or node or id or osmid,"
                        + " nor lon or longitude or x, nor lat or latitude or y."
                        + " Begin with a header such as osm_node,lon,lat, in any order.");
        assertThatThrownBy(() -> read("", EDGES)).hasMessageContaining("x_nodes.csv: is empty. Begin with a header");
    }

    @Test
    void anEdgeToANodeThatIsNotThereIsTold() {
        assertThatThrownBy(() -> read(NODES, "u,v,highway\n1,9,primary\n"))
                .hasMessage(
                        "x_edges.csv, line 2, v or to or target: \"9\": is no node. Add it to x_nodes.csv, leave the"
                                + " edge out, or see that values stand in the order of the header.");
    }

    @Test
    void exchangedCoordinatesShowInTheLengths() {
        StringBuilder nodes = new StringBuilder("id,lon,lat\n");
        StringBuilder edges = new StringBuilder("u,v,length_m\n");
        for (int i = 0; i <= 30; i++) {
            nodes.append(i)
                    .append(',')
                    .append(60.2)
                    .append(',')
                    .append(24 + i * 0.01)
                    .append('\n');
            edges.append(i > 0 ? (i - 1) + "," + i + ",553\n" : "");
        }
        assertThatThrownBy(() -> read(nodes.toString(), edges.toString()))
                .hasMessageContaining("30 of 30 edges")
                .hasMessageContaining("are shorter than the straight line between their ends.")
                .hasMessageContaining("longitude and latitude");
    }

    @Test
    void bytesThatAreNotUtf8AreTold() {
        byte[] latin = NODES.replace("1,", "é,").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CsvRoads.read(
                        new CsvRoads.Table("x_nodes.csv", new ByteArrayInputStream(latin)),
                        table("x_edges.csv", EDGES),
                        ReadOptions.standard(),
                        ReadReport.made("x")))
                .hasMessageContaining("holds bytes that are not UTF-8.");
    }
}
