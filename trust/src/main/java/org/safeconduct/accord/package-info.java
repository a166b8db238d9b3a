/**
 * The accord: what the entries of a record mean. What is agreed, what is still to settle, whose decision is missing;
 * and, beside the texts, what was said, notified and claimed.
 *
 * <p>Everything is worked out from the entries in the order of the log, by a fold without clock, disk or network, so that
 * whoever holds the same entries comes to the same answer, now and in ten years:
 *
 * <pre>{@code
 * Accord accord = new Accord(new StrictEd25519());
 * for (Entry entry : entries) {
 *     Effect effect = accord.take(entry);         // taken, or not taken and why
 * }
 * AccordView now = accord.view(instant);          // deadlines and lapsed confirmations come in here
 * now.text("west-road").orElseThrow().standing(); // proposed, in principle, agreed, …
 * now.text("west-road").orElseThrow().points();   // what is still to settle
 * now.talks().positions();                        // where each party stands, and how sure that is
 * }</pre>
 *
 * <pre>
 *   entry ─► Said (what is said) ─► Accord (rules: who may, on what) ─► AccordView (as of a moment, for a reader)
 * </pre>
 *
 * <p>An entry that a rule does not accept changes nothing, and its {@link org.safeconduct.accord.Effect} names rule, party
 * and remedy. An entry that is withheld makes what it might change <em>unknown</em>, never something else.
 *
 * <p>Nothing here judges what happened, says whose ground a place is on, or stores who the people are that leave.
 */
@NullMarked
package org.safeconduct.accord;

import org.jspecify.annotations.NullMarked;
