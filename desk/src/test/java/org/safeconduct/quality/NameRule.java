package org.safeconduct.quality;

import com.sun.source.tree.ClassTree;
import java.util.List;
import org.safeconduct.quality.JavaSources.Source;

/** Types are named after what they are, not after being of use. */
final class NameRule implements Rule {

    private static final List<String> EMPTY_SUFFIXES = List.of("Manager", "Helper", "Util", "Utils", "Impl");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Source source : sources.all()) {
            sources.forEach(source, ClassTree.class, (type, path) -> {
                String name = type.getSimpleName().toString();
                for (String suffix : EMPTY_SUFFIXES) {
                    if (name.endsWith(suffix)) {
                        findings.add(
                                source.file(),
                                sources.line(source, type),
                                name + " ends with " + suffix + ", which says nothing",
                                "name it after the thing it is, in a word of GLOSSARY.md");
                    }
                }
            });
        }
    }
}
