package org.safeconduct.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Heard;
import org.safeconduct.accord.Point;
import org.safeconduct.accord.TalksView;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Words;
import org.safeconduct.terms.PlanFinding;

/** The state of the talks as {@code --json} prints it. */
record StateSummary(AccordView view, Optional<String> text, Instant at) {

    record Written(
            String format,
            String title,
            boolean founded,
            String at,
            long entries,
            long withheld,
            List<WrittenSaid> said,
            List<WrittenText> texts,
            List<SealLines.Written> sealed) {}

    /** Something said beside the texts; its words are those of the entry, as {@code record show} prints them. */
    record WrittenSaid(
            String type, String by, String party, String assurance, boolean inQuestion, String identity, long entry) {}

    record WrittenText(
            String id,
            String kind,
            String title,
            long number,
            String version,
            String standing,
            String asHeld,
            List<WrittenPoint> points,
            List<WrittenReply> replies,
            List<WrittenDecision> decisions,
            List<WrittenFinding> findings,
            String day,
            List<WrittenSegment> segments) {}

    /** What is to be done, about which clause or kind of clause, by whom; what does not apply is empty. */
    record WrittenPoint(String what, String about, String party, String detail) {}

    record WrittenReply(
            String clause,
            String party,
            String says,
            String condition,
            String assurance,
            boolean inQuestion,
            long entry) {}

    record WrittenDecision(
            String party, String office, String assurance, boolean counts, boolean inQuestion, long entry) {}

    record WrittenFinding(String outcome, PlanFinding finding, List<String> stale, long entry) {}

    record WrittenSegment(
            String segment,
            String confirmedBy,
            String state,
            String until,
            String suspendedBy,
            String reason,
            String relayedFor) {}

    Written written(List<SealLines.Written> sealed) {
        return new Written(
                "safeconduct-state/1",
                view.title(),
                view.isFounded(),
                at.toString(),
                view.entries(),
                view.withheld(),
                text.isEmpty() ? said(view.talks()) : List.of(),
                view.texts().stream()
                        .filter(one -> text.isEmpty() || text.get().equals(one.id()))
                        .map(StateSummary::written)
                        .toList(),
                sealed);
    }

    private static List<WrittenSaid> said(TalksView talks) {
        List<WrittenSaid> all = new ArrayList<>();
        add(all, "meeting", talks.meetings());
        add(all, "statement", talks.statements());
        add(all, "position", talks.positions());
        add(all, "undertaking", talks.undertakings());
        add(all, "outcome", talks.outcomes());
        add(all, "derivation", talks.derivations());
        talks.notices().forEach(one -> {
            add(all, "notice", List.of(one.notice()));
            add(all, "notice-step", one.steps());
        });
        add(all, "incident", talks.incidents());
        add(all, "claim", talks.claims());
        add(all, "assessment", talks.assessments());
        all.sort(Comparator.comparingLong(WrittenSaid::entry));
        return all;
    }

    private static void add(List<WrittenSaid> all, String type, List<? extends Heard<?>> some) {
        some.forEach(one -> all.add(new WrittenSaid(
                type,
                one.by(),
                one.party(),
                Words.of(one.assurance()),
                one.isInQuestion(),
                one.identity().toHex(),
                one.entry())));
    }

    private static WrittenText written(TextView text) {
        return new WrittenText(
                text.id(),
                Words.of(text.kind()),
                text.title(),
                text.number(),
                text.version().toHex(),
                Words.of(text.standing()),
                Words.of(text.asHeld()),
                text.points().stream().map(StateSummary::written).toList(),
                text.replies().stream()
                        .map(one -> new WrittenReply(
                                one.clause(),
                                one.party(),
                                Words.of(one.stance()),
                                one.condition(),
                                Words.of(one.assurance()),
                                one.isInQuestion(),
                                one.entry()))
                        .toList(),
                text.decisions().stream()
                        .map(one -> new WrittenDecision(
                                one.party(),
                                one.office(),
                                Words.of(one.assurance()),
                                one.isCounted(),
                                one.isInQuestion(),
                                one.entry()))
                        .toList(),
                text.findings().stream()
                        .map(one -> new WrittenFinding(
                                Words.of(one.finding().outcome()), one.finding(), one.stale(), one.entry()))
                        .toList(),
                Words.of(text.day()),
                text.segments().stream()
                        .map(one -> new WrittenSegment(
                                one.segment(),
                                one.confirmedBy(),
                                Words.of(one.state()),
                                one.until().map(Instant::toString).orElse(""),
                                one.suspendedBy(),
                                one.reason(),
                                one.relayedFor()))
                        .toList());
    }

    private static WrittenPoint written(Point point) {
        return switch (point) {
            case Point.ToFill one -> new WrittenPoint("fill", Words.of(one.kind()), "", "");
            case Point.ToFillOrLeaveOpen one -> new WrittenPoint("fill or leave open", Words.of(one.kind()), "", "");
            case Point.NotShared one ->
                new WrittenPoint("not shared", one.clause().id(), one.party(), "");
            case Point.ToAnswer one -> new WrittenPoint("answer", one.clause().id(), one.party(), "");
            case Point.Differs one ->
                new WrittenPoint(
                        "settle", one.clause().id(), one.party(), said(Words.of(one.stance()), one.condition()));
            case Point.InPrincipleOnly one ->
                new WrittenPoint("bind", one.clause().id(), one.party(), Words.of(one.why()));
            case Point.ToDecide one ->
                new WrittenPoint(
                        "decide",
                        "",
                        one.party(),
                        one.has() + " of " + one.needs() + ": " + String.join(", ", one.offices()));
        };
    }

    private static String said(String stance, String condition) {
        return condition.isEmpty() ? stance : stance + ": " + condition;
    }
}
