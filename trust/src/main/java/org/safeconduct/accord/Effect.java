package org.safeconduct.accord;

import java.util.List;

/** What an entry did. Only what is {@link Taken} changed anything. */
public sealed interface Effect {

    /** It counts; remarks tell what a reader should know. */
    record Taken(List<Remark> remarks) implements Effect {
        public Taken {
            remarks = List.copyOf(remarks);
        }
    }

    /** Something to know of what was taken; {@code about} is the clause, office or key. */
    record Remark(Kind kind, String about) {
        /** What there is to know. */
        public enum Kind {
            /** Its author may not bind the party to such a clause: it is taken as said in principle. */
            IN_PRINCIPLE_ONLY,
            /** Said by somebody without a key, and not confirmed yet. */
            NOTED_ONLY,
            /** Planning was about another wording of the clause. */
            OTHER_WORDING
        }
    }

    /**
     * A rule does not accept it.
     *
     * @param about the text, clause, segment or key that it was about
     * @param party the side for which it was said; empty if none
     * @param remedy what its author, or somebody else, can do
     */
    record NotAccepted(Rule rule, String about, String party, String remedy) implements Effect {}

    /** It cannot be read as what it says it is. */
    record NotUnderstood(List<Flaw> flaws) implements Effect {
        public NotUnderstood {
            flaws = List.copyOf(flaws);
        }
    }

    /** An entry of a type that the accord has no rule for, such as a note. It is in the record, and that is all. */
    record OtherType() implements Effect {}

    /** Its words are not here. */
    record NotHeld() implements Effect {}
}
