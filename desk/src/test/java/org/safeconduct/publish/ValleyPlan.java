package org.safeconduct.publish;

import static org.safeconduct.publish.Valley.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.plan.Plan;
import org.safeconduct.plan.Plan.AidRow;
import org.safeconduct.plan.Plan.AssemblyRow;
import org.safeconduct.plan.Plan.Assumption;
import org.safeconduct.plan.Plan.Bottleneck;
import org.safeconduct.plan.Plan.CasePlan;
import org.safeconduct.plan.Plan.CheckpointRow;
import org.safeconduct.plan.Plan.Count;
import org.safeconduct.plan.Plan.CurvePoint;
import org.safeconduct.plan.Plan.DepartureRow;
import org.safeconduct.plan.Plan.DestinationRow;
import org.safeconduct.plan.Plan.Journey;
import org.safeconduct.plan.Plan.LastArriving;
import org.safeconduct.plan.Plan.Left;
import org.safeconduct.plan.Plan.Lever;
import org.safeconduct.plan.Plan.Lift;
import org.safeconduct.plan.Plan.Mode;
import org.safeconduct.plan.Plan.ModeRow;
import org.safeconduct.plan.Plan.Outcome;
import org.safeconduct.plan.Plan.Passage;
import org.safeconduct.plan.Plan.Range;
import org.safeconduct.plan.Plan.Route;
import org.safeconduct.plan.Plan.Span;
import org.safeconduct.plan.Plan.Stop;
import org.safeconduct.plan.Plan.Stranding;
import org.safeconduct.plan.Plan.VersionPlan;
import org.safeconduct.plan.Plan.Why;
import org.safeconduct.scenario.Scenario;

/** A plan for the valley, written by hand: its figures fit together but nothing computed them. */
final class ValleyPlan {
    static final String HASH = "5f16e8a0c4d2b7913e0f4a6d8c9b2e7715a3c0d4f6e8b1a29384756a0b1c2d3e";

    private ValleyPlan() {}

    static Plan plan() {
        return of(Valley.scenario());
    }

    static Plan of(Scenario scenario) {
        return new Plan(scenario, HASH, List.of(north(), east()));
    }

    /** The way north if no road is open. */
    static Plan nobodyMoves() {
        CasePlan none = new CasePlan(
                Range.LOW,
                true,
                20_000,
                0,
                0,
                "free flow",
                0,
                List.of(),
                List.of(new AssemblyRow(
                        "hall",
                        12_000,
                        0,
                        12_000,
                        List.of(new Left(Why.NO_VEHICLE_STATED, 12_000)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        50)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        Span people = new Span(20_000, 20_000);
        VersionPlan north =
                new VersionPlan("north", Outcome.CANNOT, people, new Span(0, 0), none, none, List.of(), List.of());
        return new Plan(Valley.scenario(), HASH, List.of(north));
    }

    private static VersionPlan north() {
        return new VersionPlan(
                "north",
                Outcome.CANNOT,
                new Span(20_000, 20_000),
                new Span(381, 858),
                northLow(),
                northHigh(),
                List.of(
                        "Who confirms silence between Orlin and Stavok",
                        "Silence differs between segments: they overlap only from 10:00 to 15:00 Kyiv"),
                List.of(
                        new Assumption("checkpoint Old Mill, rate", "60–120 vehicles/h", "planning team"),
                        new Assumption("share with cars of their own", "10–20 %", "planning team"),
                        new Assumption("buses", "6–10", "planning team")));
    }

    private static VersionPlan east() {
        return new VersionPlan(
                "east",
                Outcome.NOT_RULED_OUT,
                new Span(20_000, 20_000),
                new Span(20_000, 20_000),
                eastCase(Range.LOW),
                eastCase(Range.HIGH),
                List.of("Whether people may choose where they go", "Who may leave"),
                List.of());
    }

    private static CasePlan northLow() {
        Route route = new Route(
                "R1",
                List.of("milna-hall", "milna", "orlin", "stavok"),
                List.of("hall-milna", "milna-orlin", "orlin-stavok"),
                89.9,
                300);
        Route short1 =
                new Route("R2", List.of("milna", "orlin", "stavok"), List.of("milna-orlin", "orlin-stavok"), 87.5, 60);
        return new CasePlan(
                Range.LOW,
                false,
                20_000,
                360,
                372,
                "checkpoint slots × best vehicle",
                381,
                northCurve(),
                northAssemblies(),
                List.of(new DestinationRow(
                        "stavok", 360, 26, Optional.of(15_000L), Optional.of(at(13, 30)), Optional.of(at(15, 0)))),
                List.of(
                        new ModeRow(Mode.PROVIDED_VEHICLE, "city buses", 300, 6),
                        new ModeRow(Mode.OWN_CAR, "own cars", 60, 20)),
                List.of(route, short1),
                List.of(
                        departure("hall", at(11, 0), Mode.PROVIDED_VEHICLE, 3, 150),
                        departure("hall", at(12, 0), Mode.PROVIDED_VEHICLE, 3, 150),
                        departure("theatre", at(12, 15), Mode.OWN_CAR, 20, 60)),
                lifts(),
                northPassages(),
                List.of(new CheckpointRow("mill", 26, 26, 4, Optional.of(at(14, 40)), 92, 60, 12, 20, 80)),
                northBottlenecks(),
                List.of(
                        new Lever("30 minutes more silence on every segment", 467, 107),
                        new Lever("departure at 10:00 Kyiv instead of 11:00", 580, 220),
                        new Lever("10 buses more", 360, 0)),
                stranding(),
                journeys(),
                List.of(new AidRow("trucks", 8, 5, Optional.of(at(12, 30)), Optional.of(at(13, 10)))),
                Optional.empty());
    }

    private static CasePlan northHigh() {
        CasePlan low = northLow();
        return new CasePlan(
                Range.HIGH,
                false,
                20_000,
                820,
                850,
                low.relaxation(),
                858,
                List.of(
                        new CurvePoint(at(12, 50), 110, 130),
                        new CurvePoint(at(13, 30), 300, 350),
                        new CurvePoint(at(14, 15), 600, 640),
                        new CurvePoint(at(15, 0), 820, 850)),
                low.assemblies(),
                low.destinations(),
                low.modes(),
                low.routes(),
                low.departures(),
                low.lifts(),
                low.passages(),
                low.checkpoints(),
                low.bottlenecks(),
                low.levers(),
                low.stranding(),
                low.journeys(),
                low.aid(),
                Optional.empty());
    }

    /** The way east in few rows, and the same at both ends: nothing is a range. */
    private static CasePlan eastCase(Range range) {
        return new CasePlan(
                range,
                true,
                20_000,
                20_000,
                20_000,
                "free flow",
                20_000,
                List.of(new CurvePoint(at(12, 0), 4_000, 4_000), new CurvePoint(at(15, 30), 20_000, 20_000)),
                eastAssemblies(),
                List.of(new DestinationRow(
                        "reka", 20_000, 5_000, Optional.empty(), Optional.of(at(12, 0)), Optional.of(at(15, 30)))),
                List.of(new ModeRow(Mode.OWN_CAR, "own cars", 20_000, 5_000)),
                List.of(new Route(
                        "R1", List.of("milna", "brod", "reka"), List.of("milna-brod", "brod-reka"), 108, 20_000)),
                List.of(new DepartureRow(
                        "theatre",
                        at(10, 0),
                        at(10, 15),
                        Mode.OWN_CAR,
                        "own cars",
                        400,
                        1_600,
                        "R1",
                        "reka",
                        at(12, 0),
                        at(12, 15),
                        List.of())),
                List.of(),
                eastPassages(),
                List.of(new CheckpointRow("ford", 5_000, 5_000, 0, Optional.empty(), 5_000, 5_000, 0, 0, 12)),
                List.of(),
                List.of(),
                List.of(new Stranding(
                        Stranding.Discipline.BY_THE_SHEET,
                        Duration.ZERO,
                        20_000,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static List<CurvePoint> northCurve() {
        return List.of(
                new CurvePoint(at(13, 30), 100, 120),
                new CurvePoint(at(14, 0), 200, 220),
                new CurvePoint(at(14, 30), 300, 320),
                new CurvePoint(at(15, 0), 360, 372));
    }

    private static List<AssemblyRow> northAssemblies() {
        return List.of(
                new AssemblyRow(
                        "hall",
                        12_000,
                        300,
                        11_700,
                        List.of(
                                new Left(Why.NO_PLACE_IN_A_VEHICLE_IN_TIME, 10_500),
                                new Left(Why.CAR_NOT_THROUGH_IN_TIME, 1_200)),
                        Optional.of(at(11, 0)),
                        Optional.of(at(12, 15)),
                        Optional.of(at(12, 20)),
                        20,
                        30),
                new AssemblyRow(
                        "theatre",
                        8_000,
                        60,
                        7_940,
                        List.of(new Left(Why.CAR_NOT_THROUGH_IN_TIME, 7_940)),
                        Optional.of(at(12, 15)),
                        Optional.of(at(12, 30)),
                        Optional.of(at(12, 30)),
                        0,
                        0));
    }

    private static List<Passage> northPassages() {
        return List.of(
                new Passage("R1", "milna-hall", 0, at(11, 0), at(12, 5)),
                new Passage("R1", "milna", 2.4, at(11, 10), at(12, 15)),
                new Passage("R1", "orlin", 43.4, at(12, 20), at(13, 25)),
                new Passage("R1", "stavok", 89.9, at(13, 42), at(14, 47)),
                new Passage("R2", "milna", 0, at(12, 15), at(12, 30)),
                new Passage("R2", "orlin", 41, at(13, 25), at(13, 40)),
                new Passage("R2", "stavok", 87.5, at(14, 47), at(15, 0)));
    }

    private static List<Bottleneck> northBottlenecks() {
        return List.of(
                new Bottleneck(
                        Bottleneck.Kind.CHECKPOINT,
                        "mill",
                        Bottleneck.Side.BOTH_CUTS,
                        at(10, 0),
                        at(15, 0),
                        60,
                        Optional.of(140L)),
                new Bottleneck(
                        Bottleneck.Kind.SETTING_OUT,
                        "theatre",
                        Bottleneck.Side.NEAR_START,
                        at(11, 0),
                        at(12, 30),
                        120,
                        Optional.of(0L)));
    }

    private static List<AssemblyRow> eastAssemblies() {
        return List.of(
                new AssemblyRow(
                        "hall",
                        12_000,
                        12_000,
                        0,
                        List.of(),
                        Optional.of(at(10, 0)),
                        Optional.of(at(13, 30)),
                        Optional.of(at(13, 59)),
                        50,
                        0),
                new AssemblyRow(
                        "theatre",
                        8_000,
                        8_000,
                        0,
                        List.of(),
                        Optional.of(at(10, 0)),
                        Optional.of(at(13, 30)),
                        Optional.empty(),
                        0,
                        0));
    }

    private static List<Passage> eastPassages() {
        return List.of(
                new Passage("R1", "milna", 0, at(10, 0), at(13, 30)),
                new Passage("R1", "brod", 50, at(11, 0), at(14, 30)),
                new Passage("R1", "reka", 108, at(12, 0), at(15, 30)));
    }

    private static DepartureRow departure(String assembly, Instant from, Mode mode, long vehicles, long people) {
        return new DepartureRow(
                assembly,
                from,
                from.plus(Duration.ofMinutes(15)),
                mode,
                mode == Mode.OWN_CAR ? "own cars" : "city buses",
                vehicles,
                people,
                assembly.equals("hall") ? "R1" : "R2",
                "stavok",
                from.plus(Duration.ofMinutes(162)),
                from.plus(Duration.ofMinutes(165)),
                assembly.equals("hall") ? List.of() : List.of("orlin"));
    }

    private static List<Lift> lifts() {
        List<Lift> lifts = new ArrayList<>();
        for (int vehicle = 1; vehicle <= 6; vehicle++) {
            Instant departure = at(vehicle <= 3 ? 11 : 12, vehicle);
            Instant arrival = departure.plus(Duration.ofMinutes(162));
            lifts.add(new Lift(
                    "buses",
                    vehicle,
                    1,
                    "hall",
                    departure.minus(Duration.ofMinutes(20)),
                    departure,
                    arrival,
                    arrival.plus(Duration.ofMinutes(10)),
                    "stavok",
                    50));
        }
        return lifts;
    }

    private static List<Stranding> stranding() {
        List<Stranding> rows = new ArrayList<>();
        for (Stranding.Discipline discipline : Stranding.Discipline.values()) {
            for (int late : new int[] {0, 30, 60, 120}) {
                boolean none = late == 0 && discipline == Stranding.Discipline.BY_THE_SHEET;
                rows.add(new Stranding(
                        discipline,
                        Duration.ofMinutes(late),
                        360 - 2L * late,
                        19_640,
                        none ? List.of() : List.of(new Count("orlin-stavok", late + 30L), new Count("milna-orlin", 10)),
                        none ? List.of() : List.of(new Count("orlin", late)),
                        none ? List.of() : List.of("orlin"),
                        List.of(new LastArriving(
                                "theatre", Optional.of(at(12, 30).plus(Duration.ofMinutes(late)))))));
            }
        }
        return rows;
    }

    private static List<Journey> journeys() {
        return List.of(journey(at(11, 0), 0), journey(at(11, 30), 2), journey(at(12, 5), 12));
    }

    private static Journey journey(Instant start, int wait) {
        Instant milna = start.plus(Duration.ofMinutes(10));
        Instant orlin = milna.plus(Duration.ofMinutes(70));
        Instant stavok = orlin.plus(Duration.ofMinutes(80));
        return new Journey(
                "R1",
                "city buses",
                List.of(
                        new Stop("milna-hall", start, start),
                        new Stop("milna", milna, milna),
                        new Stop("orlin", orlin, orlin),
                        new Stop("stavok", stavok, stavok.plus(Duration.ofMinutes(wait)))));
    }
}
