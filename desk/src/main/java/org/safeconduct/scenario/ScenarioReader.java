package org.safeconduct.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeconduct.terms.Figure;
import org.safeconduct.terms.Label;
import org.safeconduct.terms.Party;
import org.safeconduct.terms.Source;

/**
 * Reads a scenario: {@code scenario.yaml} and the two CSV files beside it. The format is {@code spec/scenario.md}.
 *
 * <pre>
 *   Scenario scenario = ScenarioReader.read(Path.of("scenarios/01-one-road"));
 * </pre>
 *
 * Whatever the bytes are, the answer is a scenario that keeps every promise of {@link Scenario}, or {@link InputProblems} with all that
 * is wrong.
 */
public final class ScenarioReader {
    static final String FORMAT = "scenario/1";
    static final String FILE = "scenario.yaml";
    private static final List<String> LABELS = Arrays.stream(Label.values())
            .map(label -> label.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final double MOST_PEOPLE = 100_000_000;

    private final Path folder;
    private final Frame frame;
    private final Reading reading;
    private final Section root;

    private ScenarioReader(Path folder, Yaml.Fields file, Problems problems) {
        this.folder = folder;
        this.frame = Frame.read(file, problems);
        Times times = new Times(
                frame.zones().isEmpty() ? ZoneOffset.UTC : frame.zones().getFirst(), problems);
        this.reading = new Reading(problems, times, frame.horizon());
        this.root = Section.root(file, reading);
    }

    /**
     * Reads the scenario in a folder, or the one that a YAML file is.
     *
     * @throws InputProblems with everything that is wrong, each with file, line, value and remedy
     */
    public static Scenario read(Path folderOrYaml) throws InputProblems {
        Problems problems = new Problems();
        boolean isFolder = Files.isDirectory(folderOrYaml);
        Path parent = folderOrYaml.toAbsolutePath().getParent();
        Path folder = isFolder || parent == null ? folderOrYaml : parent;
        Path name = folderOrYaml.getFileName();
        String file = isFolder || name == null ? FILE : name.toString();
        Optional<Yaml.Fields> yaml =
                FileText.read(folder, file, problems).flatMap(text -> YamlText.parse(file, text, problems));
        Optional<Scenario> scenario = yaml.flatMap(fields -> new ScenarioReader(folder, fields, problems).scenario());
        problems.throwIfAny();
        return scenario.orElseThrow();
    }

    private Optional<Scenario> scenario() {
        String format = root.text("safeconduct");
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            root.problem("safeconduct", "is a format this program does not read.", "Write safeconduct: " + FORMAT);
        }
        String id = id();
        String title = root.text("title");
        String summary = root.longText("summary");
        Label label = label();
        boolean exercise = root.neededTruth("exercise");
        Figure derating = Figures.orElse(root, "derating", Range.DERATING, 0.85);
        if (!root.has("step")) {
            reading.assume("scenario", "step", Times.shown(frame.step()));
        }
        sources();
        List<Party> parties = parties();
        int before = reading.problems.count();
        Network network = network();
        Whereabouts.check(reading, network);
        PeopleReader people = new PeopleReader(reading);
        List<Scenario.Destination> destinations = needed("destinations", Shape.DESTINATION).stream()
                .map(people::destination)
                .toList();
        List<VersionReader.Announced> announced = needed("versions", Shape.VERSION).stream()
                .map(section -> VersionReader.read(section, network))
                .toList();
        List<Scenario.Assembly> assemblies = needed("assemblies", Shape.ASSEMBLY).stream()
                .map(people::assembly)
                .toList();
        List<Scenario.Fleet> fleets = root.sections("fleets", Shape.FLEET).stream()
                .map(s -> people.fleet(s, assemblies))
                .toList();
        RoadsideReader roadside = new RoadsideReader(reading, network.roads(), announced);
        List<Scenario.Checkpoint> checkpoints = root.sections("checkpoints", Shape.CHECKPOINT).stream()
                .flatMap(s -> roadside.checkpoints(s).stream())
                .toList();
        List<Scenario.AidConvoy> aid =
                root.sections("aid", Shape.AID).stream().map(roadside::aid).toList();
        List<Scenario.Closure> closures = root.sections("closures", Shape.CLOSURE).stream()
                .flatMap(s -> roadside.closure(s).stream())
                .toList();
        List<Scenario.Halt> halts =
                root.sections("halts", Shape.HALT).stream().map(roadside::halt).toList();
        List<Scenario.Link> links =
                root.sections("links", Shape.LINK).stream().map(this::link).toList();
        List<String> notes = root.texts("notes");
        if (frame.horizon().isEmpty()) {
            return Optional.empty();
        }
        Scenario scenario = new Scenario(
                id,
                title,
                summary,
                label,
                exercise,
                frame.zones(),
                frame.step(),
                frame.horizon().get(),
                derating,
                Collections.unmodifiableMap(new LinkedHashMap<>(reading.sources)),
                parties,
                network.places(),
                network.roads(),
                announced.stream().map(VersionReader.Announced::version).toList(),
                assemblies,
                fleets,
                destinations,
                checkpoints,
                aid,
                closures,
                halts,
                links,
                notes,
                List.copyOf(reading.assumed));
        if (reading.problems.count() == before) {
            Reach.check(reading, scenario);
            wholeScenario(scenario);
        }
        return Optional.of(scenario);
    }

    private Scenario.Link link(Section section) {
        String fleet = section.ref("fleet", reading.fleets);
        String with = section.ref("with", reading.fleets);
        if (!fleet.isEmpty() && fleet.equals(with)) {
            section.problem("with", "is the fleet itself.", "Name the fleet whose lifts the first one waits for.");
        }
        String source = section.findRef("source", reading.sourceIds).orElse("");
        return new Scenario.Link(fleet, with, source);
    }

    private String id() {
        return root.declare(new Ids("scenario", reading.problems)).orElse("");
    }

    private Label label() {
        String text = root.findText("label").orElse("parties");
        if (!LABELS.contains(text)) {
            root.problem("label", "is not a label.", Near.remedy(text, LABELS));
            return Label.PARTIES;
        }
        return Label.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private List<Section> needed(String key, Shape shape) {
        List<Section> sections = root.sections(key, shape);
        if (sections.isEmpty() && !root.has(key)) {
            root.problem(key, "is missing.", "Add a list " + key + ": with at least one entry.");
        }
        return sections;
    }

    private void sources() {
        root.entries("sources").forEach((key, value) -> {
            boolean declared = reading.sourceIds.declare(value.spot().withText(key));
            Optional<Section> section = root.section(value, Shape.SOURCE);
            if (declared && section.isPresent()) {
                String title = section.get().text("title");
                String address = section.get().findText("address").orElse("");
                reading.sources.put(key, new Source(key, title, address));
            }
        });
    }

    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        for (Section section : needed("parties", Shape.PARTY)) {
            String id = section.declare(reading.parties).orElse("");
            parties.add(new Party(id, section.name(reading.parties)));
        }
        return parties;
    }

    private Network network() {
        Optional<Section> section = root.findSection("network", Shape.NETWORK);
        if (section.isPresent()) {
            return Network.read(folder, section.get());
        }
        if (!root.has("network")) {
            root.problem("network", "is missing.", "Add " + Shape.example("network"));
        }
        reading.places.leaveIncomplete();
        reading.segments.leaveIncomplete();
        return Network.NONE;
    }

    // ---- what only shows in the whole -------------------------------------------------------------------------

    private void wholeScenario(Scenario scenario) {
        double people = scenario.assemblies().stream()
                .mapToDouble(a -> a.people().high())
                .sum();
        if (people > MOST_PEOPLE) {
            root.problem(
                    "assemblies",
                    "add up to " + Range.plain(people) + " people.",
                    "Plan at most 100,000,000 in one scenario.");
        }
        for (Scenario.Assembly assembly : scenario.assemblies()) {
            boolean served =
                    scenario.fleets().stream().anyMatch(fleet -> fleet.serves().contains(assembly.id()));
            if (!served && assembly.ownCarShare().high() == 0) {
                reading.problems.add(
                        reading.assemblies.spot(assembly.id()),
                        "has no vehicles: no own cars, and no fleet serves it.",
                        "Add own_cars: with the share of people who have one, or a fleet.");
            }
        }
        scenario.roads().stream()
                .min(Comparator.comparing(Scenario.Road::fastest))
                .filter(road -> road.fastest().compareTo(scenario.step()) < 0)
                .ifPresent(this::stepTooLong);
    }

    private void stepTooLong(Scenario.Road shortest) {
        String problem =
                "is longer than it takes to drive segment " + shortest.segment().id() + ", ";
        root.problem("step", problem + Times.shown(shortest.fastest()) + ".", "Write a shorter step.");
    }
}
