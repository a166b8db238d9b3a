package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;

/**
 * Whether the west road is agreed, worked out by reading everything that was ever said, each time anew.
 *
 * <p>Slow and plain: for every clause and party it looks through all entries from the last to the first.
 */
final class SlowReading {
    private static final String FIRST_AID = "Two trucks with water, at ten"; // as Talks.FIVE proposes it

    private final List<Entry> taken = new ArrayList<>();

    void add(Entry entry, Effect effect) {
        if (effect instanceof Effect.Taken) {
            taken.add(entry);
        }
    }

    boolean isAgreed(List<Clause> clauses, Hash version) {
        for (String party : List.of("a", "b")) {
            for (Clause clause : clauses) {
                if (!isAcceptedBy(party, clause)) {
                    return false;
                }
            }
            String principal = party.equals("a") ? "anna" : "boris";
            if (taken.stream().noneMatch(entry -> isDecision(entry, principal, version))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecision(Entry entry, String principal, Hash version) {
        return entry.body().type().equals("ratification")
                && entry.body().author().equals(Talks.key(principal))
                && entry.body().content().find("noted").isEmpty()
                && text(entry.body().content(), "version").equals(version.toHex());
    }

    /** Looks back for the last answer of the party to this clause since it got this wording. */
    private boolean isAcceptedBy(String party, Clause clause) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            Entry entry = taken.get(i);
            if (changes(entry, clause.id())) {
                return isSameWording(entry, clause) && isAcceptedBefore(i, party, clause);
            }
            Optional<Boolean> said = answer(i, party, clause.id());
            if (said.isPresent()) {
                return said.get();
            }
        }
        return false;
    }

    /** A clause that was put in again word for word is the same clause: what was said before stands. */
    private boolean isAcceptedBefore(int end, String party, Clause clause) {
        SlowReading before = new SlowReading();
        before.taken.addAll(taken.subList(0, end));
        return before.isAcceptedBy(party, clause) && before.hasWording(clause);
    }

    private boolean hasWording(Clause clause) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            if (changes(taken.get(i), clause.id())) {
                return isSameWording(taken.get(i), clause);
            }
        }
        return clause.kind() != ClauseKind.AID_IN || said(clause).equals(FIRST_AID);
    }

    private static boolean changes(Entry entry, String clause) {
        return entry.body().type().equals("amendment") && find(entry, clause).isPresent();
    }

    private static boolean isSameWording(Entry entry, Clause clause) {
        return find(entry, clause.id()).orElseThrow().equals(said(clause));
    }

    /** What the aid clause says in English: the only words that change in these talks. */
    private static String said(Clause clause) {
        return clause.says().getOrDefault("en", "");
    }

    private static Optional<String> find(Entry entry, String clause) {
        Json.Items clauses = (Json.Items) entry.body().content().find("clauses").orElseThrow();
        return clauses.values().stream()
                .map(Json.Members.class::cast)
                .filter(one -> text(one, "id").equals(clause))
                .map(one -> text((Json.Members) one.find("says").orElseThrow(), "en"))
                .findFirst();
    }

    private Optional<Boolean> answer(int at, String party, String clause) {
        Entry entry = taken.get(at);
        if (!entry.body().type().equals("answer")) {
            return Optional.empty();
        }
        boolean isNoted = entry.body().content().find("noted").isPresent();
        String side = isNoted ? "a" : sideOf(at, entry.body().author());
        if (!side.equals(party)) {
            return Optional.empty();
        }
        Json.Items clauses = (Json.Items) entry.body().content().find("clauses").orElseThrow();
        for (Json one : clauses.values()) {
            String about = text((Json.Members) one, "clause");
            if (about.equals("*") || about.equals(clause)) {
                String says = text((Json.Members) one, "says");
                return Optional.of(!isNoted
                        && says.equals("accepted")
                        && mayAccept(at, entry.body().author()));
            }
        }
        return Optional.empty();
    }

    private String sideOf(int at, AuthorKey author) {
        if (author.equals(Talks.key("anna"))) {
            return "a";
        }
        if (author.equals(Talks.key("boris"))) {
            return "b";
        }
        return mandate(at, author).map(Delegate::side).orElse("");
    }

    private boolean mayAccept(int at, AuthorKey author) {
        boolean isPrincipal = author.equals(Talks.key("anna")) || author.equals(Talks.key("boris"));
        return isPrincipal
                || mandate(at, author)
                        .filter(one -> one.right().equals("accept"))
                        .isPresent();
    }

    /** For whom a delegate speaks, and the one right it has. */
    private record Delegate(String side, String right) {}

    /** The last mandate that was given to a key before. */
    private Optional<Delegate> mandate(int at, AuthorKey author) {
        for (int i = at - 1; i >= 0; i--) {
            Entry entry = taken.get(i);
            Json.Members content = entry.body().content();
            if (entry.body().type().equals("mandate") && text(content, "key").equals(author.toHex())) {
                Json.Items rights = (Json.Items) content.find("rights").orElseThrow();
                String side = entry.body().author().equals(Talks.key("anna")) ? "a" : "b";
                return Optional.of(
                        new Delegate(side, ((Json.Text) rights.values().getFirst()).value()));
            }
        }
        return Optional.empty();
    }

    private static String text(Json.Members all, String name) {
        return all.find(name).orElse(new Json.Nothing()) instanceof Json.Text text ? text.value() : "";
    }
}
