package org.safeconduct.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
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
            List<Scenario.Closure> closures = new ArrayList<>(scenario.closures());
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
            return with(post, hours);
        }
    }

    /** A checkpoint lets nobody through any more. */
    record Stop(String checkpoint) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            Scenario.Hours closed = new Scenario.Hours(scenario.horizon(), NOBODY);
            return Copy.of(scenario)
                    .checkpoints(each(
                            scenario.checkpoints(),
                            post -> matches(checkpoint, post.id()) ? with(post, List.of(closed)) : post))
                    .build();
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
                                            road.lanes(),
                                            road.bothWays(),
                                            road.source(),
                                            road.street())))
                    .build();
        }
    }

    /** Roads take any number of vehicles: what the limit on vehicles that fit on a road costs. */
    record NoStorage() implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            return Copy.of(scenario).storage(Optional.empty()).build();
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
            Map<String, List<Window>> silence = new LinkedHashMap<>();
            v.silence().forEach((segment, windows) -> silence.put(segment, each(windows, this::longer)));
            return with(v, silence, v.latestDeparture().map(moment -> moment.plus(longer)));
        }

        private Checkpoint longer(Checkpoint c) {
            List<Scenario.Hours> hours =
                    each(c.hours(), h -> new Scenario.Hours(longer(h.window()), h.vehiclesPerHour()));
            return with(c, hours);
        }

        private Window longer(Window window) {
            return new Window(window.from(), window.to().plus(longer), window.zone());
        }
    }

    /** Silence ends earlier on a segment, or everywhere; checkpoint hours with it if it does everywhere. */
    record Until(String segment, Instant end) implements Change {
        @Override
        public Scenario in(Scenario scenario) {
            Copy copy = Copy.of(scenario).versions(each(scenario.versions(), this::shorter));
            return segment.equals(ALL)
                    ? copy.checkpoints(each(scenario.checkpoints(), this::shorter))
                            .build()
                    : copy.build();
        }

        private Version shorter(Version v) {
            Map<String, List<Window>> silence = new LinkedHashMap<>();
            v.silence().forEach((id, windows) -> silence.put(id, matches(segment, id) ? cut(windows) : windows));
            return with(v, silence, v.latestDeparture());
        }

        private Checkpoint shorter(Checkpoint post) {
            List<Scenario.Hours> hours = post.hours().stream()
                    .flatMap(h -> cut(List.of(h.window())).stream()
                            .map(window -> new Scenario.Hours(window, h.vehiclesPerHour())))
                    .toList();
            boolean closes = hours.isEmpty() && !post.hours().isEmpty();
            return closes
                    ? with(
                            post,
                            List.of(new Scenario.Hours(post.hours().getFirst().window(), NOBODY)))
                    : with(post, hours);
        }

        private List<Window> cut(List<Window> windows) {
            return windows.stream()
                    .filter(window -> window.from().isBefore(end))
                    .map(window -> window.to().isAfter(end) ? new Window(window.from(), end, window.zone()) : window)
                    .toList();
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

    /** Stands for every segment, checkpoint or fleet. */
    String ALL = "all";

    /** The rate of a checkpoint that lets nobody through. */
    Figure NOBODY = new Figure(0, 0, "news", "");

    private static Checkpoint with(Checkpoint post, List<Scenario.Hours> hours) {
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

    private static Version with(Version v, Map<String, List<Window>> silence, Optional<Instant> latestDeparture) {
        return new Version(
                v.id(),
                v.name(),
                v.by(),
                v.source(),
                silence,
                latestDeparture,
                v.earliestDeparture(),
                v.curfews(),
                v.destinations(),
                v.unstated());
    }

    private static boolean matches(String asked, String id) {
        return asked.equals(ALL) || asked.equals(id);
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
