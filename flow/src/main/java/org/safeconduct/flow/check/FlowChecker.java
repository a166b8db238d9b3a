package org.safeconduct.flow.check;

import java.util.Arrays;
import java.util.List;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.FlowProblem;

/**
 * Finds what is wrong with a plan, or nothing.
 *
 * <pre>
 *   List&lt;Finding&gt; findings = FlowChecker.verify(problem, List.of(Layer.only(problem, flow)), curve, cuts);
 *   findings.isEmpty()    // the plan can be carried out as the problem is written, and nothing brings more
 * </pre>
 *
 * <p>Refusals are values: no method throws because a plan is wrong. Each reads the whole plan and lists at most a thousand findings, then how many more
 * there are. Stateless; safe from any thread.
 */
public final class FlowChecker {

    /** The name of what all layers share, in findings. */
    public static final String ALL_LAYERS = "all layers";

    private FlowChecker() {}

    /** What keeps a joint plan of several classes of movement over one network from being carried out. */
    public static List<Finding> feasibility(FlowProblem problem, List<Layer> layers) {
        Findings findings = new Findings();
        new Feasibility(problem, findings).check(layers);
        return findings.toList();
    }

    /** What the cuts of a certificate are worth, whoever made it. */
    public static CutCheck cutCapacity(FlowProblem problem, CutFamily cuts) {
        Findings findings = new Findings();
        long[] capacities = new Cuts(problem, cuts, false, findings).add();
        return new CutCheck(capacities, findings.toList());
    }

    /**
     * What the last cut is worth as a bound on all traffic, whatever beat it keeps; the others prove nothing here. At a rate that is not whole in a step a unit enters in certain steps of the problem
     * only. Other traffic may enter in others, and in each stretch of steps in a row in which it crosses the cut there may be one unit more.
     */
    public static CutCheck lastCutAtAnyBeat(FlowProblem problem, CutFamily cuts) {
        Findings findings = new Findings();
        long[] capacities = new Cuts(problem, cuts, true, findings).add();
        Arrays.fill(capacities, 0, problem.horizon(), CutCheck.OPEN);
        return new CutCheck(capacities, findings.toList());
    }

    /**
     * What keeps a plan and its certificate from proving that the plan is the best: it cannot be carried out, brings something else than the curve claims, or some cut from
     * the first claimed step on has a capacity that is not the curve's.
     *
     * @param problem the problem as written
     * @param layers who moves
     * @param curve claimed arrivals of all layers together by each step 0 … horizon
     * @param cuts the proof; it speaks of the steps from {@link CutFamily#firstStep()} on, so whoever is promised a whole curve asks for 0 there
     */
    public static List<Finding> verify(FlowProblem problem, List<Layer> layers, long[] curve, CutFamily cuts) {
        Findings findings = new Findings();
        new Feasibility(problem, findings).check(layers);
        checkCurve(curve, delivered(problem, layers), findings);
        CutCheck check = cutCapacity(problem, cuts);
        check.findings().forEach(findings::add);
        for (int step = Math.max(cuts.firstStep(), 0); step < Math.min(curve.length, problem.horizon() + 1); step++) {
            if (check.capacity(step) != CutCheck.OPEN && check.capacity(step) != curve[step]) {
                findings.add(new Finding.LooseCut(step, curve[step], check.capacity(step)));
            }
        }
        return findings.toList();
    }

    private static void checkCurve(long[] curve, long[] delivered, Findings findings) {
        if (curve.length != delivered.length) {
            findings.add(new Finding.CurveLength(curve.length, delivered.length));
        }
        for (int step = 0; step < Math.min(curve.length, delivered.length); step++) {
            if (curve[step] != delivered[step]) {
                findings.add(new Finding.WrongCurve(step, curve[step], delivered[step]));
                return;
            }
        }
    }

    private static long[] delivered(FlowProblem problem, List<Layer> layers) {
        long[] sum = new long[problem.horizon() + 1];
        Ledger arrivals = new Ledger();
        for (Layer layer : layers) {
            for (var run : layer.flow().arrivals()) {
                arrivals.book(0, run.from(), Math.min(run.to(), problem.horizon()), run.amount());
            }
        }
        arrivals.read((item, from, to, amount) -> {
            for (int step = from; step <= to; step++) {
                sum[step] = amount;
            }
        });
        for (int step = 1; step < sum.length; step++) {
            sum[step] += sum[step - 1];
        }
        return sum;
    }
}
