package org.safeconduct.quality;

import com.sun.source.tree.MemberSelectTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeconduct.quality.JavaSources.Source;
import org.safeconduct.quality.JavaSources.Text;

/**
 * Every scenario and every vector is run by a test.
 *
 * <p>A test runs a file or folder if it names it, or if it names a folder above it and lists folders.
 */
final class UsedRule implements Rule {

    private static final Set<String> LISTING = Set.of("list", "walk", "newDirectoryStream", "find", "listFiles");

    /** What one test class names, and whether it lists folders. */
    private record TestClass(Set<String> names, boolean lists) {

        boolean runs(Path path) {
            String whole = path.toString();
            String last = path.getFileName().toString();
            for (String name : names) {
                if (name.equals(last) || name.endsWith("/" + last) || name.contains(whole)) {
                    return true;
                }
                if (lists && !name.isEmpty() && isAbove(path, name)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isAbove(Path path, String name) {
            String stripped = name.replaceFirst("/$", "");
            for (Path above = path.getParent(); above != null; above = above.getParent()) {
                if (stripped.equals(above.toString())
                        || stripped.equals(above.getFileName().toString())) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        List<TestClass> tests = new ArrayList<>();
        for (Source source : sources.all()) {
            if (!source.isMain() && !source.file().toString().contains("/quality/")) {
                tests.add(read(sources, source));
            }
        }
        for (Path path : toBeRun(repository)) {
            if (tests.stream().noneMatch(test -> test.runs(path))) {
                findings.add(path, 1, "no test runs it", "name it in a test, or list its folder in one");
            }
        }
    }

    private static Set<Path> toBeRun(Repository repository) {
        Set<Path> paths = new TreeSet<>();
        for (Path file : repository.files()) {
            if (file.startsWith("scenarios") && file.getNameCount() > 2) {
                paths.add(file.subpath(0, 2));
            }
            if (file.startsWith(Path.of("spec", "vectors")) && !file.endsWith("README.md")) {
                paths.add(file);
            }
        }
        return paths;
    }

    private static TestClass read(JavaSources sources, Source source) {
        Set<String> names = new HashSet<>();
        sources.texts(source).stream().map(Text::value).forEach(names::add);
        Set<String> calls = new HashSet<>();
        sources.forEach(
                source,
                MemberSelectTree.class,
                (select, path) -> calls.add(select.getIdentifier().toString()));
        return new TestClass(names, !Collections.disjoint(calls, LISTING));
    }
}
