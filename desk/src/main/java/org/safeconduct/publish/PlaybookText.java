package org.safeconduct.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.TextView;
import org.safeconduct.agree.Differences;
import org.safeconduct.agree.Playbook;

/** An exercise that is played, for a terminal: scene by scene, how all stands at its moment. */
public final class PlaybookText {
    private static final int NARROWEST = 40;

    private PlaybookText() {}

    /**
     * A record at the end of a scene.
     *
     * @param record the playbook's word for it
     * @param news what the scene brought
     */
    public record Seen(String record, AccordView view, AccordText.News news) {}

    /** What the exercise is. */
    public static String beginning(Playbook playbook, int width) {
        List<String> lines = new ArrayList<>();
        wrap(playbook.title(), width, lines);
        wrap(playbook.about(), width, lines);
        return ended(lines);
    }

    /** What none of it says. */
    public static String end(int width) {
        List<String> lines = new ArrayList<>();
        AccordText.caveats(new ClauseWords(List.of())).forEach(one -> wrap(one, width, lines));
        return ended(lines);
    }

    /**
     * A scene.
     *
     * @param number from 1
     * @param notAccepted what the rules did not accept, in words
     * @param records those in which something was said
     */
    public static String scene(
            int number, Playbook.Scene scene, List<String> notAccepted, List<Seen> records, int width) {
        Messages messages = Messages.english();
        List<String> lines = new ArrayList<>();
        wrap(messages.text("playbook.scene", number, scene.title()), width, lines);
        wrap(scene.note(), width, lines);
        notAccepted.forEach(one -> wrap("- " + one, width, lines));
        StringBuilder text = new StringBuilder(ended(lines));
        for (Seen seen : records) {
            text.append('\n');
            if (records.size() > 1) {
                text.append(messages.text("playbook.record", seen.record())).append('\n');
            }
            scene.compared()
                    .flatMap(two -> beside(two, seen.view(), width))
                    .ifPresent(two -> text.append(two).append('\n'));
            text.append(news(seen, scene.at(), width));
        }
        return text.toString();
    }

    private static String news(Seen seen, Instant at, int width) {
        return AccordText.news(seen.view(), seen.news(), at, width);
    }

    private static Optional<String> beside(Playbook.Compared two, AccordView view, int width) {
        Optional<TextView> left = view.text(two.left());
        Optional<TextView> right = view.text(two.right());
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of(DifferenceText.terminal(
                        Differences.between(left.get().clauses(), right.get().clauses()),
                        two.left(),
                        two.right(),
                        new ClauseWords(view.zones()),
                        width));
    }

    private static void wrap(String text, int width, List<String> lines) {
        lines.addAll(Lines.wrap(Plain.of(text), Math.max(NARROWEST, width)));
    }

    private static String ended(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
