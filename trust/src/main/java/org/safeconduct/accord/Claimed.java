package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.Place;

/**
 * What is claimed of an incident, side by side; nothing is weighed against anything. Incidents have a log of their own,
 * so that no copy of an agreement carries them.
 */
public sealed interface Claimed {

    /**
     * Something is said to have happened.
     *
     * @param title in words that all can bear, by language
     * @param where at most one exact point
     * @param notice a notice that was in force then; empty if none is known
     */
    record Incident(
            String id,
            Map<String, String> title,
            Instant from,
            Instant to,
            List<Place> where,
            Optional<NoticeEntry> notice)
            implements Claimed, Sayings.Named {
        static Incident read(Content from) {
            Instant start = from.moment("from");
            return new Incident(
                    from.id("incident"),
                    from.says(),
                    start,
                    from.findMoment("to").orElse(start),
                    Clause.places(from),
                    from.findOne("notice", one -> new NoticeEntry(one.text("log"), one.hash("entry"))));
        }
    }

    /** A notice, by log and identity: it stands in the log of the accord. */
    record NoticeEntry(String log, Hash entry) {}

    /** Somebody says what happened, with figures and with what is to show it. */
    record Claim(
            String incident, Map<String, String> asserts, Attribution by, List<Count> counts, List<Evidence> evidence)
            implements Claimed, Sayings.Counted {
        static Claim read(Content from) {
            return new Claim(
                    from.id("incident"),
                    from.says(),
                    Attribution.read(from),
                    Count.readAll(from),
                    from.each("evidence", Evidence::read));
        }
    }

    /** A file that is to show something, and who kept it, one after the other. */
    record Evidence(Hash file, String says, List<Custody> custody) {
        private static Evidence read(Content from) {
            return new Evidence(
                    from.hash("file"),
                    from.text("says"),
                    from.each("custody", one -> new Custody(one.text("holder"), one.moment("since"))));
        }
    }

    /** Somebody kept a file from a moment on. */
    record Custody(String holder, Instant since) {}

    /** What a named assessor found. Others may find something else; all of it stands. */
    record Assessment(String incident, String assessor, Found found, Map<String, String> says, Attribution by)
            implements Claimed {
        static Assessment read(Content from) {
            return new Assessment(
                    from.id("incident"),
                    from.text("assessor"),
                    from.word("found", Found.values()),
                    from.says(),
                    Attribution.read(from));
        }
    }

    /** How far an assessor came. */
    enum Found {
        ATTRIBUTED,
        CANNOT_BE_ATTRIBUTED,
        NOT_FINISHED
    }
}
