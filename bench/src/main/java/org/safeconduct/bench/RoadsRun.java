package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.safeconduct.road.AreaReader;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

/** Reads a road file in a process of its own: again and again; or only a box of it, or all of it, once. */
final class RoadsRun {
    /** In place of a box. */
    static final String EVERYWHERE = "everywhere";

    private RoadsRun() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Measured measured = new Measured();
        if (args.length == 1) {
            Repeated.measure(measured, () -> read(file, EVERYWHERE, measured));
        } else {
            Repeated.once(measured, () -> read(file, args[1], measured));
        }
        System.out.print(measured.print());
    }

    private static double read(Path file, String box, Measured measured) {
        try {
            ReadOptions options = ReadOptions.standard();
            Roads roads =
                    RoadsReader.read(file, box.equals(EVERYWHERE) ? options : options.withArea(AreaReader.box(box)));
            measured.put("nodes", roads.junctions());
            measured.put("edges", roads.arcs());
            measured.put("network", roads.bytes() / 1024.0 / 1024);
            measured.put("nodesRead", (double) roads.report().nodesRead());
            return 0;
        } catch (RoadProblems e) {
            throw new IllegalStateException(e);
        }
    }
}
