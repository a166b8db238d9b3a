package org.safeconduct.agree;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.accord.Accord;
import org.safeconduct.accord.Flaw;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.terms.Label;

/**
 * What somebody wrote down to be said in a record.
 *
 * @param file its name
 * @param type of the entry that it becomes
 * @param content of that entry
 * @param sealed what is said to some only; empty if nothing
 */
public record Document(String file, String type, Label label, Json.Members content, Optional<Sealed> sealed) {

    /**
     * What is said to some only. No rule reads it.
     *
     * @param readers ids of sides, or age recipients
     */
    public record Sealed(List<String> readers, Json.Members words) {
        public Sealed {
            readers = List.copyOf(readers);
        }
    }

    /** The text that it is about, if it names one. */
    public Optional<String> findText() {
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

    /** What is wrong with it, whatever the talks hold. */
    List<Flaw> listFlaws() {
        return Accord.listFlaws(type, contentWith(Hash.NONE));
    }
}
