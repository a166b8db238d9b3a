package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DayTest {

    private final Talks talks =
            Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("anna").ratifiedBy("boris");

    private Effect confirms(String who, String segment) {
        return talks.says(who, "confirmation", "{'text': 'west', 'segment': '" + segment + "', 'of': 'silence'}");
    }

    private Effect opens() {
        return talks.says("fatma", "opening", "{'text': 'west'}");
    }

    private void isOpen() {
        confirms("anna", "alder-birch");
        confirms("boris", "birch-cedar");
        assertThat(opens()).isInstanceOf(Effect.Taken.class);
        assertThat(talks.west().day()).isEqualTo(TextView.CorridorDay.OPEN);
    }

    private static Rule ruleAgainst(Effect effect) {
        assertThat(effect).isInstanceOf(Effect.NotAccepted.class);
        return ((Effect.NotAccepted) effect).rule();
    }

    @Test
    void itOpensOnlyWhenEverySegmentIsConfirmed() {
        confirms("anna", "alder-birch");
        assertThat(ruleAgainst(opens())).isEqualTo(Rule.SEGMENT_NOT_CONFIRMED);
        assertThat(talks.west().day()).isEqualTo(TextView.CorridorDay.NOT_OPENED);
        isOpen();
    }

    @Test
    void onlyTheConfirmingPartyConfirms() {
        assertThat(ruleAgainst(confirms("boris", "alder-birch"))).isEqualTo(Rule.NOT_CONFIRMING_PARTY);
    }

    @Test
    void aConfirmationLapsesAfterHalfAnHourAndThenReadsNotConfirmed() {
        isOpen();
        talks.at("2022-03-05T07:29:59Z");
        assertThat(talks.west().day()).isEqualTo(TextView.CorridorDay.OPEN);
        talks.at("2022-03-05T07:30:00Z");
        assertThat(talks.west().day()).isEqualTo(TextView.CorridorDay.NOT_CONFIRMED);
        assertThat(talks.west().segments().getFirst().state()).isEqualTo(TextView.SegmentState.NOT_CONFIRMED);
        assertThat(talks.west().segments().getFirst().until())
                .contains(java.time.Instant.parse("2022-03-05T07:30:00Z"));
    }

    @Test
    void anybodyAtTheTableStopsItAndAllSegmentsAreConfirmedAnew() {
        isOpen();
        talks.says("boris", "suspension", """
            {'text': 'west', 'segments': [], 'reason': 'fire heard', 'relayed': {'by': 'convoy lead 2', 'means': 'radio'}}\
            """);
        assertThat(talks.west().day()).isEqualTo(TextView.CorridorDay.SUSPENDED);
        assertThat(talks.west().segments())
                .allMatch(
                        one -> one.suspendedBy().equals("b") && one.relayedFor().equals("convoy lead 2, radio"));
        assertThat(ruleAgainst(opens())).isEqualTo(Rule.SEGMENT_NOT_CONFIRMED);
        isOpen();
    }

    @Test
    void whatIsNotAgreedIsNotOpened() {
        Talks others = Talks.aboutTheWestRoad();
        others.says("anna", "confirmation", "{'text': 'west', 'segment': 'alder-birch', 'of': 'silence'}");
        others.says("boris", "confirmation", "{'text': 'west', 'segment': 'birch-cedar', 'of': 'silence'}");
        assertThat(ruleAgainst(others.says("fatma", "opening", "{'text': 'west'}")))
                .isEqualTo(Rule.STILL_TO_SETTLE);
    }

    @Test
    void whatSomebodySawIsTakenAlsoWhereNothingIsOpen() {
        Effect effect = talks.says("fatma", "observation", """
            {'text': 'west', 'segments': ['alder-birch'], 'saw': '160 cars passed', 'at': '2022-03-05T11:00:00Z'}\
            """);
        assertThat(effect).isInstanceOf(Effect.Taken.class);
        assertThat(talks.west().observations()).hasSize(1);
    }
}
