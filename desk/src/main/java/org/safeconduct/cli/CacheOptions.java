package org.safeconduct.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeconduct.road.RoadCache;
import picocli.CommandLine.Option;

/** Where road networks are kept that were read before. */
final class CacheOptions {
    @Option(names = "--cache", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--no-cache")
    private boolean none;

    RoadCache cache(Surroundings around) {
        if (none) {
            return RoadCache.none();
        }
        return folder == null ? usual() : RoadCache.at(around.at(folder));
    }

    /** The place the XDG Base Directory Specification names; none if there is no home folder. */
    static RoadCache usual() {
        Optional<Path> stated = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
        Optional<Path> home = Optional.ofNullable(System.getProperty("user.home"))
                .filter(text -> !text.isEmpty() && !text.equals("?"))
                .map(text -> Path.of(text, ".cache"));
        return stated.or(() -> home)
                .map(folder -> RoadCache.at(folder.resolve("safeconduct")))
                .orElseGet(RoadCache::none);
    }
}
