package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

/** Reads a road file in a process of its own. */
final class RoadsRun {
    private RoadsRun() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Measured measured = new Measured();
        Repeated.measure(measured, () -> {
            Roads roads = read(file);
            measured.put("nodes", roads.junctions());
            measured.put("edges", roads.arcs());
            return 0;
        });
        System.out.print(measured.print());
    }

    private static Roads read(Path file) {
        try {
            return RoadsReader.read(file, ReadOptions.standard());
        } catch (RoadProblems e) {
            throw new IllegalStateException(e);
        }
    }
}
