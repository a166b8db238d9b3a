package org.safeconduct.publish;

import java.util.List;
import org.safeconduct.plan.LostRoads;
import org.safeconduct.scenario.Scenario;

/** What is left without some roads, for the terminal. */
public final class LostRoadsText {
    private final StampedText text;

    private LostRoadsText(StampedText text) {
        this.text = text;
    }

    /**
     * The answers for some versions of a scenario, each line ended by a line feed.
     *
     * @param hash SHA-256 of the scenario's files
     * @param width columns of the terminal
     */
    public static String terminal(Scenario scenario, String hash, List<LostRoads> found, int width) {
        StampedText text = new StampedText(scenario, hash, width);
        found.forEach(new LostRoadsText(text)::version);
        return text.end(text.view().text("lost.reading"));
    }

    private void version(LostRoads lost) {
        text.version(lost.version());
        text.wrap(words("lost.before", number(lost.before()), number(lost.used())));
        if (lost.used() == 0) {
            return;
        }
        LostRoads.Draw draw = lost.draw();
        int roads = Math.min(draw.roads(), lost.used());
        text.wrap(words("lost.draw", number(draw.cases()), number(roads), String.valueOf(draw.seed())));
        text.item(words("lost.half", number(lost.half())));
        text.item(words("lost.twentieth", number(lost.oneOfTwenty())));
        text.item(words("lost.least", number(lost.least())));
        text.wrap(words(lost.worst().isEmpty() ? "lost.none" : "lost.worst"));
        for (LostRoads.Loss loss : lost.worst()) {
            String road = text.view().names().segmentWithId(loss.segment());
            text.item(words("lost.road", road, number(loss.atMost()), number(lost.before() - loss.atMost())));
        }
    }

    private String words(String key, Object... values) {
        return text.view().text(key, values);
    }

    private String number(long count) {
        return text.number(count);
    }
}
