package org.safeconduct.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.terms.Figure;
import org.safeconduct.terms.Window;

/** A stated change to a scenario: what {@code whatif} asks about, what {@code needs} searches over. */
public sealed interface Change {

    /** The scenario with the change made. Figures keep their authors; the change itself is named in the plan's title by the caller. */
    Scenario in(Scenario scenario);

    /** A segment cannot be used at all. */
    record Close(String segment) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            Scenario.Closure closure =
                    new Scenario.Closure(segment, "other", wide(scenario.horizon()), "asked as a what-if", "");
            List<Scenario.Closure> closures = new java.util.ArrayList<>(scenario.closures());
            closures.add(closure);
            return Copy.of(scenario).closures(closures).build();
        }
    }

    /** More (or, if negative, fewer) vehicles per hour at a checkpoint, in all its hours. */
    record CheckpointRate(String checkpoint, double addPerHour) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario)
                    .checkpoints(each(
                            scenario.checkpoints(), post -> !matches(checkpoint, post.id()) ? post : widened(post)))
                    .build();
        }

        private Checkpoint widened(Checkpoint post) {
            List<Scenario.Hours> hours =
                    each(post.hours(), h -> new Scenario.Hours(h.window(), add(h.vehiclesPerHour(), addPerHour)));
            return new Checkpoint(
                    post.id(),
                    post.name(),
                    post.segment(),
                    post.at(),
                    post.confirmingParty(),
                    hours,
                    post.queue(),
                    post.screening(),
                    post.bothDirections());
        }
    }

    /** More vehicles per hour on a segment. */
    record RoadRate(String segment, double addPerHour) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario)
                    .roads(each(
                            scenario.roads(),
                            road -> !matches(segment, road.segment().id())
                                    ? road
                                    : new Road(
                                            road.segment(),
                                            road.kilometres(),
                                            road.travel(),
                                            add(road.vehiclesPerHour(), addPerHour),
                                            road.bothWays(),
                                            road.source(),
                                            road.street())))
                    .build();
        }
    }

    /** More vehicles in a fleet. */
    record Vehicles(String fleet, int more) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario)
                    .fleets(each(scenario.fleets(), f -> !matches(fleet, f.id()) ? f : larger(f)))
                    .build();
        }

        private Fleet larger(Fleet f) {
            return new Fleet(
                    f.id(),
                    f.name(),
                    add(f.vehicles(), more),
                    f.seats(),
                    f.stretchers(),
                    f.wheelchairs(),
                    f.base(),
                    f.from(),
                    f.loading(),
                    f.unloading(),
                    f.shuttles(),
                    f.serves(),
                    f.destinations(),
                    f.convoy(),
                    f.seatsPerChildEscort());
        }
    }

    /** Silence, checkpoint hours and the planning horizon last longer, by the same time everywhere; a latest departure moves with them. */
    record MoreTime(Duration longer) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario)
                    .horizon(longer(scenario.horizon()))
                    .versions(each(scenario.versions(), this::longer))
                    .checkpoints(each(scenario.checkpoints(), this::longer))
                    .build();
        }

        private Version longer(Version v) {
            Map<String, List<Window>> silence = new java.util.LinkedHashMap<>();
            v.silence().forEach((segment, windows) -> silence.put(segment, each(windows, this::longer)));
            return new Version(
                    v.id(),
                    v.name(),
                    v.by(),
                    v.source(),
                    silence,
                    v.latestDeparture().map(moment -> moment.plus(longer)),
                    v.earliestDeparture(),
                    v.curfews(),
                    v.destinations(),
                    v.unstated());
        }

        private Checkpoint longer(Checkpoint c) {
            List<Scenario.Hours> hours =
                    each(c.hours(), h -> new Scenario.Hours(longer(h.window()), h.vehiclesPerHour()));
            return new Checkpoint(
                    c.id(),
                    c.name(),
                    c.segment(),
                    c.at(),
                    c.confirmingParty(),
                    hours,
                    c.queue(),
                    c.screening(),
                    c.bothDirections());
        }

        private Window longer(Window window) {
            return new Window(window.from(), window.to().plus(longer), window.zone());
        }
    }

    /** People are ready to leave later (or, if negative, earlier); hours and windows stay as they are. */
    record StartLate(Duration late) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario)
                    .assemblies(each(
                            scenario.assemblies(),
                            a -> new Assembly(
                                    a.id(),
                                    a.name(),
                                    a.place(),
                                    a.people(),
                                    a.from().plus(late),
                                    a.vehiclesPerHour(),
                                    a.ownCarShare(),
                                    a.personsPerCar(),
                                    a.destinations(),
                                    a.destinationSource(),
                                    a.needs(),
                                    a.rank(),
                                    a.convoy())))
                    .build();
        }
    }

    private static boolean matches(String asked, String id) {
        return asked.equals("all") || asked.equals(id);
    }

    private static Figure add(Figure figure, double more) {
        return new Figure(
                Math.max(0, figure.low() + more), Math.max(0, figure.high() + more), figure.by(), figure.source());
    }

    private static Window wide(Window window) {
        return new Window(window.from().minus(Duration.ofDays(1)), window.to().plus(Duration.ofDays(1)), window.zone());
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
