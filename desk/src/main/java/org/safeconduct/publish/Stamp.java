package org.safeconduct.publish;

import java.util.List;
import org.safeconduct.terms.Label;

/**
 * What every output carries, whatever its form: who may see it, which scenario it is from, that it is an estimate and what it does not say.
 *
 * @param label who may see it, in words
 * @param forEveryone true if it may be passed on to anyone
 * @param exercise that no one will really move, in words; empty if it is no exercise
 * @param scenario id of the scenario
 * @param hash of the scenario's files
 * @param estimate the word "estimate"
 * @param notSafe that this does not say that the road is safe
 * @param withoutPrejudice that names and lines say nothing about status
 */
record Stamp(
        String label,
        boolean forEveryone,
        String exercise,
        String scenario,
        String hash,
        String estimate,
        String notSafe,
        String withoutPrejudice) {

    static Stamp of(View view) {
        return new Stamp(
                view.text("label." + view.scenario().label()),
                view.scenario().label() == Label.PUBLIC,
                view.scenario().exercise() ? view.text("exercise") : "",
                view.scenario().id(),
                view.plan().scenarioHash(),
                view.text("estimate"),
                view.text("not-safe"),
                view.text("without-prejudice"));
    }

    /** Label, and exercise if it is one: what must be read before anything else. */
    List<String> banner() {
        return exercise.isEmpty() ? List.of(label) : List.of(label, exercise);
    }

    /** All of it in one line, for forms that have a single place for remarks. */
    String inOneLine(Messages messages) {
        return String.join(". ", banner()) + ". " + messages.text("stamp.line", estimate, scenario, hash) + " "
                + notSafe + " " + withoutPrejudice;
    }
}
