package org.safeconduct.quality;

import com.sun.source.tree.CatchTree;
import java.util.Set;
import org.safeconduct.quality.JavaSources.Source;

/** Failures are neither swallowed nor caught by the handful; only the command may catch everything, to report it. */
final class CatchRule implements Rule {

    private static final Set<String> EVERYTHING = Set.of("Exception", "RuntimeException", "Throwable", "Error");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Source source : sources.all()) {
            if (source.isMain()) {
                checkSource(sources, source, findings);
            }
        }
    }

    private static void checkSource(JavaSources sources, Source source, Findings findings) {
        sources.forEach(source, CatchTree.class, (handler, path) -> {
            String caught = handler.getParameter().getType().toString();
            if (handler.getBlock().getStatements().isEmpty()) {
                findings.add(
                        source.file(),
                        sources.line(source, handler),
                        "empty catch of " + caught,
                        "return what it means for the caller, or let it pass");
            }
            if (EVERYTHING.contains(caught) && !source.isIn("desk", "cli")) {
                findings.add(
                        source.file(),
                        sources.line(source, handler),
                        "catches " + caught + " outside cli",
                        "catch the exception that can be thrown here, or let it pass");
            }
        });
    }
}
