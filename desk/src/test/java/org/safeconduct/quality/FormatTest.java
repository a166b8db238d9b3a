package org.safeconduct.quality;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Formats every Java file; with CI=true it only checks.
 *
 * <p>A test and not a Maven plugin: a plugin runs in Maven's JVM, and on JDK 17 the formatter cannot parse Java 25.
 */
class FormatTest {

    private static final boolean CHECK_ONLY = System.getenv("CI") != null;

    @Test
    void javaFilesAreFormatted() throws IOException {
        Repository repository = Repository.find();
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        Findings findings = new Findings();
        for (Path file : repository.filesEnding(".java")) {
            String source = repository.text(file);
            try {
                String formatted = formatter.formatSourceAndFixImports(source);
                if (formatted.equals(source)) {
                    continue;
                }
                if (CHECK_ONLY) {
                    findings.add(file, firstDifference(source, formatted), "is not formatted", "run mvn verify once");
                } else {
                    Files.writeString(repository.root().resolve(file), formatted);
                }
            } catch (FormatterException e) {
                findings.add(file, 1, "cannot be formatted: " + e.getMessage(), "mend what does not parse");
            }
        }
        findings.failIfAny();
    }

    private static int firstDifference(String source, String formatted) {
        String[] before = source.split("\n", -1);
        String[] after = formatted.split("\n", -1);
        int line = 0;
        while (line < Math.min(before.length, after.length) && before[line].equals(after[line])) {
            line++;
        }
        return line + 1;
    }
}
