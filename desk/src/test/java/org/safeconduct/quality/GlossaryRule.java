package org.safeconduct.quality;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.quality.JavaSources.Source;

/**
 * GLOSSARY.md and the code say the same words.
 *
 * <p>Terms stand in alphabetical order, once each; every type that the page names exists; every public type of
 * {@code terms} is on the page.
 */
final class GlossaryRule implements Rule {

    private static final Path PAGE = Path.of("GLOSSARY.md");
    private static final Pattern TERM = Pattern.compile("^\\| \\*\\*([^*]+)\\*\\* \\|.*");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        if (!repository.files().contains(PAGE)) {
            findings.add(PAGE, 1, "no glossary", "write one: a table of **term** and meaning");
            return;
        }
        List<String> lines = repository.lines(PAGE);
        Set<String> types = sources.typeNames();
        Set<String> named = new HashSet<>();
        String last = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher term = TERM.matcher(lines.get(i));
            if (term.matches()) {
                String word = term.group(1).toLowerCase(Locale.ROOT);
                if (word.compareTo(last) <= 0) {
                    findings.add(PAGE, i + 1, "\"" + word + "\" after \"" + last + "\"", "sort the terms, each once");
                }
                last = word;
            }
            Matcher type = TYPE.matcher(lines.get(i));
            while (type.find()) {
                named.add(type.group(1));
                if (!types.contains(type.group(1))) {
                    findings.add(
                            PAGE, i + 1, "no type is called " + type.group(1), "follow its new name, or leave it out");
                }
            }
        }
        checkTerms(sources, named, findings);
    }

    private static void checkTerms(JavaSources sources, Set<String> named, Findings findings) {
        for (Source source : sources.all()) {
            if (!source.isIn("trust", "terms")) {
                continue;
            }
            for (Tree tree : source.unit().getTypeDecls()) {
                if (tree instanceof ClassTree type
                        && sources.isPublic(type)
                        && !named.contains(type.getSimpleName().toString())) {
                    findings.add(
                            source.file(),
                            sources.line(source, type),
                            type.getSimpleName() + " is not in GLOSSARY.md",
                            "add its term and name the type there in backticks");
                }
            }
        }
    }
}
