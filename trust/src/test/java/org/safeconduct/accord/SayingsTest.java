package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeconduct.terms.Label;

/** What is said beside the texts. */
class SayingsTest {
    private static final String MEETING = """
        {'meeting': 'antalya', 'at': '2022-03-10T08:00:00Z', 'place': 'Antalya',
         'agenda': [{'id': 'silence', 'says': {'en': 'A cease-fire'}}, {'id': 'more', 'says': {'en': 'Another meeting'}}],
         'present': [{'office': 'minister of A', 'party': 'a'}, {'office': 'host'}]}\
        """;

    private static Talks atTheMeeting() {
        Talks talks = Talks.founded();
        talks.says("fatma", "meeting", MEETING);
        return talks;
    }

    private static Rule ruleAgainst(Effect effect) {
        assertThat(effect).isInstanceOf(Effect.NotAccepted.class);
        return ((Effect.NotAccepted) effect).rule();
    }

    private static TalksView seenBy(Talks talks, String reader) {
        return talks.accord
                .view(new Viewpoint(Talks.NINE, Times.UNKNOWN, reader))
                .talks();
    }

    @Test
    void aPositionIsAboutAnItemThatIsOnAnAgenda() {
        Talks talks = atTheMeeting();
        assertThat(talks.says("anna", "position", "{'item': 'silence', 'view': 'seeks'}"))
                .isInstanceOf(Effect.Taken.class);
        assertThat(ruleAgainst(talks.says("anna", "position", "{'item': 'weather', 'view': 'seeks'}")))
                .isEqualTo(Rule.UNKNOWN_SUBJECT);
        assertThat(seenBy(talks, Viewpoint.EVERYTHING).positions())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.party()).isEqualTo("a");
                    assertThat(one.said().view()).isEqualTo(Talked.View.SEEKS);
                    assertThat(one.assurance()).isEqualTo(Assurance.OWN_KEY);
                });
    }

    @Test
    void whatAPartyIsSaidToWantIsNotSharedUntilItReleasesThat() {
        Talks talks = atTheMeeting();
        talks.says("fatma", "position", """
            {'item': 'silence', 'view': 'does not accept',
             'noted': {'party': 'b', 'by': 'minister of B', 'means': 'in person'}}\
            """);
        assertThat(seenBy(talks, "a").positions()).isEmpty();
        assertThat(seenBy(talks, "b").positions()).hasSize(1);
        String release = "{'entries': ['<entry " + (talks.entries.size() - 1) + ">']}";
        assertThat(ruleAgainst(talks.says("fatma", "release", release))).isEqualTo(Rule.UNKNOWN_SUBJECT);
        talks.says("boris", "release", release);
        assertThat(seenBy(talks, "a").positions())
                .singleElement()
                .extracting(Heard::assurance)
                .isEqualTo(Assurance.NOTED);
    }

    @Test
    void nobodySpeaksForAnotherPartyWithoutSayingHowTheyKnow() {
        Talks talks = atTheMeeting();
        Effect bare = talks.says("fatma", "position", "{'item': 'silence', 'view': 'accepts', 'party': 'b'}");
        assertThat(ruleAgainst(bare)).isEqualTo(Rule.NO_RIGHT);
    }

    @Test
    void whatCanBeReadInPublicIsReportedWithTheStatementThatItRestsOn() {
        Talks talks = atTheMeeting();
        talks.says("fatma", "statement", Label.PUBLIC, """
            {'meeting': 'antalya', 'says': {'en': 'Others decide on that'},
             'outlet': {'name': 'A newspaper'}, 'speaker': {'name': 'Minister of A', 'party': 'a'},
             'reported-party': {'name': 'B', 'party': 'b'}, 'source': {'title': 'Press, 10 March'}}\
            """);
        int statement = talks.entries.size() - 1;
        talks.says("fatma", "position", Label.PUBLIC, """
            {'item': 'silence', 'view': 'does not accept', 'party': 'b', 'statement': '<entry %d>'}\
            """.formatted(statement));
        assertThat(seenBy(talks, Viewpoint.PUBLIC)
                        .statements()
                        .getFirst()
                        .said()
                        .by()
                        .chain())
                .extracting(Attribution.Link::role)
                .containsExactly(Attribution.Role.values());
        assertThat(seenBy(talks, Viewpoint.PUBLIC).positions())
                .singleElement()
                .extracting(Heard::assurance)
                .isEqualTo(Assurance.REPORTED);
    }

    @Test
    void aSecondWordOfAPartyStandsBesideTheFirst() {
        Talks talks = atTheMeeting();
        talks.says("anna", "position", "{'item': 'more', 'view': 'accepts'}");
        talks.says("anna", "position", "{'item': 'more', 'view': 'conditional', 'if': 'the road is open first'}");
        assertThat(seenBy(talks, Viewpoint.EVERYTHING).positions())
                .extracting(one -> one.said().view())
                .containsExactly(Talked.View.ACCEPTS, Talked.View.CONDITIONAL);
    }

    @Test
    void whatBecameOfAUndertakingIsWhatEachReports() {
        Talks talks = atTheMeeting();
        talks.says("anna", "undertaking", "{'undertaking': 'buses', 'says': {'en': 'Thirty buses'}}");
        talks.says("boris", "outcome", """
            {'undertaking': 'buses', 'became': 'not fulfilled', 'saw': 'No bus came', 'at': '2022-03-10T09:00:00Z'}\
            """);
        talks.says("anna", "outcome", """
            {'undertaking': 'buses', 'became': 'fulfilled', 'saw': 'They were held', 'at': '2022-03-10T09:00:00Z'}\
            """);
        assertThat(seenBy(talks, Viewpoint.EVERYTHING).outcomes())
                .extracting(Heard::by, one -> one.said().became())
                .containsExactly(tuple("b", Talked.Became.NOT_FULFILLED), tuple("a", Talked.Became.FULFILLED));
    }

    @Test
    void aReadoutIsATextThatBothSidesSign() {
        Talks talks = atTheMeeting();
        talks.says("fatma", "proposal", """
            {'text': 'west', 'kind': 'readout', 'title': 'Antalya', 'meeting': 'antalya',
             'clauses': [{'id': 'one', 'kind': 'paragraph', 'says': {'en': 'They met'}}]}\
            """);
        talks.acceptedByBoth().ratifiedBy("anna").ratifiedBy("boris");
        assertThat(talks.west().standing()).isEqualTo(Standing.AGREED);
        Effect other = talks.says("fatma", "proposal", """
            {'text': 'east', 'kind': 'readout', 'title': 'Nowhere', 'meeting': 'nowhere',
             'clauses': [{'id': 'one', 'kind': 'paragraph', 'says': {'en': 'They met'}}]}\
            """);
        assertThat(ruleAgainst(other)).isEqualTo(Rule.UNKNOWN_SUBJECT);
    }

    @Test
    void figuresThatSeemToDifferCanBePutTogether() {
        Talks talks = Talks.founded();
        talks.says("boris", "statement", """
            {'says': {'en': 'From the plant and houses'}, 'counts': [
              {'who': 'people', 'what': 'left', 'low': 126},
              {'who': 'people from houses nearby', 'what': 'left', 'low': 25}]}\
            """);
        int statement = talks.entries.size() - 1;
        String terms = """
            {'says': {'en': 'From the plant alone'}, 'terms': [
              {'entry': '<entry %1$d>', 'count': 0}, {'entry': '<entry %1$d>', 'count': %2$d, 'minus': true}]}\
            """;
        talks.says("fatma", "derivation", terms.formatted(statement, 1));
        Derived derived =
                seenBy(talks, Viewpoint.EVERYTHING).derivations().getFirst().said();
        assertThat(derived.low()).isEqualTo(126 - 25);
        assertThat(derived.high()).isEqualTo(derived.low());
        assertThat(ruleAgainst(talks.says("fatma", "derivation", terms.formatted(statement, 2))))
                .isEqualTo(Rule.UNKNOWN_SUBJECT);
    }

    @Test
    void aRangeThatIsTakenAwayWidensWhatComesOut() {
        Talks talks = Talks.founded();
        talks.says("boris", "statement", """
            {'says': {'en': 'Two figures'}, 'counts': [
              {'who': 'people', 'what': 'left', 'low': 100, 'high': 120},
              {'who': 'people', 'what': 'stayed', 'low': 10, 'high': 30}]}\
            """);
        int statement = talks.entries.size() - 1;
        talks.says("fatma", "derivation", """
            {'says': {'en': 'The rest'}, 'terms': [
              {'entry': '<entry %1$d>', 'count': 0}, {'entry': '<entry %1$d>', 'count': 1, 'minus': true}]}\
            """.formatted(statement));
        Derived derived =
                seenBy(talks, Viewpoint.EVERYTHING).derivations().getFirst().said();
        assertThat(derived.low()).isEqualTo(100 - 30);
        assertThat(derived.high()).isEqualTo(120 - 10);
    }

    @Test
    void aDerivationIsShownToThoseWhoMaySeeItsFigures() {
        Talks talks = Talks.founded();
        talks.says("boris", "statement", Label.BILATERAL, """
            {'says': {'en': 'For the facilitator'}, 'counts': [
              {'who': 'people', 'what': 'left', 'low': 100}, {'who': 'people', 'what': 'stayed', 'low': 10}]}\
            """);
        int statement = talks.entries.size() - 1;
        talks.says("anna", "derivation", """
            {'says': {'en': 'Of both'}, 'terms': [
              {'entry': '<entry %1$d>', 'count': 0}, {'entry': '<entry %1$d>', 'count': 1}]}\
            """.formatted(statement));
        assertThat(seenBy(talks, "a").derivations()).isEmpty();
        assertThat(seenBy(talks, "b").derivations()).hasSize(1);
        assertThat(seenBy(talks, Viewpoint.EVERYTHING).derivations()).hasSize(1);
    }

    private static String notice(String to) {
        return """
            {'notice': 'convoy', 'kind': 'movement', 'organisation': 'A relief society', 'says': {'en': 'Eight trucks'},
             'contact': 'channel 8', 'until': '2022-03-05T12:00:00Z', %s}\
            """.formatted(to);
    }

    @Test
    void eachPartyIsToldOfANoticeOrLeftOutForAReason() {
        Talks talks = Talks.founded();
        assertThat(ruleAgainst(talks.says("fatma", "notice", notice("'to': ['a']"))))
                .isEqualTo(Rule.RECIPIENT_UNDECIDED);
        assertThat(talks.says("fatma", "notice", notice("'to': ['a'], 'not-to': [{'party': 'b', 'why': 'no line'}]")))
                .isInstanceOf(Effect.Taken.class);
    }

    @Test
    void theSenderSendsAndTheRecipientAnswersAndNobodyApproves() {
        Talks talks = Talks.founded();
        talks.says("fatma", "notice", notice("'to': ['a', 'b']"));
        String step = "{'notice': 'convoy', 'number': 1, 'to': 'a', 'became': '%s', 'at': '2022-03-05T07:00:00Z'}";
        assertThat(ruleAgainst(talks.says("anna", "notice-step", step.formatted("sent"))))
                .isEqualTo(Rule.NO_RIGHT);
        assertThat(ruleAgainst(talks.says("fatma", "notice-step", step.formatted("acknowledged"))))
                .isEqualTo(Rule.NO_RIGHT);
        assertThat(talks.says("fatma", "notice-step", step.formatted("approved")))
                .isInstanceOf(Effect.NotUnderstood.class);
        talks.says("fatma", "notice-step", step.formatted("sent"));
        talks.says("anna", "notice-step", step.formatted("acknowledged"));
        TalksView.NoticeView notice =
                seenBy(talks, Viewpoint.EVERYTHING).notices().getFirst();
        assertThat(notice.steps())
                .extracting(one -> one.said().became())
                .containsExactly(Notified.Became.SENT, Notified.Became.ACKNOWLEDGED);
        assertThat(notice.hasLapsed()).isFalse();
    }

    @Test
    void stepsOfAnOlderVersionOfANoticeDoNotCountForTheNew() {
        Talks talks = Talks.founded();
        talks.says("fatma", "notice", notice("'to': ['a', 'b']"));
        String step = "{'notice': 'convoy', 'number': 1, 'became': 'sent', 'at': '2022-03-05T07:00:00Z'}";
        talks.says("fatma", "notice-step", step);
        talks.says("fatma", "notice", notice("'to': ['a', 'b']"));
        assertThat(seenBy(talks, Viewpoint.EVERYTHING).notices())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.number()).isEqualTo(2);
                    assertThat(one.steps()).isEmpty();
                });
        assertThat(ruleAgainst(talks.says("fatma", "notice-step", step))).isEqualTo(Rule.OTHER_VERSION);
    }

    @Test
    void incidentsHaveALogOfTheirOwn() {
        Talks talks = Talks.founded();
        String incident =
                "{'incident': 'ward', 'says': {'en': 'A hospital is struck'}, 'from': '2022-03-09T15:00:00Z'}";
        assertThat(ruleAgainst(talks.says("fatma", "incident", incident))).isEqualTo(Rule.INCIDENTS_APART);
        Talks incidents = ofIncidents();
        assertThat(incidents.says("fatma", "incident", incident)).isInstanceOf(Effect.Taken.class);
        assertThat(ruleAgainst(incidents.says("fatma", "proposal", Talks.corridor("west", Talks.FIVE))))
                .isEqualTo(Rule.INCIDENTS_APART);
    }

    private static Talks ofIncidents() {
        Talks talks = new Talks();
        talks.says("fatma", "founding", Talks.FOUNDING.replace("'title'", "'incidents': true, 'title'"));
        for (String principal : List.of("fatma", "anna", "boris")) {
            talks.says(principal, "founding-consent", "{'founding': '<entry 0>'}");
        }
        return talks;
    }

    @Test
    void claimsStandSideBySideAndAnAssessorMaySayThatNobodyCanTell() {
        Talks talks = ofIncidents();
        talks.says("fatma", "incident", """
            {'incident': 'ward', 'says': {'en': 'A hospital is struck'}, 'from': '2022-03-09T15:00:00Z'}\
            """);
        talks.says("anna", "claim", """
            {'incident': 'ward', 'says': {'en': 'B did it'}, 'counts': [{'who': 'people', 'what': 'dead', 'low': 3}],
             'evidence': [{'file': '%s', 'says': 'A photograph', 'custody': [
               {'holder': 'the desk of A', 'since': '2022-03-09T16:00:00Z'}]}]}\
            """.formatted("ab".repeat(32)));
        talks.says("boris", "claim", "{'incident': 'ward', 'says': {'en': 'Nobody was in it'}}");
        talks.says("fatma", "assessment", """
            {'incident': 'ward', 'assessor': 'A commission', 'found': 'cannot be attributed', 'says': {'en': 'No access'}}\
            """);
        TalksView seen = seenBy(talks, Viewpoint.EVERYTHING);
        assertThat(seen.claims()).extracting(Heard::by).containsExactly("a", "b");
        assertThat(seen.assessments().getFirst().said().found()).isEqualTo(Claimed.Found.CANNOT_BE_ATTRIBUTED);
        assertThat(ruleAgainst(talks.says("anna", "claim", "{'incident': 'bridge', 'says': {'en': 'It fell'}}")))
                .isEqualTo(Rule.UNKNOWN_SUBJECT);
    }

    @Test
    void whoHasNoRightToReportReportsNothing() {
        Talks talks = atTheMeeting();
        talks.says("anna", "mandate", """
            {'key': '<key alma>', 'office': 'delegate', 'rights': ['accept'], 'until': '2022-03-06T00:00:00Z'}\
            """);
        Effect effect = talks.says("alma", "statement", """
            {'says': {'en': 'The road is open'}, 'speaker': {'name': 'Governor'}}\
            """);
        assertThat(ruleAgainst(effect)).isEqualTo(Rule.NO_RIGHT);
    }

    @Test
    void anotherSidesMeetingOrNoticeKeepsItsName() {
        Talks talks = atTheMeeting();
        assertThat(ruleAgainst(talks.says("anna", "meeting", MEETING))).isEqualTo(Rule.NAME_TAKEN);
        talks.says("fatma", "notice", notice("'to': ['a', 'b']"));
        assertThat(ruleAgainst(talks.says("anna", "notice", notice("'to': ['a', 'b']"))))
                .isEqualTo(Rule.NAME_TAKEN);
    }
}
