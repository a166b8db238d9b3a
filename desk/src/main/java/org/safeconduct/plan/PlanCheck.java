package org.safeconduct.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.check.CutCheck;
import org.safeconduct.flow.check.Finding;
import org.safeconduct.flow.check.FlowChecker;
import org.safeconduct.flow.check.Layer;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import tools.jackson.core.JacksonException;

/**
 * Checks {@code plan.json} against {@code problem.json} without the planner or the solver: every flow obeys every capacity, and every bound is the capacity of the cuts shown.
 *
 * <p>What it does not check: that the problem is a true picture of the scenario, and that the scenario is a true picture of the world.
 */
public final class PlanCheck {

    /**
     * What was found.
     *
     * @param proven what holds, one sentence each
     * @param findings what does not; empty if the plan stands
     */
    public record Result(List<String> proven, List<String> findings) {
        public boolean stands() {
            return findings.isEmpty();
        }
    }

    private static final int MOST_FINDINGS = 100;

    private final Set<String> proven = new LinkedHashSet<>(); // both ends may be one plan
    private final List<String> findings = new ArrayList<>();

    private PlanCheck() {}

    /**
     * Checks a plan file; the problem file lies beside it.
     *
     * @throws InputProblems if a file cannot be read as what it should be
     */
    public static Result check(Path planFile) throws InputProblems {
        Path problemPath = planFile.resolveSibling("problem.json");
        byte[] planBytes = read(planFile);
        byte[] problemBytes = read(problemPath);
        PlanFile plan = parse(planFile, planBytes, PlanFile.class, PlanFile.FORMAT);
        ProblemFile problem = parse(problemPath, problemBytes, ProblemFile.class, ProblemFile.FORMAT);
        PlanCheck check = new PlanCheck();
        try {
            if (!plan.before().isEmpty()) {
                check.checkPast(planFile.resolveSibling(PlanBefore.FOLDER + PlanBefore.PLAN), plan, problem);
            }
            check.check(plan, problem, PlanDocuments.sha256(problemBytes));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException | ArithmeticException e) {
            // Numbers that no plan can hold: a negative step, an arc that is not there, a missing list.
            check.findings.add("the files hold something no plan can: " + e.getMessage());
        }
        return new Result(
                List.copyOf(check.proven),
                check.findings.stream().limit(MOST_FINDINGS).toList());
    }

    static byte[] read(Path file) throws InputProblems {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputProblems(List.of(new InputProblem(
                    file.toString(),
                    0,
                    "",
                    "",
                    "cannot be read.",
                    "Give the plan.json that \"plan\" wrote; problem.json must lie beside it.")));
        }
    }

    static <T> T parse(Path file, byte[] bytes, Class<T> type, String format) throws InputProblems {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (!text.contains("\"" + format + "\"")) {
                throw new InputProblems(List.of(new InputProblem(
                        file.getFileName().toString(),
                        1,
                        "format",
                        "",
                        "is not " + format + ".",
                        "Give a file that this version of \"plan\" wrote.")));
            }
            return PlanDocuments.MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InputProblems(List.of(new InputProblem(
                    file.getFileName().toString(),
                    Math.max(0, line),
                    "",
                    "",
                    e.getOriginalMessage() + ".",
                    "Give the file as \"plan\" wrote it.")));
        }
    }

    private void check(PlanFile plan, ProblemFile problem, String problemHash) {
        expect(
                plan.problemHash().equals(problemHash),
                "problem.json is the one the plan was made for",
                "problem.json is not the one the plan was made for: its SHA-256 is " + problemHash + ", the plan names "
                        + plan.problemHash());
        expect(
                plan.scenarioHash().equals(problem.scenarioHash()),
                "both name the same scenario files",
                "plan.json and problem.json name different scenario files");
        Map<String, ProblemFile.NetworkPart> networks = new HashMap<>();
        problem.networks().forEach(network -> networks.put(network.id(), network));
        Map<String, long[]> bounds = new HashMap<>();
        for (PlanFile.EvidencePart part : plan.evidence()) {
            ProblemFile.NetworkPart network = networks.get(part.network());
            if (network == null) {
                findings.add("evidence for " + part.network() + ", which problem.json does not have");
            } else {
                checkFlows(network, part);
                bounds.put(part.network(), checkBound(network, part));
            }
        }
        for (Plan.VersionPlan version : plan.versions()) {
            checkVersion(version, networks, bounds, plan.evidence());
        }
    }

    /** The plan before stands too, and this one goes on from it. */
    private void checkPast(Path beforeFile, PlanFile plan, ProblemFile problem) throws InputProblems {
        byte[] bytes = read(beforeFile);
        PlanFile before = parse(beforeFile, bytes, PlanFile.class, PlanFile.FORMAT);
        Path problemFile = beforeFile.resolveSibling(PlanBefore.PROBLEM);
        ProblemFile earlier = parse(problemFile, read(problemFile), ProblemFile.class, ProblemFile.FORMAT);
        expect(
                plan.before().equals(PlanDocuments.sha256(bytes))
                        && plan.scenarioHash().equals(before.scenarioHash()),
                "before/plan.json is the plan that was under way",
                "before/plan.json is not the plan that was under way");
        List<NewsPart> news = plan.news();
        expect(
                !news.isEmpty() && before.news().equals(news.subList(0, news.size() - 1)),
                "",
                "the news does not go on from that of the plan before");
        if (news.isEmpty()) {
            return;
        }
        Result past = check(beforeFile);
        past.findings().forEach(finding -> findings.add("the plan before: " + finding));
        int known = findings.size();
        for (ProblemFile.NetworkPart network : problem.networks()) {
            if (network.id().endsWith(".plan")) {
                findings.addAll(PastCheck.check(
                        network(earlier, network.id()),
                        evidence(before, network.id()),
                        network,
                        evidence(plan, network.id())));
                checkArrived(network, before, news.getLast().at());
            }
        }
        expect(
                findings.size() == known,
                "the plan goes on from where the one before had brought everybody by "
                        + news.getLast().at(),
                "");
    }

    private static ProblemFile.NetworkPart network(ProblemFile problem, String id) {
        return problem.networks().stream()
                .filter(network -> network.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan before has no network " + id));
    }

    private static PlanFile.EvidencePart evidence(PlanFile plan, String id) {
        return plan.evidence().stream()
                .filter(part -> part.network().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no evidence for " + id));
    }

    /** As many had arrived as the curve of the plan before says; a long curve leaves points out. */
    private void checkArrived(ProblemFile.NetworkPart network, PlanFile before, Instant at) {
        expect(
                network.start()
                        .plusMillis(network.from() * network.stepMillis())
                        .minusMillis(network.stepMillis())
                        .isBefore(at),
                "",
                network.id() + ": begins later than the news");
        Instant first = network.start().plusMillis(network.from() * network.stepMillis());
        long least = 0;
        long most = network.arrived();
        List<Plan.CurvePoint> curve = casePlan(before, network.id()).curve();
        boolean isWhole = curve.size() < CaseReport.LEAST_OF_A_LONG_CURVE;
        for (Plan.CurvePoint point : curve) {
            if (point.at().isBefore(first)) {
                least = point.planned();
                most = isWhole ? least : most;
            } else {
                most = Math.min(most, point.planned());
            }
        }
        expect(
                network.arrived() >= least && network.arrived() <= most,
                "",
                network.id() + ": " + network.arrived() + " had arrived, the plan before says " + least);
    }

    private static Plan.CasePlan casePlan(PlanFile plan, String id) {
        for (Plan.VersionPlan version : plan.versions()) {
            if (id.equals(PlanDocuments.planId(version.version(), Plan.Range.HIGH))) {
                return version.high();
            }
            if (id.equals(PlanDocuments.planId(version.version(), Plan.Range.LOW))) {
                return version.low();
            }
        }
        throw new IllegalArgumentException("the plan before has no case " + id);
    }

    private void checkFlows(ProblemFile.NetworkPart network, PlanFile.EvidencePart part) {
        if (part.layers().size() != network.classes().size()) {
            findings.add(network.id() + ": " + part.layers().size() + " flows for "
                    + network.classes().size() + " classes");
            return;
        }
        if (part.layers().isEmpty()) {
            return;
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < part.layers().size(); i++) {
            ProblemFile.ClassPart named = network.classes().get(i);
            layers.add(new Layer(
                    (i + 1) + ". " + named.name(),
                    new HashSet<>(named.sources()),
                    new HashSet<>(named.sinks()),
                    part.layers().get(i).flow()));
        }
        List<Finding> found = FlowChecker.feasibility(network.problem(), layers);
        found.forEach(finding -> findings.add(network.id() + ": " + finding.text()));
        if (found.isEmpty()) {
            proven.add(network.id() + ": all " + layers.size()
                    + " flows together obey every window, rate, room and supply, in whole vehicles");
        }
    }

    /** Works out the bound on people from the cuts; −1 at steps whose cuts prove nothing. */
    private long[] checkBound(ProblemFile.NetworkPart network, PlanFile.EvidencePart part) {
        long[] together = cutCurve(network.id(), network.together(), part.together());
        List<long[]> alone = new ArrayList<>();
        List<long[]> limited = new ArrayList<>();
        for (int i = 0; i < network.kinds().size(); i++) {
            ProblemFile.KindPart kind = network.kinds().get(i);
            alone.add(cutCurve(
                    network.id(), network.alone(kind, false), part.alone().get(i)));
            if (!part.limited().isEmpty()) {
                limited.add(cutCurve(
                        network.id(), network.alone(kind, true), part.limited().get(i)));
            }
        }
        int from = network.from();
        long cap = network.receptionCap() < 0 ? network.people() : Math.min(network.people(), network.receptionCap());
        long[] people = new long[network.horizon() + 1];
        for (int k = 0; k < people.length; k++) {
            people[k] = Math.min(cap, Math.min(sum(network, alone, k), fullest(network.kinds(), together[k])));
        }
        int end = people.length - 1;
        people[end] = limited.isEmpty() ? people[end] : Math.min(people[end], sum(network, limited, end));
        for (int k = 0; k < people.length; k++) {
            people[k] = k < from ? network.arrived() : network.arrived() + people[k];
        }
        proven.add(network.id() + ": the cuts bound the people who can be out at every step, " + people[end]
                + " at the end");
        return people;
    }

    private static long sum(ProblemFile.NetworkPart network, List<long[]> curves, int step) {
        long sum = 0;
        for (int i = 0; i < curves.size(); i++) {
            sum += fullest(List.of(network.kinds().get(i)), curves.get(i)[step]);
        }
        return sum;
    }

    /** An outer bound is one on all traffic, not on plans only. */
    private static boolean isOuter(String id) {
        return id.endsWith(".outer");
    }

    private long[] cutCurve(String id, FlowProblem problem, PlanFile.CutPart part) {
        CutCheck cuts = isOuter(id)
                ? FlowChecker.lastCutAtAnyBeat(problem, part.cuts(problem))
                : FlowChecker.cutCapacity(problem, part.cuts(problem));
        cuts.findings().forEach(finding -> findings.add(id + ": " + finding.text()));
        return cuts.capacities();
    }

    /** Most people in so many vehicles: the fullest first, divisible, each kind up to its people. */
    private static long fullest(List<ProblemFile.KindPart> kinds, long vehicles) {
        double people = 0;
        double left = vehicles;
        for (ProblemFile.KindPart kind : kinds.stream()
                .sorted(Comparator.comparingDouble(ProblemFile.KindPart::perVehicle)
                        .reversed())
                .toList()) {
            double used = Math.min(left, Math.min((double) kind.vehicles(), kind.people() / kind.perVehicle()));
            people += used * kind.perVehicle();
            left -= used;
        }
        return (long) Math.floor(people + 1e-6);
    }

    private void checkVersion(
            Plan.VersionPlan version,
            Map<String, ProblemFile.NetworkPart> networks,
            Map<String, long[]> bounds,
            List<PlanFile.EvidencePart> evidence) {
        for (Plan.CasePlan casePlan : List.of(version.low(), version.high())) {
            String id = version.version() + (casePlan.range() == Plan.Range.LOW ? ".low" : ".high");
            long[] bound = bounds.get(id + ".plan");
            long[] outer = bounds.get(id + ".outer");
            ProblemFile.NetworkPart network = networks.get(id + ".plan");
            if (bound == null || outer == null || network == null) {
                findings.add(id + ": no evidence");
                continue;
            }
            checkCase(id, casePlan, network, bound);
            expect(
                    casePlan.outerBound() == outer[outer.length - 1],
                    "",
                    id + ": the outer bound is stated as " + casePlan.outerBound() + ", the cuts prove "
                            + outer[outer.length - 1]);
            PlanFile.EvidencePart flows = evidence.stream()
                    .filter(e -> e.network().equals(id + ".plan"))
                    .findFirst()
                    .orElseThrow();
            checkVehicles(id, casePlan, network, flows);
            checkLifts(id, casePlan.lifts());
        }
        checkWords(version);
    }

    private void checkCase(String id, Plan.CasePlan plan, ProblemFile.NetworkPart network, long[] bound) {
        expect(
                plan.bound() == bound[bound.length - 1],
                "",
                id + ": the bound is stated as " + plan.bound() + ", the cuts prove " + bound[bound.length - 1]);
        expect(
                plan.planned() <= plan.bound(),
                "",
                id + ": " + plan.planned() + " planned, but at most " + plan.bound() + " can be out");
        long rows =
                plan.departures().stream().mapToLong(Plan.DepartureRow::people).sum();
        expect(
                rows == plan.planned(),
                id + ": the departure sheet adds up to the " + rows + " people planned",
                id + ": the departure sheet adds up to " + rows + " people, planned are " + plan.planned());
        expect(
                plan.expected() == network.people() + network.arrived(),
                "",
                id + ": " + plan.expected() + " expected, the problem has " + (network.people() + network.arrived()));
        boolean equal = true;
        for (Plan.CurvePoint point : plan.curve()) {
            int step = step(network, point.at());
            boolean past = step < network.from() && point.atMost() == point.planned();
            expect(
                    step >= 0 && step < bound.length && (past || point.atMost() == bound[step]),
                    "",
                    id + ": at " + point.at() + " the curve states at most " + point.atMost());
            equal &= point.planned() == point.atMost();
            expect(
                    point.planned() <= point.atMost(),
                    "",
                    id + ": at " + point.at() + " more are planned than can be out");
        }
        expect(!plan.optimal() || equal, "", id + ": called an optimum, but the plan stays below its bound");
        if (plan.optimal() && equal) {
            proven.add(id + ": the plan is an optimum of the stated problem at every moment shown");
        }
    }

    private static int step(ProblemFile.NetworkPart network, Instant at) {
        return Math.toIntExact(Math.floorDiv(at.toEpochMilli() - network.start().toEpochMilli(), network.stepMillis()));
    }

    /** The sheet's vehicles are those that the flows of their class bring to the end. */
    private void checkVehicles(
            String id, Plan.CasePlan plan, ProblemFile.NetworkPart network, PlanFile.EvidencePart flows) {
        Map<String, Long> arrived = new LinkedHashMap<>();
        for (int i = 0; i < flows.layers().size() && i < network.classes().size(); i++) {
            String name = network.classes().get(i).name();
            String key = CarPlanner.isClass(name) ? CarPlanner.NAME : name;
            arrived.merge(
                    key,
                    flows.layers().get(i).flow().arrivals().stream()
                            .mapToLong(r -> r.total())
                            .sum(),
                    Long::sum);
        }
        Map<String, Long> sheet = new LinkedHashMap<>();
        Instant from = network.start().plusMillis(network.from() * network.stepMillis());
        plan.departures().stream()
                .filter(row -> !row.lastArrival().isBefore(from))
                .forEach(row -> sheet.merge(row.vehicleName(), row.vehicles(), Long::sum));
        sheet.forEach((name, vehicles) -> expect(
                vehicles <= arrived.getOrDefault(name, 0L),
                "",
                id + ": the sheet sends " + vehicles + " × " + name + ", the flows bring "
                        + arrived.getOrDefault(name, 0L)));
    }

    /** No vehicle is in two places: each lift begins after the one before has ended. */
    private void checkLifts(String id, List<Plan.Lift> lifts) {
        Map<String, Plan.Lift> last = new HashMap<>();
        List<Plan.Lift> ordered = lifts.stream()
                .sorted(Comparator.comparing(Plan.Lift::loadingFrom))
                .toList();
        for (Plan.Lift lift : ordered) {
            String vehicle = lift.fleet() + " " + lift.vehicle();
            Plan.Lift before = last.put(vehicle, lift);
            expect(
                    before == null || !lift.loadingFrom().isBefore(before.free()),
                    "",
                    id + ": " + vehicle + " loads at " + lift.loadingFrom() + " before it is free");
            expect(
                    !lift.arrival().isBefore(lift.departure())
                            && !lift.departure().isBefore(lift.loadingFrom()),
                    "",
                    id + ": " + vehicle + ": lift " + lift.number() + " runs backwards");
        }
        if (!lifts.isEmpty()) {
            proven.add(id + ": no provided vehicle is in two places at once, over " + lifts.size() + " lifts");
        }
    }

    private void checkWords(Plan.VersionPlan version) {
        boolean cannot = version.high().outerBound() < version.people().low();
        expect(
                (version.outcome() == Plan.Outcome.CANNOT) == cannot,
                "",
                version.version() + ": the outcome does not follow from the bound");
        long[] most = {
            Math.min(version.low().outerBound(), version.high().outerBound()),
            version.high().outerBound()
        };
        long[] stated = {version.atMost().low(), version.atMost().high()};
        expect(Arrays.equals(most, stated), "", version.version() + ": the headline does not follow from the bounds");
    }

    private void expect(boolean holds, String sentence, String finding) {
        if (!holds) {
            findings.add(finding);
        } else if (!sentence.isEmpty()) {
            proven.add(sentence);
        }
    }
}
