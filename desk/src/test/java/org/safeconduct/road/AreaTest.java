package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static Area.Rings square(double west, double south, double east, double north) {
        return new Area.Rings(List.of(squareRing(west, south, east, north)));
    }

    private static Area.Ring squareRing(double west, double south, double east, double north) {
        return new Area.Ring(new double[] {west, east, east, west}, new double[] {south, south, north, north});
    }

    @Test
    void aRoadAcrossAnAreaTouchesItEvenIfNoEndLiesInside() {
        Area box = new Area.Box(0, 0, 1, 1);
        for (Area area : List.of(box, square(0, 0, 1, 1))) {
            assertThat(area.touches(-1, 0.5, 2, 0.6)).isTrue();
            assertThat(area.touches(-1, 0.5, 0.5, 3)).isFalse();
            assertThat(area.touches(0.2, 0.2, 0.3, 0.3)).isTrue();
            assertThat(area.touches(-0.5, 0.75, 0.5, 1.25)).as("cuts a corner").isTrue();
            assertThat(area.touches(-0.5, 1, 1.5, 1)).as("along the border").isTrue();
            assertThat(area.touches(2, 2, 3, 3)).isFalse();
        }
    }

    @Test
    void areasThatOverlapAreOneAreaWhileARingInARingIsAnAreaLeftOut() {
        Area overlapping = new Area.Any(List.of(square(0, 0, 2, 2), square(1, 1, 3, 3)));
        assertThat(overlapping.contains(1.5, 1.5)).isTrue();
        assertThat(overlapping.contains(0.5, 2.5)).isFalse();
        assertThat(overlapping.box()).isEqualTo(new Area.Box(0, 0, 3, 3));
        Area ringed = new Area.Rings(List.of(squareRing(0, 0, 3, 3), squareRing(1, 1, 2, 2)));
        assertThat(ringed.contains(1.5, 1.5)).isFalse();
        assertThat(ringed.touches(1.2, 1.2, 1.8, 1.8)).isFalse();
        assertThat(ringed.touches(1.5, 1.5, 2.5, 1.5)).isTrue();
    }

    @Test
    void arcsTouchedAreThoseThatCrossOrLieInIt() {
        Roads roads = Sketch.joined(Joining.NEVER).road("a-b-c-d").oneWay("d-e").build();
        List<String> touched = new ArrayList<>();
        Touched.arcs(roads, new Area.Box(0.012, -0.001, 0.021, 0.001)).stream()
                .forEach(arc -> touched.add(Sketch.arc(roads, arc)));
        assertThat(touched).containsExactlyInAnyOrder("b>c", "c>b", "c>d", "d>c");
        assertThat(Touched.arcs(roads, new Area.Box(0.01, 0.001, 0.02, 0.002)).isEmpty())
                .isTrue();
    }

    @Test
    void bandsOfSidesAnswerLikeAllSides() {
        long seed = Long.getLong("seed", 3L);
        for (int i = 0; i < 40; i++) {
            Random random = new Random(seed + i);
            double[] x = new double[3 + random.nextInt(200)];
            double[] y = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                double angle = 2 * Math.PI * k / x.length;
                double radius = i % 2 == 0 ? 1 + random.nextDouble() : random.nextDouble();
                x[k] = 10 + radius * Math.cos(angle);
                y[k] = i % 5 == 0 ? 50 + random.nextInt(3) : 50 + radius * Math.sin(angle);
            }
            Outline outline = Outline.of(x, y);
            for (int k = 0; k < 200; k++) {
                double px = 8 + 4 * random.nextDouble();
                double py = k % 10 == 0 ? y[k % y.length] : 48 + 4 * random.nextDouble();
                double qx = px + random.nextGaussian() / 10;
                double qy = py + random.nextGaussian() / 10;
                assertThat(outline.surrounds(px, py)).as("-Dseed=%d", seed + i).isEqualTo(surrounds(x, y, px, py));
                assertThat(outline.crosses(px, py, qx, qy))
                        .as("-Dseed=%d", seed + i)
                        .isEqualTo(crosses(x, y, new double[] {px, py, qx, qy}));
            }
        }
    }

    private static boolean surrounds(double[] x, double[] y, double px, double py) {
        int crossings = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > py != y[j] > py && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) {
                crossings++;
            }
        }
        return crossings % 2 == 1;
    }

    private static boolean crosses(double[] x, double[] y, double[] line) {
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (java.awt.geom.Line2D.linesIntersect(line[0], line[1], line[2], line[3], x[j], y[j], x[i], y[i])) {
                return true;
            }
        }
        return false;
    }
}
