package org.safeconduct.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Plan;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.terms.Window;

class SumoDriveTest {
    private static final Instant EIGHT = Instant.parse("2030-05-01T08:00:00Z");

    private static Instant second(int second) {
        return EIGHT.plusSeconds(second);
    }

    /** Places with the seconds at which they are reached: {@code a 0, b 20, c 30}. */
    private static SumoDrive drive(String text) {
        List<Plan.Stop> stops = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        for (String stop : text.split(", ", -1)) {
            String[] words = stop.split(" ", -1);
            if (!stops.isEmpty()) {
                segments.add(stops.getLast().place() + words[0]);
            }
            Instant reached = second(Integer.parseInt(words[1]));
            Instant left = second(Integer.parseInt(words[words.length - 1]));
            stops.add(new Plan.Stop(words[0], reached, left));
        }
        return new SumoDrive(stops, segments, 0);
    }

    /** A version in which every segment is open from the start until a second. */
    private static Scenario.Version openUntil(int second) {
        Map<String, List<Window>> silence = new LinkedHashMap<>();
        for (String segment : List.of("ab", "bc", "cb", "bd")) {
            silence.put(segment, List.of(new Window(EIGHT, second(second), ZoneOffset.UTC)));
        }
        return new Scenario.Version(
                "v", "v", "p", "", silence, Optional.empty(), Optional.empty(), List.of(), List.of("d"), List.of());
    }

    @Test
    void whoWouldGoRoundTheBlockSetsOutLater() {
        SumoDrive straight = drive("a 0, b 20, c 30, b 50, d 90").straight(openUntil(100));
        assertThat(straight.segments()).containsExactly("ab", "bd");
        assertThat(straight.departure()).isEqualTo(second(30));
        assertThat(straight.stops().getLast().left()).isEqualTo(second(90));
        assertThat(straight.rounds()).isEqualTo(1);
    }

    @Test
    void severalRoundsAreTakenOut() {
        SumoDrive straight = drive("a 0, b 20, c 30, b 50, c 60, b 80, d 90").straight(openUntil(100));
        assertThat(straight.segments()).containsExactly("ab", "bd");
        assertThat(Duration.between(EIGHT, straight.departure())).hasSeconds(60);
    }

    @Test
    void aRoundStaysIfTheRoadBeforeItClosesMeanwhile() {
        SumoDrive planned = drive("a 0, b 20, c 30, b 50, d 90");
        assertThat(planned.straight(openUntil(40))).isEqualTo(planned);
    }

    @Test
    void aRoundWithAHaltStays() {
        SumoDrive planned = drive("a 0, b 20, c 30 600, b 620, d 650");
        assertThat(planned.straight(openUntil(700))).isEqualTo(planned);
    }
}
