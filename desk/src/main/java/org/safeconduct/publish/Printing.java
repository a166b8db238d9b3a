package org.safeconduct.publish;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Signatory;
import org.safeconduct.accord.TextView;

/**
 * What is to be put on paper.
 *
 * @param view the talks, as the reader of the paper may see them
 * @param text one of theirs
 * @param signatories who signs
 * @param spoken ten words for the version's hash
 * @param languages one or two; the first stands on the left
 * @param at the moment as of which it stands so
 */
public record Printing(
        AccordView view,
        TextView text,
        List<Signatory> signatories,
        List<String> spoken,
        List<Locale> languages,
        Instant at) {
    public Printing {
        signatories = List.copyOf(signatories);
        spoken = List.copyOf(spoken);
        languages = List.copyOf(languages);
        if (languages.isEmpty() || languages.size() > 2) {
            throw new IllegalArgumentException("one language or two, not " + languages.size());
        }
    }

    /** Clauses with words, but not in one of the languages; by id. */
    public List<String> listUntranslated(Locale language) {
        return text.clauses().stream()
                .filter(clause -> !clause.says().isEmpty())
                .filter(clause -> !clause.says().containsKey(language.toLanguageTag()))
                .map(Clause::id)
                .toList();
    }

    List<Tongue> tongues() {
        return languages.stream().map(language -> new Tongue(language, this)).toList();
    }

    /** A segment of the text's route. */
    Optional<Clause.Leg> findLeg(String segment) {
        return text.clauses().stream()
                .flatMap(clause -> clause.legs().stream())
                .filter(leg -> leg.id().equals(segment))
                .findFirst();
    }
}
