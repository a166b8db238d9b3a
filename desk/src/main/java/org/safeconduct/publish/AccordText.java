package org.safeconduct.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Assurance;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.Point;
import org.safeconduct.accord.Standing;
import org.safeconduct.accord.TalksView;
import org.safeconduct.accord.TextView;
import org.safeconduct.agree.TextPlaces;
import org.safeconduct.terms.PlanFinding;

/** The state of the talks for a terminal: where each text stands, what is still to settle, whose decision is missing. */
public final class AccordText {
    private static final int NARROWEST = 40;
    private static final String INDENT = "    ";

    private final AccordView view;
    private final Instant at;
    private final int width;
    private final ClauseWords words;
    private final List<String> lines = new ArrayList<>();

    private AccordText(AccordView view, Instant at, int width) {
        this.view = view;
        this.words = new ClauseWords(view.zones());
        this.at = at;
        this.width = Math.max(NARROWEST, width);
    }

    /** All texts, or one of them, with everything that is known of it. */
    public static String state(AccordView view, Optional<String> text, Instant at, int width) {
        AccordText out = new AccordText(view, at, width);
        out.head();
        if (text.isEmpty()) {
            out.talks(view.talks());
        }
        out.listTexts(text).forEach(out::whole);
        return out.end();
    }

    /**
     * What is new in a record.
     *
     * @param since the entry from which on it is
     * @param texts by id, of which it is told how they stand now
     */
    public record News(long since, Set<String> texts) {
        public News {
            texts = Set.copyOf(texts);
        }
    }

    /** What is new, for whoever has followed the talks so far: without the texts' clauses, and without head and end. */
    public static String news(AccordView view, News news, Instant at, int width) {
        AccordText out = new AccordText(view, at, width);
        if (news.since() == 0) {
            out.head();
        } else {
            out.wrap(out.asOf());
        }
        out.talks(TalksSince.of(view.talks(), news.since()));
        view.texts().stream().filter(one -> news.texts().contains(one.id())).forEach(out::brief);
        return String.join("\n", out.lines) + "\n";
    }

    private void talks(TalksView talks) {
        for (TalksText.Line line : TalksText.of(talks, words)) {
            switch (line.depth()) {
                case 0 -> {
                    lines.add("");
                    wrap(line.text());
                }
                case 1 -> item(line.text());
                default -> inside(line.text(), INDENT + "  ".repeat(line.depth() - 2));
            }
        }
    }

    /** Only what is still to settle. */
    public static String points(AccordView view, Optional<String> text, Instant at, int width) {
        AccordText out = new AccordText(view, at, width);
        out.head();
        for (TextView one : out.listTexts(text)) {
            out.title(one);
            out.points(one);
        }
        return out.end();
    }

    private List<TextView> listTexts(Optional<String> text) {
        return view.texts().stream()
                .filter(one -> text.isEmpty() || one.id().equals(text.get()))
                .toList();
    }

    private void head() {
        wrap(view.title().isEmpty() ? say("accord.unfounded") : view.title());
        wrap(asOf());
        view.parties().forEach((id, name) -> wrap(say("accord.party", id, name)));
        if (!view.title().isEmpty() && !view.isFounded()) {
            wrap(say("accord.awaited", String.join(", ", view.awaited())));
        }
        if (view.withheld() > 0) {
            wrap(count("accord.withheld", view.withheld()));
        }
    }

    private String asOf() {
        return say("accord.as-of", moments(at), count("accord.entries", view.entries()));
    }

    /** What none of this says; it stands under everything that is shown. */
    static List<String> caveats(ClauseWords words) {
        return List.of(words.say("accord.not"), words.say("without-prejudice"));
    }

    private String end() {
        lines.add("");
        caveats(words).forEach(this::wrap);
        return String.join("\n", lines) + "\n";
    }

    private void title(TextView text) {
        lines.add("");
        wrap(say("accord.title", text.id(), text.title(), word("accord.kind", text.kind()), text.number()));
        wrap(say("accord.proposed", text.proposedBy()));
        wrap(standing(text));
    }

    private String standing(TextView text) {
        String standing = word("accord.standing", text.standing());
        return text.standing() == text.asHeld()
                ? standing
                : say("accord.as-held", standing, word("accord.standing", text.asHeld()));
    }

    private void whole(TextView text) {
        title(text);
        text.findings().forEach(one -> wrap(finding(one)));
        text.answerBy().ifPresent(by -> wrap(say("accord.answer-by", moments(by))));
        lines.add("");
        text.clauses().forEach(clause -> clause(text, clause));
        text.decisions().forEach(this::decision);
        points(text);
        onTheDay(text);
    }

    /** An announcement is on its way to nothing: that much is left open in it need not be told. */
    private void brief(TextView text) {
        title(text);
        if (text.standing() != Standing.UNILATERAL) {
            text.decisions().forEach(this::decision);
            fewPoints(text);
        }
        onTheDay(text);
    }

    private void onTheDay(TextView text) {
        if (!text.segments().isEmpty() && text.standing().isAgreed()) {
            day(text);
        }
        if (text.standing().isAgreed()) {
            wrap(TalksText.guarantee(view.talks(), text.id(), words));
        }
        text.observations().forEach(this::seen);
    }

    private void seen(TextView.Seen seen) {
        String key = seen.isMoving() ? "accord.seen.moving" : "accord.seen";
        item(say(key, moments(seen.at()), seen.by(), seen.saw(), String.join(", ", seen.segments())));
        seen.counts().forEach(count -> inside(TalksText.count(count, words)));
    }

    private String finding(TextView.FoundByPlanning found) {
        PlanFinding finding = found.finding();
        String judged =
                finding.judged().stream().map(PlanFinding.JudgedClause::clause).collect(Collectors.joining(", "));
        String key = switch (finding.outcome()) {
            case CANNOT -> "accord.finding.cannot";
            case NOT_RULED_OUT -> "accord.finding.not-ruled-out";
        };
        String text = say(key, judged, range(finding.atMost()), range(finding.expected()), found.by());
        return found.stale().isEmpty()
                ? text
                : text + " " + say("accord.finding.stale", String.join(", ", found.stale()));
    }

    private static String range(PlanFinding.PeopleRange people) {
        return people.low() == people.high()
                ? "%,d".formatted(people.low())
                : "%,d–%,d".formatted(people.low(), people.high());
    }

    private void clause(TextView text, Clause clause) {
        item(say("accord.clause", clause.id(), words.kind(clause.kind()), words.matter(clause)));
        TextPlaces.list(List.of(clause))
                .forEach(place -> inside(say("accord.place", place.name(), DoubtWords.position(place))));
        for (TextView.ClauseReply reply : text.replies()) {
            if (reply.clause().equals(clause.id())) {
                inside(say(
                        "accord.reply",
                        reply.party(),
                        word("accord.stance", reply.stance()) + condition(reply.condition()),
                        assurance(reply.assurance(), reply.isInQuestion())));
            }
        }
    }

    private String condition(String condition) {
        return condition.isEmpty() ? "" : ": " + condition;
    }

    private void decision(TextView.Decision one) {
        String key = one.isCounted() ? "accord.decision" : "accord.decision.not-counted";
        item(say(key, one.party(), one.office(), assurance(one.assurance(), one.isInQuestion())));
    }

    private String assurance(Assurance assurance, boolean isInQuestion) {
        String words = word("accord.assurance", assurance);
        return isInQuestion ? words + "; " + say("accord.in-question") : words;
    }

    private void points(TextView text) {
        lines.add("");
        if (text.points().isEmpty()) {
            wrap(say(text.standing().isAgreed() ? "accord.settled" : "accord.nothing-of-yours"));
            return;
        }
        wrap(count("accord.points", text.points().size()));
        text.points().forEach(point -> item(point(point)));
    }

    /** As {@link #points}, with what may be left open, and what is not answered, in one line each. */
    private void fewPoints(TextView text) {
        List<Point> single = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Map<String, List<String>> unanswered = new LinkedHashMap<>();
        for (Point point : text.points()) {
            switch (point) {
                case Point.ToFillOrLeaveOpen one -> open.add(words.kind(one.kind()));
                case Point.ToAnswer one ->
                    unanswered
                            .computeIfAbsent(one.clause().id(), _ -> new ArrayList<>())
                            .add(one.party());
                case Point.ToFill _, Point.NotShared _, Point.Differs _, Point.InPrincipleOnly _, Point.ToDecide _ ->
                    single.add(point);
            }
        }
        if (open.isEmpty() && unanswered.isEmpty()) {
            points(text);
            return;
        }
        lines.add("");
        wrap(count("accord.points", text.points().size()));
        single.stream().filter(Point.ToFill.class::isInstance).forEach(one -> item(point(one)));
        if (!open.isEmpty()) {
            item(say("accord.points.open", String.join(", ", open)));
        }
        if (!unanswered.isEmpty()) {
            item(say(
                    "accord.points.unanswered",
                    unanswered.entrySet().stream()
                            .map(one -> say("accord.points.by", one.getKey(), String.join(", ", one.getValue())))
                            .collect(Collectors.joining("; "))));
        }
        single.stream().filter(one -> !(one instanceof Point.ToFill)).forEach(one -> item(point(one)));
    }

    private String point(Point point) {
        return switch (point) {
            case Point.ToFill one -> say("accord.point.fill", words.kind(one.kind()));
            case Point.ToFillOrLeaveOpen one -> say("accord.point.fill-or-leave", words.kind(one.kind()));
            case Point.NotShared one ->
                say("accord.point.not-shared", one.party(), one.clause().id());
            case Point.ToAnswer one ->
                say("accord.point.answer", one.party(), one.clause().id());
            case Point.Differs one ->
                say(
                        "accord.point.differs",
                        one.party(),
                        one.clause().id(),
                        word("accord.stance", one.stance()) + condition(one.condition()));
            case Point.InPrincipleOnly one ->
                say("accord.point.in-principle", one.party(), one.clause().id(), word("accord.why", one.why()));
            case Point.ToDecide one ->
                say("accord.point.decide", one.party(), one.has(), one.needs(), String.join(", ", one.offices()));
        };
    }

    private void day(TextView text) {
        lines.add("");
        wrap(say("accord.day", word("accord.corridor", text.day())));
        text.segments().forEach(one -> item(segment(one)));
    }

    private String segment(TextView.SegmentView one) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                say("accord.segment", one.segment(), word("accord.segment-state", one.state()), one.confirmedBy()));
        one.until()
                .map(until -> say(until.isAfter(at) ? "accord.segment.until" : "accord.segment.lapsed", moments(until)))
                .ifPresent(sentences::add);
        if (one.isCleared()) {
            sentences.add(say("accord.segment.cleared"));
        }
        if (one.isOrderKnown()) {
            sentences.add(say("accord.segment.order"));
        }
        if (!one.suspendedBy().isEmpty()) {
            sentences.add(say("accord.segment.reason", one.suspendedBy(), one.reason()));
        }
        if (!one.relayedFor().isEmpty()) {
            sentences.add(say("accord.segment.relayed", one.relayedFor()));
        }
        return String.join(" ", sentences);
    }

    private String count(String key, long number) {
        return words.messages().count(key, number, "%,d".formatted(number));
    }

    private String say(String key, Object... values) {
        return words.say(key, values);
    }

    private String word(String key, Enum<?> constant) {
        return words.word(key, constant);
    }

    private String moments(Instant moment) {
        return words.moments(moment);
    }

    /** Under an item. */
    private void inside(String text) {
        inside(text, INDENT);
    }

    private void inside(String text, String indent) {
        Lines.wrap(Plain.of(text), width - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private void item(String text) {
        wrap("- " + text);
    }

    private void wrap(String text) {
        lines.addAll(Lines.wrap(Plain.of(text), width));
    }
}
