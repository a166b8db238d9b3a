package org.safeconduct.quality;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.safeconduct.quality.JavaSources.Source;

/** Every public type of trust and flow says in one sentence what it is for; every package has a package comment. */
final class CommentRule implements Rule {

    private static final int FEWEST_WORDS = 2;

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        Set<Path> folders = new TreeSet<>();
        for (Source source : sources.all()) {
            if (source.isMain() && !source.file().endsWith("module-info.java")) {
                folders.add(source.file().getParent());
            }
            if (source.isIn("trust", "") || source.isIn("flow", "")) {
                checkTypes(sources, source, findings);
            }
        }
        for (Path folder : folders) {
            checkPackage(sources, folder, findings);
        }
    }

    private static void checkTypes(JavaSources sources, Source source, Findings findings) {
        sources.forEach(source, ClassTree.class, (type, path) -> {
            if (sources.isPublic(type) && !isSentence(sources, path)) {
                findings.add(
                        source.file(),
                        sources.line(source, type),
                        "public type " + type.getSimpleName() + " does not say what it is for",
                        "begin its comment with a sentence for its user, ended by a full stop");
            }
        });
    }

    private static boolean isSentence(JavaSources sources, TreePath path) {
        DocCommentTree comment = sources.trees().getDocCommentTree(path);
        if (comment == null) {
            return false;
        }
        StringBuilder sentence = new StringBuilder();
        comment.getFirstSentence().forEach(sentence::append);
        String text = sentence.toString().strip();
        return text.split("\\s+").length >= FEWEST_WORDS && text.matches("(?s).*[.:?!]");
    }

    private static void checkPackage(JavaSources sources, Path folder, Findings findings) {
        Path page = folder.resolve("package-info.java");
        boolean hasComment = sources.all().stream()
                .filter(source -> source.file().equals(page))
                .anyMatch(source -> sources.trees()
                                .getDocCommentTree(new TreePath(
                                        new TreePath(source.unit()),
                                        source.unit().getPackage()))
                        != null);
        if (!hasComment) {
            findings.add(
                    page,
                    1,
                    "package without a comment",
                    "write what it is for, what it promises, a small example and what it does not do");
        }
    }
}
