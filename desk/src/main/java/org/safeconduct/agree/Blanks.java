package org.safeconduct.agree;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.record.Hash;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Problems;
import org.safeconduct.scenario.Spot;

/**
 * What documents of a playbook leave blank until it is played.
 *
 * <pre>
 *   key: &lt;key of kyiv&gt;                               the public key of an author
 *   founding: &lt;entry of 01-table/founding.yaml&gt;     the identity of the entry that a document became
 * </pre>
 */
public final class Blanks {
    private static final Pattern BLANK = Pattern.compile("<(key|entry) of ([^<>]*)>");

    private final Map<String, String> keys;
    private final Map<String, String> entries = new HashMap<>();

    /**
     * With the keys of all authors, and no entry yet.
     *
     * @param keys public keys in digits, by author
     */
    public Blanks(Map<String, String> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** A document was said; if it was before, the first time counts. */
    public void said(String document, Hash identity) {
        entries.putIfAbsent(document, identity.toHex());
    }

    /**
     * A document with its blanks filled.
     *
     * @param text as it would be written by hand
     */
    public record Filled(Document document, String text) {}

    /**
     * Reads a document.
     *
     * @throws InputProblems with every blank that cannot be filled, or else with all that is wrong with it
     */
    public Filled read(Path folder, String name, List<String> types) throws InputProblems {
        Problems problems = new Problems();
        String[] text = new String[1];
        try {
            Document document = DocumentReader.read(folder, name, types, raw -> {
                text[0] = filled(name, raw, problems);
                return text[0];
            });
            problems.throwIfAny();
            return new Filled(document, text[0]);
        } catch (InputProblems e) {
            problems.throwIfAny(); // what was put in for a blank may be what is wrong with the rest
            throw e;
        }
    }

    private String filled(String name, String raw, Problems problems) {
        Matcher blanks = BLANK.matcher(raw);
        return blanks.replaceAll(blank -> Matcher.quoteReplacement(value(name, raw, blank, problems)));
    }

    private String value(String name, String raw, MatchResult blank, Problems problems) {
        boolean isKey = blank.group(1).equals("key");
        Map<String, String> known = isKey ? keys : entries;
        String value = known.get(blank.group(2));
        if (value != null) {
            return value;
        }
        int line = 1
                + (int) raw.substring(0, blank.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        problems.add(
                new Spot(name, line, blank.group(1), blank.group(2)),
                isKey ? "is no author of the playbook." : "is no document that was said before.",
                Near.remedy(blank.group(2), known.keySet().stream().sorted().toList()));
        return isKey ? "01" + Hash.NONE.toHex() : Hash.NONE.toHex();
    }
}
