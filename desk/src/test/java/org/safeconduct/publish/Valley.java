package org.safeconduct.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.safeconduct.scenario.Figure;
import org.safeconduct.scenario.Party;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Scenario.AidConvoy;
import org.safeconduct.scenario.Scenario.Assembly;
import org.safeconduct.scenario.Scenario.Checkpoint;
import org.safeconduct.scenario.Scenario.Closure;
import org.safeconduct.scenario.Scenario.Curfew;
import org.safeconduct.scenario.Scenario.Destination;
import org.safeconduct.scenario.Scenario.Fleet;
import org.safeconduct.scenario.Scenario.Halt;
import org.safeconduct.scenario.Scenario.Hours;
import org.safeconduct.scenario.Scenario.Needs;
import org.safeconduct.scenario.Scenario.Road;
import org.safeconduct.scenario.Scenario.Version;
import org.safeconduct.scenario.Segment;
import org.safeconduct.scenario.Source;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.Place;
import org.safeconduct.terms.Window;

/**
 * A valley that does not exist, for tests: people gather in Milna; one side announces the way north to Stavok, the other the way east to Reka.
 *
 * <pre>
 *             Stavok (north)
 *               |  checkpoint say.apply("Old Mill")
 *   Milna -- Orlin -- Teren
 *      \______ Brod ______ Reka (east)
 * </pre>
 */
final class Valley {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String TEAM = "planning team";

    private final UnaryOperator<String> say;

    private Valley(UnaryOperator<String> say) {
        this.say = say;
    }

    static Scenario scenario() {
        return new Valley(text -> text).build();
    }

    /** The same valley, every text that a file can hold changed. */
    static Scenario saying(UnaryOperator<String> say) {
        return new Valley(say).build();
    }

    /** A moment of the day, local time in Kyiv. */
    static Instant at(int hour, int minute) {
        return LocalTime.of(hour, minute)
                .atDate(java.time.LocalDate.of(2022, 3, 5))
                .atZone(KYIV)
                .toInstant();
    }

    static Window window(int from, int to) {
        return new Window(at(from, 0), at(to, 0), KYIV);
    }

    private Figure stated(double value) {
        return new Figure(value, value, say.apply("town council"), "s1");
    }

    private Figure assumed(double low, double high) {
        return new Figure(low, high, TEAM, "");
    }

    private Scenario build() {
        return new Scenario(
                "valley-teaching",
                say.apply("Milna: the way north or the way east"),
                say.apply("Two sides announce two ways out of one town for the same day. Fictional."),
                Label.PARTIES,
                true,
                List.of(KYIV, MOSCOW),
                Duration.ofMinutes(1),
                window(7, 18),
                assumed(0.85, 0.85),
                Optional.empty(),
                sources(),
                List.of(
                        new Party("north", say.apply("Northern council")),
                        new Party("east", say.apply("Eastern command"))),
                places(),
                roads(),
                List.of(north(), east()),
                assemblies(),
                List.of(fleet()),
                List.of(
                        new Destination("stavok", "stavok", Optional.of(stated(15_000)), Optional.empty(), 1),
                        new Destination("reka", "reka", Optional.empty(), Optional.empty(), 1)),
                List.of(
                        checkpoint("mill", say.apply("Old Mill"), "orlin-stavok", "stavok"),
                        checkpoint("ford", "Ford Bridge", "brod-reka", "reka")),
                List.of(new AidConvoy("trucks", say.apply("food and medicine"), 8, "stavok", "milna", at(10, 0))),
                List.of(new Closure(
                        "orlin-teren", say.apply("mine"), window(7, 18), say.apply("Northern council"), "s2")),
                List.of(new Halt("orlin", Optional.of(200), true, "")),
                List.of(),
                Optional.empty(),
                List.of(say.apply("Every name and figure here is invented.")),
                List.of(say.apply("scenario: derating 0.85, not stated")));
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put(
                "s1",
                new Source(
                        "s1",
                        say.apply("Town council, notice of 4 March"),
                        say.apply("https://council.example/notice?day=5&part=1")));
        sources.put("s2", new Source("s2", say.apply("Eastern command, radio message"), ""));
        return sources;
    }

    private List<Place> places() {
        return List.of(
                new Place("milna", say.apply("Milna"), say.apply("Мільна / Мильна"), 40.10, -30.40),
                new Place("milna-hall", say.apply("Milna sports hall"), "", 40.11, -30.38),
                new Place("orlin", say.apply("Orlin"), "Орлін / Орлин", 40.42, -30.25),
                new Place("teren", "Teren", "", 40.45, -29.80),
                new Place("stavok", say.apply("Stavok"), "Ставок", 40.80, -30.10),
                new Place("brod", "Brod", "Брід / Брод", 40.02, -29.85),
                new Place("reka", "Reka", "Ріка / Река", 40.06, -29.20));
    }

    private List<Road> roads() {
        return List.of(
                road("hall-milna", "milna-hall", "milna", 2.4, assumed(6, 10)),
                road("milna-orlin", "milna", "orlin", 41, assumed(50, 70)),
                road("orlin-stavok", "orlin", "stavok", 46.5, assumed(55, 80)),
                road("orlin-teren", "orlin", "teren", 40, assumed(50, 60)),
                road("milna-brod", "milna", "brod", 50, assumed(60, 75)),
                road("brod-reka", "brod", "reka", 58, assumed(60, 90)));
    }

    private Road road(String id, String from, String to, double kilometres, Figure minutes) {
        return new Road(
                new Segment(id, from, to),
                kilometres,
                minutes,
                assumed(400, 600),
                1,
                false,
                id.startsWith("milna") ? "s1" : "",
                Optional.empty());
    }

    private Version north() {
        Map<String, List<Window>> silence = new LinkedHashMap<>();
        silence.put("hall-milna", List.of(window(9, 16)));
        silence.put("milna-orlin", List.of(window(9, 16)));
        silence.put("orlin-stavok", List.of(window(10, 15)));
        return new Version(
                "north",
                say.apply("As announced by the Northern council"),
                "north",
                "s1",
                silence,
                Optional.empty(),
                Optional.of(at(11, 0)),
                List.of(),
                List.of("stavok"),
                List.of(say.apply("Who confirms silence between Orlin and Stavok")));
    }

    private Version east() {
        Map<String, List<Window>> silence = new LinkedHashMap<>();
        silence.put("hall-milna", List.of(window(9, 16)));
        silence.put("milna-brod", List.of(window(9, 16)));
        silence.put("brod-reka", List.of(window(9, 16)));
        return new Version(
                "east",
                say.apply("As announced by the Eastern command"),
                "east",
                "s2",
                silence,
                Optional.of(at(14, 0)),
                Optional.of(at(10, 0)),
                List.of(new Curfew(LocalTime.of(18, 0), LocalTime.of(6, 0), MOSCOW, List.of("brod-reka"))),
                List.of("reka"),
                List.of("Whether people may choose where they go", say.apply("Who may leave"), "Who drives the buses"));
    }

    private List<Assembly> assemblies() {
        return List.of(
                assembly(
                        "hall",
                        say.apply("Sports hall, Harbour Street 53"),
                        "milna-hall",
                        12_000,
                        new Needs(6, 14, 30)),
                assembly("theatre", say.apply("Drama theatre, Theatre Street 1"), "milna", 8_000, Needs.NONE));
    }

    private Assembly assembly(String id, String name, String place, double people, Needs needs) {
        return new Assembly(
                id,
                name,
                place,
                stated(people),
                at(11, 0),
                Optional.of(assumed(120, 240)),
                assumed(0.1, 0.2),
                assumed(3, 4),
                Map.of(),
                "",
                needs,
                1,
                Optional.empty());
    }

    private Fleet fleet() {
        return new Fleet(
                "buses",
                say.apply("city buses"),
                assumed(6, 10),
                50,
                0,
                1,
                "milna",
                at(9, 0),
                Duration.ofMinutes(20),
                Duration.ofMinutes(10),
                true,
                List.of("hall", "theatre"),
                List.of(),
                Optional.empty(),
                8);
    }

    private Checkpoint checkpoint(String id, String name, String segment, String at) {
        return new Checkpoint(
                id,
                name,
                segment,
                at,
                "east",
                List.of(new Hours(window(9, 16), assumed(60, 120))),
                Optional.of(80),
                Duration.ofMinutes(2),
                true);
    }
}
