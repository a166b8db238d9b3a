package org.safeconduct.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Solution;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan with the files that prove it, ready to be written.
 *
 * @param plan the finding
 * @param planJson text of {@code plan.json}
 * @param problemJson text of {@code problem.json}
 * @param before the plan that was under way, if there was one: its files by name, {@code before/plan.json} and so on
 */
public record PlanDocuments(Plan plan, String planJson, String problemJson, Map<String, String> before) {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public PlanDocuments {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    }

    static PlanDocuments of(WorkedOut worked) {
        return of(worked, List.of(), Optional.empty());
    }

    /**
     * The files of a plan that goes on from an earlier one.
     *
     * @param news all news of the day, in order
     * @param before the plan that was under way when the last of it came
     */
    static PlanDocuments of(WorkedOut worked, List<News> news, Optional<PlanBefore> before) {
        Plan plan = worked.plan();
        List<ProblemFile.NetworkPart> networks = new ArrayList<>();
        List<PlanFile.EvidencePart> evidence = new ArrayList<>();
        for (WorkedOut.Evidence e : worked.evidence()) {
            add(networks, evidence, e);
        }
        String label = plan.scenario().label().word();
        String problemJson = json(new ProblemFile(
                ProblemFile.FORMAT, plan.scenario().id(), plan.scenarioHash(), label, PlanFile.NOTICE, networks));
        String planJson = json(new PlanFile(
                PlanFile.FORMAT,
                plan.scenario().id(),
                plan.scenario().title(),
                plan.scenarioHash(),
                sha256(problemJson.getBytes(StandardCharsets.UTF_8)),
                label,
                plan.scenario().exercise(),
                PlanFile.NOTICE,
                news.stream().map(NewsPart::of).toList(),
                before.map(PlanBefore::hash).orElse(""),
                plan.versions(),
                evidence));
        return new PlanDocuments(
                plan, planJson, problemJson, before.map(PlanBefore::files).orElse(Map.of()));
    }

    /** Id of the network of a plan. */
    static String planId(String version, Plan.Range range) {
        return version + "." + range.name().toLowerCase(Locale.ROOT) + ".plan";
    }

    private static void add(
            List<ProblemFile.NetworkPart> networks, List<PlanFile.EvidencePart> evidence, WorkedOut.Evidence e) {
        String id = e.version() + "." + e.range().name().toLowerCase(Locale.ROOT);
        Ledger ledger = e.run().ledger();
        FlowProblem joint = ledger.joint();
        RoadNetwork roads = e.run().network();
        networks.add(ProblemFile.part(id + ".plan", roads, joint, ledger.layers(), e.bound())
                .with(UnderWayPart.of(e.run())));
        evidence.add(new PlanFile.EvidencePart(
                id + ".plan",
                ledger.layers().stream()
                        .map(layer -> PlanFile.FlowPart.of(layer.flow()))
                        .toList(),
                cuts(e.bound().together()),
                e.bound().alone().stream().map(PlanDocuments::cuts).toList(),
                e.bound().limited().stream().map(PlanDocuments::cuts).toList()));
        RoadNetwork outer = e.outerNetwork();
        networks.add(ProblemFile.part(id + ".outer", outer, outer.problem(), List.of(), e.outer()));
        evidence.add(new PlanFile.EvidencePart(
                id + ".outer",
                List.of(),
                cuts(e.outer().together()),
                e.outer().alone().stream().map(PlanDocuments::cuts).toList(),
                e.outer().limited().stream().map(PlanDocuments::cuts).toList()));
    }

    private static PlanFile.CutPart cuts(Solution solution) {
        return PlanFile.CutPart.of(solution.sinkSide());
    }

    private static String json(Object value) {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        ObjectWriter writer = MAPPER.writer().with(lines);
        return writer.writeValueAsString(value) + "\n";
    }

    /** SHA-256 in hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
