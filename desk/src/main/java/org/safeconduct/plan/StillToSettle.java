package org.safeconduct.plan;

import java.util.ArrayList;
import java.util.List;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Version;

/** What an announcement leaves open (DOMAIN 1: time, place, route, who, aid in; 11, 12): said before it costs anyone a day. */
final class StillToSettle {

    private StillToSettle() {}

    static List<String> of(Scenario scenario, Version version) {
        List<String> open = new ArrayList<>(version.unstated());
        scenario.assemblies().stream()
                .filter(assembly -> assembly.destinations().isEmpty()
                        && version.destinations().size() > 1)
                .forEach(assembly -> open.add("Where the people at " + assembly.name() + " want to go"));
        scenario.checkpoints().stream()
                .filter(post -> version.silence().containsKey(post.segment()))
                .forEach(post -> {
                    if (post.confirmingParty().isEmpty()) {
                        open.add("Who confirms for " + post.name());
                    }
                    if (post.hours().isEmpty()) {
                        open.add("How many vehicles an hour " + post.name() + " lets through");
                    }
                    if (post.queue().isEmpty()) {
                        open.add("How many vehicles can wait before " + post.name());
                    }
                });
        if (version.silence().values().stream().distinct().count() > 1) {
            open.add("Where vehicles can wait between segments whose hours differ");
        }
        if (version.latestDeparture().isEmpty()) {
            open.add("The latest departure");
        }
        if (scenario.aid().isEmpty()) {
            open.add("Whether aid comes in by the same road");
        }
        if (scenario.halts().isEmpty()) {
            open.add("Where people can stay if they do not get through");
        }
        return open;
    }
}
