package org.safeconduct.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
 */
public record PlanDocuments(Plan plan, String planJson, String problemJson) {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static PlanDocuments of(WorkedOut worked) {
        Plan plan = worked.plan();
        List<ProblemFile.NetworkPart> networks = new ArrayList<>();
        List<PlanFile.EvidencePart> evidence = new ArrayList<>();
        for (WorkedOut.Evidence e : worked.evidence()) {
            add(networks, evidence, e);
        }
        String label = plan.scenario().label().name().toLowerCase(Locale.ROOT);
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
                plan.versions(),
                evidence));
        return new PlanDocuments(plan, planJson, problemJson);
    }

    private static void add(
            List<ProblemFile.NetworkPart> networks, List<PlanFile.EvidencePart> evidence, WorkedOut.Evidence e) {
        String id = e.version() + "." + e.range().name().toLowerCase(Locale.ROOT);
        Ledger ledger = e.run().ledger();
        FlowProblem joint = ledger.joint();
        RoadNetwork roads = e.run().network();
        networks.add(ProblemFile.part(id + ".plan", roads, joint, ledger.layers(), e.bound()));
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
