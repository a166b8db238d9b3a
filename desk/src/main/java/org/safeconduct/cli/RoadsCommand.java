package org.safeconduct.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.publish.Plain;
import org.safeconduct.road.Area;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblem;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roads FILE}: what a road file holds, and what was made of it. */
@Command(name = "roads", sortOptions = false)
final class RoadsCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", descriptionKey = "road-file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--area", paramLabel = "GEOJSON")
    private @Nullable Path area;

    @Option(names = "--box", paramLabel = "W,S,E,N")
    private @Nullable String box;

    @Option(names = "--crs", paramLabel = "NAME")
    private String crs = "";

    @Option(names = "--private")
    private boolean privateWays;

    @Option(names = "--out", paramLabel = "GEOJSON")
    private @Nullable Path out;

    @Option(names = "--force")
    private boolean force;

    @Mixin
    private final CacheOptions cache = new CacheOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RoadsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InputProblems, CannotWrite {
        ReadOptions options =
                ReadOptions.standard().withArea(limit()).withCrs(crs).withPrivateWays(privateWays);
        try (Progress progress = output.progress(around)) {
            long start = System.nanoTime();
            Roads roads = RoadsReader.read(around.at(file), options, cache.cache(around), progress);
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (out != null) {
                progress.accept(Texts.text("plan.writing"));
                write(around.at(out), roads);
            }
            tell(RoadsSummary.of(file.toString(), roads, new RoadsSummary.Cost(millis, peakBytes())));
            return ExitCodes.DONE;
        } catch (RoadProblems e) {
            throw placed(e, file);
        }
    }

    /** Problems that name their files as they must be opened from here. */
    private static InputProblems placed(RoadProblems found, Path given) {
        return new InputProblems(RoadFile.problems(found).problems().stream()
                .map(p -> new InputProblem(
                        given.resolveSibling(p.file()).toString(), 0, p.where(), p.value(), p.problem(), p.remedy()))
                .toList());
    }

    private Area limit() throws InputProblems {
        if (area != null && box != null) {
            throw new InputProblems(List.of(
                    CommandLines.problem("--box", Texts.text("roads.two-areas"), Texts.text("roads.one-area"))));
        }
        try {
            if (box != null) {
                return AreaReader.box(box);
            }
            return area == null ? Area.EVERYWHERE : AreaReader.read(around.at(area));
        } catch (RoadProblems e) {
            RoadProblem p = e.problems().getFirst();
            throw area != null
                    ? placed(e, area)
                    : new InputProblems(List.of(new InputProblem(
                            Texts.text("usage.place"), 0, "--box", "\"" + p.value() + "\"", p.problem(), p.remedy())));
        }
    }

    private void tell(RoadsSummary read) {
        if (output.json) {
            around.out().print(Json.text(read));
        } else {
            RoadsText.lines(read).forEach(line -> around.out().println(Plain.of(line)));
            Optional.ofNullable(out).ifPresent(place -> around.out().println(Texts.text("whatif.written", place)));
        }
    }

    /** A whole file or none: another file appears beside it, and is moved there once it is complete. */
    private void write(Path place, Roads roads) throws CannotWrite {
        if (Files.exists(place) && (!force || !Files.isRegularFile(place))) {
            throw new CannotWrite(Texts.text("roads.exists", place));
        }
        Path name = place.getFileName();
        Path unfinished = place.resolveSibling(
                "." + name + ".writing-" + ProcessHandle.current().pid());
        try {
            around.disk().delete(unfinished);
            around.disk().write(unfinished, RoadsGeoJson.of(roads));
            around.disk().move(unfinished, place);
        } catch (IOException e) {
            discard(unfinished, e);
            throw new CannotWrite(Texts.text("roads.failed", place, String.valueOf(e.getMessage())), e);
        }
    }

    private void discard(Path unfinished, IOException failure) {
        try {
            around.disk().delete(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The most that the heap has held, each of its parts at its own peak. */
    private static long peakBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
