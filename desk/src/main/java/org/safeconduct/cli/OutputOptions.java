package org.safeconduct.cli;

import picocli.CommandLine.Option;

/** How a command tells its result. */
final class OutputOptions {
    @Option(names = "--json")
    boolean json;

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    /** Progress, unless it is not wanted or a program reads. */
    Progress progress(Surroundings around) {
        return Progress.start(around, quiet || json);
    }
}
