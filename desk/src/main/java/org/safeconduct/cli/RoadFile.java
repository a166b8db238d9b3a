package org.safeconduct.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeconduct.road.Area;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblem;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.Streets;
import org.safeconduct.streets.Circle;
import org.safeconduct.streets.Laid;
import org.safeconduct.streets.Laying;
import org.safeconduct.terms.Place;

/** Finds the road network that a scenario names, reads it, and lays the scenario on it. */
public final class RoadFile {
    private final Scenario scenario;
    private final Streets streets;
    private final List<Path> folders;

    private RoadFile(Scenario scenario, Streets streets, List<Path> folders) {
        this.scenario = scenario;
        this.streets = streets;
        this.folders = folders;
    }

    /**
     * The scenario on its streets; the scenario itself if it names no road network.
     *
     * @param folders where its files are looked for, its own folder first
     */
    public static Scenario lay(Scenario scenario, List<Path> folders) throws InputProblems {
        return scenario.streets().isEmpty()
                ? scenario
                : new RoadFile(scenario, scenario.streets().get(), folders)
                        .lay()
                        .scenario();
    }

    private Laid lay() throws InputProblems {
        Path file = find(streets.file());
        checkHash(file);
        Map<String, Area> areas = areas();
        ReadOptions options = ReadOptions.standard().withCrs(streets.crs());
        Area limit = areas.get(streets.area());
        try {
            Roads roads = RoadsReader.read(
                    file, limit == null ? options : options.withArea(limit), CacheOptions.usual(), stage -> {});
            return Laying.lay(scenario, roads, areas);
        } catch (RoadProblems e) {
            throw problems(e);
        }
    }

    private Path find(String name) throws InputProblems {
        return folders.stream()
                .map(folder -> Files.isDirectory(folder) ? folder.resolve(name) : folder)
                .filter(path -> Files.isRegularFile(path)
                        && String.valueOf(path.getFileName()).equals(name))
                .findFirst()
                .orElseThrow(() -> new InputProblems(List.of(new InputProblem(
                        name, 0, "", "", Texts.text("roads.missing"), Texts.text("roads.missing.remedy")))));
    }

    private void checkHash(Path file) throws InputProblems {
        if (!streets.sha256().isEmpty()) {
            String found = sha256(file);
            if (!found.equals(streets.sha256())) {
                throw new InputProblems(List.of(new InputProblem(
                        streets.file(),
                        0,
                        "sha256",
                        found,
                        Texts.text("roads.other"),
                        Texts.text("roads.other.remedy"))));
            }
        }
    }

    private static String sha256(Path file) throws InputProblems {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new InputProblems(List.of(new InputProblem(
                    String.valueOf(file.getFileName()),
                    0,
                    "",
                    "",
                    Texts.text("roads.unreadable"),
                    Texts.text("roads.unreadable.remedy"))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Map<String, Area> areas() throws InputProblems {
        Map<String, Area> areas = new LinkedHashMap<>();
        for (Streets.Area area : streets.areas().values()) {
            areas.put(area.id(), area(area.form()));
        }
        return areas;
    }

    private Area area(Streets.Form form) throws InputProblems {
        return switch (form) {
            case Streets.Form.Box(double west, double south, double east, double north) ->
                new Area.Box(west, south, east, north);
            case Streets.Form.Around(String place, double metres) -> Circle.around(getPlace(place), metres);
            case Streets.Form.Outline(String file) -> outline(find(file));
        };
    }

    private Place getPlace(String id) {
        Optional<Place> found = scenario.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("no place " + id));
    }

    private static Area outline(Path file) throws InputProblems {
        try {
            return AreaReader.read(file);
        } catch (RoadProblems e) {
            throw problems(e);
        }
    }

    /** Problems of a road file as those of any other. */
    static InputProblems problems(RoadProblems found) {
        List<InputProblem> problems = new ArrayList<>();
        for (RoadProblem p : found.problems()) {
            boolean isWhole = p.place().isEmpty();
            String value = isWhole || p.value().isEmpty() ? "" : "\"" + p.value() + "\"";
            problems.add(
                    new InputProblem(p.file(), 0, isWhole ? p.value() : p.place(), value, p.problem(), p.remedy()));
        }
        return new InputProblems(problems);
    }
}
