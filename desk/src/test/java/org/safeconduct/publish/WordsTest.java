package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every output must say, and what none may. */
class WordsTest {
    static Stream<Map.Entry<String, String>> outputs() {
        return Outputs.of(ValleyPlan.plan()).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void everyOutputCarriesLabelScenarioHashAndLimits(Map.Entry<String, String> output) {
        String text = output.getValue().replaceAll("\\s+", " ");
        assertThat(text.replace(" ", "")).contains(ValleyPlan.HASH);
        assertThat(text)
                .contains("For the parties")
                .contains("Exercise: no one will really move")
                .contains("valley-teaching")
                .containsIgnoringCase("estimate")
                .contains("This does not say that the road is safe.")
                .contains("without prejudice to status");
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void noOutputPromisesOrBlames(Map.Entry<String, String> output) {
        String said = output.getValue()
                .replaceAll("\\s+", " ")
                .replace("does not say that the road is safe", "")
                .toLowerCase(Locale.ROOT);
        assertThat(said)
                .doesNotContainPattern("\\b(un)?safe(ly|ty|r|st)?\\b")
                .doesNotContainPattern("\\b(in)?feasible\\b")
                .doesNotContainPattern("\\bguarantee")
                .doesNotContainPattern("\\bapprov")
                .doesNotContainPattern("\\bviolat")
                .doesNotContainPattern("\\brefus")
                .doesNotContainPattern("\\bholes?\\b")
                .doesNotContainPattern("\\bcertificate")
                .doesNotContain("✓", "✔", "✅");
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void anOutputIsTheSameEachTime(Map.Entry<String, String> output) {
        assertThat(Outputs.of(ValleyPlan.plan())).containsEntry(output.getKey(), output.getValue());
    }
}
