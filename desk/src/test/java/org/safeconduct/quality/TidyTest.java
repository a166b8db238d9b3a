package org.safeconduct.quality;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All rules over all files; one failure with everything that was found. */
class TidyTest {

    static final List<Rule> RULES = List.of(
            new SizeRule(),
            new TrustSizeRule(TrustSizeRule.MOST_LINES),
            new NameRule(),
            new CatchRule(),
            new CommentRule(),
            new WordRule(),
            new LinkRule(),
            new ReadmeRule(),
            new UsedRule(),
            new PlaceRule(),
            new GlossaryRule());

    @Test
    void theProjectIsTidy() {
        Repository repository = Repository.find();
        JavaSources sources = JavaSources.parse(repository);
        Findings findings = new Findings();
        RULES.forEach(rule -> rule.check(repository, sources, findings));
        findings.failIfAny();
    }
}
