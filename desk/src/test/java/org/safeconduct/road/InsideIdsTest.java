package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers of nodes in an area, against a set that keeps them as they are. */
class InsideIdsTest {
    private static final Area WEST = new Area.Box(-1, -1, 0, 1);

    private static void compare(List<Long> ids, long seed) {
        Random random = new Random(seed);
        Set<Long> inside = new HashSet<>();
        InsideIds found = new InsideIds(WEST);
        OsmBlock block = found.block();
        for (long id : ids) {
            boolean isInside = random.nextInt(3) > 0;
            block.node(id, isInside ? -5_000_000 : 5_000_000, 0, null);
            if (isInside) {
                inside.add(id);
            }
            if (random.nextInt(50) == 0) {
                block.release();
                block = found.block();
            }
        }
        block.release();
        for (long id : ids) {
            for (long near = id - 1; near <= id + 1; near++) {
                assertThat(found.contains(near))
                        .as("seed %d, id %d", seed, near)
                        .isEqualTo(inside.contains(near));
            }
        }
    }

    private static List<Long> random(Random random) {
        Set<Long> ids = new HashSet<>();
        for (int i = random.nextInt(400); i >= 0; i--) {
            ids.add(random.nextBoolean() ? random.nextLong(1000) - 300 : random.nextLong());
        }
        List<Long> sorted = new ArrayList<>(ids);
        Collections.sort(sorted);
        return sorted;
    }

    @Test
    void thoseInTheAreaAreKnownAndNoOthers() {
        for (int seed = 0; seed < 300; seed++) {
            compare(random(new Random(seed)), seed);
        }
    }

    @Test
    void numbersMayComeInAnyOrder() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Long> ids = random(random);
            Collections.shuffle(ids, random);
            compare(ids, seed);
        }
    }

    @Test
    void theBoxIsThatOfAllNodes() {
        InsideIds ids = new InsideIds(WEST);
        OsmBlock block = ids.block();
        block.node(1, -5_000_000, 0, null);
        assertThat(ids.findBox()).isEmpty();
        block.node(2, 20_000_000, 10_000_000, null);
        block.release();
        assertThat(ids.findBox()).contains(new Area.Box(-0.5, 0, 2, 1));
    }
}
