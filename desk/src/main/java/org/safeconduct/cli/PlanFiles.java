package org.safeconduct.cli;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.PlanDocuments;
import org.safeconduct.publish.Departures;
import org.safeconduct.publish.Gpx;
import org.safeconduct.publish.PlanGeoJson;
import org.safeconduct.publish.Report;

/** The files that {@code plan} writes. */
final class PlanFiles {
    static final String REPORT = "report.html";
    static final String PLAN = "plan.json";
    private static final String PROBLEM = "problem.json";
    private static final String MAP = "plan.geojson";
    private static final String DEPARTURES = "departures.csv";
    private static final String ROUTES = "gpx/";
    private static final String BEFORE = "before/";

    /** By what an earlier result is known. */
    static final ResultFolder.Kind KIND = new ResultFolder.Kind(
            PLAN,
            "\"safeconduct-plan/",
            name -> Set.of(REPORT, PLAN, PROBLEM, MAP, DEPARTURES).contains(name)
                    || name.matches("(" + BEFORE + ")+(plan|problem)\\.json")
                    || name.matches(ROUTES + "[A-Za-z0-9._-]+\\.gpx"));

    private PlanFiles() {}

    /** Their bytes by name, in the order a person looks for them. */
    static Map<String, byte[]> of(PlanDocuments documents) {
        return of(documents, List.of());
    }

    /** The same of a plan that goes on from another, with what became known, in words. */
    static Map<String, byte[]> of(PlanDocuments documents, List<String> news) {
        Plan plan = documents.plan();
        Map<String, byte[]> files = new LinkedHashMap<>();
        add(files, REPORT, Report.html(plan, news));
        add(files, PLAN, documents.planJson());
        add(files, PROBLEM, documents.problemJson());
        add(files, MAP, PlanGeoJson.write(plan));
        add(files, DEPARTURES, Departures.csv(plan));
        Gpx.all(plan).forEach((name, text) -> add(files, ROUTES + name, text));
        documents.before().forEach((name, text) -> add(files, name, text));
        return files;
    }

    private static void add(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
