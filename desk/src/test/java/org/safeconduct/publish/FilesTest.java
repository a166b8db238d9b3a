package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Plan.VersionPlan;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The files for other programs. */
class FilesTest {
    private static final String GPX = "http://www.topografix.com/GPX/1/1";

    @Test
    void theMapFileIsAsAgreed() {
        Golden.check("valley.geojson", PlanGeoJson.write(ValleyPlan.plan()));
    }

    @Test
    void theDepartureSheetIsAsAgreed() {
        Golden.check("valley-departures.csv", Departures.csv(ValleyPlan.plan()));
    }

    @Test
    void theSecondRowOfTheDepartureSheetIsHxl() {
        String hashtags =
                Departures.csv(ValleyPlan.plan()).lines().skip(1).findFirst().orElseThrow();
        assertThat(hashtags.replace("\"", "").split(","))
                .allMatch(tag -> tag.matches("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*"));
    }

    @Test
    void thereIsOneRouteFilePerRoute() {
        assertThat(Gpx.all(ValleyPlan.plan())).containsOnlyKeys("east-R1.gpx", "north-R1.gpx", "north-R2.gpx");
        Golden.check("valley-north-R1.gpx", northR1());
    }

    /** GPX 1.1: metadata before wpt before rte; in a point name before cmt. */
    @Test
    void aRouteFileHasTheOrderOfItsSchema() {
        Document gpx = Xml.parse(northR1());
        Element root = gpx.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(GPX);
        assertThat(root.getAttribute("version")).isEqualTo("1.1");
        assertThat(children(root)).isEqualTo("metadata wpt rte");
        assertThat(children(
                        (Element) gpx.getElementsByTagNameNS(GPX, "metadata").item(0)))
                .isEqualTo("name desc keywords");
        assertThat(children((Element) gpx.getElementsByTagNameNS(GPX, "rte").item(0)))
                .isEqualTo("name cmt rtept rtept rtept rtept");
        assertThat(children((Element) gpx.getElementsByTagNameNS(GPX, "rtept").item(1)))
                .isEqualTo("name cmt");
    }

    @Test
    void theComparisonIsAsAgreed() {
        Golden.check(
                "valley-comparison.txt",
                ComparisonText.terminal(Outputs.comparison("30 minutes more silence"), ValleyPlan.plan(), 80));
        Xml.parse(ComparisonText.html(Outputs.comparison("30 minutes more silence"), ValleyPlan.plan()));
    }

    private static String northR1() {
        VersionPlan north = ValleyPlan.plan().versions().getFirst();
        return Gpx.of(ValleyPlan.plan(), north, north.low().routes().getFirst());
    }

    private static String children(Element element) {
        StringBuilder names = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                names.append(names.isEmpty() ? "" : " ").append(child.getLocalName());
            }
        }
        return names.toString();
    }
}
