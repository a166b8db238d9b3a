package org.safeconduct.plan;

import java.time.Instant;
import java.util.List;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.scenario.Scenario;

/**
 * What becomes known while a plan is under way, and when.
 *
 * @param at when; what lies before cannot be decided any more
 * @param changes made in order
 * @param onClosing what those do who are on a road that closes
 */
public record News(Instant at, List<Change> changes, OnClosing onClosing) {

    public News {
        changes = List.copyOf(changes);
    }

    /** The scenario as it is known from then on. What it says of hours before has no effect. */
    Scenario in(Scenario scenario) {
        Scenario changed = scenario;
        for (Change change : changes) {
            changed = change.in(changed);
        }
        return changed;
    }
}
