package org.safeconduct.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.vault.SealedWords;

/**
 * What a statement says to some only: each member of {@code words} is committed to, and all of them are encrypted together.
 *
 * <p>No rule reads them. What a rule decides by stands in the content, since these words can be erased.
 *
 * @param readers age recipients; until they are looked up, also ids of sides
 */
public record Sealing(Json.Members words, List<String> readers) {

    public Sealing {
        readers = List.copyOf(readers);
        if (words.values().isEmpty() || readers.isEmpty()) {
            throw new IllegalArgumentException("sealed is without words or without readers; write both");
        }
    }

    /** The same words, for readers by their recipients. */
    public Sealing withReaders(List<String> recipients) {
        return new Sealing(words, recipients);
    }

    /**
     * Reads it from a statement.
     *
     * @throws Malformed unless it has readers and words, and nothing else
     */
    static Sealing read(Json.Members sealed) throws Malformed {
        if (!sealed.values().keySet().equals(Set.of("for", "words"))
                || !(sealed.values().get("for") instanceof Json.Items items)
                || !(sealed.values().get("words") instanceof Json.Members words)) {
            throw new Malformed("sealed is written otherwise; write \"for\", a list, and \"words\", an object");
        }
        List<String> readers = new ArrayList<>();
        for (Json item : items.values()) {
            if (!(item instanceof Json.Text reader)) {
                throw new Malformed("for holds something other than text; write age recipients");
            }
            readers.add(reader.value());
        }
        try {
            return new Sealing(words, readers);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Encrypts what opens the commitments to these words. */
    SealedFile seal(List<Commitments.Kept> kept, IntFunction<Bytes> chance) {
        List<SealedWords.Word> all = kept.stream()
                .map(one -> new SealedWords.Word(one.field(), one.value(), one.salt()))
                .toList();
        try {
            return SealedFile.seal(new SealedWords(all).write(), readers, chance);
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What the entry says of it in the open. */
    Json.Members statedIn(Json.Members content, SealedFile file) {
        return new Sealed(readers, file.hash()).in(content);
    }
}
