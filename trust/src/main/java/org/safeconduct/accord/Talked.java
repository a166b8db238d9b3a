package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.Hash;

/** What is said around the texts: who met, who said what, where a party stands, what it took upon itself. */
public sealed interface Talked {

    /** Whether it can be said of an incident, in the log of incidents. */
    default boolean isAlsoOfIncidents() {
        return this instanceof Statement || this instanceof Derivation;
    }

    /**
     * A meeting. The same side may say it again; the last counts.
     *
     * @param id its name
     * @param at when it began, or is to begin
     * @param place in words
     * @param agenda what it is about; an item keeps its id from meeting to meeting
     * @param present by office; no names of people are needed
     */
    record Meeting(String id, Instant at, String place, List<Item> agenda, List<Present> present)
            implements Talked, Sayings.Named {
        static Meeting read(Content from) {
            return new Meeting(
                    from.id("meeting"),
                    from.moment("at"),
                    from.text("place"),
                    from.each("agenda", one -> new Item(one.id("id"), one.says())),
                    from.each(
                            "present",
                            one -> new Present(
                                    one.text("office"), one.findId("party").orElse(""))));
        }
    }

    /** Something that is talked about, in words by language. */
    record Item(String id, Map<String, String> says) {}

    /** Who took part; {@code party} is empty for whoever belongs to no side of the founding. */
    record Present(String office, String party) {}

    /**
     * Somebody said something.
     *
     * @param meeting at which; empty if at none
     * @param by through whose mouths it came
     * @param at when it was said
     * @param counts figures that it gives
     */
    record Statement(String meeting, Map<String, String> says, Attribution by, Optional<Instant> at, List<Count> counts)
            implements Talked, Sayings.Counted {
        static Statement read(Content from) {
            return new Statement(
                    from.findId("meeting").orElse(""),
                    from.says(),
                    Attribution.read(from),
                    from.findMoment("at"),
                    Count.readAll(from));
        }
    }

    /** Something that may be said for another party. */
    sealed interface Spoken extends Talked {
        Voice voice();
    }

    /** Where a party stands on an item of an agenda; the last that it says counts. {@code condition} is in words. */
    record Position(String item, View view, String condition, Voice voice) implements Spoken {
        static Position read(Content from) {
            View view = from.word("view", View.values());
            String condition = view == View.CONDITIONAL ? from.text("if") : "";
            return new Position(from.id("item"), view, condition, Voice.read(from));
        }
    }

    /** What a party wants of an item. */
    enum View {
        SEEKS,
        ACCEPTS,
        IN_PRINCIPLE,
        CONDITIONAL,
        DOES_NOT_ACCEPT
    }

    /**
     * A party takes something upon itself.
     *
     * @param guarantees a text that it guarantees with this; empty if none. Agreed is not guaranteed: DOMAIN.md §3, item 4
     * @param by until when
     */
    record Undertaking(String id, Map<String, String> says, String guarantees, Optional<Instant> by, Voice voice)
            implements Spoken, Sayings.Named {
        static Undertaking read(Content from) {
            return new Undertaking(
                    from.id("undertaking"),
                    from.says(),
                    from.findId("guarantees").orElse(""),
                    from.findMoment("by"),
                    Voice.read(from));
        }
    }

    /** Somebody reports what became of an undertaking. Others may report something else; both stand. */
    record Outcome(String undertaking, Became became, String saw, Instant at) implements Talked {
        static Outcome read(Content from) {
            return new Outcome(
                    from.id("undertaking"), from.word("became", Became.values()), from.text("saw"), from.moment("at"));
        }
    }

    /** What somebody says became of an undertaking. */
    enum Became {
        FULFILLED,
        FULFILLED_IN_PART,
        NOT_FULFILLED,
        CANNOT_BE_TOLD
    }

    /** Arithmetic over figures that others gave, to see how they hang together. A note, not a fact. */
    record Derivation(Map<String, String> says, List<Term> terms) implements Talked {
        static Derivation read(Content from) {
            List<Term> terms = from.each(
                    "terms", one -> new Term(one.hash("entry"), (int) one.whole("count", 0, 1000), one.truth("minus")));
            if (terms.size() < 2) {
                from.flaw("terms", "names " + terms.size(), "name at least two figures");
            }
            return new Derivation(from.says(), terms);
        }
    }

    /**
     * A figure that is added or taken away.
     *
     * @param entry identity of the statement or claim that gives it
     * @param count which of its figures, from 0
     */
    record Term(Hash entry, int count, boolean isTakenAway) {}
}
