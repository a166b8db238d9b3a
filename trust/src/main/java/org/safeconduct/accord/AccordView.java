package org.safeconduct.accord;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the talks stand at a moment, as one reader may see it.
 *
 * @param title of the talks; empty before the founding
 * @param parties names by id, without the facilitator
 * @param zones in which the parties tell the time
 * @param isFounded whether all principals have consented to the founding
 * @param awaited offices whose consent is awaited
 * @param entries in the record, up to here
 * @param withheld how many of these are not held; while it is not 0, where texts stand is unknown
 * @param texts in the order in which they were proposed
 * @param talks what was said beside them
 */
public record AccordView(
        String title,
        Map<String, String> parties,
        List<ZoneId> zones,
        boolean isFounded,
        List<String> awaited,
        long entries,
        long withheld,
        List<TextView> texts,
        TalksView talks) {

    public AccordView {
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        zones = List.copyOf(zones);
        awaited = List.copyOf(awaited);
        texts = List.copyOf(texts);
    }

    /** What the fold holds. */
    record Held(
            Roster roster,
            Map<String, TextState> texts,
            Sayings sayings,
            Set<Long> released,
            long size,
            long withheld) {}

    /** How each text stands, in the order in which they were proposed. */
    static List<TextView> readTexts(Held held, Viewpoint from) {
        List<TextReading> readings = held.texts().values().stream()
                .map(state -> new TextReading(held, from, state))
                .toList();
        Set<String> replaced = new HashSet<>();
        readings.forEach(one -> one.findReplaced().ifPresent(replaced::add));
        return readings.stream()
                .filter(TextReading::isShown)
                .map(one -> one.read(replaced))
                .toList();
    }

    static AccordView of(Held held, Viewpoint from) {
        Map<String, String> parties = new LinkedHashMap<>();
        held.roster().listParties().forEach(side -> parties.put(side.id(), side.name()));
        return new AccordView(
                held.roster().founding().map(Said.Founding::title).orElse(""),
                parties,
                held.roster().founding().map(Said.Founding::zones).orElse(List.of()),
                held.roster().isFounded(),
                held.roster().listAwaited().stream().map(Said.Person::office).toList(),
                held.size(),
                held.withheld(),
                readTexts(held, from),
                TalksView.of(held.sayings(), held, from));
    }

    public Optional<TextView> text(String id) {
        return texts.stream().filter(text -> text.id().equals(id)).findFirst();
    }
}
