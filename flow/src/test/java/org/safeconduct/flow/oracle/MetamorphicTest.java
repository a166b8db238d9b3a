package org.safeconduct.flow.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeconduct.flow.EarliestArrival;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Profile.Piece;
import org.safeconduct.flow.Rate;
import org.safeconduct.flow.Solution;

/** A problem changed in a way whose effect is known gives an answer changed in that way. */
class MetamorphicTest {
    private static final int CASES = 100;

    @Test
    void threeTimesThePeopleOnThreeTimesTheRoadsArriveThreeTimes() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            long[] expected =
                    Arrays.stream(curve(problem)).map(units -> 3 * units).toArray();
            assertThat(curve(Transforms.scaled(problem, 3))).isEqualTo(expected);
        });
    }

    @Test
    void everythingLaterArrivesLater() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            int delay = 1 + random.nextInt(70);
            long[] shifted = curve(Transforms.shifted(problem, delay));
            assertThat(Arrays.copyOfRange(shifted, delay, shifted.length)).isEqualTo(curve(problem));
            assertThat(shifted[delay - 1]).isZero();
        });
    }

    @Test
    void aRateWrittenOutStepByStepChangesNothing() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            assertThat(curve(Transforms.writtenOut(problem))).isEqualTo(curve(problem));
        });
    }

    @Test
    void asManyGetThroughBackwards() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = oneToOne(random);
            long[] back = curve(Transforms.backwards(problem));
            assertThat(back[problem.horizon()]).isEqualTo(curve(problem)[problem.horizon()]);
        });
    }

    @Test
    void closingAnArcThatNobodyUsesChangesNothing() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            Solution solution = EarliestArrival.solve(problem);
            FlowProblem.Builder closed = problem.copyOver(problem.horizon());
            for (int arc = 0; arc < problem.arcs().size(); arc++) {
                int number = arc;
                if (solution.flow().moves().stream().noneMatch(run -> run.item() == number)) {
                    closed.arcCapacity(arc, Profile.closed());
                }
            }
            assertThat(curve(closed.build())).isEqualTo(solution.curve());
        });
    }

    @Test
    void aWindowOpenedWiderIsNeverWorse() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            FlowProblem wider = Transforms.capacities(problem, problem.horizon(), profile -> wider(profile, random));
            assertThat(isNowhereLess(curve(wider), curve(problem))).isTrue();
        });
    }

    @Test
    void moreTimeChangesNothingBefore() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            long[] longer = curve(
                    problem.copyOver(problem.horizon() + 1 + random.nextInt(70)).build());
            assertThat(Arrays.copyOf(longer, problem.horizon() + 1)).isEqualTo(curve(problem));
        });
    }

    @Test
    void theOrderOfArcsDoesNotMatterToTheCurve() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            assertThat(curve(Transforms.arcsReversedInOrder(problem))).isEqualTo(curve(problem));
        });
    }

    @Test
    void theSameProblemGivesTheSameFlowAndProofs() {
        Seeds.each(CASES, random -> {
            FlowProblem problem = RandomProblem.unlimited(random);
            Solution first = EarliestArrival.solve(problem);
            Solution second = EarliestArrival.solve(problem);
            assertThat(second.flow()).isEqualTo(first.flow());
            assertThat(second.sinkSide().queue()).isEqualTo(first.sinkSide().queue());
            assertThat(second.sourceSide().queue()).isEqualTo(first.sourceSide().queue());
        });
    }

    private static long[] curve(FlowProblem problem) {
        return EarliestArrival.solve(problem).curve();
    }

    private static boolean isNowhereLess(long[] curve, long[] than) {
        for (int step = 0; step < than.length; step++) {
            if (curve[step] < than[step]) {
                return false;
            }
        }
        return true;
    }

    /** Opens some of the closed pieces, and now and then adds to an open one. */
    private static Profile wider(Profile profile, Random random) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : profile.pieces()) {
            boolean open = piece.rate().units() > 0;
            if (piece.rate().isUnlimited() || random.nextInt(3) > 0) {
                pieces.add(piece);
            } else if (open) {
                pieces.add(new Piece(
                        piece.fromStep(),
                        new Rate(
                                piece.rate().units() + piece.rate().perSteps(),
                                piece.rate().perSteps(),
                                piece.rate().ahead())));
            } else {
                pieces.add(new Piece(piece.fromStep(), new Rate(1 + random.nextInt(5), 1 + random.nextInt(2))));
            }
        }
        return new Profile(pieces);
    }

    /** A random problem with one source that never runs dry and one plain sink, and without throughput. */
    private static FlowProblem oneToOne(Random random) {
        FlowProblem any = RandomProblem.unlimited(random);
        FlowProblem.Builder problem = FlowProblem.over(any.horizon());
        any.nodes().forEach(node -> problem.node(new FlowProblem.Node(node.room(), Profile.unlimited())));
        any.arcs().forEach(arc -> problem.arc(arc.tail(), arc.head(), arc.transit(), limited(arc.capacity())));
        problem.source(0, 1_000_000, 0);
        problem.sink(1);
        return problem.build();
    }

    private static Profile limited(Profile profile) {
        return new Profile(profile.pieces().stream()
                .map(piece -> piece.rate().isUnlimited() ? new Piece(piece.fromStep(), Rate.perStep(40)) : piece)
                .toList());
    }
}
