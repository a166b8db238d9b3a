package org.safeconduct.flow.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.safeconduct.flow.CutFamily;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime;
import org.safeconduct.flow.FlowOverTime.Run;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.oracle.Reference;

/** A right answer, open to being tampered with. */
final class Claim {
    FlowProblem problem;
    final List<Run> departures;
    final List<Run> moves;
    final List<Run> waits;
    final List<Run> arrivals;
    final Set<Integer> sources = new TreeSet<>();
    final Set<Integer> sinks = new TreeSet<>();
    final List<Layer> others = new ArrayList<>();
    long[] curve;
    final List<LabelRun> queue;
    final List<LabelRun> gate;
    int[] sourceLabels;
    int[] sinkLabels;
    int firstStep;

    Claim(FlowProblem problem) {
        this.problem = problem;
        Reference right = new Reference(problem);
        this.departures = single(right.flow().departures());
        this.moves = single(right.flow().moves());
        this.waits = single(right.flow().waits());
        this.arrivals = single(right.flow().arrivals());
        this.sources.addAll(Layer.only(problem, right.flow()).sources());
        this.sinks.addAll(Layer.only(problem, right.flow()).sinks());
        this.curve = right.flow().arrivedBy(problem.horizon());
        this.queue = new ArrayList<>(right.cuts().queue());
        this.gate = new ArrayList<>(right.cuts().gate());
        this.sourceLabels = right.cuts().sources();
        this.sinkLabels = right.cuts().sinks();
        this.firstStep = right.cuts().firstStep();
    }

    List<Finding> check() {
        List<Layer> layers = new ArrayList<>(others);
        layers.add(new Layer("cars", sources, sinks, new FlowOverTime(departures, moves, waits, arrivals)));
        return FlowChecker.verify(
                problem, layers, curve, new CutFamily(queue, gate, sourceLabels, sinkLabels, firstStep));
    }

    /** Replaces the first run of an item. */
    static void change(List<Run> runs, int item, UnaryOperator<Run> change) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).item() == item) {
                runs.set(i, change.apply(runs.get(i)));
                return;
            }
        }
        throw new IllegalStateException("no run of " + item + " in " + runs);
    }

    /** One run per step, so that there is something to tamper with. */
    private static List<Run> single(List<Run> runs) {
        List<Run> single = new ArrayList<>();
        for (Run run : runs) {
            for (int step = run.from(); step <= run.to(); step++) {
                single.add(new Run(run.item(), step, step, run.amount()));
            }
        }
        return single;
    }
}
