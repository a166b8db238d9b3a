package org.safeconduct.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.terms.Window;

/** What is shared while one scenario is read: the problems found, the ids known so far, what was filled in. Not thread-safe. */
final class Reading {
    final Problems problems;
    final Times times;
    final Optional<Window> horizon;
    final List<String> assumed = new ArrayList<>();
    final Map<String, Source> sources = new LinkedHashMap<>();
    final Ids sourceIds;
    final Ids parties;
    final Ids places;
    final Ids segments;
    final Ids areas;
    final Ids destinations;
    final Ids versions;
    final Ids assemblies;
    final Ids fleets;
    final Ids checkpoints;
    final Ids aid;

    Reading(Problems problems, Times times, Optional<Window> horizon) {
        this.problems = problems;
        this.times = times;
        this.horizon = horizon;
        this.sourceIds = new Ids("source", problems);
        this.parties = new Ids("party", problems);
        this.places = new Ids("place", problems);
        this.segments = new Ids("segment", problems);
        this.areas = new Ids("area", problems);
        this.destinations = new Ids("destination", problems);
        this.versions = new Ids("version", problems);
        this.assemblies = new Ids("assembly", problems);
        this.fleets = new Ids("fleet", problems);
        this.checkpoints = new Ids("checkpoint", problems);
        this.aid = new Ids("aid convoy", problems);
    }

    /** Notes that {@code what} was not stated and is taken to be {@code value}. */
    void assume(String of, String what, String value) {
        assumed.add(of + ": " + what + " " + value + ", not stated");
    }

    String titleOf(String sourceId) {
        Source source = sources.get(sourceId);
        return source == null ? sourceId : source.title();
    }

    /** The horizon in words. */
    String shownHorizon() {
        return horizon.map(h -> times.shown(h.from()) + " to " + times.shown(h.to()))
                .orElse("");
    }
}
