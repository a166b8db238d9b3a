package org.safeconduct.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** README stays short enough to be read by somebody in a hurry; what stands in fenced blocks is not counted. */
final class ReadmeRule implements Rule {

    static final int WORDS = 450;

    private static final Path PAGE = Path.of("README.md");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        if (!repository.files().contains(PAGE)) {
            findings.add(PAGE, 1, "no README", "write what it is, the commands, the limits");
            return;
        }
        List<String> lines = Markdown.withoutFences(repository.lines(PAGE));
        long words = 0;
        for (int i = 0; i < lines.size(); i++) {
            long before = words;
            words += WORD.matcher(lines.get(i)).results().count();
            if (before <= WORDS && words > WORDS) {
                findings.add(
                        PAGE,
                        i + 1,
                        "more than " + WORDS + " words",
                        "leave out what another page says, and link to it");
            }
        }
    }
}
