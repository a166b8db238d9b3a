package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.bench.Drive.Stretch;

class DriveTest {
    private static final long LEG = 1000;

    /** A drive along a line: leg i leads from longitude i to i + 1 in a second. */
    private static Drive line(int legs) {
        List<Drive.Place> places = new ArrayList<>(List.of(new Drive.Place(0, 0)));
        List<Drive.Leg> all = new ArrayList<>();
        for (int leg = 0; leg < legs; leg++) {
            all.add(new Drive.Leg(leg, LEG, 10));
            places.add(new Drive.Place(0, leg + 1.0));
        }
        return new Drive(places, all);
    }

    @Test
    void theStretchOnWhichAnotherNetworkIsSlowerIsFound() {
        for (int from = 0; from < 20; from++) {
            for (int to = from + 1; to <= 20; to++) {
                int first = from;
                int last = to;
                Drive.Other other = (a, b) -> Math.round((b.longitude() - a.longitude()) * LEG)
                        + (a.longitude() <= first && b.longitude() >= last ? 500 : 0);
                assertThat(line(20).findSlower(other, 100)).isEqualTo(new Stretch(from, to));
            }
        }
    }
}
