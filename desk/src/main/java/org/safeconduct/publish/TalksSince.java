package org.safeconduct.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.accord.Heard;
import org.safeconduct.accord.TalksView;

/** What was said beside the texts from an entry on; of an incident that something new is claimed of, all that is claimed. */
final class TalksSince {
    private TalksSince() {}

    static TalksView of(TalksView all, long since) {
        Set<String> incidents = new HashSet<>();
        since(all.incidents(), since).forEach(one -> incidents.add(one.said().id()));
        since(all.claims(), since).forEach(one -> incidents.add(one.said().incident()));
        since(all.assessments(), since).forEach(one -> incidents.add(one.said().incident()));
        return new TalksView(
                since(all.meetings(), since),
                since(all.statements(), since),
                since(all.positions(), since),
                since(all.undertakings(), since),
                since(all.outcomes(), since),
                since(all.derivations(), since),
                all.notices().stream()
                        .filter(one -> one.notice().entry() >= since
                                || !since(one.steps(), since).isEmpty())
                        .toList(),
                all.incidents().stream()
                        .filter(one -> incidents.contains(one.said().id()))
                        .toList(),
                all.claims(),
                all.assessments());
    }

    private static <T> List<Heard<T>> since(List<Heard<T>> all, long since) {
        return all.stream().filter(one -> one.entry() >= since).toList();
    }
}
