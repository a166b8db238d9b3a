package org.safeconduct.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.flow.OnClosing;
import org.safeconduct.plan.Change;
import org.safeconduct.plan.News;
import org.safeconduct.publish.Plain;
import org.safeconduct.road.Area;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.streets.Clicked;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code replan} is told: when, what changes, and what those do who are on a road that closes. */
final class NewsOptions {
    private static final Pattern POINT = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");
    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d+)?)";
    private static final Pattern BOX = Pattern.compile(NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER);

    /** How far a point may lie from the road that is meant, in metres. */
    private static final double REACH_METRES = 2_000;

    @Option(names = "--at", paramLabel = "TIME", required = true)
    private String at = "";

    @Option(names = "--close-at", paramLabel = "LAT,LON")
    private List<String> closeAt = List.of();

    @Option(names = "--close-area", paramLabel = "AREA")
    private List<String> closeArea = List.of();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Option(names = "--on-closing", paramLabel = "WHAT")
    private String onClosing = TURN_BACK;

    private static final String TURN_BACK = "turn-back";
    private static final String FINISH = "finish";

    /**
     * News with its words for people.
     *
     * @param words one for each change
     */
    record Told(News news, List<String> words) {}

    /** The news asked about; everything wrong with it is found at once. */
    Told of(Scenario scenario, Surroundings around) throws InputProblems {
        List<InputProblem> problems = new ArrayList<>();
        Optional<Instant> moment = MomentOption.of(at, scenario);
        if (moment.isEmpty()) {
            problems.add(problem("--at", at, Texts.text("replan.no-moment"), Texts.text("change.moment", "--at")));
        }
        List<Change> all = new ArrayList<>();
        List<String> words = new ArrayList<>();
        close(scenario, around, problems).forEach(named -> {
            all.add(named.change());
            words.add(named.words());
        });
        try {
            for (ChangeOptions.Named named : changes.of(scenario)) {
                all.add(named.change());
                words.add(named.words());
            }
        } catch (InputProblems more) {
            problems.addAll(more.problems());
        }
        Optional<OnClosing> rule = rule(problems);
        all.forEach(change -> check(change, moment, problems));
        if (all.isEmpty() && problems.isEmpty()) {
            problems.add(problem("", "", Texts.text("replan.nothing"), Texts.text("replan.say")));
        }
        if (moment.isEmpty() || rule.isEmpty() || !problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        return new Told(new News(moment.get(), all, rule.get()), words);
    }

    /** What cannot be done while a plan is under way. */
    private static void check(Change change, Optional<Instant> moment, List<InputProblem> problems) {
        if (change instanceof Change.Vehicles(String fleet, int more) && more < 0) {
            problems.add(problem(
                    "--add",
                    fleet + "=" + more,
                    Texts.text("replan.fewer-vehicles"),
                    Texts.text("change.amount", "--add")));
        }
        if (change instanceof Change.Until(String segment, Instant end)
                && moment.filter(end::isBefore).isPresent()) {
            problems.add(problem("--until", segment, Texts.text("replan.until-past"), Texts.text("replan.until")));
        }
    }

    private Optional<OnClosing> rule(List<InputProblem> problems) {
        return switch (onClosing) {
            case TURN_BACK -> Optional.of(OnClosing.TURN_BACK);
            case FINISH -> Optional.of(OnClosing.FINISH);
            default -> {
                problems.add(
                        problem("--on-closing", onClosing, Texts.text("replan.no-rule"), Texts.text("replan.rule")));
                yield Optional.empty();
            }
        };
    }

    private List<ChangeOptions.Named> close(Scenario scenario, Surroundings around, List<InputProblem> problems) {
        Clicked map = new Clicked(scenario);
        List<ChangeOptions.Named> named = new ArrayList<>();
        for (String point : closeAt) {
            at(map, point, problems)
                    .ifPresent(near -> new LinkedHashSet<>(near.segments())
                            .forEach(id -> named.add(closed(id, clicked(scenario, id, near.metres(), point)))));
        }
        for (String area : closeArea) {
            List<String> inside =
                    area(area, around, problems).map(map::touching).orElse(List.of());
            if (inside.isEmpty() && problems.isEmpty()) {
                problems.add(problem("--close-area", area, Texts.text("replan.empty-area"), Texts.text("replan.area")));
            }
            String words = Texts.count("change.close.area", inside.size());
            for (int i = 0; i < inside.size(); i++) {
                named.add(closed(inside.get(i), i == 0 ? words : ""));
            }
        }
        return named;
    }

    private static ChangeOptions.Named closed(String segment, String words) {
        return new ChangeOptions.Named(new Change.Close(segment), words);
    }

    /** With its name and distance, so that a point that fell on another street is seen. */
    private static String clicked(Scenario scenario, String id, double metres, String point) {
        String street = scenario.roads().stream()
                .filter(road -> road.segment().id().equals(id))
                .flatMap(road -> road.street().stream())
                .map(Scenario.Street::name)
                .filter(name -> !name.isEmpty())
                .map(name -> ", " + Plain.of(name) + ",")
                .findFirst()
                .orElse("");
        return Texts.text("change.close.at", id + street, Texts.number(Math.round(metres)), point);
    }

    private static Optional<Clicked.Nearest> at(Clicked map, String point, List<InputProblem> problems) {
        Matcher matcher = POINT.matcher(point.replace(" ", ""));
        double latitude = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 91;
        double longitude = matcher.matches() ? Double.parseDouble(matcher.group(2)) : 181;
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            problems.add(problem("--close-at", point, Texts.text("replan.no-point"), Texts.text("replan.point")));
            return Optional.empty();
        }
        Clicked.Nearest nearest = map.nearest(latitude, longitude);
        if (nearest.metres() > REACH_METRES) {
            String far = Texts.text("replan.far-point", Texts.number(Math.round(nearest.metres() / 100) / 10.0));
            problems.add(
                    problem("--close-at", point, far, Texts.text("replan.near-point", Texts.number(REACH_METRES))));
            return Optional.empty();
        }
        return Optional.of(nearest);
    }

    private static Optional<Area> area(String text, Surroundings around, List<InputProblem> problems) {
        Matcher box = BOX.matcher(text.replace(" ", ""));
        try {
            return Optional.of(
                    box.matches()
                            ? new Area.Box(number(box, 1), number(box, 2), number(box, 3), number(box, 4))
                            : AreaReader.read(around.at(Path.of(text))));
        } catch (IllegalArgumentException e) {
            problems.add(problem("--close-area", text, Texts.text("replan.no-area"), Texts.text("replan.area")));
        } catch (RoadProblems e) {
            problems.addAll(RoadFile.problems(e).problems());
        }
        return Optional.empty();
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    private static InputProblem problem(String option, String value, String problem, String remedy) {
        String shown = value.isEmpty() ? "" : "\"" + value + "\"";
        return new InputProblem(Texts.text("usage.place"), 0, option, shown, problem, remedy);
    }
}
