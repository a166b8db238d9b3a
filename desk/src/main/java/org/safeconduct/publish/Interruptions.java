package org.safeconduct.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.plan.Plan.AssemblyRow;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Count;
import org.safeconduct.plan.Plan.CurvePoint;
import org.safeconduct.plan.Plan.Replanned;
import org.safeconduct.plan.Plan.Stopped;
import org.safeconduct.plan.Plan.VersionPlan;

/** Sentences on what news did to a plan that was under way; the same on the terminal and in the report. */
final class Interruptions {
    private static final int MOST_LISTED = 6;
    private static final int MOMENTS = 3;

    private final View view;

    Interruptions(View view) {
        this.view = view;
    }

    /** What happened, without the plan before at hand. */
    List<String> sentences(VersionPlan found) {
        List<String> lines = new ArrayList<>();
        found.low().replanned().ifPresent(news -> {
            lines.add(view.text("replan.by-then", people(news.arrived()), people(news.onRoad())));
            listed(news.turnedBack().stream().map(this::turnedBack).toList(), lines);
            if (news.onRoad() > 0) {
                lines.add(view.text("replan.go-on", people(news.goOn()), people(news.onRoad() - news.goOn())));
            }
            listed(news.stopped().stream().map(this::stopped).toList(), lines);
            lines.add(view.text(
                    "replan.out",
                    people(news.before()),
                    people(news.doingNothing()),
                    people(found.low().planned()),
                    view.text(
                            found.low().optimal() ? "replan.best" : "replan.bound",
                            people(found.low().bound()))));
            listed(news.heldThen().stream().map(this::held).toList(), lines);
        });
        return lines;
    }

    /** The same, with how the curve and the bottleneck have changed. */
    List<String> sentences(VersionPlan found, VersionPlan before) {
        List<String> lines = new ArrayList<>(sentences(found));
        found.low().replanned().ifPresent(news -> {
            lines.addAll(curve(news, found.low(), before.low()));
            lines.add(bottleneck(before.low(), "replan.bottleneck.before"));
            lines.add(bottleneck(found.low(), "replan.bottleneck.now"));
            lines.addAll(fewer(found.low(), before.low()));
        });
        return lines;
    }

    private void listed(List<String> some, List<String> lines) {
        some.stream().limit(MOST_LISTED).forEach(lines::add);
        if (some.size() > MOST_LISTED) {
            lines.add(view.text("replan.more", view.formats().number(some.size() - MOST_LISTED)));
        }
    }

    private String turnedBack(Count count) {
        return view.text(
                "replan.turned-back", people(count.people()), view.names().segment(count.id()));
    }

    private String stopped(Stopped stopped) {
        String place = view.names().place(stopped.place());
        String from = view.formats().time(stopped.from());
        return stopped.turnedOn().isEmpty()
                ? view.text("replan.stopped", people(stopped.people()), place, from)
                : view.text(
                        "replan.stopped.turned",
                        people(stopped.people()),
                        place,
                        from,
                        view.names().segment(stopped.turnedOn()));
    }

    private String held(Count count) {
        return view.text(
                "replan.held-then", people(count.people()), view.names().place(count.id()));
    }

    /** People out by a few moments between the news and the end. */
    private List<String> curve(Replanned news, CasePlan now, CasePlan before) {
        List<String> lines = new ArrayList<>();
        Instant end = now.curve().getLast().at();
        Duration part = Duration.between(news.at(), end).dividedBy(MOMENTS + 1L);
        for (int i = 1; i <= MOMENTS; i++) {
            Instant at = news.at().plus(part.multipliedBy(i));
            Instant minute = Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
            lines.add(view.text(
                    "replan.curve", view.formats().time(minute), people(by(now, minute)), people(by(before, minute))));
        }
        return lines;
    }

    private static long by(CasePlan plan, Instant at) {
        long people = 0;
        for (CurvePoint point : plan.curve()) {
            people = point.at().isAfter(at) ? people : point.planned();
        }
        return people;
    }

    private String bottleneck(CasePlan plan, String key) {
        Headline headline = new Headline(view);
        Optional<String> where = plan.bottlenecks().stream().findFirst().map(headline::where);
        return view.text(key, where.orElseGet(() -> headline.noBottleneck(plan)));
    }

    private List<String> fewer(CasePlan now, CasePlan before) {
        List<String> lines = new ArrayList<>();
        for (AssemblyRow row : now.assemblies()) {
            long was = before.assemblies().stream()
                    .filter(other -> other.assembly().equals(row.assembly()))
                    .mapToLong(AssemblyRow::out)
                    .sum();
            if (row.out() != was) {
                String key = row.out() < was ? "replan.fewer" : "replan.more-out";
                lines.add(view.text(
                        key,
                        view.names().assembly(row.assembly()),
                        people(row.out()),
                        people(Math.abs(was - row.out()))));
            }
        }
        return lines;
    }

    private String people(long people) {
        return view.formats().people(people);
    }
}
