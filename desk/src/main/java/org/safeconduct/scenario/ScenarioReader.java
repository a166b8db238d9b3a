package org.safeconduct.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.safeconduct.terms.Label;

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
    static final Yaml.Sort SORT = new Yaml.Sort("scenario", "safeconduct: " + FORMAT, FileText.IF_ABSENT);
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
        Optional<Yaml.Fields> yaml = Yaml.read(folder, file, SORT, problems);
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
        Optional<Figure> storage = Figures.find(root, "storage", Range.VEHICLE_METRES);
        sources();
        List<Party> parties = parties();
        int before = reading.problems.count();
        Network network = network();
        Whereabouts.check(reading, network);
        StreetsReader streets = new StreetsReader(root);
        streets.readAreas();
        List<Scenario.Destination> destinations = PeopleReader.destinations(root);
        List<VersionReader.Announced> announced = root.needed("versions", Shape.VERSION).stream()
                .map(section -> VersionReader.read(section, network, streets))
                .toList();
        PeopleReader.People people = PeopleReader.read(root);
        RoadsideReader.Roadside roadside = new RoadsideReader(reading, network, announced, streets).read(root);
        List<String> notes = root.texts("notes");
        Optional<Scenario> scenario = frame.horizon()
                .map(horizon -> new Scenario(
                        id,
                        title,
                        summary,
                        label,
                        exercise,
                        frame.zones(),
                        frame.step(),
                        horizon,
                        derating,
                        storage,
                        Collections.unmodifiableMap(new LinkedHashMap<>(reading.sources)),
                        parties,
                        network.places(),
                        network.roads(),
                        announced.stream().map(VersionReader.Announced::version).toList(),
                        people.assemblies(),
                        people.fleets(),
                        destinations,
                        roadside.checkpoints(),
                        roadside.aid(),
                        roadside.closures(),
                        roadside.halts(),
                        people.links(),
                        streets.streets(),
                        notes,
                        List.copyOf(reading.assumed)));
        scenario.filter(whole -> reading.problems.count() == before).ifPresent(whole -> Whole.check(root, whole));
        return scenario;
    }

    private String id() {
        return root.declare(new Ids("scenario", reading.problems)).orElse("");
    }

    private Label label() {
        String text = root.findText("label").orElse("parties");
        Optional<Label> label = Label.ofWord(text);
        if (label.isEmpty()) {
            root.problem("label", "is not a label.", Near.remedy(text, Label.words()));
        }
        return label.orElse(Label.PARTIES);
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
        for (Section section : root.needed("parties", Shape.PARTY)) {
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
}
