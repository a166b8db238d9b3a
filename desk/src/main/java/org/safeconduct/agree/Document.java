package org.safeconduct.agree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.accord.Accord;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.scenario.InputProblem;
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

    /** The text that it is about, if it names one. */
    Optional<String> findText() {
        return content.find("text").filter(Json.Text.class::isInstance).map(text -> ((Json.Text) text).value());
    }

    /** The number of the version that its author has read, if it names one so. */
    Optional<Long> findVersion() {
        return content.find("version")
                .filter(Json.Whole.class::isInstance)
                .map(number -> ((Json.Whole) number).value());
    }

    /** What it says, with the hash of a version in place of its number. */
    Json.Members contentWith(Hash version) {
        if (findVersion().isEmpty()) {
            return content;
        }
        TreeMap<String, Json> members = new TreeMap<>(content.values());
        members.put("version", new Json.Text(version.toHex()));
        return new Json.Members(members);
    }

    /** What is wrong with it, whatever the talks hold, each with its line. */
    public List<InputProblem> listProblems() {
        return Accord.listFlaws(type, contentWith(Hash.NONE)).stream()
                .map(flaw -> new InputProblem(
                        file, line(flaw.path()), flaw.path(), "", sentence(flaw.problem()), sentence(flaw.remedy())))
                .toList();
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
