package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Plan.Count;
import org.safeconduct.plan.Plan.Stranding;

class StrandingTableTest {
    private static final int HELD_AT = 4;

    private static List<String> heldAt(List<Count> counts) {
        Stranding late = new Stranding(
                Stranding.Discipline.BY_THE_SHEET,
                Duration.ofMinutes(30),
                0,
                0,
                List.of(),
                counts,
                List.of(),
                List.of());
        return new RoadTables(View.of(ValleyPlan.plan(), Locale.ENGLISH))
                .stranding(Stranding.Discipline.BY_THE_SHEET, List.of(late))
                .rows()
                .getFirst()
                .get(HELD_AT)
                .lines();
    }

    @Test
    void ofManyPlacesThoseWithMostPeopleAreToldAndTheRestTogether() {
        List<Count> counts = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new Count("j" + i, i))
                .toList();
        assertThat(heldAt(counts))
                .hasSize(13)
                .startsWith("j20: 20", "j19: 19")
                .endsWith("j9: 9", "and 8 more places: 36");
    }

    @Test
    void aFewPlacesStandInTheOrderOfTheRoad() {
        assertThat(heldAt(List.of(new Count("a", 4), new Count("b", 8), new Count("a", 4))))
                .containsExactly("a: 8", "b: 8");
    }
}
