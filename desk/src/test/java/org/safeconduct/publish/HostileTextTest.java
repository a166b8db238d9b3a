package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Plan;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Names come from files that anybody wrote. None may act in what is made of them. */
class HostileTextTest {
    private static final String TAG = "<script>alert(1)</script>";
    private static final String HOSTILE = "=cmd|' /C calc'!A0 " + TAG
            + " \"' onload=x ]]> \u202Eetar\u202C \u2066i\u2069 \u001B[31m\u0007\uD800 {0} \n";

    private final Plan plan = ValleyPlan.of(Valley.saying(text -> HOSTILE + text));
    private final Map<String, String> outputs = Outputs.of(plan);

    @Test
    void noOutputHoldsControlOrDirectionCharacters() {
        outputs.forEach(
                (name, text) -> assertThat(text)
                        .as(name)
                        .doesNotContainPattern(
                                "[\\u0000-\\u0009\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uD800]"));
    }

    @Test
    void pagesAndRoutesStayWellFormedAndHoldNoForeignElement() {
        outputs.forEach((name, text) -> {
            if (name.endsWith(".html") || name.endsWith(".gpx")) {
                int scripts = Xml.parse(text).getElementsByTagName("script").getLength();
                assertThat(scripts).as(name).isZero();
                assertThat(text).as(name).doesNotContain(TAG).doesNotContain("\" onload");
            }
        });
    }

    @Test
    void theStyleSheetHoldsOnlyPlainText() {
        String html = Report.html(plan);
        String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
        assertThat(style.substring(style.lastIndexOf("content:"))).matches("content:\"[^\"\\\\<>{}]*\"\\}\\}\\s*");
    }

    @Test
    void noCellOfTheDepartureSheetIsAFormula() {
        List<CsvRecord> records = CsvReader.builder().ofCsvRecord(outputs.get("departures.csv")).stream()
                .toList();
        assertThat(records).hasSizeGreaterThan(2);
        records.stream()
                .skip(2)
                .flatMap(row -> row.getFields().stream())
                .forEach(cell -> assertThat(cell)
                        .doesNotStartWith("=")
                        .doesNotStartWith("+")
                        .doesNotStartWith("-")
                        .doesNotStartWith("@"));
        assertThat(records)
                .allSatisfy(row -> assertThat(row.getFieldCount())
                        .isEqualTo(records.getFirst().getFieldCount()));
    }

    @Test
    void theMapFileIsStillJson() {
        int objects = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), outputs.get("plan.geojson"))) {
            while (json.nextToken() != null) {
                objects++;
            }
        }
        assertThat(objects).isPositive();
    }

    @Test
    void aPlaceholderInANameIsNotFilled() {
        assertThat(outputs.get("terminal, wide")).contains("{0}");
    }

    @Test
    void lettersOfEveryScriptStay() {
        Plan arabic = ValleyPlan.of(Valley.saying(text -> "ماريوبول Маріуполь İstanbul " + text));
        Outputs.of(arabic).forEach((name, text) -> assertThat(text).as(name).contains("ماريوبول Маріуполь İstanbul"));
    }
}
