package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JSON by others: the pairs of RFC 8785 and the JSON test suite. */
class ForeignJsonTest {

    /** What our profile refuses of valid JSON. */
    private static final List<String> PROFILE = List.of(
            "a fraction or an exponent",
            "a zero in front, or a zero with a sign",
            "a number beyond 2^53 - 1",
            "stands twice",
            "not in NFC",
            "half a surrogate pair",
            "is no character yet",
            "more than 32 levels",
            "at most 16384");

    private static Map<String, String> verdicts(String prefix) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Beside.others("jsontestsuite/test_parsing"))) {
            files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .forEach(file -> verdicts.put(file.getFileName().toString(), verdict(file)));
        }
        return verdicts;
    }

    private static String verdict(Path file) {
        try {
            CanonicalJson.parse(Files.readAllBytes(file));
            return "read";
        } catch (Malformed e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void validJsonIsReadUnlessOurProfileSaysNo() throws IOException {
        assertThat(verdicts("y_"))
                .hasSize(95)
                .allSatisfy((file, verdict) -> assertThat(
                                verdict.equals("read") || PROFILE.stream().anyMatch(verdict::contains))
                        .as("%s: %s", file, verdict)
                        .isTrue());
        assertThat(verdicts("y_").values()).filteredOn("read"::equals).hasSizeGreaterThan(60);
    }

    @Test
    void invalidJsonIsNeverRead() throws IOException {
        assertThat(verdicts("n_"))
                .hasSize(188)
                .allSatisfy((file, verdict) -> assertThat(verdict).as(file).isNotEqualTo("read"));
    }

    @Test
    void whereReadersMayDifferOursReadsNothingItCouldNotWriteBack() throws IOException {
        assertThat(verdicts("i_"))
                .hasSize(35)
                .allSatisfy((file, verdict) -> assertThat(verdict).as(file).isNotEqualTo("read"));
    }

    @Test
    void thePairsOfRfc8785AreWrittenAlikeWhereTheyHaveNoFractions() throws IOException, Malformed {
        int alike = 0;
        try (Stream<Path> inputs = Files.list(Beside.others("rfc8785-jcs/testdata/input"))) {
            for (Path input : inputs.toList()) {
                Path output = input.resolveSibling("../output").resolve(input.getFileName());
                String verdict = verdict(input);
                if (verdict.equals("read")) {
                    byte[] written = CanonicalJson.write(CanonicalJson.parse(Files.readAllBytes(input)));
                    assertThat(new String(written, StandardCharsets.UTF_8))
                            .as("%s", input)
                            .isEqualTo(Files.readString(output));
                    alike++;
                } else {
                    assertThat(PROFILE).as("%s: %s", input, verdict).anyMatch(verdict::contains);
                }
            }
        }
        assertThat(alike).isPositive();
    }
}
