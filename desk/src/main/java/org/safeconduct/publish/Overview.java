package org.safeconduct.publish;

import java.util.List;
import java.util.function.Consumer;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.Outcome;
import org.safeconduct.plan.Plan.VersionPlan;

/** The part that compares: every version in a column of its own, same order, same scales. */
final class Overview {
    private static final int MOST_BOTTLENECKS = 5;

    private final View view;
    private final Headline headline;
    private final List<String> news;

    /**
     * The overview of a plan.
     *
     * @param news what became known, in words, if the plan goes on from another
     */
    Overview(View view, List<String> news) {
        this.view = view;
        this.news = news;
        this.headline = new Headline(view);
    }

    void estimate(Markup html) {
        html.open("section", "id", "estimate", "aria-labelledby", "estimate-h").line();
        html.element("h2", view.text("section.estimate"), "id", "estimate-h").line();
        html.open("p", "class", "limits")
                .element("strong", view.text("not-safe"))
                .text(" " + view.text("not-safe.means"))
                .close("p")
                .line();
        columns(html, found -> card(html, found));
        html.element("p", view.text("rounding"), "class", "small");
        html.close("section").line();
    }

    private void card(Markup html, VersionPlan found) {
        String style = found.outcome() == Outcome.CANNOT ? "cannot" : "not-ruled-out";
        html.open("p", "class", "outcome " + style)
                .element("strong", headline.outcome(found))
                .close("p")
                .line();
        html.element("p", headline.sentence(found), "class", "headline").line();
        html.element("p", headline.outcomeMeans(found), "class", "small").line();
        found.low().replanned().ifPresent(replanned -> {
            html.element("h4", view.text("replan.news", view.formats().time(replanned.at())));
            html.open("ul");
            news.forEach(word -> html.element("li", word));
            new Interruptions(view).sentences(found).forEach(sentence -> html.element("li", sentence));
            html.close("ul").line();
        });
    }

    void why(Markup html) {
        html.open("section", "id", "why", "aria-labelledby", "why-h").line();
        html.element("h2", view.text("section.why"), "id", "why-h").line();
        columns(html, found -> why(html, found));
        html.element("p", view.text("why.case"), "class", "small");
        html.close("section").line();
    }

    private void why(Markup html, VersionPlan found) {
        CasePlan plan = found.low();
        html.element("h4", view.text("why.bottleneck"));
        if (plan.bottlenecks().isEmpty()) {
            html.element("p", headline.noBottleneck(plan));
        } else {
            html.open("ol");
            plan.bottlenecks().stream().limit(MOST_BOTTLENECKS).forEach(bottleneck -> bottleneck(html, bottleneck));
            html.close("ol").line();
            more(html, plan.bottlenecks().size() - MOST_BOTTLENECKS);
        }
        html.element("h4", view.text("why.levers"));
        if (plan.levers().isEmpty()) {
            html.element("p", view.text("why.no-levers"));
        } else {
            html.open("ul");
            plan.levers().forEach(lever -> html.element("li", headline.lever(lever)));
            html.close("ul").line();
        }
        html.element("h4", view.text("why.quality"));
        html.element("p", headline.quality(plan)).line();
    }

    private void bottleneck(Markup html, Bottleneck bottleneck) {
        html.open("li").text(headline.where(bottleneck));
        headline.worth(bottleneck).ifPresent(worth -> html.text(" ").element("strong", worth));
        html.close("li");
    }

    private void more(Markup html, int more) {
        if (more > 0) {
            html.element("p", view.text("why.more", view.formats().number(more)), "class", "small");
        }
    }

    void curves(Markup html) {
        CurveChart chart = new CurveChart(view);
        html.open("section", "id", "curves", "aria-labelledby", "curves-h").line();
        html.element("h2", view.text("section.curves"), "id", "curves-h").line();
        columns(html, found -> chart.write(html, found, "curve" + index(found)));
        html.close("section").line();
    }

    void maps(Markup html) {
        MapSketch map = new MapSketch(view);
        html.open("section", "id", "maps", "aria-labelledby", "maps-h").line();
        html.element("h2", view.text("section.maps"), "id", "maps-h").line();
        columns(html, found -> map.write(html, found, "map" + index(found)));
        html.close("section").line();
    }

    private void columns(Markup html, Consumer<VersionPlan> content) {
        List<VersionPlan> versions = view.plan().versions();
        html.open("div", "class", versions.size() > 1 ? "columns" : "single").line();
        for (VersionPlan found : versions) {
            html.open("article").line();
            html.element("h3", headline.version(found)).line();
            content.accept(found);
            html.close("article").line();
        }
        html.close("div").line();
    }

    private int index(VersionPlan found) {
        return view.plan().versions().indexOf(found);
    }
}
