package org.safeconduct.publish;

import java.util.List;
import java.util.Locale;
import org.safeconduct.plan.Plan;

/**
 * The report: one HTML file that needs no network, no script and no other file, for screen, phone, print and screen reader. Versions of the corridor stand side
 * by side where they are compared, one after the other in the details.
 */
public final class Report {
    private Report() {}

    /** The report in English. */
    public static String html(Plan plan) {
        return html(plan, List.of());
    }

    /**
     * The report on a plan that goes on from another one.
     *
     * @param news what became known, in words
     */
    public static String html(Plan plan, List<String> news) {
        View view = View.of(plan, Locale.ENGLISH);
        Page page = new Page(view.messages(), Stamp.of(view), view.scenario().title());
        return page.write(html -> body(html, view, news));
    }

    private static void body(Markup html, View view, List<String> news) {
        header(html, view);
        contents(html, view);
        html.open("main", "id", "main").line();
        Overview overview = new Overview(view, news);
        overview.estimate(html);
        overview.why(html);
        overview.curves(html);
        overview.maps(html);
        Details details = new Details(view);
        view.plan().versions().forEach(found -> details.write(html, found));
        References references = new References(view);
        references.write(html);
        html.close("main").line();
    }

    private static void header(Markup html, View view) {
        html.open("header", "class", "top").line();
        html.element("h1", view.scenario().title());
        String days = view.formats().days(view.scenario().horizon());
        html.element("p", view.text("report.subtitle", days, view.scenario().id()), "class", "subtitle");
        if (!view.scenario().summary().isEmpty()) {
            html.element("p", view.scenario().summary());
        }
        html.close("header").line();
    }

    private static void contents(Markup html, View view) {
        html.open("nav", "aria-label", view.text("contents")).open("ul");
        for (String section : List.of("estimate", "why", "curves", "maps")) {
            link(html, section, view.text("section." + section));
        }
        view.plan()
                .versions()
                .forEach(found -> link(
                        html,
                        Details.anchor(view, found),
                        view.text("section.details", view.heading(view.version(found)))));
        link(html, "references", view.text("section.references"));
        html.close("ul").close("nav").line();
    }

    private static void link(Markup html, String anchor, String text) {
        html.open("li").element("a", text, "href", "#" + anchor).close("li");
    }
}
