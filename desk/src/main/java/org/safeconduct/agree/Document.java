package org.safeconduct.agree;

import java.util.List;
import java.util.Map;
import org.safeconduct.accord.Flaw;
import org.safeconduct.record.Json;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.terms.Label;

/**
 * What somebody wrote down to be said in a record.
 *
 * @param file its name
 * @param type of the entry that it becomes
 * @param content of that entry
 * @param lines where each part stands in the file, by path
 */
public record Document(String file, String type, Label label, Json.Members content, Map<String, Integer> lines) {

    public Document {
        lines = Map.copyOf(lines);
    }

    /** The same under the name by which somebody gave it. */
    public Document named(String name) {
        return new Document(name, type, label, content, lines);
    }

    /** What is wrong with it, each with its line. */
    public InputProblems problems(List<Flaw> flaws) {
        return new InputProblems(flaws.stream()
                .map(flaw -> new InputProblem(
                        file, line(flaw.path()), flaw.path(), "", sentence(flaw.problem()), sentence(flaw.remedy())))
                .toList());
    }

    /** The line of a path, or of the nearest part around it that stands in the file. */
    private int line(String path) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = at.substring(0, Math.max(0, cut));
        }
        return lines.getOrDefault(at, 0);
    }

    private static String sentence(String text) {
        String capital = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
