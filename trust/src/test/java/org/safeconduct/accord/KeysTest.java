package org.safeconduct.accord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safeconduct.record.Succession;

class KeysTest {
    private static final String ORIGIN = "example.org/talks";

    private final Talks talks = Talks.aboutTheWestRoad();

    private Effect rotates(String old, String next, String signedBy) {
        String proof = new Succession(ORIGIN, Talks.key(old), Talks.key(next))
                .sign(Talks.signer(signedBy))
                .toHex();
        return talks.says(old, "key-rotation", "{'key': '<key " + next + ">', 'proof': '" + proof + "'}");
    }

    private Effect ratifies(String who) {
        return talks.says(who, "ratification", "{'text': 'west', 'version': '<version west>'}");
    }

    private static Rule ruleAgainst(Effect effect) {
        assertThat(effect).isInstanceOf(Effect.NotAccepted.class);
        return ((Effect.NotAccepted) effect).rule();
    }

    @Test
    void theKeyThatFollowsDecidesAndTheOldOneNoLonger() {
        assertThat(rotates("anna", "anna-2", "anna-2")).isInstanceOf(Effect.Taken.class);
        assertThat(ruleAgainst(ratifies("anna"))).isEqualTo(Rule.NO_RIGHT);
        assertThat(ratifies("anna-2")).isInstanceOf(Effect.Taken.class);
    }

    @Test
    void nobodyTakesTheKeyOfAnother() {
        assertThat(ruleAgainst(rotates("anna", "boris", "anna"))).isEqualTo(Rule.KEY_UNPROVEN);
        assertThat(ruleAgainst(rotates("anna", "boris", "boris"))).isEqualTo(Rule.NO_RIGHT);
    }

    @Test
    void aRevokedKeySaysNothingMoreAndWhatItSaidStands() {
        ratifies("anna");
        talks.says("anna", "key-revocation", "{'key': '<key anna>', 'from': 3, 'reason': 'telephone lost'}");
        assertThat(ruleAgainst(ratifies("anna"))).isEqualTo(Rule.KEY_REVOKED);
        assertThat(talks.west().decisions()).singleElement().matches(one -> one.isCounted() && one.isInQuestion());
    }

    @Test
    void noSideRevokesTheKeyOfTheOther() {
        Effect effect = talks.says("boris", "key-revocation", "{'key': '<key anna>', 'from': 3, 'reason': ''}");
        assertThat(ruleAgainst(effect)).isEqualTo(Rule.NO_RIGHT);
    }

    @Test
    void aMandateEndsWhenAPrincipalOfTheSideSaysSo() {
        talks.says("anna", "mandate", """
            {'key': '<key alma>', 'office': 'delegate', 'rights': ['propose'], 'until': '2022-03-06T00:00:00Z'}\
            """);
        int mandate = talks.entries.size() - 1;
        assertThat(ruleAgainst(talks.says("boris", "mandate-end", "{'mandate': '<entry " + mandate + ">'}")))
                .isEqualTo(Rule.NO_RIGHT);
        talks.says("anna", "mandate-end", "{'mandate': '<entry " + mandate + ">'}");
        assertThat(ruleAgainst(talks.says("alma", "proposal", Talks.corridor("east", Talks.FIVE))))
                .isEqualTo(Rule.NO_RIGHT);
    }
}
