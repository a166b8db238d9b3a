package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatsimReaderTest {
    /** Three nodes near Geelong, in UTM zone 54 south; a links to b and back, b to c. */
    static final String GOOD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE network SYSTEM "http://www.matsim.org/files/dtd/network_v2.dtd">
        <network>
        <attributes><attribute name="coordinateReferenceSystem" class="java.lang.String">EPSG:32754</attribute></attributes>
        <nodes>
        <node id="1" x="752712.4" y="5766399.6"/>
        <node id="2" x="753712.4" y="5766399.6"/>
        <node id="stop 3" x="753712.4" y="5767399.6"/>
        </nodes>
        <links capperiod="00:30:00">
        <link id="ab" from="1" to="2" length="1000" freespeed="25" capacity="600" permlanes="2" modes="car,bus"/>
        <link id="ba" from="2" to="1" length="1010" freespeed="25" capacity="300" permlanes="1">
          <attributes>
            <attribute name="type" class="java.lang.String">secondary</attribute>
          </attributes>
        </link>
        <link id="bc" from="2" to="stop 3" length="1000" freespeed="10" capacity="900.5" permlanes="1.5" modes="car"/>
        </links>
        </network>
        """;

    private static Roads read(String xml, String crs) throws RoadProblems {
        return MatsimReader.read(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                ReadOptions.standard().withCrs(crs),
                ReadReport.made("town.xml"));
    }

    private static int arc(Roads roads, String link) {
        return IntStream.range(0, roads.arcs())
                .filter(arc -> roads.ref(arc).equals(link))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLinkIsAnArcWithWhatIsStated() throws RoadProblems {
        Roads roads = read(GOOD, "");
        assertThat(roads.junctions()).isEqualTo(3);
        assertThat(roads.arcs()).isEqualTo(3);
        int there = arc(roads, "ab");
        int back = arc(roads, "ba");
        assertThat(roads.reverse(there)).isEqualTo(back);
        assertThat(roads.capacityPerHour(there)).as("600 in half an hour").isEqualTo(1200);
        assertThat(roads.lanes(there)).isEqualTo(2);
        assertThat(roads.lengthCentimetres(there)).isEqualTo(100_000);
        assertThat(roads.lengthCentimetres(back)).isEqualTo(101_000);
        assertThat(roads.freeFlowMillis(there)).isEqualTo(40_000);
        assertThat(roads.roadClass(back)).isEqualTo(RoadClass.SECONDARY);
        assertThat(roads.roadClass(there)).isEqualTo(RoadClass.OTHER);
        assertThat(roads.is(there, RoadFlag.CAPACITY_STATED)).isTrue();
        assertThat(roads.lanes(arc(roads, "bc"))).isEqualTo(1.5);
        assertThat(roads.report().waysUsed()).isEqualTo(3);
    }

    @Test
    void aLinkIsCalledAsTheFileCallsItBeThatANumberOrNot() throws RoadProblems {
        for (String id : List.of("ab", "7", "007", "-7", "<script>", "9".repeat(30), "é \u202E")) {
            Roads roads = read(GOOD.replace("\"ab\"", "\"" + id.replace("<", "&lt;") + "\""), "");
            assertThat(roads.wayName(roads.way(arc(roads, id)))).isEqualTo(id);
        }
    }

    @Test
    void aLinkOfAnEndlessNameIsToldByItsStart() {
        assertThatThrownBy(() -> read(GOOD.replace("\"ab\"", "\"" + "ab".repeat(2_001) + "\""), ""))
                .hasMessage("town.xml, line 11, link " + "ab".repeat(30)
                        + "…: has an id of more than 4,000 characters. Give the link a shorter one.");
    }

    @Test
    void coordinatesBecomeDegrees() throws RoadProblems {
        Roads roads = read(GOOD, "");
        int junction = roads.tail(arc(roads, "ab"));
        double[] expected = TransverseMercator.toDegrees(752712.4, 5766399.6, 54);
        assertThat(roads.node(junction)).isEqualTo(1);
        assertThat(roads.longitude(junction)).isCloseTo(expected[0], within(1e-7));
        assertThat(roads.latitude(junction)).isCloseTo(expected[1], within(1e-7));
        assertThat(roads.report().notes()).contains("Coordinates are those of EPSG:32754.");
    }

    @Test
    void theSystemAskedForComesFirst() throws RoadProblems {
        Roads roads = read(GOOD, "WGS84_UTM55S");
        assertThat(roads.longitude(0)).isGreaterThan(149);
    }

    @Test
    void theFilesNameMayTellTheSystem() throws RoadProblems {
        String silent = GOOD.replaceFirst("<attributes>.*", "");
        byte[] bytes = silent.getBytes(StandardCharsets.UTF_8);
        Roads roads = MatsimReader.read(
                new ByteArrayInputStream(bytes), ReadOptions.standard(), ReadReport.made("x-epsg32754.xml"));
        assertThat(roads.longitude(0)).isBetween(143.0, 145.0);
        assertThat(roads.report().notes()).contains("The coordinate system is taken from the name of the file.");
    }

    @Test
    void degreesNeedNoSystem() throws RoadProblems {
        String degrees = GOOD.replaceFirst("<attributes>.*", "")
                .replace("752712.4", "144.1")
                .replace("753712.4", "144.11")
                .replace("5766399.6", "-38.2")
                .replace("5767399.6", "-38.19");
        assertThat(read(degrees, "").longitude(0)).isBetween(144.0, 144.2);
    }

    @Test
    void whatCarsCannotUseIsLeftOutAndCounted() throws RoadProblems {
        Roads roads = read(GOOD.replace("modes=\"car\"", "modes=\"train,pt car\""), "");
        assertThat(roads.arcs()).isEqualTo(2);
        assertThat(roads.report().dropped()).containsEntry("links that are not for cars", 1L);
    }

    @Test
    void aDanglingLinkIsToldWithLineLinkAndNode() {
        assertThatThrownBy(() -> read(GOOD.replace("to=\"stop 3\"", "to=\"stop 4\""), ""))
                .hasMessage("town.xml, line 17, link bc, to: \"stop 4\": is no node of this file."
                        + " Put the node before the links, or take the link out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "from=\"1\"|from=\"9\"|line 11, link ab, from: \"9\": is no node of this file.",
                "id=\"2\"|id=\"1\"|line 7, node 1: is there twice.",
                "id=\"ba\"|id=\"ab\"|line 12, link ab: is there twice.",
                "x=\"752712.4\"|x=\"there\"|line 6, node 1: \"there, 5766399.6\": has no id, or no numbers for x and"
                        + " y.",
                "y=\"5766399.6\"|y=\"NaN\"|line 6, node 1: \"752712.4, NaN\": has no id, or no numbers for x and y.",
                "x=\"752712.4\"|x=\"1e300\"|line 6, node 1: \"1.0E300, 5766399.6\": lies outside EPSG:32754.",
                "length=\"1000\"|length=\"-1\"|line 11, link ab, length: \"-1\": is not a number that it can be.",
                "length=\"1000\"||line 11, link ab, length: is missing.",
                "freespeed=\"25\"|freespeed=\"0\"|link ab, freespeed: \"0\": is not a number that it can be.",
                "capacity=\"600\"|capacity=\"x\"|link ab, capacity: \"x\": is not a number that it can be.",
                "permlanes=\"2\"|permlanes=\"NaN\"|link ab, permlanes: \"NaN\": is not a number that it can be.",
                "00:30:00|never|line 10, links, capperiod: \"never\": is no time.",
                "00:30:00|00:00:00|line 10, links, capperiod: \"00:00:00\": is no time.",
                "EPSG:32754|Atlantis|line 4, coordinateReferenceSystem: \"Atlantis\": is no coordinate system known"
                        + " here.",
                "<network>|<osm>|\"osm\": is what this XML begins with; a MATSim network begins with network.",
                "</links>|</node>|line 18: is no XML from there on.",
                "\"600\"|\"600|line 11: is no XML from there on."
            })
    void whatIsWrongIsToldWithItsPlace(String old, String now, String message) {
        assertThatThrownBy(() -> read(GOOD.replaceFirst(old, now == null ? "" : now), ""))
                .isInstanceOf(RoadProblems.class)
                .hasMessageStartingWith("town.xml")
                .hasMessageContaining(message);
    }

    @Test
    void projectedCoordinatesOfAnUnknownSystemAreNotAccepted() {
        assertThatThrownBy(() -> read(GOOD.replaceFirst("<attributes>.*", ""), ""))
                .hasMessageContaining("are no degrees, and the file does not say in which coordinates it is.")
                .hasMessageContaining("--crs");
        assertThatThrownBy(() -> read(GOOD, "EPSG:99999")).hasMessageContaining("no coordinate system known here");
        assertThatThrownBy(() -> read(GOOD, "+proj=utm +zone=54 +nadgrids=/etc/passwd"))
                .hasMessageContaining("no coordinate system known here");
    }

    @Test
    void severalThingsWrongAreToldTogetherButNotWithoutEnd() {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            links.append("<link id=\"x").append(i).append("\" from=\"8\" to=\"9\"/>\n");
        }
        assertThatThrownBy(() -> read(GOOD.replace("</links>", links + "</links>"), ""))
                .isInstanceOfSatisfying(
                        RoadProblems.class, all -> assertThat(all.problems()).hasSize(20));
    }

    @Test
    void aFileThatEndsEarlyIsTold() {
        for (int end : List.of(150, 400, 700, GOOD.length() - 20)) {
            assertThatThrownBy(() -> read(GOOD.substring(0, end), ""))
                    .as("%d", end)
                    .isInstanceOf(RoadProblems.class)
                    .hasMessageContaining("town.xml, line");
        }
    }

    @Test
    void entitiesAreNeverFollowed() {
        String laughs = "<!DOCTYPE network [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM"
                + " \"file:///etc/passwd\">]>";
        for (String entity : List.of("&b;", "&f;")) {
            String xml = GOOD.replaceFirst("<!DOCTYPE.*", laughs).replace("id=\"stop 3\"", "id=\"" + entity + "\"");
            assertThatThrownBy(() -> read(xml, ""))
                    .isInstanceOf(RoadProblems.class)
                    .hasMessageContaining(
                            "names an entity that XML itself does not know; what a DOCTYPE says of it is not read.");
        }
    }
}
