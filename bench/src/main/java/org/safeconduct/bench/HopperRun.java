package org.safeconduct.bench;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Imports an OpenStreetMap file by GraphHopper, in memory, without preparation and without its index of places, in a process of its own. */
final class HopperRun {
    private HopperRun() {}

    public static void main(String[] args) throws IOException {
        quiet();
        Path folder = Files.createTempDirectory("hopper");
        Measured measured = new Measured();
        Repeated.Task task = () -> {
            Hopper hopper = new Hopper(Path.of(args[0]), folder, Map.of());
            hopper.importOrLoad();
            measured.put("nodes", hopper.getBaseGraph().getNodes());
            measured.put("edges", hopper.getBaseGraph().getEdges());
            hopper.close();
            return hopper.indexSeconds;
        };
        if (args.length == 1) {
            Repeated.measure(measured, task);
        } else {
            Repeated.once(measured, task);
        }
        System.out.print(measured.print());
        Files.deleteIfExists(folder);
    }

    /** Lets its generated classes run with a newer protobuf without a warning for each. */
    static void quiet() {
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
    }

    /** GraphHopper for cars, as its documentation sets it up, without turn costs. */
    static final class Hopper extends GraphHopper {
        private double indexSeconds;

        Hopper(Path file, Path folder, Map<String, Object> more) {
            GraphHopperConfig config = new GraphHopperConfig();
            config.putObject("datareader.file", file.toString());
            config.putObject("graph.location", folder.resolve("none").toString());
            config.putObject("graph.dataaccess.default_type", "RAM");
            config.putObject("graph.encoded_values", "car_access, car_average_speed");
            config.putObject("import.osm.ignored_highways", "");
            more.forEach(config::putObject);
            CustomModel model = new CustomModel()
                    .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                    .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))
                    .setDistanceInfluence(0d);
            config.setProfiles(List.of(new Profile("car").setCustomModel(model)));
            init(config);
        }

        @Override
        protected void initLocationIndex() {
            long start = System.nanoTime();
            super.initLocationIndex();
            indexSeconds = (System.nanoTime() - start) / 1e9;
        }
    }
}
