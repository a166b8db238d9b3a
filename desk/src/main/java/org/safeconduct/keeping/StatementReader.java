package org.safeconduct.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.terms.Label;

/** Reads one statement and notes all that is wrong with it; what is wrong reads as a stand-in. */
final class StatementReader {
    private static final Set<String> NEEDED = Set.of("type", "label", "content");
    private static final Set<String> KNOWN =
            Set.of("type", "label", "content", "committed", "sealed", "mandate", "references");

    private final Json.Members all;
    private final List<Malformed> problems = new ArrayList<>();

    StatementReader(Json.Members all) {
        this.all = all;
    }

    Statement read() throws Statement.Unclear {
        checkNames();
        checkContent();
        Json.Members committed = members("committed");
        Statement statement = new Statement(
                text("type"),
                label(),
                content(),
                committed,
                sealingApartFrom(committed),
                hash("mandate", text("mandate")),
                references());
        if (!problems.isEmpty()) {
            throw new Statement.Unclear(problems);
        }
        return statement;
    }

    private void checkNames() {
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(all.values().keySet());
        Set<String> unknown = new TreeSet<>(all.values().keySet());
        unknown.removeAll(KNOWN);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            wrong((missing.isEmpty() ? "" : "without " + String.join(", ", missing) + " ")
                    + (unknown.isEmpty() ? "" : "with unknown " + String.join(", ", unknown))
                    + "; write type, label, content, and if need be committed, sealed, mandate, references");
        }
    }

    /** Words written there would be signed as they stand, and read by everybody for ever. */
    private void checkContent() {
        if (all.values().get("content") instanceof Json.Members content
                && content.find("sealed").isPresent()) {
            wrong("content has sealed in it, which would not be sealed; write sealed beside content");
        }
    }

    private void wrong(String problem) {
        problems.add(new Malformed(problem));
    }

    private Json.Members content() {
        Json.Members content = members("content");
        return content == null ? Json.Members.of(Map.of()) : content;
    }

    private @Nullable Sealing sealingApartFrom(Json.@Nullable Members committed) {
        Json.Members written = members("sealed");
        try {
            Sealing sealing = written == null ? null : Sealing.read(written);
            if (Statement.shareName(committed, sealing)) {
                throw new Malformed(Statement.SAME_NAME);
            }
            return sealing;
        } catch (Malformed e) {
            wrong(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Json.@Nullable Members members(String name) {
        Json value = all.values().get(name);
        if (value == null || value instanceof Json.Members) {
            return (Json.Members) value;
        }
        wrong(name + " is no object; write its members in braces");
        return null;
    }

    private String text(String name) {
        Json value = all.values().get(name);
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value != null) {
            wrong(name + " is no text; write it in double quotes");
        }
        return "";
    }

    private Label label() {
        String text = text("label");
        if (Label.ofWord(text).isEmpty() && all.values().get("label") instanceof Json.Text) {
            wrong("label is \"" + text + "\"; write internal, bilateral, parties or public");
        }
        return Label.ofWord(text).orElse(Label.PARTIES);
    }

    private Hash hash(String name, String text) {
        try {
            return text.isEmpty() ? Hash.NONE : Hash.ofHex(text);
        } catch (Malformed e) {
            wrong(name + ": " + e.getMessage());
            return Hash.NONE;
        }
    }

    private List<Hash> references() {
        List<Hash> references = new ArrayList<>();
        Json value = all.values().get("references");
        if (value != null && !(value instanceof Json.Items)) {
            wrong("references is no array; write identities in square brackets");
        }
        for (Json item : value instanceof Json.Items items ? items.values() : List.<Json>of()) {
            if (item instanceof Json.Text text) {
                references.add(hash("references", text.value()));
            } else {
                wrong("references holds something other than text; write each identity as 64 digits");
            }
        }
        return references;
    }
}
