package org.safeconduct.quality;

import java.util.ArrayList;
import java.util.List;

/** Pages without their code. Lines stay in their places, so that findings name the right ones. */
final class Markdown {

    private Markdown() {}

    /** The same lines with fenced code blanked out. */
    static List<String> withoutFences(List<String> lines) {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            boolean isFence = line.strip().startsWith("```");
            fenced ^= isFence;
            prose.add(fenced || isFence ? "" : line);
        }
        return prose;
    }

    /** The same lines with fenced code and code within lines blanked out. */
    static List<String> withoutCode(List<String> lines) {
        return withoutFences(lines).stream()
                .map(line -> line.replaceAll("`[^`]*`", ""))
                .toList();
    }
}
