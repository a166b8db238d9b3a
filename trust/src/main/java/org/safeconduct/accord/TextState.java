package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.PlanFinding;

/** A text with all that was said of it, clause by clause. Not for several threads. */
final class TextState {

    /**
     * What a party last said of a clause.
     *
     * @param binds whether whoever said it may bind the party to such a clause
     * @param until when the right to say so ended; empty if it did not
     * @param by the key that signed
     * @param index of the entry
     */
    record Reply(
            Stance stance,
            String condition,
            boolean binds,
            Assurance assurance,
            Optional<Instant> until,
            Label label,
            AuthorKey by,
            long index) {}

    /** One decision; {@code office} is who took it, {@code by} the key that signed. */
    record Ratified(String party, String office, Assurance assurance, AuthorKey by, long index) {
        boolean isOf(Ratified other) {
            return party.equals(other.party()) && office.equals(other.office());
        }
    }

    /** A finding of planning, and where it was said. */
    record Judged(PlanFinding finding, String by, long index) {}

    private static final int MOST_SHOWN = 5; // the record has them all

    private final Said.Proposal proposal;
    private final String proposedBy;
    private final Label label;
    private final long index;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, Map<String, Reply>> answers = new HashMap<>(); // by clause, by party
    private final List<Ratified> ratified = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private final Map<String, Long> fulfilled = new HashMap<>();
    private final Day day = new Day();
    private int number = 1;
    private Hash version;
    private Optional<String> withdrawn = Optional.empty();

    TextState(Said.Proposal proposal, Turn turn) {
        this.proposal = proposal;
        this.proposedBy = turn.side();
        this.label = turn.labelFor(proposedBy, Assurance.OWN_KEY);
        this.index = turn.index();
        proposal.clauses().forEach(clause -> clauses.put(clause.id(), clause));
        this.version = versionNow();
    }

    /** What is signed when a version is answered or ratified: its number, and the hash of each wording. */
    private Hash versionNow() {
        Map<String, Json> wordings = new TreeMap<>();
        clauses.forEach(
                (id, clause) -> wordings.put(id, new Json.Text(clause.wording().toHex())));
        return Hash.of(CanonicalJson.write(Json.Members.of(Map.of(
                "clauses", Json.Members.of(wordings),
                "number", new Json.Whole(number),
                "text", new Json.Text(proposal.text())))));
    }

    Said.Proposal proposal() {
        return proposal;
    }

    String proposedBy() {
        return proposedBy;
    }

    Label label() {
        return label;
    }

    long index() {
        return index;
    }

    /** 1, and one more with each amendment. */
    int number() {
        return number;
    }

    Hash version() {
        return version;
    }

    Optional<String> withdrawn() {
        return withdrawn;
    }

    Day day() {
        return day;
    }

    List<Clause> listClauses() {
        return List.copyOf(clauses.values());
    }

    Optional<Clause> findClause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    /** The segments of the route, as it stands now. */
    List<Clause.Leg> listLegs() {
        return clauses.values().stream()
                .flatMap(clause -> clause.legs().stream())
                .toList();
    }

    boolean isFilled(ClauseKind kind) {
        return clauses.values().stream().anyMatch(clause -> clause.kind() == kind && clause.isFilled());
    }

    /** Clauses that a finding speaks of and that have another wording now, or are gone. */
    List<String> listStale(PlanFinding finding) {
        return finding.judged().stream()
                .filter(judged -> findClause(judged.clause())
                        .filter(clause -> clause.wording().toHex().equals(judged.wording()))
                        .isEmpty())
                .map(PlanFinding.JudgedClause::clause)
                .toList();
    }

    /** Puts clauses in and takes others out. What was said of a clause stands only if its wording stays. */
    void amend(List<Clause> put, List<String> dropped) {
        for (String id : dropped) {
            Optional.ofNullable(clauses.remove(id)).ifPresent(this::forget);
        }
        for (Clause clause : put) {
            Clause before = clauses.put(clause.id(), clause);
            if (before != null && !before.wording().equals(clause.wording())) {
                forget(before);
            }
        }
        number++;
        version = versionNow();
        ratified.clear(); // whoever decided, decided about another version
        day.end(); // what was opened was another version too
    }

    /** What was said of a clause was said of this wording: answers, fulfilments, confirmations. */
    private void forget(Clause before) {
        answers.remove(before.id());
        if (before.matter() instanceof Clause.Conditions all) {
            all.conditions().forEach(one -> fulfilled.remove(one.id()));
        }
        before.legs().forEach(leg -> day.forget(leg.id()));
    }

    void withdraw(String reason) {
        withdrawn = Optional.of(reason);
        day.end();
    }

    void answer(String clause, String party, Reply said) {
        answers.computeIfAbsent(clause, _ -> new HashMap<>()).put(party, said);
    }

    /** What a party said of a clause in the wording that it has now. */
    Optional<Reply> findAnswer(Clause clause, String party) {
        return Optional.ofNullable(answers.getOrDefault(clause.id(), Map.of()).get(party));
    }

    /** One decision for each office: what is said again with an own key takes the place of what was noted. */
    void ratify(Ratified one) {
        ratified.removeIf(before -> before.isOf(one) && before.assurance().compareTo(one.assurance()) > 0);
        if (ratified.stream().noneMatch(before -> before.isOf(one))) {
            ratified.add(one);
        }
    }

    /** Decisions on the version as it stands now. */
    List<Ratified> listRatified(String party) {
        return ratified.stream().filter(one -> one.party().equals(party)).toList();
    }

    void judge(Judged finding) {
        judged.add(finding);
        if (judged.size() > MOST_SHOWN) {
            judged.removeFirst();
        }
    }

    /** The last ones. */
    List<Judged> listJudged() {
        return List.copyOf(judged);
    }

    void fulfil(String condition, long at) {
        fulfilled.putIfAbsent(condition, at);
    }

    /** The entry that says that a condition is fulfilled. */
    Optional<Long> findFulfilled(String condition) {
        return Optional.ofNullable(fulfilled.get(condition));
    }

    List<Clause.Condition> listConditions() {
        return clauses.values().stream()
                .map(Clause::matter)
                .filter(Clause.Conditions.class::isInstance)
                .flatMap(matter -> ((Clause.Conditions) matter).conditions().stream())
                .toList();
    }
}
