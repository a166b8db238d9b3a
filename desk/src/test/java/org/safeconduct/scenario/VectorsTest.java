package org.safeconduct.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published vectors: good scenarios are read, bad ones are refused in the words beside them. {@code -Dgolden=write} writes those. */
class VectorsTest {

    @ParameterizedTest
    @MethodSource
    void aGoodScenarioIsRead(String file) {
        assertThat(Draft.problemsOf(Shipped.VECTORS.resolve("good").resolve(file)))
                .isEmpty();
    }

    static Stream<String> aGoodScenarioIsRead() {
        return Shipped.filesIn(Shipped.VECTORS.resolve("good"), ".yaml")
                .map(path -> path.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource
    void aBadScenarioIsRefusedInTheWordsBesideIt(String file) throws IOException {
        Path folder = Shipped.VECTORS.resolve("bad");
        List<String> problems = Draft.problemsOf(folder.resolve(file));
        Path expected = folder.resolve(file.replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(expected, String.join("\n", problems) + "\n");
        }
        assertThat(problems).isNotEmpty();
        assertThat(problems)
                .as("%s; if the change is meant: mvn -pl desk test -Dgolden=write", expected.getFileName())
                .isEqualTo(Files.readAllLines(expected));
    }

    static Stream<String> aBadScenarioIsRefusedInTheWordsBesideIt() {
        return Shipped.filesIn(Shipped.VECTORS.resolve("bad"), ".yaml")
                .map(path -> path.getFileName().toString());
    }
}
