package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.safeconduct.accord.Attribution;
import org.safeconduct.accord.Claimed;
import org.safeconduct.accord.Count;
import org.safeconduct.accord.Derived;
import org.safeconduct.accord.Heard;
import org.safeconduct.accord.Notified;
import org.safeconduct.accord.Talked;
import org.safeconduct.accord.TalksView;
import org.safeconduct.terms.Place;

/** What was said beside the texts, in lines: who met, who said what, where each stands, what was notified and claimed. */
final class TalksText {

    /** A line; {@code depth} 0 is a heading, 1 an item, 2 what belongs to an item, 3 what belongs to that. */
    record Line(int depth, String text) {}

    private final TalksView talks;
    private final ClauseWords words;
    private final List<Line> lines = new ArrayList<>();

    private TalksText(TalksView talks, ClauseWords words) {
        this.talks = talks;
        this.words = words;
    }

    static List<Line> of(TalksView talks, ClauseWords words) {
        TalksText text = new TalksText(talks, words);
        text.meetings();
        text.items();
        text.section("talks.statements", talks.statements(), text::statement);
        text.section("talks.undertakings", talks.undertakings(), text::undertaking);
        text.section("talks.notices", talks.notices(), text::notice);
        text.section("talks.incidents", talks.incidents(), text::incident);
        text.section("talks.derivations", talks.derivations(), text::derivation);
        return text.lines;
    }

    /** Who guarantees a text; nobody, unless somebody said so. */
    static String guarantee(TalksView talks, String text, ClauseWords words) {
        String by = talks.undertakings().stream()
                .filter(one -> one.said().guarantees().equals(text))
                .map(one -> words.say("talks.by", one.party(), assurance(one, words)))
                .collect(Collectors.joining("; "));
        return by.isEmpty() ? words.say("talks.guaranteed-by-nobody") : words.say("talks.guaranteed", by);
    }

    private <T> void section(String key, List<T> all, Consumer<T> each) {
        if (!all.isEmpty()) {
            line(0, words.say(key));
            all.forEach(each);
        }
    }

    private void meetings() {
        section("talks.meetings", talks.meetings(), one -> {
            Talked.Meeting meeting = one.said();
            line(1, words.say("talks.meeting", meeting.id(), words.moments(meeting.at()), meeting.place()));
            meeting.present().forEach(who -> line(2, party(who.office(), who.party())));
        });
    }

    /** Each item of an agenda with where each party stands, as it last said; what it said before stands beside it. */
    private void items() {
        Map<String, Talked.Item> items = new LinkedHashMap<>();
        talks.meetings().forEach(one -> one.said().agenda().forEach(item -> items.put(item.id(), item)));
        section("talks.items", List.copyOf(items.values()), item -> {
            line(1, words.say("talks.item", item.id(), said(item.says())));
            List<Heard<Talked.Position>> of = talks.positions().stream()
                    .filter(one -> one.said().item().equals(item.id()))
                    .toList();
            of.forEach(one -> position(one, of));
            if (of.isEmpty()) {
                line(2, words.say("talks.no-position"));
            }
        });
    }

    private void position(Heard<Talked.Position> one, List<Heard<Talked.Position>> all) {
        String view = words.word("talks.view", one.said().view())
                + (one.said().condition().isEmpty() ? "" : ": " + one.said().condition());
        Optional<Heard<Talked.Position>> later = all.stream()
                .filter(other -> other.party().equals(one.party()) && other.entry() > one.entry())
                .findFirst();
        String line = words.say("accord.reply", one.party(), view, assurance(one, words));
        line(
                2,
                later.isEmpty()
                        ? line
                        : line + " " + words.say("talks.later", later.get().entry()));
    }

    private void statement(Heard<Talked.Statement> one) {
        Talked.Statement statement = one.said();
        String at =
                statement.at().map(words::moments).map(moment -> moment + ": ").orElse("");
        line(1, at + words.say("talks.said", chain(statement.by(), one.by()), said(statement.says())));
        source(2, statement.by());
        statement.counts().forEach(count -> line(2, count(count)));
    }

    /** Who said it, the nearest first: outlet, speaker, the party whose view is reported. */
    private String chain(Attribution by, String author) {
        return by.chain().isEmpty()
                ? author
                : by.chain().stream()
                        .map(link -> words.say(
                                "talks.link", words.word("talks.role", link.role()), party(link.name(), link.party())))
                        .collect(Collectors.joining(" ► "));
    }

    private void source(int depth, Attribution by) {
        by.source()
                .ifPresent(source -> line(
                        depth,
                        words.say("talks.source", source.title())
                                + (source.address().isEmpty() ? "" : ", " + source.address())
                                + source.at()
                                        .map(at -> ", " + words.moments(at))
                                        .orElse("")));
    }

    private String count(Count count) {
        return count(count, words);
    }

    static String count(Count count, ClauseWords words) {
        List<String> scope = new ArrayList<>();
        scope.add(words.word("talks.count", count.what()));
        if (!count.from().isEmpty()) {
            scope.add(words.say("talks.count.from", count.from()));
        }
        count.asOf().ifPresent(at -> scope.add(words.say("talks.count.as-of", words.moments(at))));
        if (!count.accordingTo().isEmpty()) {
            scope.add(words.say("talks.count.according-to", count.accordingTo()));
        }
        return range(count.low(), count.high()) + " " + count.who() + ", " + String.join(", ", scope);
    }

    private static String range(long low, long high) {
        return low == high ? "%,d".formatted(low) : "%,d–%,d".formatted(low, high);
    }

    private void undertaking(Heard<Talked.Undertaking> one) {
        Talked.Undertaking undertaking = one.said();
        String by = undertaking
                .by()
                .map(at -> " " + words.say("talks.until", words.moments(at)))
                .orElse("");
        line(
                1,
                words.say(
                                "talks.undertaking",
                                undertaking.id(),
                                one.party(),
                                said(undertaking.says()),
                                assurance(one, words))
                        + by);
        talks.outcomes().stream()
                .filter(outcome -> outcome.said().undertaking().equals(undertaking.id()))
                .forEach(outcome -> line(
                        2,
                        words.say(
                                "talks.outcome",
                                outcome.by(),
                                words.word("talks.became", outcome.said().became()),
                                outcome.said().saw(),
                                words.moments(outcome.said().at()))));
    }

    private void notice(TalksView.NoticeView one) {
        Notified.Notice notice = one.notice().said();
        line(
                1,
                words.say(
                        "talks.notice",
                        notice.id(),
                        one.number(),
                        words.word("talks.kind", notice.kind()),
                        notice.organisation(),
                        said(notice.says())));
        line(2, words.say(one.hasLapsed() ? "talks.lapsed" : "talks.in-force", words.moments(notice.until())));
        notice.windows()
                .forEach(window ->
                        line(2, words.say("accord.hours", words.moments(window.from()), words.moments(window.to()))));
        notice.places().forEach(place -> line(2, pinned(place)));
        notice.people().ifPresent(people -> line(2, words.say("talks.people", "%,d".formatted(people))));
        line(2, words.say("talks.contact", notice.contact()));
        notice.to().forEach(to -> line(2, words.say("talks.to", to, steps(one, to))));
        notice.leftOut().forEach(out -> line(2, words.say("talks.left-out", out.party(), out.why())));
    }

    private String steps(TalksView.NoticeView notice, String to) {
        String steps = notice.steps().stream()
                .filter(step -> step.said().to().isEmpty() || step.said().to().equals(to))
                .map(step -> words.say(
                                "talks.step",
                                words.word("talks.notice", step.said().became()),
                                words.moments(step.said().at()),
                                assurance(step, words))
                        + (step.said().says().isEmpty()
                                ? ""
                                : ": " + step.said().says()))
                .collect(Collectors.joining("; "));
        return steps.isEmpty() ? words.say("talks.no-step") : steps;
    }

    private void incident(Heard<Claimed.Incident> one) {
        Claimed.Incident incident = one.said();
        line(1, words.say("talks.incident", incident.id(), said(incident.title()), words.moments(incident.from())));
        incident.where().forEach(place -> line(2, pinned(place)));
        line(
                2,
                incident.notice()
                        .map(notice -> words.say(
                                "talks.notice-then",
                                notice.log(),
                                notice.entry().toHex()))
                        .orElseGet(() -> words.say("talks.no-notice-then")));
        talks.claims().stream()
                .filter(claim -> claim.said().incident().equals(incident.id()))
                .forEach(this::claim);
        talks.assessments().stream()
                .filter(of -> of.said().incident().equals(incident.id()))
                .forEach(this::assessment);
    }

    private void claim(Heard<Claimed.Claim> one) {
        Claimed.Claim claim = one.said();
        line(2, words.say("talks.claim", chain(claim.by(), one.by()), said(claim.asserts())));
        source(3, claim.by());
        claim.counts().forEach(count -> line(3, count(count)));
        claim.evidence()
                .forEach(evidence -> line(
                        3,
                        words.say(
                                "talks.evidence",
                                evidence.says(),
                                evidence.file().toHex(),
                                evidence.custody().stream()
                                        .map(Claimed.Custody::holder)
                                        .collect(Collectors.joining(" ► ")))));
    }

    private void assessment(Heard<Claimed.Assessment> one) {
        line(
                2,
                words.say(
                        "talks.assessment",
                        one.said().assessor(),
                        words.word("talks.found", one.said().found()),
                        said(one.said().says())));
        source(3, one.said().by());
    }

    private void derivation(Heard<Derived> one) {
        Derived derived = one.said();
        StringBuilder sum = new StringBuilder();
        for (Derived.Figure term : derived.terms()) {
            sum.append(term.isTakenAway() ? " − " : sum.isEmpty() ? "" : " + ");
            sum.append(range(term.count().low(), term.count().high()));
        }
        line(
                1,
                words.say(
                        "talks.derivation", sum, range(derived.low(), derived.high()), said(derived.says()), one.by()));
        derived.terms().forEach(term -> line(2, count(term.count())));
    }

    private static String pinned(Place place) {
        return place.name() + ": " + DoubtWords.position(place);
    }

    private String party(String name, String party) {
        return party.isEmpty() ? name : words.say("talks.of-party", name, party);
    }

    private static String said(Map<String, String> says) {
        return String.join(" / ", says.values());
    }

    private static String assurance(Heard<?> one, ClauseWords words) {
        String text = words.word("accord.assurance", one.assurance());
        return one.isInQuestion() ? text + "; " + words.say("accord.in-question") : text;
    }

    private void line(int depth, String text) {
        lines.add(new Line(depth, text));
    }
}
