package org.safeconduct.accord;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.Said.*;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Json;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;
import org.safeconduct.record.SignatureKind;
import org.safeconduct.terms.PlanFinding;

/** Reads what entries say. */
final class SaidReader {

    /** Stands in for a key that cannot be read; nothing that is said with it counts. */
    private static final AuthorKey NOBODY = new AuthorKey(SignatureKind.ED25519, Bytes.of(new byte[32]));

    private SaidReader() {}

    /** Reads an entry's content; empty if the accord knows no such type. What is wrong is noted in {@code from}. */
    static Optional<Said> read(String type, Content from) {
        Optional<Said> said = Optional.ofNullable(
                switch (type) {
                    case "founding" -> founding(from);
                    case "founding-consent" -> new FoundingConsent(from.hash("founding"));
                    case "mandate" -> mandate(from);
                    case "mandate-end" -> new MandateEnd(from.hash("mandate"));
                    case "key-rotation" -> new KeyRotation(key(from), proof(from));
                    case "key-revocation" ->
                        new KeyRevocation(key(from), from.whole("from", 0, Json.GREATEST), from.anyText("reason"));
                    case "release" -> new Release(from.hashes("entries"));
                    case "proposal" -> proposal(from);
                    case "amendment" ->
                        new Amendment(from.id("text"), from.hash("version"), clauses(from), from.texts("drop"));
                    case "answer" -> new Answer(from.id("text"), from.hash("version"), answers(from), noted(from));
                    case "ratification" -> new Ratification(from.id("text"), from.hash("version"), noted(from));
                    case "withdrawal" -> new Withdrawal(from.id("text"), from.text("reason"));
                    case "finding" -> finding(from);
                    case "fulfilment" -> new Fulfilment(from.id("text"), from.id("condition"), from.hash("proof"));
                    case "confirmation" ->
                        new Confirmation(
                                from.id("text"),
                                from.id("segment"),
                                from.word("of", Subject.values()),
                                from.findMoment("until"),
                                relayed(from));
                    case "suspension" ->
                        new Suspension(from.id("text"), from.texts("segments"), from.text("reason"), relayed(from));
                    case "opening" -> new Opening(from.id("text"));
                    case "closing" -> new Closing(from.id("text"), from.text("reason"));
                    case "observation" ->
                        new Observation(
                                from.id("text"),
                                from.texts("segments"),
                                from.text("saw"),
                                from.moment("at"),
                                from.truth("moving"),
                                Count.readAll(from));
                    case "meeting" -> new Talking(Talked.Meeting.read(from));
                    case "statement" -> new Talking(Talked.Statement.read(from));
                    case "position" -> new Talking(Talked.Position.read(from));
                    case "undertaking" -> new Talking(Talked.Undertaking.read(from));
                    case "outcome" -> new Talking(Talked.Outcome.read(from));
                    case "derivation" -> new Talking(Talked.Derivation.read(from));
                    case "notice" -> new Notifying(Notified.Notice.read(from));
                    case "notice-step" -> new Notifying(Notified.Step.read(from));
                    case "incident" -> new Claiming(Claimed.Incident.read(from));
                    case "claim" -> new Claiming(Claimed.Claim.read(from));
                    case "assessment" -> new Claiming(Claimed.Assessment.read(from));
                    default -> ofSealedWords(type, from);
                });
        if (said.isPresent()) {
            from.end();
        }
        return said;
    }

    private static Founding founding(Content from) {
        List<Side> sides = from.each("parties", SaidReader::side);
        if (sides.size() < 2) {
            from.flaw("parties", "names " + sides.size(), "name at least two");
        }
        Side facilitator = from.one("facilitator", SaidReader::side);
        if (sides.stream().anyMatch(side -> side.id().equals(facilitator.id()))
                || sides.stream().map(Side::id).distinct().count() < sides.size()) {
            from.flaw("parties", "two have the same id", "give each, and the facilitator, an id of its own");
        }
        List<AuthorKey> keys = Stream.concat(sides.stream(), Stream.of(facilitator))
                .flatMap(side -> side.principals().stream())
                .map(Person::key)
                .filter(key -> !key.equals(NOBODY))
                .toList();
        if (keys.stream().distinct().count() < keys.size()) {
            from.flaw("", "one key stands for two", "give each person a key of their own");
        }
        long minutes = from.has("confirmation-minutes") ? from.whole("confirmation-minutes", 1, 1440) : 30;
        return new Founding(
                from.text("title"),
                sides,
                facilitator,
                from.zones("zones"),
                Duration.ofMinutes(minutes),
                from.truth("paper-ratifies"),
                from.truth("incidents"));
    }

    private static Side side(Content from) {
        List<Person> people = from.each("principals", one -> new Person(one.text("office"), key(one)));
        long needs = from.has("needs") ? from.whole("needs", 1, Math.max(1, people.size())) : 1;
        if (people.isEmpty()) {
            from.flaw("principals", "names nobody", "name at least one office and its key");
        }
        return new Side(from.id("id"), from.text("name"), people, (int) needs);
    }

    private static Mandate mandate(Content from) {
        List<Right> rights = from.words("rights", Right.values());
        List<ClauseKind> kinds =
                from.has("kinds") ? from.words("kinds", ClauseKind.values()) : List.of(ClauseKind.values());
        return new Mandate(key(from), from.text("office"), rights, kinds, from.moment("until"));
    }

    private static AuthorKey key(Content from) {
        return from.key("key").orElse(NOBODY);
    }

    private static Bytes proof(Content from) {
        try {
            return Bytes.ofHex(from.text("proof"));
        } catch (Malformed e) {
            from.flaw("proof", e.getMessage(), "write hexadecimal digits");
            return Bytes.of(new byte[0]);
        }
    }

    private static Proposal proposal(Content from) {
        TextKind kind = from.word("kind", TextKind.values());
        List<Clause> clauses = clauses(from);
        if (clauses.isEmpty()) {
            from.flaw("clauses", "is empty", "write at least one clause");
        }
        return new Proposal(
                from.id("text"),
                kind,
                from.text("title"),
                clauses,
                from.findMoment("answer-by"),
                from.findId("replaces"),
                from.findId("meeting"),
                from.truth("announcement"));
    }

    private static List<Clause> clauses(Content from) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        from.each("clauses", one -> {
            Clause clause = Clause.read(one);
            if (clauses.putIfAbsent(clause.id(), clause) != null) {
                one.flaw("id", "is another clause's too: " + clause.id(), "give it a name of its own");
            }
            return clause;
        });
        return List.copyOf(clauses.values());
    }

    private static Map<String, ClauseAnswer> answers(Content from) {
        Map<String, ClauseAnswer> answers = new LinkedHashMap<>();
        from.each("clauses", one -> {
            String id = Answer.ALL.equals(one.findText("clause").orElse("")) ? Answer.ALL : one.id("clause");
            Stance stance = one.word("says", Stance.values());
            String condition = stance == Stance.CONDITIONAL ? one.text("if") : "";
            if (answers.putIfAbsent(id, new ClauseAnswer(stance, condition)) != null) {
                one.flaw("clause", "is answered twice: " + id, "keep one answer");
            }
            return id;
        });
        if (answers.isEmpty()) {
            from.flaw("clauses", "is empty", "answer at least one clause, or * for all");
        }
        return answers;
    }

    static Optional<Noted> noted(Content from) {
        return from.findOne(
                "noted",
                one -> new Noted(
                        one.id("party"),
                        one.text("by"),
                        one.word("means", Noted.Means.values()),
                        one.findHash("paper")));
    }

    static Optional<Relayed> relayed(Content from) {
        return from.findOne("relayed", one -> new Relayed(one.text("by"), one.text("means")));
    }

    private static Finding finding(Content from) {
        PlanFinding.Files files = from.one(
                "files",
                one -> new PlanFinding.Files(
                        one.hash("plan").toHex(),
                        one.hash("problem").toHex(),
                        one.hash("scenario").toHex(),
                        one.hash("network").toHex()));
        List<PlanFinding.JudgedClause> judged = from.each(
                "judged",
                one -> new PlanFinding.JudgedClause(
                        one.id("clause"), one.hash("wording").toHex()));
        if (judged.isEmpty()) {
            from.flaw("judged", "is empty", "name the clauses that were planned for");
        }
        PlanFinding finding = new PlanFinding(
                files,
                judged,
                from.one("expected", SaidReader::people),
                from.one("at-most", SaidReader::people),
                from.word("outcome", PlanFinding.Outcome.values()));
        return new Finding(from.id("text"), finding);
    }

    private static PlanFinding.PeopleRange people(Content from) {
        long low = from.whole("low", 0, Json.GREATEST);
        long high = from.whole("high", low, Json.GREATEST);
        return new PlanFinding.PeopleRange(low, Math.max(low, high));
    }

    private static @Nullable Said ofSealedWords(String type, Content from) {
        return switch (type) {
            case "recipient" -> recipient(from);
            case "erasure" -> new Erasure(from.hashes("entries"), from.text("ground"));
            case "erasure-consent" -> new ErasureConsent(from.hash("erasure"));
            case "erasure-done" -> new ErasureDone(from.hash("erasure"));
            default -> null;
        };
    }

    private static Recipient recipient(Content from) {
        String key = from.text("key");
        if (!Sealed.isRecipient(key)) {
            from.flaw("key", "is no age recipient", "write the public key of a recipient, which begins with age1");
        }
        return new Recipient(key);
    }
}
