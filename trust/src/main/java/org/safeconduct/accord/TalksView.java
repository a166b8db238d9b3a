package org.safeconduct.accord;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeconduct.record.Hash;

/**
 * What was said beside the texts, as far as a reader may see it, in the order of the log.
 *
 * @param meetings each as it was last told
 * @param positions all that were taken, so that it shows where a party changed its mind
 * @param derivations those of which the reader may see every figure
 * @param notices each in its last version
 */
public record TalksView(
        List<Heard<Talked.Meeting>> meetings,
        List<Heard<Talked.Statement>> statements,
        List<Heard<Talked.Position>> positions,
        List<Heard<Talked.Undertaking>> undertakings,
        List<Heard<Talked.Outcome>> outcomes,
        List<Heard<Derived>> derivations,
        List<NoticeView> notices,
        List<Heard<Claimed.Incident>> incidents,
        List<Heard<Claimed.Claim>> claims,
        List<Heard<Claimed.Assessment>> assessments) {

    /**
     * A notice and what became of it.
     *
     * @param number of its version: 1, and one more each time it is said anew
     * @param hasLapsed whether its time is over
     * @param steps that concern this version
     */
    public record NoticeView(
            Heard<Notified.Notice> notice, int number, boolean hasLapsed, List<Heard<Notified.Step>> steps) {}

    static TalksView of(Sayings sayings, AccordView.Held held, Viewpoint from) {
        List<Heard<Notified.Step>> steps = sayings.list(Notified.Step.class, held, from);
        List<NoticeView> notices = sayings.listLast(NoticeRules.Version.class, held, from).stream()
                .map(one -> notice(one, steps, from))
                .toList();
        List<Heard<Talked.Statement>> statements = sayings.list(Talked.Statement.class, held, from);
        List<Heard<Claimed.Claim>> claims = sayings.list(Claimed.Claim.class, held, from);
        Set<Hash> seen = Stream.concat(statements.stream(), claims.stream())
                .map(Heard::identity)
                .collect(Collectors.toSet());
        return new TalksView(
                sayings.listLast(Talked.Meeting.class, held, from),
                statements,
                sayings.list(Talked.Position.class, held, from),
                sayings.list(Talked.Undertaking.class, held, from),
                sayings.list(Talked.Outcome.class, held, from),
                sayings.list(Derived.class, held, from).stream()
                        .filter(one -> one.said().terms().stream().allMatch(term -> seen.contains(term.entry())))
                        .toList(),
                notices,
                sayings.list(Claimed.Incident.class, held, from),
                claims,
                sayings.list(Claimed.Assessment.class, held, from));
    }

    private static NoticeView notice(
            Heard<NoticeRules.Version> last, List<Heard<Notified.Step>> steps, Viewpoint from) {
        Notified.Notice notice = last.said().notice();
        int number = last.said().number();
        return new NoticeView(
                last.as(notice, last.isInQuestion()),
                number,
                !from.at().isBefore(notice.until()),
                steps.stream()
                        .filter(one -> one.said().notice().equals(notice.id())
                                && one.said().number() == number)
                        .toList());
    }
}
