package org.safeconduct.quality;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeconduct.quality.JavaSources.Source;

/**
 * What a party that trusts nobody must read stays small: lines of {@code trust} without blank ones, comments and imports
 * (docs/decisions/018-what-trust-holds.md).
 */
record TrustSizeRule(int most) implements Rule {

    static final int MOST_LINES = 6_000;

    private static final Path TRUST = Path.of("trust", "src", "main");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        long lines = 0;
        Path last = TRUST;
        for (Source source : sources.all()) {
            if (source.file().startsWith(TRUST)) {
                last = source.file();
                lines += lines(repository.lines(last).stream().collect(Collectors.joining("\n")));
            }
        }
        if (lines > most) {
            findings.add(
                    last,
                    1,
                    "trust has " + lines + " lines with this file, at most " + most,
                    "say it more simply, or move what no finding and no state of talks rests on");
        }
    }

    private static long lines(String text) {
        return COMMENT.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("//") && !line.startsWith("import "))
                .count();
    }
}
