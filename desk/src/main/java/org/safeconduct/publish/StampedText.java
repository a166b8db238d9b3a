package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.plan.Plan;
import org.safeconduct.scenario.Scenario;

/** Text for the terminal about a scenario: for whom it is stands above, what it does not say below. */
final class StampedText {
    private static final int NARROWEST = 40;

    private final View view;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * Begins with the stamp and the title.
     *
     * @param hash SHA-256 of the scenario's files
     * @param width columns of the terminal
     */
    StampedText(Scenario scenario, String hash, int width) {
        this.view = View.of(new Plan(scenario, hash, List.of()));
        this.width = Math.max(NARROWEST, width);
        wrap(String.join(" · ", Stamp.of(view).banner()));
        wrap(scenario.title());
    }

    View view() {
        return view;
    }

    /** An empty line, and the name of a version. */
    void version(String id) {
        lines.add("");
        wrap(view.heading(view.scenario().getVersion(id)));
    }

    void wrap(String text) {
        lines.addAll(Lines.wrap(Plain.of(text), width));
    }

    void item(String text) {
        wrap("- " + text);
    }

    /** A line as it is. */
    void line(String text) {
        lines.add(text);
    }

    String number(long count) {
        return view.formats().number(count);
    }

    /**
     * All of it, each line ended by a line feed.
     *
     * @param reading how it is to be read
     */
    String end(String reading) {
        Stamp stamp = Stamp.of(view);
        lines.add("");
        wrap(reading);
        wrap(stamp.notSafe());
        wrap(stamp.withoutPrejudice());
        wrap(view.text("stamp.line", stamp.estimate(), stamp.scenario(), stamp.hash()));
        return String.join("\n", lines) + "\n";
    }
}
