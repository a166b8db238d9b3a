package org.safeconduct.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.Near;
import org.safeconduct.scenario.Scenario;
import picocli.CommandLine.Option;

/** Which version of the corridor is asked about. */
final class VersionOption {
    @Option(names = "--version", paramLabel = "ID", descriptionKey = "only-version")
    private @Nullable String version;

    /** The ids asked about, all of them if none was named; one that the scenario does not have is added to the problems. */
    List<String> of(Scenario scenario, List<InputProblem> problems) {
        List<String> known =
                scenario.versions().stream().map(Scenario.Version::id).toList();
        if (version == null) {
            return known;
        }
        if (!known.contains(version)) {
            problems.add(CommandLines.problem(
                    "--version", version, Texts.text("unknown.version"), Near.remedy(version, known)));
        }
        return List.of(version);
    }
}
