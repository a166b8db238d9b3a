package org.safeconduct.quality;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import org.safeconduct.quality.JavaSources.Source;

/** Methods, files and parameter lists stay short enough to be read at once. */
final class SizeRule implements Rule {

    static final int METHOD_LINES = 60;
    static final int FILE_LINES = 500;
    static final int PARAMETERS = 5;

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Source source : sources.all()) {
            long lines = repository.lines(source.file()).size();
            if (lines > FILE_LINES) {
                findings.add(
                        source.file(),
                        FILE_LINES + 1,
                        "file of " + lines + " lines, at most " + FILE_LINES + " are read with pleasure",
                        "move what has a name of its own into its own file");
            }
            sources.forEach(source, MethodTree.class, (method, path) -> {
                if (path.getParentPath().getLeaf() instanceof ClassTree type) {
                    checkMethod(sources, source, type, method, findings);
                }
            });
        }
    }

    private static void checkMethod(
            JavaSources sources, Source source, ClassTree type, MethodTree method, Findings findings) {
        String name = method.getReturnType() == null
                ? type.getSimpleName().toString()
                : method.getName().toString();
        if (method.getBody() != null && sources.lines(source, method.getBody()) > METHOD_LINES) {
            findings.add(
                    source.file(),
                    sources.line(source, method),
                    name + " has " + sources.lines(source, method.getBody()) + " lines, at most " + METHOD_LINES,
                    "keep the control flow here and move the leaves into methods of their own");
        }
        boolean isRecordHeader = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
        if (method.getParameters().size() > PARAMETERS && !isRecordHeader) {
            findings.add(
                    source.file(),
                    sources.line(source, method),
                    name + " takes " + method.getParameters().size() + " parameters, at most " + PARAMETERS,
                    "make a record of those that belong together");
        }
    }
}
