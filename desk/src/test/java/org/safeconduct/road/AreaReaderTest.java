package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaReaderTest {
    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}";

    private static Area read(String json) throws RoadProblems {
        return AreaReader.read("a.geojson", json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SQUARE,
                "{\"coordinates\":[[[0,0],[2,0],[2,2],[0,2],[0,0]]],\"type\":\"Polygon\"}",
                "{\"type\":\"Feature\",\"properties\":{\"geometry\":{\"type\":\"Point\"}},\"geometry\":" + SQUARE + "}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null},"
                        + "{\"type\":\"Feature\",\"geometry\":" + SQUARE + "}]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[" + SQUARE + "]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0,5],[2,0,5],[2,2,5],[0,2,5],[0,0,5]]]]}",
                "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
                        + "\"type\":\"Feature\",\"geometry\":" + SQUARE + "}"
            })
    void aPolygonIsFoundWhereverItStands(String json) throws RoadProblems {
        Area area = read(json);
        assertThat(area.box()).isEqualTo(new Area.Box(0, 0, 2, 2));
        assertThat(area.contains(1, 1)).isTrue();
        assertThat(area.contains(3, 1)).isFalse();
    }

    @Test
    void polygonsOfACollectionAreOneAreaEvenWhereTheyOverlap() throws RoadProblems {
        Area area = read("{\"type\":\"GeometryCollection\",\"geometries\":[" + SQUARE + "," + SQUARE + "]}");
        assertThat(area.contains(1, 1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "                          | is not a GeoJSON object.",
                "[]                        | is not a GeoJSON object.",
                "{                         | is not JSON from there on.",
                "{}                        | holds no polygon.",
                "{\"type\":[[1,2],[3]]}      | holds no polygon.",
                "{\"type\":{\"type\":[]}}   | holds no polygon.",
                "{\"type\":\"Polygon\"}    | has coordinates that are not nested as its type asks.",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | is a polygon without a ring.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]} | are too few for a ring.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1]]]} | is a ring that does not close.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[2,0],[0,0]]]} | is a ring around nothing.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0],[1,1],[1,0],[0]]]} | is a position without two numbers.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,91],[1,1],[1,0],[0,91]]]} | is not on the earth.",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"0\",0],[1,1],[1,0],[0,0]]]} | is neither a number nor a"
                        + " list",
                "{\"type\":\"Point\",\"coordinates\":[8,49]} | has no inside.",
                "{\"type\":\"Feature\",\"geometry\":7} | is not a GeoJSON object.",
                "{\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}}} | is not a system of degrees.",
                "{} {}                     | goes on after its end."
            })
    void whatIsNoAreaIsToldWithPlaceAndRemedy(String json, String problem) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOf(RoadProblems.class)
                .hasMessageStartingWith("a.geojson")
                .hasMessageContaining(problem);
    }

    @Test
    void aProblemNamesItsLine() {
        String json = "{\"type\":\"Polygon\",\n\"coordinates\":[[\n[0,0],\n[0,200],[1,1],[0,0]]]}";
        assertThatThrownBy(() -> read(json))
                .hasMessage("a.geojson, line 4: \"0.0, 200.0\": is not on the earth. Write degrees, longitude first.");
    }

    @Test
    void cornersInTheWrongOrderAreToldWithTheSidesThatCross() {
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[\n[0,0],\n[2,2],\n[2,0],\n[0,2],[0,0]]]}";
        assertThatThrownBy(() -> read(bowTie))
                .hasMessage("a.geojson, line 4: \"2.0, 0.0\": begins a side that crosses the one from 0.0, 0.0."
                        + " Write the corners in the order in which one walks round the area.");
    }

    @Test
    void sidesThatOnlyTouchAreLeftAlone() throws RoadProblems {
        String touching = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]]]}";
        assertThat(read(touching).contains(0.5, 1)).isTrue();
    }

    @Test
    void anOutlineOfManyCornersMayCrossItselfByAHair() throws RoadProblems {
        StringBuilder corners = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            corners.append("[%s,%s],".formatted(Math.cos(i * Math.PI / 150), Math.sin(i * Math.PI / 150)));
        }
        String crossed = corners.toString().replaceFirst("(\\[[^]]*],)(\\[[^]]*],)", "$2$1");
        String first = crossed.substring(0, crossed.indexOf("],") + 1);
        assertThat(read("{\"type\":\"Polygon\",\"coordinates\":[[" + crossed + first + "]]}")
                        .contains(0, 0))
                .isTrue();
    }

    @Test
    void nestingWithoutEndIsToldAndNotFollowed() {
        assertThatThrownBy(() -> read("{\"coordinates\":" + "[".repeat(1_000_000)))
                .isInstanceOf(RoadProblems.class);
        assertThatThrownBy(() -> read("{\"geometry\":".repeat(1_000_000))).isInstanceOf(RoadProblems.class);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> AreaReader.read(Path.of("no", "where.geojson")))
                .hasMessage("where.geojson: cannot be opened. Check its name, and that you may read it.");
    }

    @Test
    void aBoxIsFourNumbersFromWestToNorth() throws RoadProblems {
        assertThat(AreaReader.box(" 8.57,49.35, 8.79,49.46")).isEqualTo(new Area.Box(8.57, 49.35, 8.79, 49.46));
        assertThat(AreaReader.box("-180,-90,180,90")).isEqualTo(Area.EVERYWHERE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3|is not four numbers.",
                "a,b,c,d|is not four numbers.",
                "1,2,3,1e1|is not four numbers.",
                "NaN,0,1,1|is not four numbers.",
                "0,0,0,1|has its west at or beyond its east.",
                "0,1,1,0|has its south at or beyond its north.",
                "0,0,181,1|leaves the earth.",
                "49,8,91,100|leaves the earth."
            })
    void whatIsNoBoxIsTold(String given, String problem) {
        assertThatThrownBy(() -> AreaReader.box(given))
                .hasMessageContaining(given)
                .hasMessageContaining(problem)
                .hasMessageContaining("west,south,east,north");
    }
}
