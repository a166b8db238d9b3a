package org.safeconduct.accord;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.PlanFinding;

/** What an entry says, read from its type and content. Format: {@code spec/accord.md}. */
sealed interface Said {

    /** For whom it is said. */
    default Voice voice() {
        return switch (this) {
            case Answer answer -> Voice.of(answer.noted());
            case Ratification decision -> Voice.of(decision.noted());
            case Talking(Talked.Spoken spoken) -> spoken.voice();
            case InAnyLog _, OfText _, Talking _, Notifying _, Claiming _ -> Voice.OWN;
        };
    }

    /** About the sides, their keys and what they keep: said in a log of talks and in one of incidents. */
    sealed interface InAnyLog extends Said {}

    /** About a text. */
    sealed interface OfText extends Said {}

    /**
     * Who talks with whom, and whose keys decide for whom.
     *
     * @param isOfIncidents whether the log is for claims about incidents, and for nothing else
     */
    record Founding(
            String title,
            List<Side> sides,
            Side facilitator,
            List<ZoneId> zones,
            Duration confirmationLasts,
            boolean paperRatifies,
            boolean isOfIncidents)
            implements InAnyLog {}

    /**
     * A party, or the facilitator.
     *
     * @param needs how many of its principals must ratify; those of the facilitator ratify nothing
     */
    record Side(String id, String name, List<Person> principals, int needs) {}

    /** A key and the office it is used in. */
    record Person(String office, AuthorKey key) {}

    /** A principal takes part in the founding, with all the keys that it names. */
    record FoundingConsent(Hash founding) implements InAnyLog {}

    /** A principal lets a key speak for its party. */
    record Mandate(AuthorKey key, String office, List<Right> rights, List<ClauseKind> kinds, Instant until)
            implements InAnyLog {}

    /** What a mandate can be for. */
    enum Right {
        /** Propose texts and amendments. */
        PROPOSE,
        /** Accept clauses so that it counts; without it an answer is in principle only. */
        ACCEPT,
        /** Confirm segments, clear them, suspend and reopen. */
        CONFIRM,
        /** Report what was seen and counted. */
        REPORT
    }

    /** A mandate ends. */
    record MandateEnd(Hash mandate) implements InAnyLog {}

    /** A new key follows the author's. */
    record KeyRotation(AuthorKey key, Bytes proof) implements InAnyLog {}

    /** A key counts no more. */
    record KeyRevocation(AuthorKey key, long from, String reason) implements InAnyLog {}

    /** What was for few is now for all parties; only the party that said it can release it. */
    record Release(List<Hash> entries) implements InAnyLog {}

    /**
     * A new text.
     *
     * @param answerBy until when it can be ratified; empty if always
     * @param replaces the text whose place it takes when agreed; empty if none
     * @param meeting that a readout is of; empty if none
     * @param isAnnouncement said by one side alone; it is not on its way to an agreement
     */
    record Proposal(
            String text,
            TextKind kind,
            String title,
            List<Clause> clauses,
            Optional<Instant> answerBy,
            Optional<String> replaces,
            Optional<String> meeting,
            boolean isAnnouncement)
            implements OfText {}

    /** Clauses put in place of those with the same id, or added; and clauses dropped. */
    record Amendment(String text, Hash version, List<Clause> put, List<String> dropped) implements OfText {}

    /** What a party says of clauses, by id; {@code *} stands for all of them. */
    record Answer(String text, Hash version, Map<String, ClauseAnswer> clauses, Optional<Noted> noted)
            implements OfText {
        static final String ALL = "*";
    }

    /** What is said of one clause. {@code condition} is in words where it is conditional. */
    record ClauseAnswer(Stance stance, String condition) {}

    /** A party takes a decision on a version of a text. */
    record Ratification(String text, Hash version, Optional<Noted> noted) implements OfText {}

    /** Whoever proposed a text takes it back. */
    record Withdrawal(String text, String reason) implements OfText {}

    /** What planning says of clauses. */
    record Finding(String text, PlanFinding finding) implements OfText {}

    /** A condition is fulfilled, shown by something. */
    record Fulfilment(String text, String condition, Hash proof) implements OfText {}

    /** A segment's silence holds, or its road is clear; until a moment, or as long as the founding says. */
    record Confirmation(String text, String segment, Subject of, Optional<Instant> until, Optional<Relayed> relayed)
            implements OfText {}

    /** What is confirmed of a segment. */
    enum Subject {
        SILENCE,
        CLEARANCE,
        /** The order has reached the checkpoint and is acknowledged there. */
        ORDER
    }

    /** Stop. All segments if none is named. */
    record Suspension(String text, List<String> segments, String reason, Optional<Relayed> relayed) implements OfText {}

    /** The corridor is declared open. */
    record Opening(String text) implements OfText {}

    /** The corridor is closed for the day. */
    record Closing(String text, String reason) implements OfText {}

    /** What somebody saw; it cannot be refused. {@code isMoving}: people moved, the corridor works. */
    record Observation(String text, List<String> segments, String saw, Instant at, boolean isMoving, List<Count> counts)
            implements OfText {}

    /** Said around the texts. */
    record Talking(Talked said) implements Said {}

    /** Said of a notice. */
    record Notifying(Notified said) implements Said {}

    /** Said of an incident. */
    record Claiming(Claimed said) implements Said {}

    /** Words sealed for the author's side can be sealed with this from now on. */
    record Recipient(String key) implements InAnyLog {}

    /** Sealed words should be destroyed wherever they are, on a ground. */
    record Erasure(List<Hash> entries, String ground) implements InAnyLog {}

    /** A principal consents to an erasure. */
    record ErasureConsent(Hash erasure) implements InAnyLog {}

    /** The author's side has destroyed its copies, as it says. */
    record ErasureDone(Hash erasure) implements InAnyLog {}
}
