package org.safeconduct.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Window;

/** A plan with what is needed to put it into words: texts, formats, names. Passed to every view. */
record View(Plan plan, Messages messages, Formats formats, Names names) {

    static View of(Plan plan, Locale locale) {
        Messages messages = Messages.of(locale);
        Scenario scenario = plan.scenario();
        return new View(
                plan, messages, new Formats(messages, scenario.zones(), scenario.horizon()), new Names(scenario));
    }

    static View of(Plan plan) {
        return of(plan, Locale.ENGLISH);
    }

    String text(String key, Object... values) {
        return messages.text(key, values);
    }

    Scenario scenario() {
        return plan.scenario();
    }

    Version version(VersionPlan found) {
        return scenario().versions().stream()
                .filter(version -> version.id().equals(found.version()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "plan names version " + found.version() + ", which the scenario does not have"));
    }

    /** The version's name at the start of a line. */
    String heading(Version version) {
        String name = version.name();
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(messages.locale()) + name.substring(first);
    }

    /** The segments of a version, in the order it announces them. */
    List<Road> roads(Version version) {
        return version.silence().keySet().stream()
                .map(names.roads()::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The moment the headline speaks of: the last silence ends, or planning does. */
    Instant end(Version version) {
        Instant horizon = scenario().horizon().to();
        return windows(version)
                .map(Window::to)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isBefore(horizon))
                .orElse(horizon);
    }

    /** What the curves show: from the first silence of any version to the last, the same for all so that they can be compared. */
    Window shown() {
        return shown(scenario().versions());
    }

    /** From a version's first silence to its last. */
    Window shown(Version version) {
        return shown(List.of(version));
    }

    private Window shown(List<Version> versions) {
        Window horizon = scenario().horizon();
        Instant from = versions.stream()
                .flatMap(View::windows)
                .map(Window::from)
                .min(Comparator.naturalOrder())
                .filter(horizon.from()::isBefore)
                .orElse(horizon.from());
        Instant to =
                versions.stream().map(this::end).max(Comparator.naturalOrder()).orElse(horizon.to());
        return from.isBefore(to) ? new Window(from, to, horizon.zone()) : horizon;
    }

    private static Stream<Window> windows(Version version) {
        return version.silence().values().stream().flatMap(List::stream);
    }
}
