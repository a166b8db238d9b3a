package org.safeconduct.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.VersionPlan;

/** What {@code safeconduct replan} prints: what the news does to everybody, beside the plan before and beside doing nothing; then the new plan. */
public final class ReplanText {
    private static final int NARROWEST = 40;

    private ReplanText() {}

    /**
     * The text, each line ended by a line feed.
     *
     * @param before what was found before the news, version by version
     * @param news what became known, in words
     * @param width columns of the terminal
     * @param written files that were written, as the user should see them
     */
    public static String terminal(
            Plan plan, List<VersionPlan> before, List<String> news, int width, List<String> written) {
        View view = View.of(plan, Locale.ENGLISH);
        Interruptions told = new Interruptions(view);
        int columns = Math.max(NARROWEST, width);
        List<String> lines = new ArrayList<>();
        plan.versions().getFirst().low().replanned().ifPresent(first -> {
            lines.addAll(wrapped(view.text("replan.news", view.formats().time(first.at())), columns));
            news.forEach(word -> lines.addAll(wrapped("- " + word, columns)));
        });
        for (VersionPlan found : plan.versions()) {
            lines.add("");
            if (plan.versions().size() > 1) {
                lines.addAll(wrapped(view.heading(view.version(found)), columns));
            }
            told.sentences(found, earlier(before, found))
                    .forEach(sentence -> lines.addAll(wrapped("- " + sentence, columns)));
        }
        lines.add("");
        lines.addAll(wrapped(view.text("replan.plan"), columns));
        lines.add("");
        return String.join("\n", lines) + "\n" + PlanText.terminal(plan, width, false, written);
    }

    private static VersionPlan earlier(List<VersionPlan> before, VersionPlan found) {
        return before.stream()
                .filter(version -> version.version().equals(found.version()))
                .findFirst()
                .orElse(found);
    }

    private static List<String> wrapped(String text, int columns) {
        return Lines.wrap(Plain.of(text), columns);
    }
}
