package org.safeconduct.quality;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Formats every Java file; with CI=true it only checks.
 *
 * <p>A test and not a Maven plugin: a plugin runs in Maven's JVM, and on JDK 17 the formatter cannot parse Java 25.
 */
class FormatTest {

    private static final boolean CHECK_ONLY = System.getenv("CI") != null;

    private final Repository repository = Repository.find();
    private final Path known = repository.root().resolve("desk/target/formatted.txt");

    @Test
    void javaFilesAreFormatted() throws IOException {
        Set<String> before = Files.exists(known) ? Set.copyOf(Files.readAllLines(known)) : Set.of();
        Set<String> after = new TreeSet<>();
        Findings findings = new Findings();
        for (Path file : repository.filesEnding(".java")) {
            String source = repository.text(file);
            if (!before.contains(fingerprint(source))) {
                source = format(file, source, findings);
            }
            after.add(fingerprint(source));
        }
        if (findings.all().isEmpty()) {
            Files.createDirectories(known.getParent());
            Files.write(known, after);
        }
        findings.failIfAny();
    }

    /** Formats one file and returns its new text; where that is not to be or cannot be, notes a finding. */
    private String format(Path file, String source, Findings findings) throws IOException {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        try {
            String formatted = formatter.formatSourceAndFixImports(source);
            if (CHECK_ONLY && !formatted.equals(source)) {
                findings.add(file, firstDifference(source, formatted), "is not formatted", "run mvn verify once");
            } else if (!formatted.equals(source)) {
                Files.writeString(repository.root().resolve(file), formatted);
            }
            return formatted;
        } catch (FormatterException e) {
            findings.add(file, 1, "cannot be formatted: " + e.getMessage(), "mend what does not parse");
            return source;
        }
    }

    private static String fingerprint(String source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
