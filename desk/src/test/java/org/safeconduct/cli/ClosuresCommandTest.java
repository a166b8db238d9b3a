package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClosuresCommandTest {
    private static final String BRIDGE = Ran.shipped("02-bridge-closes");

    @TempDir
    private Path folder;

    private JsonNode version(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "closures";
        words[1] = BRIDGE;
        words[2] = "--json";
        System.arraycopy(options, 0, words, 3, options.length);
        return Ran.in(folder, words).json().get("versions").get(0);
    }

    @Test
    void withoutTheOnlyRoadNobodyGetsOut() {
        Ran ran = Ran.in(folder, "closures", Ran.shipped("01-one-road"), "--cases", "20", "--roads-lost", "1");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "With every road at most", "Cases drawn by chance: 20 (seed 1)", "at most 0 get out without it")
                .contains("This does not say that the road is safe.");
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(version("--cases", "50", "--seed", "7")).isEqualTo(version("--cases", "50", "--seed", "7"));
        assertThat(version("--cases", "50", "--seed", "7")
                        .get("draw")
                        .get("seed")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void noMoreGetOutThanWithEveryRoad() {
        JsonNode found = version("--cases", "100", "--roads-lost", "1");
        assertThat(found.get("least").asLong())
                .isLessThanOrEqualTo(found.get("oneOfTwenty").asLong());
        assertThat(found.get("oneOfTwenty").asLong())
                .isLessThanOrEqualTo(found.get("half").asLong());
        assertThat(found.get("half").asLong())
                .isLessThanOrEqualTo(found.get("before").asLong());
    }

    @Test
    void everyWrongOptionIsTold() {
        Ran ran = Ran.in(
                folder, "closures", BRIDGE, "--cases", "0", "--roads-lost", "-1", "--worst", "2000", "--version", "x");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("--cases = \"0\"", "--roads-lost = \"-1\"", "--worst = \"2000\"", "4 problems");
    }
}
