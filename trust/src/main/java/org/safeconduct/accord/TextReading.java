package org.safeconduct.accord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeconduct.terms.Label;

/** Works out how one text stands, for one reader at one moment. */
final class TextReading {
    private final AccordView.Held held;
    private final Viewpoint from;
    private final TextState text;
    private final List<Point> settling; // what is to be settled before anybody can decide
    private final boolean isDecided;

    TextReading(AccordView.Held held, Viewpoint from, TextState text) {
        this.held = held;
        this.from = from;
        this.text = text;
        this.settling = new ArrayList<>(kindPoints());
        this.settling.addAll(clausePoints());
        this.isDecided = isDecided();
    }

    /** The text whose place this one has taken. */
    Optional<String> findReplaced() {
        return text.proposal()
                .replaces()
                .filter(_ -> held.withheld() == 0 && standing().isAgreed());
    }

    /** How it stands; {@code replaced} are ids of texts whose place others have taken. */
    TextView read(Set<String> replaced) {
        Standing asHeld = replaced.contains(text.proposal().text()) ? Standing.SUPERSEDED : standing();
        return new TextView(
                text.proposal().text(),
                text.proposal().kind(),
                text.proposal().title(),
                text.proposedBy(),
                text.number(),
                text.version(),
                held.withheld() > 0 ? Standing.UNKNOWN : asHeld,
                asHeld,
                text.listClauses(),
                points(),
                replies(),
                decisions(),
                findings(),
                text.proposal().answerBy(),
                text.proposal().replaces(),
                day(),
                segments(),
                text.day().listObserved().stream().map(Day.Observed::seen).toList());
    }

    /** Whether the text itself is for this reader. */
    boolean isShown() {
        Label label = held.released().contains(text.index()) ? Label.PARTIES : text.label();
        return from.sees(text.proposedBy(), label);
    }

    private Standing standing() {
        if (text.withdrawn().isPresent()) {
            return Standing.WITHDRAWN;
        }
        if (text.proposal().isAnnouncement()) {
            return Standing.UNILATERAL;
        }
        if (isDecided) {
            return isDisputed()
                    ? Standing.DISPUTED_IN_TIME
                    : areConditionsFulfilled() ? Standing.CONDITIONS_FULFILLED : Standing.AGREED;
        }
        if (isTurnedDown()) {
            return Standing.NOT_ACCEPTED;
        }
        if (text.proposal().answerBy().filter(by -> from.at().isAfter(by)).isPresent()) {
            return Standing.EXPIRED;
        }
        return isInPrinciple() ? Standing.IN_PRINCIPLE : Standing.PROPOSED;
    }

    /** Every point settled and every decision taken, as far as this reader sees. */
    private boolean isDecided() {
        return settling.isEmpty()
                && held.roster().listParties().stream()
                        .allMatch(side -> counted(side.id()).size() >= side.needs());
    }

    private boolean isDisputed() {
        return held.roster().listParties().stream()
                .anyMatch(side -> counted(side.id()).stream()
                                .filter(one -> timeliness(one.index()) == Times.Timeliness.IN_TIME)
                                .count()
                        < side.needs());
    }

    private boolean areConditionsFulfilled() {
        List<Clause.Condition> conditions = text.listConditions();
        return !conditions.isEmpty()
                && conditions.stream()
                        .allMatch(one -> text.findFulfilled(one.id())
                                .filter(entry -> interval(entry).by(one.by()) == Times.Timeliness.IN_TIME)
                                .isPresent());
    }

    /** A party that sees nothing in it to accept. */
    private boolean isTurnedDown() {
        return held.roster().listParties().stream()
                .anyMatch(side -> text.listClauses().stream()
                        .allMatch(clause -> find(clause, side.id())
                                .filter(reply -> reply.stance() == Stance.NOT_ACCEPTED)
                                .isPresent()));
    }

    private boolean isInPrinciple() {
        return text.listClauses().stream()
                .allMatch(clause -> held.roster().listParties().stream()
                        .allMatch(side -> find(clause, side.id())
                                .filter(reply -> isYes(clause, reply.stance()) || reply.stance() == Stance.IN_PRINCIPLE)
                                .isPresent()));
    }

    private static boolean isYes(Clause clause, Stance stance) {
        return switch (stance) {
            case ACCEPTED -> true;
            case LEFT_OPEN -> clause.isLeftOpen();
            case IN_PRINCIPLE, CONDITIONAL, NOT_ACCEPTED -> false;
        };
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>(settling);
        for (Said.Side side : held.roster().listParties()) {
            int has = counted(side.id()).size();
            if (has < side.needs() && from.seesDecisionsOf(side.id())) {
                points.add(new Point.ToDecide(side.id(), has, side.needs(), undecided(side)));
            }
        }
        return points;
    }

    private List<String> undecided(Said.Side side) {
        List<String> decided =
                counted(side.id()).stream().map(TextState.Ratified::office).toList();
        return side.principals().stream()
                .map(Said.Person::office)
                .filter(office -> !decided.contains(office))
                .toList();
    }

    private List<Point> kindPoints() {
        List<Point> points = new ArrayList<>();
        for (ClauseKind kind : ClauseKind.needed(text.proposal().kind())) {
            boolean mustSay = kind.need() == ClauseKind.Need.FILLED;
            boolean isNamed = text.listClauses().stream().anyMatch(clause -> clause.kind() == kind);
            if (mustSay && !text.isFilled(kind)) {
                points.add(new Point.ToFill(kind));
            } else if (!mustSay && !isNamed) {
                points.add(new Point.ToFillOrLeaveOpen(kind));
            }
        }
        return points;
    }

    private List<Point> clausePoints() {
        List<Point> points = new ArrayList<>();
        for (Clause clause : text.listClauses()) {
            for (Said.Side side : held.roster().listParties()) {
                point(clause, side.id()).ifPresent(points::add);
            }
        }
        return points;
    }

    private Optional<Point> point(Clause clause, String party) {
        Optional<TextState.Reply> reply = find(clause, party);
        if (reply.isEmpty()) {
            return Optional.of(
                    from.seesDecisionsOf(party)
                            ? new Point.ToAnswer(clause, party)
                            : new Point.NotShared(clause, party));
        }
        Stance stance = reply.get().stance();
        if (isYes(clause, stance)) {
            return findWhyNotBinding(reply.get()).map(why -> new Point.InPrincipleOnly(clause, party, why));
        }
        return Optional.of(
                stance == Stance.IN_PRINCIPLE
                        ? new Point.InPrincipleOnly(clause, party, Point.Why.SAID_SO)
                        : new Point.Differs(clause, party, stance, reply.get().condition()));
    }

    private Optional<Point.Why> findWhyNotBinding(TextState.Reply reply) {
        if (reply.assurance() != Assurance.OWN_KEY) {
            return Optional.of(Point.Why.NOTED);
        }
        if (!reply.binds()) {
            return Optional.of(Point.Why.NO_MANDATE);
        }
        return reply.until().map(until -> interval(reply.index()).by(until)).flatMap(time -> switch (time) {
            case IN_TIME -> Optional.empty();
            case LATE -> Optional.of(Point.Why.MANDATE_ENDED);
            case DISPUTED -> Optional.of(Point.Why.DISPUTED_IN_TIME);
        });
    }

    /** What a party said of a clause as it is now, if this reader may see it. */
    private Optional<TextState.Reply> find(Clause clause, String party) {
        return text.findAnswer(clause, party)
                .filter(reply ->
                        from.sees(party, held.released().contains(reply.index()) ? Label.PARTIES : reply.label()));
    }

    private List<TextState.Ratified> counted(String party) {
        return text.listRatified(party).stream()
                .filter(one ->
                        held.roster().counts(one.assurance()) && timeliness(one.index()) != Times.Timeliness.LATE)
                .toList();
    }

    private Times.Timeliness timeliness(long entry) {
        return text.proposal().answerBy().map(by -> interval(entry).by(by)).orElse(Times.Timeliness.IN_TIME);
    }

    private Times.Interval interval(long entry) {
        return from.times().of(entry).seenAt(from.at());
    }

    private List<TextView.ClauseReply> replies() {
        List<TextView.ClauseReply> replies = new ArrayList<>();
        for (Clause clause : text.listClauses()) {
            for (Said.Side side : held.roster().listParties()) {
                find(clause, side.id())
                        .ifPresent(one -> replies.add(new TextView.ClauseReply(
                                clause.id(),
                                side.id(),
                                one.stance(),
                                one.condition(),
                                one.assurance(),
                                held.roster().isInQuestion(one.by(), one.index()),
                                one.index())));
            }
        }
        return replies;
    }

    private List<TextView.Decision> decisions() {
        return held.roster().listParties().stream()
                .filter(side -> from.seesDecisionsOf(side.id()) || isDecided)
                .flatMap(side -> text.listRatified(side.id()).stream())
                .map(one -> new TextView.Decision(
                        one.party(),
                        one.office(),
                        one.assurance(),
                        counted(one.party()).contains(one),
                        held.roster().isInQuestion(one.by(), one.index()),
                        one.index()))
                .toList();
    }

    private List<TextView.FoundByPlanning> findings() {
        return text.listJudged().stream()
                .map(one -> new TextView.FoundByPlanning(
                        one.finding(), one.by(), text.listStale(one.finding()), one.index()))
                .toList();
    }

    private TextView.CorridorDay day() {
        List<Clause.Leg> legs = text.listLegs();
        if (legs.stream().anyMatch(leg -> text.day().findSuspended(leg.id()).isPresent())) {
            return TextView.CorridorDay.SUSPENDED;
        }
        if (text.day().isClosed()) {
            return TextView.CorridorDay.CLOSED;
        }
        if (!text.day().isOpened()) {
            return TextView.CorridorDay.NOT_OPENED;
        }
        boolean isConfirmed = legs.stream().allMatch(leg -> isConfirmed(leg, Said.Subject.SILENCE));
        return isConfirmed ? TextView.CorridorDay.OPEN : TextView.CorridorDay.NOT_CONFIRMED;
    }

    private boolean isConfirmed(Clause.Leg leg, Said.Subject of) {
        return text.day().findConfirmed(leg.id(), of, from.at()).isPresent();
    }

    private List<TextView.SegmentView> segments() {
        return text.listLegs().stream().map(this::segment).toList();
    }

    private TextView.SegmentView segment(Clause.Leg leg) {
        Optional<Day.Suspended> suspended = text.day().findSuspended(leg.id());
        Optional<Day.Confirmed> silence = text.day()
                .findConfirmed(leg.id(), Said.Subject.SILENCE, from.at())
                .or(() -> text.day().findLapsed(leg.id(), Said.Subject.SILENCE, from.at()));
        boolean isConfirmed = isConfirmed(leg, Said.Subject.SILENCE);
        return new TextView.SegmentView(
                leg.id(),
                leg.confirmedBy(),
                suspended.isPresent()
                        ? TextView.SegmentState.SUSPENDED
                        : isConfirmed ? TextView.SegmentState.CONFIRMED : TextView.SegmentState.NOT_CONFIRMED,
                silence.map(Day.Confirmed::until),
                isConfirmed(leg, Said.Subject.CLEARANCE),
                isConfirmed(leg, Said.Subject.ORDER),
                suspended.map(Day.Suspended::by).orElse(""),
                suspended.map(Day.Suspended::reason).orElse(""),
                suspended
                        .map(Day.Suspended::relayed)
                        .orElseGet(() -> silence.flatMap(Day.Confirmed::relayed))
                        .map(relayed -> relayed.by() + ", " + relayed.means())
                        .orElse(""));
    }
}
