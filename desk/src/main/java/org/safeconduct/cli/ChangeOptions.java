package org.safeconduct.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeconduct.plan.Change;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Scenario;
import picocli.CommandLine.Option;

/** The changes that {@code whatif} asks about and {@code replan} is told, as options; they are made in the order of the options here. */
final class ChangeOptions {
    private static final Pattern AMOUNT = Pattern.compile("(.+)=([+-]?\\d{1,6}(?:\\.\\d{1,3})?)");
    private static final Pattern TIME = Pattern.compile("([+-]?)(?:(\\d{1,2})h)?(?:(\\d{1,4})m(?:in)?)?");
    private static final Duration LONGEST = Duration.ofDays(2);
    private static final String ALL = "all";

    @Option(names = "--close", paramLabel = "SEGMENT")
    private List<String> close = List.of();

    @Option(names = "--widen", paramLabel = "SEGMENT=+N")
    private List<String> widen = List.of();

    @Option(names = "--checkpoint", paramLabel = "ID=+N")
    private List<String> checkpoint = List.of();

    @Option(names = "--stop", paramLabel = "ID")
    private List<String> stop = List.of();

    @Option(names = "--add", paramLabel = "FLEET=+N")
    private List<String> add = List.of();

    @Option(names = "--longer", paramLabel = "TIME")
    private @Nullable String longer;

    @Option(names = "--until", paramLabel = "TIME")
    private List<String> until = List.of();

    @Option(names = "--late", paramLabel = "TIME")
    private @Nullable String late;

    /**
     * A change with its name for people.
     *
     * @param words such as "checkpoint west +60 vehicles an hour"
     */
    record Named(Change change, String words) {}

    /** An option whose value is the id of something and an amount. */
    private record Amounted(
            String option, List<String> given, List<String> known, BiFunction<String, Double, Named> named) {}

    private record Parsed(List<Named> changes, List<InputProblem> problems) {
        void problem(String option, String value, String problem, String remedy) {
            problems.add(new InputProblem(Texts.text("usage.place"), 0, option, "\"" + value + "\"", problem, remedy));
        }
    }

    /** The changes asked for; everything wrong with them is found at once. */
    List<Named> of(Scenario scenario) throws InputProblems {
        Parsed parsed = new Parsed(new ArrayList<>(), new ArrayList<>());
        List<String> segments =
                scenario.roads().stream().map(road -> road.segment().id()).toList();
        for (String segment : close) {
            find(parsed, "--close", segment, segments)
                    .ifPresent(id ->
                            parsed.changes().add(new Named(new Change.Close(id), Texts.text("change.close", id))));
        }
        List<String> posts =
                scenario.checkpoints().stream().map(Scenario.Checkpoint::id).toList();
        for (String post : stop) {
            find(parsed, "--stop", post, withAll(posts))
                    .ifPresent(
                            id -> parsed.changes().add(new Named(new Change.Stop(id), Texts.text("change.stop", id))));
        }
        for (Amounted option : amounted(scenario, segments)) {
            option.given().forEach(value -> add(parsed, option, value));
        }
        addTime(
                parsed,
                "--longer",
                longer,
                time -> new Named(new Change.MoreTime(time), Texts.text("change.longer", minutes(time))));
        until.forEach(value -> addUntil(parsed, value, scenario, segments));
        addTime(
                parsed,
                "--late",
                late,
                time -> new Named(new Change.StartLate(time), Texts.text("change.late", minutes(time))));
        if (!parsed.problems().isEmpty()) {
            throw new InputProblems(parsed.problems());
        }
        return parsed.changes();
    }

    private List<Amounted> amounted(Scenario scenario, List<String> segments) {
        return List.of(
                new Amounted(
                        "--widen",
                        widen,
                        withAll(segments),
                        (id, more) ->
                                new Named(new Change.RoadRate(id, more), Texts.text("change.widen", id, signed(more)))),
                new Amounted(
                        "--checkpoint",
                        checkpoint,
                        withAll(scenario.checkpoints().stream()
                                .map(Scenario.Checkpoint::id)
                                .toList()),
                        (id, more) -> new Named(
                                new Change.CheckpointRate(id, more),
                                Texts.text("change.checkpoint", id, signed(more)))),
                new Amounted(
                        "--add",
                        add,
                        withAll(scenario.fleets().stream()
                                .map(Scenario.Fleet::id)
                                .toList()),
                        (id, more) -> new Named(
                                new Change.Vehicles(id, more.intValue()), Texts.text("change.add", id, signed(more)))));
    }

    private static void add(Parsed parsed, Amounted option, String value) {
        Matcher matcher = AMOUNT.matcher(value);
        if (!matcher.matches()) {
            parsed.problem(
                    option.option(),
                    value,
                    Texts.text("change.no-amount"),
                    Texts.text("change.amount", option.option()));
            return;
        }
        double more = Double.parseDouble(matcher.group(2));
        find(parsed, option.option(), matcher.group(1), option.known())
                .ifPresent(id -> parsed.changes().add(option.named().apply(id, more)));
    }

    private static Optional<String> find(Parsed parsed, String option, String id, Collection<String> known) {
        if (known.contains(id)) {
            return Optional.of(id);
        }
        parsed.problem(option, id, Texts.text("unknown." + option.substring(2)), Near.remedy(id, known));
        return Optional.empty();
    }

    /** {@code 14:00} for all roads and checkpoints, {@code alder-elm=14:00} for one segment. */
    private static void addUntil(Parsed parsed, String value, Scenario scenario, List<String> segments) {
        int equals = value.indexOf('=');
        String time = value.substring(equals + 1);
        Optional<Instant> end = MomentOption.of(time, scenario);
        if (end.isEmpty()) {
            parsed.problem("--until", value, Texts.text("change.no-moment"), Texts.text("change.moment", "--until"));
            return;
        }
        Optional<String> where = equals < 0
                ? Optional.of(Change.ALL)
                : find(parsed, "--until", value.substring(0, equals), withAll(segments));
        where.ifPresent(id -> parsed.changes()
                .add(new Named(
                        new Change.Until(id, end.get()),
                        Texts.text(id.equals(Change.ALL) ? "change.until.all" : "change.until", id, time))));
    }

    private static void addTime(Parsed parsed, String option, @Nullable String value, Function<Duration, Named> named) {
        if (value == null) {
            return;
        }
        Optional<Duration> time = time(value);
        if (time.isEmpty()) {
            parsed.problem(option, value, Texts.text("change.no-time"), Texts.text("change.time", option));
        } else if (option.equals("--longer") && time.get().isNegative()) {
            parsed.problem(option, value, Texts.text("change.shorter"), Texts.text("change.time", option));
        } else {
            parsed.changes().add(named.apply(time.get()));
        }
    }

    /** {@code 30m}, {@code 1h}, {@code 1h30m}, {@code 90 min}; with a minus, earlier. */
    static Optional<Duration> time(String text) {
        Matcher matcher = TIME.matcher(text.replace(" ", ""));
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
            return Optional.empty();
        }
        Duration time = Duration.ofHours(number(matcher.group(2))).plusMinutes(number(matcher.group(3)));
        return time.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(matcher.group(1).equals("-") ? time.negated() : time);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static List<String> withAll(List<String> ids) {
        return ids.isEmpty() ? ids : Stream.concat(ids.stream(), Stream.of(ALL)).toList();
    }

    private static String signed(double more) {
        return (more < 0 ? "−" : "+") + Texts.number(Math.abs(more));
    }

    private static String minutes(Duration time) {
        return signed((double) time.toMinutes());
    }
}
