package org.safeconduct.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.road.Area;
import org.safeconduct.terms.Place;

class DoubtsTest {
    private static final Place MARIUPOL = place("Mariupol", 47.0951, 37.5413);
    private static final Place POLOHY = place("Polohy", 47.4844, 36.2536);
    private static final Place ORIKHIV = place("Orikhiv", 47.5673, 35.7858);
    private static final Place ZAPORIZHZHIA = place("Zaporizhzhia", 47.8229, 35.1903);

    private static Place place(String name, double latitude, double longitude) {
        return new Place(name.toLowerCase(java.util.Locale.ROOT), name, "", latitude, longitude);
    }

    /** Doubts about a route by all places, in their order. */
    private static List<Doubt> route(Place... places) {
        List<Way> ways = new ArrayList<>();
        for (int i = 1; i < places.length; i++) {
            ways.add(new Way("w" + i, places[i - 1].id(), places[i].id()));
        }
        return Doubts.list(List.of(places), ways, Area.EVERYWHERE);
    }

    private static List<Doubt> list(Place... places) {
        return Doubts.list(List.of(places), List.of(), Area.EVERYWHERE);
    }

    @Test
    void aRouteThatWasReallyDrivenRaisesNoDoubt() {
        assertThat(route(MARIUPOL, POLOHY, ORIKHIV, ZAPORIZHZHIA)).isEmpty();
    }

    @Test
    void aTownOfTheSameNameOnARouteIsOneDetour() {
        Place elsewhere = place("Polohy", 49.9146, 30.1052);
        assertThat(route(MARIUPOL, elsewhere, ORIKHIV, ZAPORIZHZHIA))
                .singleElement()
                .isInstanceOfSatisfying(Doubt.Detour.class, detour -> {
                    assertThat(detour.place()).isEqualTo(elsewhere);
                    assertThat(detour.kilometresBy()).isGreaterThan(900);
                });
    }

    @Test
    void anEndFarFromTheRestIsTold() {
        Place elsewhere = place("Zaporizhzhia", 50.6, 26.25);
        assertThat(route(MARIUPOL, POLOHY, elsewhere))
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.Far.class, far -> assertThat(far.place()).isEqualTo(elsewhere));
    }

    @Test
    void whereSeveralWaysAreTooLongTheirCommonEndIsTold() {
        Place elsewhere = place("Bakhmut", 49.15, 34.2833);
        List<Place> places = List.of(
                place("A", 48.9042, 38.4409), place("B", 48.9463, 38.4862), place("C", 48.6333, 38.378), elsewhere);
        List<Way> ways =
                List.of(new Way("1", "a", "bakhmut"), new Way("2", "b", "bakhmut"), new Way("3", "c", "bakhmut"));
        assertThat(Doubts.list(places, ways, Area.EVERYWHERE))
                .singleElement()
                .isInstanceOfSatisfying(Doubt.Far.class, far -> {
                    assertThat(far.place()).isEqualTo(elsewhere);
                    assertThat(far.ways()).hasSize(3);
                });
    }

    @Test
    void ofSeveralPlacesWithOneEndTheOneApartIsTold() {
        Place elsewhere = place("Tarasivka", 51.5676, 33.0511);
        List<Place> places = List.of(
                place("A", 50.5693, 30.6732),
                place("B", 50.6097, 30.7177),
                place("C", 50.6669, 30.735),
                elsewhere,
                place("Brovary", 50.5181, 30.8067));
        List<Way> ways = places.subList(0, 4).stream()
                .map(from -> new Way(from.id(), from.id(), "brovary"))
                .toList();
        assertThat(Doubts.list(places, ways, Area.EVERYWHERE))
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.Apart.class, apart -> assertThat(apart.place()).isEqualTo(elsewhere));
    }

    @Test
    void exchangedFiguresAreRecognised() {
        Place exchanged = place("Polohy", 36.25361, 47.48444);
        assertThat(route(MARIUPOL, exchanged, ZAPORIZHZHIA))
                .singleElement()
                .isInstanceOfSatisfying(Doubt.Slip.class, slip -> {
                    assertThat(slip.isExchanged()).isTrue();
                    assertThat(slip.meant().latitude()).isEqualTo(47.48444);
                });
    }

    @Test
    void aLostSignIsRecognised() {
        Place khartoum = place("Khartoum", 15.5881, 32.5342);
        Place lost = place("Omdurman", 15.6445, -32.4777);
        assertThat(list(khartoum, lost))
                .filteredOn(doubt -> doubt.place().equals(lost))
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.Slip.class, slip -> assertThat(slip.isExchanged()).isFalse());
    }

    @Test
    void aFigureThatWasLeftOutIsTold() {
        assertThat(route(MARIUPOL, place("Polohy", 47.48, 0), ZAPORIZHZHIA))
                .singleElement()
                .isInstanceOf(Doubt.Zero.class);
    }

    @Test
    void figuresWithOneDecimalAreTooCoarse() {
        assertThat(route(MARIUPOL, place("Polohy", 47.5, 36.3))).singleElement().isInstanceOf(Doubt.Coarse.class);
        assertThat(route(MARIUPOL, place("Polohy", 47.48, 36.3))).isEmpty();
    }

    @Test
    void aPlaceOutsideTheStatedAreaIsTold() {
        Area east = new Area.Box(35, 46, 39, 48);
        assertThat(Doubts.list(List.of(MARIUPOL, ZAPORIZHZHIA), List.of(), east))
                .isEmpty();
        assertThat(Doubts.list(List.of(MARIUPOL, place("Kryvyi Rih", 47.9097, 33.3801)), List.of(), east))
                .singleElement()
                .isInstanceOf(Doubt.Outside.class);
    }

    @Test
    void twoNamesInOnePointAreTold() {
        Place second = place("Metro mall", MARIUPOL.latitude(), MARIUPOL.longitude());
        assertThat(list(MARIUPOL, second)).containsExactly(new Doubt.SamePoint(second, MARIUPOL));
    }

    @Test
    void twoSpellingsOfOneTownInOnePointAreNot() {
        Place second =
                new Place("zhdanov", "Zhdanov", "Mariupol / Маріуполь", MARIUPOL.latitude(), MARIUPOL.longitude());
        assertThat(list(MARIUPOL, second)).isEmpty();
    }

    @Test
    void twoTownsOfOneNameAreTold() {
        Place second = new Place("other", "Orikhiv", "", 47.91, 35.21);
        assertThat(list(ORIKHIV, second)).containsExactly(new Doubt.Namesake(second, ORIKHIV));
    }

    @Test
    void aSiteFarFromAllOthersIsTold() {
        Place far = place("Bakhmut", 49.15, 34.2833);
        assertThat(list(MARIUPOL, place("Manhush", 47.0558, 37.3107), far))
                .containsExactly(new Doubt.Alone(far, place("Manhush", 47.0558, 37.3107)));
    }

    @Test
    void aWayToAPlaceThatIsNotHereIsPassedOver() {
        assertThat(Doubts.list(List.of(MARIUPOL), List.of(new Way("w", "mariupol", "nowhere")), Area.EVERYWHERE))
                .isEmpty();
    }
}
