package org.safeconduct.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;

/** The files of a plan that is under way: what is planned on from, and kept beside the plan that goes on from it. */
public final class PlanBefore {

    /** The folder they are kept in, beside the plan that goes on from them. */
    static final String FOLDER = "before/";

    static final String PLAN = "plan.json";
    static final String PROBLEM = "problem.json";

    private final PlanFile plan;
    private final Map<String, String> files;

    private PlanBefore(PlanFile plan, Map<String, String> files) {
        this.plan = plan;
        this.files = files;
    }

    /** A plan that was made just now. */
    public static PlanBefore of(PlanDocuments documents) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FOLDER + PLAN, documents.planJson());
        files.put(FOLDER + PROBLEM, documents.problemJson());
        documents.before().forEach((name, text) -> files.put(FOLDER + name, text));
        return new PlanBefore(PlanDocuments.MAPPER.readValue(documents.planJson(), PlanFile.class), files);
    }

    /**
     * A plan that was written.
     *
     * @param folder where "plan" or "replan" wrote it
     * @throws InputProblems if no such plan can be read there
     */
    public static PlanBefore read(Path folder) throws InputProblems {
        Map<String, String> files = new LinkedHashMap<>();
        String inner = "";
        PlanFile plan = PlanCheck.parse(
                folder.resolve(PLAN), PlanCheck.read(folder.resolve(PLAN)), PlanFile.class, PlanFile.FORMAT);
        for (int depth = 0; depth <= plan.news().size(); depth++) {
            for (String name : List.of(PLAN, PROBLEM)) {
                files.put(FOLDER + inner + name, text(folder.resolve(inner + name)));
            }
            inner += FOLDER;
        }
        try {
            plan.news().forEach(NewsPart::news);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InputProblems(List.of(new InputProblem(
                    folder.resolve(PLAN).toString(),
                    0,
                    "news",
                    "",
                    "cannot be read: " + e.getMessage() + ".",
                    "Give a folder as \"plan\" or \"replan\" wrote it.")));
        }
        return new PlanBefore(plan, files);
    }

    private static String text(Path file) throws InputProblems {
        return new String(PlanCheck.read(file), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the scenario's files. */
    public String scenarioHash() {
        return plan.scenarioHash();
    }

    /** What became known until this plan was made, in order. */
    public List<News> news() {
        return plan.news().stream().map(NewsPart::news).toList();
    }

    /** What was found, version by version. */
    public List<Plan.VersionPlan> versions() {
        return plan.versions();
    }

    /** The files by name, as they lie beside a plan that goes on from this one. */
    Map<String, String> files() {
        return files;
    }

    /** SHA-256 of its {@code plan.json}. */
    String hash() {
        return PlanDocuments.sha256(files.getOrDefault(FOLDER + PLAN, "").getBytes(StandardCharsets.UTF_8));
    }

    /** True if the file's flows in a network are those of a run. */
    boolean holds(String network, CaseRun run) {
        List<PlanFile.FlowPart> stated = plan.evidence().stream()
                .filter(part -> part.network().equals(network))
                .flatMap(part -> part.layers().stream())
                .toList();
        List<PlanFile.FlowPart> found = run.ledger().layers().stream()
                .map(layer -> PlanFile.FlowPart.of(layer.flow()))
                .toList();
        boolean same = stated.size() == found.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = equal(stated.get(i), found.get(i));
        }
        return same;
    }

    private static boolean equal(PlanFile.FlowPart a, PlanFile.FlowPart b) {
        return equal(a.departures(), b.departures())
                && equal(a.moves(), b.moves())
                && equal(a.waits(), b.waits())
                && equal(a.arrivals(), b.arrivals());
    }

    private static boolean equal(List<int[]> a, List<int[]> b) {
        return Arrays.deepEquals(a.toArray(), b.toArray());
    }
}
