package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final String html = Report.html(ValleyPlan.plan());

    @Test
    void isAsAgreed() {
        Golden.check("valley.html", html);
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        assertThat(Report.html(ValleyPlan.plan())).isEqualTo(html);
    }

    @Test
    void isWellFormed() {
        assertThat(Xml.parse(html).getDocumentElement().getTagName()).isEqualTo("html");
    }

    @Test
    void needsNoOtherFileAndNoNetwork() {
        assertThat(found("(?:src|srcset|href|action|data|poster)=\"([^\"]*)\""))
                .allMatch(target -> target.startsWith("#"));
        assertThat(html).doesNotContain("@import").doesNotContainPattern("url\\((?!#)");
        assertThat(html).contains("default-src &#39;none&#39;");
    }

    @Test
    void everyLinkHasItsTargetAndNoTargetIsThereTwice() {
        List<String> ids = found(" id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found("href=\"#([^\"]*)\"")).containsAll(found("url\\(#([^)]*)\\)"));
        assertThat(ids)
                .containsAll(found("aria-labelledby=\"([^\"]*)\""))
                .containsAll(found("aria-describedby=\"([^\"]*)\""));
    }

    @Test
    void headingsGoDownOneLevelAtATime() {
        List<Integer> levels = found("<h([1-6])").stream().map(Integer::valueOf).toList();
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("heading %d", i).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void aPictureHasATitleAndADescription() {
        int pictures = found("(<svg )").size();
        assertThat(pictures).isPositive();
        assertThat(found("<title id=\"([^\"]+)\">[^<]+</title><desc ")).hasSize(pictures);
    }

    @Test
    void aTableHasACaptionAndColumnHeadings() {
        assertThat(found("(<table )")).hasSameSizeAs(found("(<caption>[^<])"));
        assertThat(found("<th scope=\"(col|row)\"")).hasSameSizeAs(found("(<th )"));
    }

    @Test
    void aPlanInWhichNobodyMovesCanBeShown() {
        String empty = Report.html(ValleyPlan.nobodyMoves());
        Xml.parse(empty);
        assertThat(empty).contains("Nobody of 20,000 people can be out by 16:00 Kyiv (17:00 Moscow)");
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(ReportTest::group)
                .toList();
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }
}
