package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.Json;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/** What is notified to the parties, and what became of that. Notification is not permission: DOMAIN.md §3, item 15. */
public sealed interface Notified {

    /**
     * A notice of a site or movement. The same side may say it again: that is the next version.
     *
     * @param organisation on whose behalf
     * @param windows when; empty for a site
     * @param places exact points, in the order of the way
     * @param people how many move or are there; empty if not said. Never who
     * @param contact hotline, radio channel, satellite telephone
     * @param until it lapses then
     * @param to to whom it goes: ids of parties, or others in words
     * @param leftOut parties that are not told, and why
     */
    record Notice(
            String id,
            Kind kind,
            String organisation,
            Map<String, String> says,
            List<Window> windows,
            List<Place> places,
            Optional<Long> people,
            String contact,
            Instant until,
            List<String> to,
            List<LeftOut> leftOut)
            implements Notified {
        static Notice read(Content from) {
            return new Notice(
                    from.id("notice"),
                    from.word("kind", Kind.values()),
                    from.text("organisation"),
                    from.says(),
                    from.each("windows", Content::window),
                    Clause.places(from),
                    from.has("people") ? Optional.of(from.whole("people", 0, Json.GREATEST)) : Optional.empty(),
                    from.text("contact"),
                    from.moment("until"),
                    from.texts("to"),
                    from.each("not-to", one -> new LeftOut(one.id("party"), one.text("why"))));
        }
    }

    /** What a notice is about. */
    enum Kind {
        STATIC_SITE,
        MOVEMENT,
        CRITICAL_INFRASTRUCTURE,
        EMERGENCY_EVACUATION
    }

    /** A party that is not told, and why: a decision that is written down. */
    record LeftOut(String party, String why) {}

    /**
     * What became of a notice with one recipient.
     *
     * @param number of the version that it is about
     * @param to the recipient, as the notice names it; all of them if empty
     * @param says words of an objection, …; may be empty
     * @param relayed where its author writes down what the recipient said
     */
    record Step(String notice, int number, String to, Became became, Instant at, String says, Optional<Relayed> relayed)
            implements Notified {
        static Step read(Content from) {
            return new Step(
                    from.id("notice"),
                    (int) from.whole("number", 1, 1_000_000),
                    from.findText("to").orElse(""),
                    from.word("became", Became.values()),
                    from.moment("at"),
                    from.findText("says").orElse(""),
                    SaidReader.relayed(from));
        }
    }

    /** What can become of a notice. Nobody approves one. */
    enum Became {
        SENT,
        DELIVERED,
        READ,
        ACKNOWLEDGED,
        PASSED_TO_UNITS,
        OBJECTED,
        WITHDRAWN;

        /** Whether the side that notifies says so, rather than the recipient. */
        boolean isTheSenders() {
            return this == SENT || this == DELIVERED || this == WITHDRAWN;
        }
    }
}
