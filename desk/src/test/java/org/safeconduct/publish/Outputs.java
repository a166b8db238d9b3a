package org.safeconduct.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.plan.Comparison;
import org.safeconduct.plan.Plan;

/** Everything publish makes of a plan, by name: for rules that hold for every output. */
final class Outputs {
    private Outputs() {}

    static Map<String, String> of(Plan plan) {
        Map<String, String> outputs = new LinkedHashMap<>();
        Comparison comparison = comparison(plan.scenario().title());
        outputs.put("report.html", Report.html(plan));
        outputs.put("terminal, wide", PlanText.terminal(plan, 100, false, List.of("out/report.html")));
        outputs.put("terminal, narrow", PlanText.terminal(plan, 60, false, List.of("out/report.html")));
        outputs.put("plan.geojson", PlanGeoJson.write(plan));
        outputs.put("departures.csv", Departures.csv(plan));
        outputs.put("comparison, terminal", ComparisonText.terminal(comparison, plan, 80));
        outputs.put("comparison.html", ComparisonText.html(comparison, plan));
        outputs.putAll(Gpx.all(plan));
        return outputs;
    }

    static Comparison comparison(String name) {
        return new Comparison(
                "as announced",
                name,
                List.of(
                        new Comparison.Row("people out by the end, at most", "about 390–860", "about 470–900", true),
                        new Comparison.Row(
                                "last useful departure, Sports hall",
                                "12:20 Kyiv (13:20 Moscow)",
                                "12:50 Kyiv (13:50 Moscow)",
                                true),
                        new Comparison.Row(
                                "outcome",
                                "cannot, even if everything works",
                                "cannot, even if everything works",
                                false)));
    }
}
