package org.safeconduct.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links between the project's pages lead somewhere: to a file or folder that exists, to a heading that is there. */
final class LinkRule implements Rule {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\s*\\[[^\\]]+\\]:\\s*<?([^\\s>]+)>?");
    private static final Pattern ELSEWHERE = Pattern.compile("^(?:[a-z][a-z0-9+.-]*:|//).*");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Path page : repository.filesEnding(".md")) {
            List<String> lines = Markdown.withoutCode(repository.lines(page));
            for (int i = 0; i < lines.size(); i++) {
                for (Pattern form : List.of(LINK, REFERENCE)) {
                    Matcher link = form.matcher(lines.get(i));
                    while (link.find()) {
                        checkLink(repository, page, i + 1, link.group(1), findings);
                    }
                }
            }
        }
    }

    private static void checkLink(Repository repository, Path page, int line, String link, Findings findings) {
        if (ELSEWHERE.matcher(link).matches()) {
            return;
        }
        String[] parts = link.split("#", 2);
        Path here = page.getParent() == null ? Path.of("") : page.getParent();
        Path target = parts[0].isEmpty() ? page : here.resolve(parts[0]).normalize();
        if (!Files.exists(repository.root().resolve(target))) {
            findings.add(page, line, "link to " + link + ", which does not exist", "mend or remove it");
        } else if (parts.length == 2
                && target.toString().endsWith(".md")
                && !anchors(repository.lines(target)).contains(parts[1])) {
            findings.add(page, line, "link to " + link + ", and " + target + " has no such heading", "take one it has");
        }
    }

    /** The anchors of a page, made from its headings the way that hosting sites make them. */
    static Set<String> anchors(List<String> lines) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : Markdown.withoutFences(lines)) {
            if (line.matches("#{1,6} .*")) {
                String anchor = line.replaceFirst("^#+ +", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }
}
