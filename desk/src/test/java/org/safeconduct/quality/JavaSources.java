package org.safeconduct.quality;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** All Java files of the repository, parsed but not analysed. */
record JavaSources(List<Source> all, DocTrees trees) {

    /** One Java file; {@code file} is relative to the root. */
    record Source(Path file, CompilationUnitTree unit) {

        boolean isMain() {
            return file.toString().contains("/src/main/");
        }

        boolean isIn(String module, String folder) {
            return file.startsWith(Path.of(module, "src", "main", "java", "org", "safeconduct", folder));
        }

        long lineAt(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    /** A text in a source: literals joined by plus are one text; what stands between them is an ellipsis. */
    record Text(Source source, long line, String value) {}

    static JavaSources parse(Repository repository) {
        List<Path> files = repository.filesEnding(".java").stream()
                .map(repository.root()::resolve)
                .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree unit : files.isEmpty() ? List.<CompilationUnitTree>of() : task.parse()) {
                Path file = repository
                        .root()
                        .relativize(Path.of(unit.getSourceFile().toUri()));
                sources.add(new Source(file, unit));
            }
            return new JavaSources(List.copyOf(sources), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long start(Source source, Tree tree) {
        return trees.getSourcePositions().getStartPosition(source.unit(), tree);
    }

    long end(Source source, Tree tree) {
        return trees.getSourcePositions().getEndPosition(source.unit(), tree);
    }

    long line(Source source, Tree tree) {
        return source.lineAt(start(source, tree));
    }

    /** Lines from the opening to the closing brace of {@code tree}. */
    long lines(Source source, Tree tree) {
        return source.lineAt(end(source, tree) - 1) - line(source, tree) + 1;
    }

    /** Hands every tree of one kind in {@code source} to {@code action}, with the path to it. */
    <T extends Tree> void forEach(Source source, Class<T> kind, BiConsumer<T, TreePath> action) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                if (kind.isInstance(tree)) {
                    action.accept(kind.cast(tree), new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, null);
            }
        }.scan(source.unit(), null);
    }

    /** Simple names of all types, nested ones too. */
    Set<String> typeNames() {
        Set<String> names = new HashSet<>();
        for (Source source : all) {
            forEach(
                    source,
                    ClassTree.class,
                    (type, path) -> names.add(type.getSimpleName().toString()));
        }
        return names;
    }

    /** The texts of one source. */
    List<Text> texts(Source source) {
        List<Text> texts = new ArrayList<>();
        forEach(source, LiteralTree.class, (literal, path) -> {
            if (literal.getValue() instanceof String value && startsSum(path)) {
                texts.add(new Text(source, line(source, literal), value));
            }
        });
        forEach(source, BinaryTree.class, (sum, path) -> {
            if (sum.getKind() == Tree.Kind.PLUS && startsSum(path)) {
                StringBuilder joined = new StringBuilder();
                join(sum, joined);
                texts.add(new Text(source, line(source, sum), joined.toString()));
            }
        });
        return texts;
    }

    boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    /** True unless the parent is a sum too, which then stands for its parts. */
    private static boolean startsSum(TreePath path) {
        TreePath parent = path.getParentPath();
        while (parent.getLeaf() instanceof ParenthesizedTree) {
            parent = parent.getParentPath();
        }
        return parent.getLeaf().getKind() != Tree.Kind.PLUS;
    }

    private static void join(ExpressionTree part, StringBuilder joined) {
        switch (part) {
            case ParenthesizedTree inner -> join(inner.getExpression(), joined);
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> {
                join(sum.getLeftOperand(), joined);
                join(sum.getRightOperand(), joined);
            }
            case LiteralTree literal -> joined.append(literal.getValue());
            default -> joined.append('…');
        }
    }
}
