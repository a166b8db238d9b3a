package org.safeconduct.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Scenario;
import org.safeconduct.scenario.ScenarioHash;
import org.safeconduct.scenario.ScenarioReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario that a command is about. */
final class ScenarioArgument {

    @Parameters(paramLabel = "SCENARIO", descriptionKey = "scenario")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path given;

    @Option(names = "--roads", paramLabel = "PATH", descriptionKey = "scenario.roads")
    private List<Path> roads = List.of();

    /**
     * A scenario that was read without a problem.
     *
     * @param path folder or file as it was given
     * @param hash SHA-256 of its files
     */
    record Given(Scenario scenario, String hash, Path path) {}

    /** Reads it; problems name their files as they must be opened from here. */
    Given read(Surroundings around) throws InputProblems {
        Path path = around.at(given);
        if (!Files.exists(path)) {
            throw new InputProblems(List.of(new InputProblem(
                    given.toString(), 0, "", "", Texts.text("scenario.missing"), Texts.text("scenario.name"))));
        }
        try {
            Scenario read = ScenarioReader.read(path);
            return new Given(RoadFile.lay(read, folders(path, around)), ScenarioHash.of(path), given);
        } catch (InputProblems problems) {
            throw new InputProblems(problems.problems().stream()
                    .map(problem -> placed(problem, Files.isDirectory(path) ? given : given.resolveSibling("")))
                    .toList());
        }
    }

    /** Where the files are looked for that a scenario names but need not lie beside it. */
    private List<Path> folders(Path path, Surroundings around) {
        List<Path> folders = new ArrayList<>();
        folders.add(Files.isDirectory(path) ? path : path.resolveSibling(""));
        roads.forEach(given -> folders.add(around.at(given)));
        return folders;
    }

    private static InputProblem placed(InputProblem p, Path folder) {
        String file = folder.resolve(p.file()).toString();
        return new InputProblem(file, p.line(), p.where(), p.value(), p.problem(), p.remedy());
    }
}
