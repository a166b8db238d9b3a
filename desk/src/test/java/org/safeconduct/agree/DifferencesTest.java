package org.safeconduct.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.ClauseKind;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

class DifferencesTest {

    private static Clause hours(String zone, int from, int to) {
        Window window = new Window(
                Instant.parse("2022-03-05T00:00:00Z").plus(Duration.ofHours(from)),
                Instant.parse("2022-03-05T00:00:00Z").plus(Duration.ofHours(to)),
                ZoneId.of(zone));
        return clause("hours", ClauseKind.TIME, new Clause.Hours(List.of(window)));
    }

    private static Clause route(String... places) {
        List<Clause.Leg> legs = new ArrayList<>();
        for (int i = 1; i < places.length; i++) {
            legs.add(new Clause.Leg(places[i - 1] + "-" + places[i], places[i - 1], places[i], "a"));
        }
        return clause("route", ClauseKind.ROUTE, new Clause.Route(legs));
    }

    private static Clause clause(String id, ClauseKind kind, Clause.Matter matter) {
        return new Clause(id, kind, Map.of(), matter, false, Hash.NONE);
    }

    @Test
    void theSharedHoursAreThoseOfBoth() {
        Differences found = Differences.between(List.of(hours("Z", 7, 14)), List.of(hours("Z", 10, 20)));
        assertThat(found.sharedHours()).contains(Duration.ofHours(4));
        assertThat(found.pairs()).singleElement().matches(Differences.Pair::differs);
    }

    @Test
    void theSameHoursAnnouncedInTwoZonesAreTheSame() {
        Differences found =
                Differences.between(List.of(hours("Europe/Kyiv", 7, 14)), List.of(hours("Europe/Moscow", 7, 14)));
        assertThat(found.pairs()).singleElement().matches(pair -> !pair.differs());
    }

    @Test
    void hoursThatDoNotMeetShareNothing() {
        Differences found = Differences.between(List.of(hours("Z", 7, 9)), List.of(hours("Z", 9, 20)));
        assertThat(found.sharedHours()).contains(Duration.ZERO);
    }

    @Test
    void twoRoutesFromOneTownShareThatTown() {
        Clause towns =
                clause("towns", ClauseKind.PLACE, new Clause.Points(List.of(new Place("m", "Mariupol", "", 47, 37))));
        Differences found = Differences.between(List.of(towns, route("m", "z")), List.of(towns, route("m", "n")));
        assertThat(found.sharedPlaces()).containsExactly("Mariupol");
        assertThat(found.pairs())
                .filteredOn(Differences.Pair::differs)
                .extracting(Differences.Pair::kind)
                .containsExactly(ClauseKind.ROUTE);
    }

    @Test
    void whatOnlyOneTextSaysIsADifference() {
        Differences found = Differences.between(List.of(hours("Z", 7, 14)), List.of());
        assertThat(found.pairs()).singleElement().matches(Differences.Pair::differs);
        assertThat(found.sharedHours()).isEmpty();
    }
}
