package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeconduct.record.Entry;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.terms.Label;

/** Talks in which anybody says anything: whatever they say, no state is reached that may not be. */
class RandomTalksTest {
    private static final int HISTORIES = System.getenv("CI") == null ? 4 : 40;
    private static final int LENGTH = 60;
    private static final List<String> SPEAKERS = List.of("anna", "boris", "alma", "bela", "fatma", "stranger");

    static Stream<Long> seeds() {
        long first = Long.getLong("seed", 0);
        return first != 0
                ? Stream.of(first)
                : Stream.iterate(1L, seed -> seed + 1).limit(HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotAcceptedChangesNothing(long seed) {
        Random random = new Random(seed);
        Talks talks = Talks.aboutTheWestRoad();
        for (int i = 0; i < LENGTH; i++) {
            AccordView before = talks.view();
            Effect effect = says(talks, random);
            if (!(effect instanceof Effect.Taken)) {
                assertThat(talks.view().texts())
                        .as("seed %d, step %d: %s", seed, i, effect)
                        .isEqualTo(before.texts());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereItStandsIsWhatASlowReadingOfTheWholeHistorySays(long seed) {
        Random random = new Random(seed);
        Talks talks = Talks.aboutTheWestRoad();
        SlowReading slow = new SlowReading();
        talks.entries.forEach(entry -> slow.add(entry, new Effect.Taken(List.of())));
        for (int i = 0; i < LENGTH; i++) {
            Effect effect = says(talks, random);
            slow.add(talks.entries.getLast(), effect);
            assertThat(talks.west().standing().isAgreed())
                    .as("seed %d, step %d: %s", seed, i, talks.points())
                    .isEqualTo(
                            slow.isAgreed(talks.west().clauses(), talks.west().version()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameEntriesGiveTheSameStateAndAnyOneMissingGivesNone(long seed) {
        Random random = new Random(seed);
        Talks talks = Talks.aboutTheWestRoad();
        for (int i = 0; i < LENGTH; i++) {
            says(talks, random);
        }
        assertThat(folded(talks.entries, -1).texts()).isEqualTo(talks.view().texts());
        int missing = random.nextInt(talks.entries.size());
        assertThat(folded(talks.entries, missing).texts())
                .as("seed %d without %d", seed, missing)
                .allMatch(text -> text.standing() == Standing.UNKNOWN);
    }

    @Test
    void openMeansAgreedAndEverySegmentConfirmed() {
        long opened = seeds().filter(RandomTalksTest::wasOpenAndThenConfirmed).count();
        assertThat(opened).as("histories in which it was open at all").isPositive();
    }

    /** Whether the corridor was ever open; where it was not confirmed then, the test fails. */
    private static boolean wasOpenAndThenConfirmed(long seed) {
        Random random = new Random(seed);
        Talks talks =
                Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("anna").ratifiedBy("boris");
        boolean wasOpen = false;
        for (int i = 0; i < LENGTH * 2; i++) {
            Effect effect = day(talks, random);
            TextView west = talks.west();
            if (west.day() == TextView.CorridorDay.OPEN) {
                wasOpen = true;
                assertThat(west.segments())
                        .as("seed %d, step %d: %s", seed, i, effect)
                        .allMatch(one -> one.state() == TextView.SegmentState.CONFIRMED);
            }
        }
        return wasOpen;
    }

    private static AccordView folded(List<Entry> entries, int missing) {
        Accord accord = new Accord(new StrictEd25519());
        for (int i = 0; i < entries.size(); i++) {
            if (i == missing) {
                accord.takeWithheld();
            } else {
                accord.take(entries.get(i));
            }
        }
        return accord.view(Talks.NINE);
    }

    private Effect says(Talks talks, Random random) {
        String who = SPEAKERS.get(random.nextInt(SPEAKERS.size()));
        Label label = random.nextInt(6) == 0 ? Label.BILATERAL : Label.PARTIES;
        String version = random.nextInt(8) == 0
                ? "00".repeat(32)
                : talks.west().version().toHex();
        String on = "{'text': 'west', 'version': '" + version + "'";
        Effect effect = switch (random.nextInt(10)) {
            case 0 -> talks.says(random.nextBoolean() ? "anna" : "boris", "mandate", mandate(random));
            case 1 ->
                talks.says(
                        who,
                        "amendment",
                        on + ", 'clauses': [{'id': 'aid', 'kind': 'aid in', 'says': {'en': 'Truck " + random.nextInt(3)
                                + "'}}]}");
            case 2, 3 -> talks.says(who, "answer", label, on + ", 'clauses': [{'clause': '*', 'says': 'accepted'}]}");
            case 4 ->
                talks.says(
                        who,
                        "answer",
                        label,
                        on + ", 'clauses': [{'clause': 'aid', 'says': '" + stance(random) + "'}]}");
            case 5 ->
                talks.says(
                        who,
                        "answer",
                        label,
                        on
                                + ", 'clauses': [{'clause': 'aid', 'says': 'accepted'}], 'noted': {'party': 'a', 'by':"
                                + " 'minister of A', 'means': 'radio'}}");
            case 6, 7 -> talks.says(who, "ratification", on + "}");
            case 8 ->
                talks.says(
                        who,
                        "ratification",
                        on + ", 'noted': {'party': 'b', 'by': 'minister of B', 'means': 'letter'}}");
            default -> talks.says(who, "proposal", Talks.corridor(random.nextBoolean() ? "west" : "east", Talks.FIVE));
        };
        return effect;
    }

    private static String stance(Random random) {
        return List.of("in principle", "not accepted", "left open").get(random.nextInt(3));
    }

    private static String mandate(Random random) {
        String right = List.of("accept", "propose", "confirm").get(random.nextInt(3));
        return "{'key': '<key " + (random.nextBoolean() ? "alma" : "bela") + ">', 'office': 'delegate', 'rights': ['"
                + right + "'], 'until': '2022-03-06T00:00:00Z'}";
    }

    private static Effect day(Talks talks, Random random) {
        talks.at(Instant.parse("2022-03-05T07:00:00Z")
                .plusSeconds(60L * random.nextInt(90))
                .toString());
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                talks.says("anna", "confirmation", "{'text': 'west', 'segment': 'alder-birch', 'of': 'silence'}");
            case 2, 3 ->
                talks.says("boris", "confirmation", "{'text': 'west', 'segment': 'birch-cedar', 'of': 'silence'}");
            case 4 ->
                random.nextInt(4) > 0
                        ? talks.says("fatma", "opening", "{'text': 'west'}")
                        : talks.says("fatma", "closing", "{'text': 'west', 'reason': 'evening'}");
            default ->
                random.nextInt(4) > 0
                        ? talks.says("fatma", "opening", "{'text': 'west'}")
                        : talks.says(
                                "boris",
                                "suspension",
                                "{'text': 'west', 'segments': ['alder-birch'], 'reason': 'fire'}");
        };
    }
}
