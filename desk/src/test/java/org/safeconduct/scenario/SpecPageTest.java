package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that people write scenarios from. */
class SpecPageTest {
    private static final String PAGE = Shipped.text(Shipped.SPEC.resolve("scenario.md"));

    @TempDir
    Path folder;

    @Test
    void theExampleOnThePageIsRead() {
        List<String> blocks = Pattern.compile("```(?:yaml|csv)\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```.*\n?", ""))
                .toList();
        assertThat(blocks).hasSize(3);
        assertThat(new Draft(blocks.get(0), blocks.get(1), blocks.get(2)).problems(folder))
                .isEmpty();
    }

    @Test
    void thePageNamesEveryKeyAndColumn() {
        for (Shape shape : Shape.values()) {
            assertThat(shape.keys()).allMatch(PAGE::contains);
        }
        assertThat(Network.PLACES.all()).allMatch(PAGE::contains);
        assertThat(Network.SEGMENTS.all()).allMatch(PAGE::contains);
    }
}
