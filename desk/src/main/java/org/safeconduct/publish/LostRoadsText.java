package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.LostRoads;
import org.safeconduct.plan.Plan;
import org.safeconduct.scenario.Scenario;

/** What is left without some roads, for the terminal. */
public final class LostRoadsText {
    private static final int NARROWEST = 40;

    private final View view;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private LostRoadsText(View view, int width) {
        this.view = view;
        this.width = Math.max(NARROWEST, width);
    }

    /**
     * The answers for some versions of a scenario, each line ended by a line feed.
     *
     * @param hash SHA-256 of the scenario's files
     * @param width columns of the terminal
     */
    public static String terminal(Scenario scenario, String hash, List<LostRoads> found, int width) {
        return new LostRoadsText(View.of(new Plan(scenario, hash, List.of())), width).text(found);
    }

    private String text(List<LostRoads> found) {
        Stamp stamp = Stamp.of(view);
        wrap("", String.join(" · ", stamp.banner()));
        wrap("", view.scenario().title());
        found.forEach(this::version);
        lines.add("");
        wrap("", view.text("lost.reading"));
        wrap("", stamp.notSafe());
        wrap("", stamp.withoutPrejudice());
        wrap("", view.text("stamp.line", stamp.estimate(), stamp.scenario(), stamp.hash()));
        return String.join("\n", lines) + "\n";
    }

    private void version(LostRoads lost) {
        lines.add("");
        wrap("", view.heading(view.scenario().getVersion(lost.version())));
        wrap("", view.text("lost.before", number(lost.before()), number(lost.used())));
        if (lost.used() == 0) {
            return;
        }
        LostRoads.Draw draw = lost.draw();
        int roads = Math.min(draw.roads(), lost.used());
        wrap("", view.text("lost.draw", number(draw.cases()), number(roads), String.valueOf(draw.seed())));
        wrap("- ", view.text("lost.half", number(lost.half())));
        wrap("- ", view.text("lost.twentieth", number(lost.nineteenOfTwenty())));
        wrap("- ", view.text("lost.least", number(lost.least())));
        wrap("", view.text(lost.worst().isEmpty() ? "lost.none" : "lost.worst"));
        for (LostRoads.Loss loss : lost.worst()) {
            String fewer = number(lost.before() - loss.atMost());
            wrap("- ", view.text("lost.road", view.names().segment(loss.segment()), number(loss.atMost()), fewer));
        }
    }

    private void wrap(String bullet, String text) {
        lines.addAll(Lines.wrap(bullet + Plain.of(text), width));
    }

    private String number(long count) {
        return view.formats().number(count);
    }
}
