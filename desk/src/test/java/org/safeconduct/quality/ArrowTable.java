package org.safeconduct.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of packages in ARCHITECTURE.md: each package with what it may use, in full names.
 *
 * @param mayUse prefixes of packages, by package; a package's own name is among them
 */
record ArrowTable(Map<String, Set<String>> mayUse) {

    static final Path PAGE = Path.of("ARCHITECTURE.md");

    private static final String OURS = "org.safeconduct.";
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| `\\w+` \\|[^|]*\\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    static ArrowTable read(Repository repository) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String line : repository.lines(PAGE)) {
            Matcher row = ROW.matcher(line.strip());
            if (row.matches()) {
                cells.put(row.group(1), row.group(2));
            }
        }
        Map<String, Set<String>> mayUse = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            Set<String> allowed = new LinkedHashSet<>(List.of(OURS + name, "java", "org.jspecify.annotations"));
            NAME.matcher(cell)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(used -> allowed.add(cells.containsKey(used) ? OURS + used : used));
            mayUse.put(OURS + name, allowed);
        });
        return new ArrowTable(mayUse);
    }

    /** The row a package belongs to: its own, or that of the nearest package above it; empty if none. */
    String rowOf(String packageName) {
        String name = packageName;
        while (!name.isEmpty() && !mayUse.containsKey(name)) {
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return name;
    }

    /** Whether a class in the package {@code from} may use one in {@code to}. */
    boolean allows(String from, String to) {
        String target = to.startsWith(OURS) ? rowOf(to) : to;
        for (String allowed : mayUse.getOrDefault(rowOf(from), Set.of())) {
            if (target.equals(allowed) || (!allowed.startsWith(OURS) && target.startsWith(allowed + "."))) {
                return true;
            }
        }
        return false;
    }

    List<String> rows() {
        return new ArrayList<>(mayUse.keySet());
    }
}
