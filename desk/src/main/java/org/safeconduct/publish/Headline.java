package org.safeconduct.publish;

import java.util.List;
import java.util.Optional;
import org.safeconduct.plan.Plan.Assumption;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Lever;
import org.safeconduct.plan.Plan.VersionPlan;

/** The sentences that matter most, the same in the report and on the terminal. */
final class Headline {
    private static final int PEOPLE_NAMED = 3;

    private final View view;

    Headline(View view) {
        this.view = view;
    }

    /** "At most about 400–900 of 200,000 people can be out by 16:00 Kyiv (17:00 Moscow), if the assumptions of … hold." */
    String sentence(VersionPlan found) {
        Formats formats = view.formats();
        String key = key(found);
        String all = formats.span(found.people());
        String by = formats.time(view.end(view.version(found)));
        String bound = formats.atMost(found.atMost(), found.people());
        return view.text(key, bound, all, by, condition(found.assumptions()));
    }

    private static String key(VersionPlan found) {
        String ofOne = found.people().high() == 1 ? ".one" : "";
        if (found.atMost().high() == 0) {
            return "headline.nobody" + ofOne;
        }
        return found.atMost().low() >= found.people().high() ? "headline.all" + ofOne : "headline";
    }

    String outcome(VersionPlan found) {
        return view.text("outcome." + found.outcome());
    }

    String outcomeMeans(VersionPlan found) {
        return view.text("outcome.means." + found.outcome());
    }

    /** The version's name and who announced it. */
    String version(VersionPlan found) {
        return view.heading(view.version(found));
    }

    /** Where the bottleneck is, when, and how much it lets through. */
    String where(Bottleneck bottleneck) {
        Formats formats = view.formats();
        return view.text(
                "bottleneck." + bottleneck.kind(),
                view.names().bottleneck(bottleneck),
                formats.decimal(bottleneck.perHour()),
                formats.window(bottleneck.from(), bottleneck.to()));
    }

    /** Why there is no bottleneck: nothing is in the way, no way is open at all, or none was found. */
    String noBottleneck(CasePlan plan) {
        boolean noWay = plan.planned() == 0
                && plan.expected() > 0
                && plan.assemblies().stream().allMatch(row -> row.lastUseful().isEmpty());
        boolean all = plan.planned() >= plan.expected();
        return view.text(noWay ? "why.no-way" : all ? "why.no-bottleneck" : "why.not-found");
    }

    Optional<String> worth(Bottleneck bottleneck) {
        String key = bottleneck.kind() == Bottleneck.Kind.VEHICLES ? "worth.vehicles" : "worth";
        return bottleneck
                .worth()
                .map(people -> people == 0
                        ? view.text(isOneOfSeveral(bottleneck) ? "worth.side." + bottleneck.side() : key + ".nothing")
                        : view.text(key, view.formats().roughly(people)));
    }

    /** True if the cut could as well be drawn elsewhere: cuts are not unique. */
    private static boolean isOneOfSeveral(Bottleneck bottleneck) {
        return bottleneck.side() != Bottleneck.Side.BOTH_CUTS;
    }

    String lever(Lever lever) {
        return lever.gain() == 0
                ? view.text("lever.nothing", lever.change())
                : view.text(
                        "lever",
                        lever.change(),
                        view.formats().roughly(lever.gain()),
                        view.formats().roughly(lever.planned()));
    }

    /** How good the plan of record is against the best any plan could do. */
    String quality(CasePlan plan) {
        Formats formats = view.formats();
        if (plan.gap() == 0) {
            return view.text(
                    plan.optimal() ? "quality.optimal" : "quality.meets-bound",
                    formats.number(plan.planned()),
                    plan.relaxation());
        }
        return view.text(
                "quality.gap",
                formats.number(plan.planned()),
                formats.number(plan.bound()),
                plan.relaxation(),
                formats.number(plan.gap()));
    }

    /** On how many assumptions the figure rests, and whose: the part of "whose" before a colon, what follows is detail. */
    private String condition(List<Assumption> assumptions) {
        if (assumptions.isEmpty()) {
            return "";
        }
        List<String> people = assumptions.stream()
                .map(assumption -> assumption.by().replaceFirst(":.*", "").strip())
                .distinct()
                .toList();
        String named = String.join("; ", people.subList(0, Math.min(PEOPLE_NAMED, people.size())));
        String whose = people.size() <= PEOPLE_NAMED
                ? named
                : view.text("and-others", named, view.formats().number(people.size() - PEOPLE_NAMED));
        return view.messages()
                .count("headline.if", assumptions.size(), view.formats().number(assumptions.size()), whose);
    }
}
