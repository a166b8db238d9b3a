package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.terms.Label;

class AccordTest {

    private static Rule ruleAgainst(Effect effect) {
        assertThat(effect).isInstanceOf(Effect.NotAccepted.class);
        return ((Effect.NotAccepted) effect).rule();
    }

    @Test
    void nothingCanBeProposedBeforeAllPrincipalsHaveConsented() {
        Talks talks = new Talks();
        talks.says("fatma", "founding", Talks.FOUNDING);
        Effect tooEarly = talks.says("anna", "proposal", Talks.corridor("west", Talks.FIVE));
        assertThat(ruleAgainst(tooEarly)).isEqualTo(Rule.NOT_FOUNDED);
        assertThat(talks.view().awaited()).containsExactly("minister of A", "minister of B");
    }

    @Test
    void aCorridorOfFiveClausesStillHasTheOthersToSettle() {
        Talks talks = Talks.founded();
        talks.says("fatma", "proposal", Talks.corridor("west", Talks.FIVE));
        assertThat(talks.points())
                .contains("fill or leave open screening", "a to answer hours", "b to decide, 0 of 1: minister of B")
                .doesNotContain("fill time");
        assertThat(talks.west().standing()).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void whatIsNotThereIsToBeFilled() {
        Talks talks = Talks.founded();
        talks.says("fatma", "proposal", Talks.corridor("west", "{'id': 'hours', 'kind': 'time', 'windows': []}"));
        assertThat(talks.points()).contains("fill time", "fill place", "fill route", "fill who", "fill aid in");
    }

    @Test
    void itIsAgreedWhenEveryPointIsSettledAndEveryDecisionTaken() {
        Talks talks = Talks.aboutTheWestRoad().acceptedByBoth();
        assertThat(talks.west().standing()).isEqualTo(Standing.IN_PRINCIPLE);
        talks.ratifiedBy("anna");
        assertThat(talks.points()).containsExactly("b to decide, 0 of 1: minister of B");
        talks.ratifiedBy("boris");
        assertThat(talks.points()).isEmpty();
        assertThat(talks.west().standing()).isEqualTo(Standing.AGREED);
    }

    @Test
    void aDelegateOutsideTheMandateAgreesInPrincipleOnly() {
        Talks talks = Talks.aboutTheWestRoad();
        talks.says("anna", "mandate", """
            {'key': '<key alma>', 'office': 'delegate', 'rights': ['accept'], 'kinds': ['route'], 'until': '2022-03-06T00:00:00Z'}\
            """);
        Effect effect = talks.says("alma", "answer", """
            {'text': 'west', 'version': '<version west>', 'clauses': [
              {'clause': 'way', 'says': 'accepted'}, {'clause': 'hours', 'says': 'accepted'}]}\
            """);
        assertThat(effect)
                .isEqualTo(new Effect.Taken(List.of(new Effect.Remark(Effect.Remark.Kind.IN_PRINCIPLE_ONLY, "hours"))));
        assertThat(talks.points())
                .contains("a in principle only hours: no mandate")
                .doesNotContain("a to answer way");
    }

    @Test
    void anAnswerAfterTheMandateHasEndedBindsNobody() {
        Talks talks = Talks.aboutTheWestRoad();
        talks.says("anna", "mandate", """
            {'key': '<key alma>', 'office': 'delegate', 'rights': ['accept'], 'until': '2022-03-05T08:00:00Z'}\
            """);
        talks.says("alma", "answer", """
            {'text': 'west', 'version': '<version west>', 'clauses': [{'clause': 'way', 'says': 'accepted'}]}\
            """);
        assertThat(talks.points()).doesNotContain("a in principle only way: disputed in time");
        talks.at("2022-03-05T09:00:00Z");
        assertThat(talks.points()).contains("a in principle only way: disputed in time");
    }

    @Test
    void anAmendedClauseIsToBeAnsweredAgainAndTheOthersStand() {
        Talks talks = Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("anna");
        talks.says("boris", "amendment", """
            {'text': 'west', 'version': '<version west>', 'clauses': [
              {'id': 'aid', 'kind': 'aid in', 'says': {'en': 'Three trucks'}}]}\
            """);
        assertThat(talks.points())
                .containsExactly(
                        "a to answer aid",
                        "b to answer aid",
                        "a to decide, 0 of 1: minister of A",
                        "b to decide, 0 of 1: minister of B");
    }

    @Test
    void nobodyAnswersAVersionThatIsNotTheLast() {
        Talks talks = Talks.aboutTheWestRoad();
        String old = talks.west().version().toHex();
        talks.says("boris", "amendment", "{'text': 'west', 'version': '<version west>', 'drop': ['aid']}");
        Effect late = talks.says("anna", "ratification", "{'text': 'west', 'version': '" + old + "'}");
        assertThat(ruleAgainst(late)).isEqualTo(Rule.OTHER_VERSION);
    }

    @Test
    void aTextWithAnEmptyPointCannotBeRatified() {
        Talks talks = Talks.founded();
        talks.says("fatma", "proposal", Talks.corridor("west", "{'id': 'hours', 'kind': 'time', 'windows': []}"));
        Effect early = talks.says("anna", "ratification", "{'text': 'west', 'version': '<version west>'}");
        assertThat(ruleAgainst(early)).isEqualTo(Rule.STILL_TO_SETTLE);
    }

    @Test
    void aDelegateDoesNotRatify() {
        Talks talks = Talks.aboutTheWestRoad();
        talks.says("anna", "mandate", """
            {'key': '<key alma>', 'office': 'delegate', 'rights': ['accept'], 'until': '2022-03-06T00:00:00Z'}\
            """);
        Effect effect = talks.says("alma", "ratification", "{'text': 'west', 'version': '<version west>'}");
        assertThat(ruleAgainst(effect)).isEqualTo(Rule.NO_RIGHT);
    }

    @Test
    void whatAMinisterSaysOnTheTelephoneIsNotedAndDoesNotBind() {
        Talks talks = Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("anna");
        talks.says("fatma", "ratification", """
            {'text': 'west', 'version': '<version west>',
             'noted': {'party': 'b', 'by': 'minister of B', 'means': 'telephone'}}\
            """);
        assertThat(talks.west().standing()).isEqualTo(Standing.IN_PRINCIPLE);
        assertThat(talks.west().decisions())
                .extracting(TextView.Decision::office, TextView.Decision::assurance, TextView.Decision::isCounted)
                .contains(org.assertj.core.api.Assertions.tuple("minister of B", Assurance.NOTED, false));
        talks.ratifiedBy("boris");
        assertThat(talks.west().standing()).isEqualTo(Standing.AGREED);
    }

    @Test
    void aFindingIsStaleOnceItsClauseHasAnotherWording() {
        Talks talks = Talks.aboutTheWestRoad();
        String wording = talks.west().clauses().getFirst().wording().toHex();
        talks.says("fatma", "finding", """
            {'text': 'west', 'judged': [{'clause': 'hours', 'wording': '%s'}], 'outcome': 'cannot',
             'files': {'plan': '%2$s', 'problem': '%2$s', 'scenario': '%2$s', 'network': '%2$s'},
             'expected': {'low': 200000, 'high': 200000}, 'at-most': {'low': 1390, 'high': 4900}}\
            """.formatted(wording, "00".repeat(32)));
        assertThat(talks.west().findings().getFirst().stale()).isEmpty();
        talks.says("boris", "amendment", """
            {'text': 'west', 'version': '<version west>', 'clauses': [{'id': 'hours', 'kind': 'time', 'windows':
              [{'from': '2022-03-05T07:00:00Z', 'to': '2022-03-05T19:00:00Z', 'zone': 'Europe/Kyiv'}]}]}\
            """);
        assertThat(talks.west().findings().getFirst().stale()).containsExactly("hours");
    }

    @Test
    void whatAPartySaidToTheFacilitatorIsNobodyElsesUntilItReleasesIt() {
        Talks talks = Talks.aboutTheWestRoad();
        talks.says("anna", "answer", Label.BILATERAL, """
            {'text': 'west', 'version': '<version west>', 'clauses': [{'clause': '*', 'says': 'in principle'}]}\
            """);
        assertThat(talks.west().replies()).isNotEmpty();
        assertThat(talks.westFor("a").replies()).isNotEmpty();
        assertThat(talks.westFor("b").replies()).isEmpty();
        assertThat(talks.westFor("b").points())
                .map(Talks::line)
                .contains("a shares nothing of hours", "b to answer hours");
        int index = talks.entries.size() - 1;
        assertThat(ruleAgainst(talks.says("boris", "release", "{'entries': ['<entry " + index + ">']}")))
                .isEqualTo(Rule.UNKNOWN_SUBJECT);
        talks.says("anna", "release", "{'entries': ['<entry " + index + ">']}");
        assertThat(talks.westFor("b").replies()).isNotEmpty();
        assertThat(talks.accord
                        .view(new Viewpoint(Talks.NINE, Times.UNKNOWN, Viewpoint.PUBLIC))
                        .texts())
                .isEmpty();
    }

    @Test
    void whoseDecisionIsMissingIsNotForTheOtherParty() {
        Talks talks = Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("boris");
        assertThat(talks.westFor("a").points()).hasSize(1);
        assertThat(talks.westFor("b").points()).isEmpty();
        assertThat(talks.westFor("b").standing()).isEqualTo(Standing.IN_PRINCIPLE);
    }

    @Test
    void whatIsWithheldMakesTheStandingUnknownAndNothingElse() {
        Talks talks =
                Talks.aboutTheWestRoad().acceptedByBoth().ratifiedBy("anna").ratifiedBy("boris");
        talks.accord.takeWithheld();
        assertThat(talks.west().standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(talks.west().asHeld()).isEqualTo(Standing.AGREED);
    }

    @Test
    void numbersAndMomentsBeyondAllMapsAndCalendarsAreFlawsAndNothingWorse() {
        Talks talks = Talks.founded();
        for (String clause : List.of(
                "{'id': 'p', 'kind': 'place', 'places': [{'id': 'x', 'name': 'X', 'latitude': 940000000, 'longitude':"
                        + " 1}]}",
                "{'id': 't', 'kind': 'time', 'windows': [{'from': '+1000000000-12-31T23:59:59Z', 'to':"
                        + " '2022-03-05T07:00:00Z', 'zone': 'UTC'}]}",
                "{'id': 't', 'kind': 'time', 'windows': [{'from': '2022-02-30T07:00:00Z', 'to':"
                        + " '2022-03-05T07:00:00Z', 'zone': 'Nowhere/No'}]}")) {
            assertThat(talks.says("fatma", "proposal", Talks.corridor("west", clause)))
                    .isInstanceOf(Effect.NotUnderstood.class);
        }
    }

    @Test
    void flawsInsideAListAreToldByThePathAsItWasWritten() {
        Effect broken = Talks.founded()
                .says("fatma", "proposal", Talks.corridor("west", "{'id': 'a', 'kind': 'aid in', 'Extra': 1}"));
        assertThat(((Effect.NotUnderstood) broken).flaws())
                .extracting(Flaw::path)
                .containsExactly("clauses[0].Extra");
    }

    @Test
    void aNoteHasNoEffectAndABrokenEntryTellsAllThatIsWrongWithIt() {
        Talks talks = Talks.founded();
        assertThat(talks.says("anna", "note", "{'text': 'hello'}")).isEqualTo(new Effect.OtherType());
        Effect broken = talks.says("anna", "proposal", "{'text': 'No Good', 'kind': 'road', 'more': 1}");
        assertThat(broken).isInstanceOf(Effect.NotUnderstood.class);
        assertThat(((Effect.NotUnderstood) broken).flaws())
                .extracting(Flaw::path)
                .contains("text", "kind", "title", "clauses", "more");
    }
}
