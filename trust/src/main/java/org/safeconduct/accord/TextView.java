package org.safeconduct.accord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Hash;
import org.safeconduct.terms.PlanFinding;

/**
 * How a text stands.
 *
 * @param number of its version: 1, and one more with each amendment
 * @param version what is signed when it is answered or ratified
 * @param standing what the reader may rely on
 * @param asHeld what the entries that are held say; differs from {@code standing} where others are withheld
 * @param points what is still to settle, as far as this reader may know
 * @param replies what parties said of clauses, as far as it is shared with this reader
 * @param decisions taken on this version
 * @param findings of planning, the last five, the newest at the end
 * @param replaces the text whose place it is to take
 * @param segments how each stretch of the way stands
 * @param observations the last twenty
 */
public record TextView(
        String id,
        TextKind kind,
        String title,
        String proposedBy,
        int number,
        Hash version,
        Standing standing,
        Standing asHeld,
        List<Clause> clauses,
        List<Point> points,
        List<ClauseReply> replies,
        List<Decision> decisions,
        List<FoundByPlanning> findings,
        Optional<Instant> answerBy,
        Optional<String> replaces,
        CorridorDay day,
        List<SegmentView> segments,
        List<Seen> observations) {

    public TextView {
        clauses = List.copyOf(clauses);
        points = List.copyOf(points);
        replies = List.copyOf(replies);
        decisions = List.copyOf(decisions);
        findings = List.copyOf(findings);
        segments = List.copyOf(segments);
        observations = List.copyOf(observations);
    }

    /**
     * What a party says of a clause, and how sure that is.
     *
     * @param isInQuestion whether the key that signed was revoked later, from this entry or one before
     * @param entry its index
     */
    public record ClauseReply(
            String clause,
            String party,
            Stance stance,
            String condition,
            Assurance assurance,
            boolean isInQuestion,
            long entry) {}

    /**
     * A decision of a party.
     *
     * @param isCounted false for one that was only noted, or came too late
     * @param isInQuestion whether the key that signed was revoked later, from this entry or one before
     * @param entry its index
     */
    public record Decision(
            String party, String office, Assurance assurance, boolean isCounted, boolean isInQuestion, long entry) {}

    /** What planning said; {@code stale} are clauses that have another wording now. */
    public record FoundByPlanning(PlanFinding finding, String by, List<String> stale, long entry) {
        public FoundByPlanning {
            stale = List.copyOf(stale);
        }
    }

    /** How the corridor stands on the day. */
    public enum CorridorDay {
        /** Nothing was said of the day yet. */
        NOT_OPENED,
        OPEN,
        /** At least one segment is suspended. */
        SUSPENDED,
        /** It was opened, and not every segment is confirmed any more. */
        NOT_CONFIRMED,
        CLOSED
    }

    /** How a segment stands. */
    public enum SegmentState {
        CONFIRMED,
        /** Never confirmed, or what was confirmed has lapsed. */
        NOT_CONFIRMED,
        SUSPENDED
    }

    /**
     * A segment on the day.
     *
     * @param until when its confirmation lapses, or lapsed; empty if there was none
     * @param isCleared whether somebody attests that the road is clear
     * @param isOrderKnown whether the order was acknowledged at the checkpoint
     * @param suspendedBy the side that suspended it; empty if it is not
     * @param reason it gave
     * @param relayedFor whom the last word was written down for, and how it came, such as over the radio; empty if its author spoke for itself
     */
    public record SegmentView(
            String segment,
            String confirmedBy,
            SegmentState state,
            Optional<Instant> until,
            boolean isCleared,
            boolean isOrderKnown,
            String suspendedBy,
            String reason,
            String relayedFor) {}

    /** What somebody saw; {@code isMoving}: people moved, the corridor works. */
    public record Seen(
            String by,
            List<String> segments,
            String saw,
            Instant at,
            boolean isMoving,
            List<Count> counts,
            long entry) {
        public Seen {
            segments = List.copyOf(segments);
            counts = List.copyOf(counts);
        }
    }
}
