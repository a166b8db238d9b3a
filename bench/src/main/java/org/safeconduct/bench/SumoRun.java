package org.safeconduct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builds a network with SUMO's netconvert and simulates traffic on it; all files lie in one folder. */
final class SumoRun {

    /** How finely SUMO simulates. */
    enum Kind {
        /** Queues on stretches of road; junctions cost no time. */
        MESO,
        /** Every vehicle, every second; at junctions some give way to others. */
        MICRO
    }

    /**
     * What a simulation saw.
     *
     * @param arrivals second of each vehicle's arrival, in the order of the routes file; {@link Double#NaN} if it never arrived
     * @param teleports vehicles that stood too long and were moved on
     * @param collisions of vehicles
     * @param waiting vehicles that never found room to set out
     * @param longestWait most seconds that a vehicle waited for room to set out
     */
    record Seen(double[] arrivals, int teleports, int collisions, int waiting, double longestWait) {}

    private static final Duration LIMIT = Duration.ofHours(3);
    private static final int MORE_SECONDS = 7_200;

    private final Path folder;
    private final SumoNetwork network;
    private final SumoTraffic traffic;

    SumoRun(Path folder, SumoNetwork network, SumoTraffic traffic) {
        this.folder = folder;
        this.network = network;
        this.traffic = traffic;
    }

    /** Simulates the traffic until two hours after the last planned arrival at the latest. */
    Seen simulate(Kind kind, int seed) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("routes.xml"), traffic.routes());
        Path net = build(kind);
        String name = kind.name().toLowerCase(Locale.ROOT);
        Path trips = folder.resolve(name + ".trips.xml");
        Path statistics = folder.resolve(name + ".statistics.xml");
        double last = traffic.vehicles().stream()
                .mapToDouble(vehicle -> traffic.after(vehicle.planned().arrival()))
                .max()
                .orElse(0);
        List<String> command =
                new ArrayList<>(List.of("sumo", "-n", net.toString(), "-r", "routes.xml", "-X", "never"));
        command.addAll(List.of("--seed", String.valueOf(seed), "--end", String.valueOf((long) last + MORE_SECONDS)));
        command.addAll(List.of("--mesosim", String.valueOf(kind == Kind.MESO), "--no-step-log", "true", "-W", "true"));
        command.addAll(List.of("--tripinfo-output", trips.getFileName().toString()));
        command.addAll(List.of("--statistic-output", statistics.getFileName().toString()));
        Files.deleteIfExists(trips);
        run(command, statistics);
        return read(trips, statistics);
    }

    private Path build(Kind kind) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("nodes.xml"), network.nodes());
        Files.writeString(folder.resolve("edges.xml"), network.edges(kind == Kind.MESO));
        Path net = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + ".net.xml");
        List<String> command = new ArrayList<>(List.of("netconvert", "-n", "nodes.xml", "-e", "edges.xml", "-o"));
        command.addAll(List.of(net.getFileName().toString(), "--proj.utm", "-X", "never", "-W", "true"));
        command.addAll(building(kind));
        run(command, net);
        Set<SumoNetwork.Turn> missing = missing(net);
        if (!missing.isEmpty()) {
            Files.writeString(folder.resolve("connections.xml"), network.connections(missing));
            command.addAll(List.of("-x", "connections.xml"));
            run(command, net);
        }
        return net.getFileName();
    }

    /** Turning round is possible where a divided road ends, as in the plan. */
    private static List<String> building(Kind kind) {
        return switch (kind) {
            case MESO -> List.of("--no-turnarounds.geometry", "false", "--no-internal-links", "true");
            case MICRO -> List.of("--no-turnarounds.geometry", "false");
        };
    }

    /** Turns that somebody is planned to make and that the network does not have. */
    private Set<SumoNetwork.Turn> missing(Path net) throws IOException {
        Set<SumoNetwork.Turn> turns = new LinkedHashSet<>();
        for (SumoTraffic.Vehicle vehicle : traffic.vehicles()) {
            List<String> edges = traffic.edges(vehicle.planned());
            for (int i = 1; i < edges.size(); i++) {
                turns.add(new SumoNetwork.Turn(edges.get(i - 1), edges.get(i)));
            }
        }
        XmlElements.read(
                net,
                "connection",
                element -> turns.remove(new SumoNetwork.Turn(text(element, "from"), text(element, "to"))));
        return turns;
    }

    private void run(List<String> command, Path result) throws IOException, InterruptedException {
        Files.deleteIfExists(result);
        String printed = Processes.run(command, folder, LIMIT);
        if (!Files.isRegularFile(result)) {
            throw new IOException(String.join(" ", command) + " wrote no " + result + ": " + printed);
        }
    }

    private Seen read(Path trips, Path statistics) throws IOException {
        double[] arrivals = new double[traffic.vehicles().size()];
        Arrays.fill(arrivals, Double.NaN);
        double[] longest = {0};
        XmlElements.read(trips, "tripinfo", trip -> {
            double arrival = number(trip, "arrival");
            arrivals[Integer.parseInt(text(trip, "id"))] = arrival < 0 ? Double.NaN : arrival;
            longest[0] = Math.max(longest[0], number(trip, "departDelay"));
        });
        int[] counts = new int[4];
        XmlElements.read(statistics, "teleports", element -> counts[0] = (int) number(element, "total"));
        XmlElements.read(statistics, "safety", element -> counts[1] = (int) number(element, "collisions"));
        XmlElements.read(statistics, "vehicles", element -> {
            counts[2] = (int) number(element, "waiting");
            counts[3] = (int) number(element, "loaded");
        });
        if (counts[3] != arrivals.length) {
            throw new IOException(
                    "sumo took " + counts[3] + " of " + arrivals.length + " vehicles; what it says is above");
        }
        return new Seen(arrivals, counts[0], counts[1], counts[2], longest[0]);
    }

    private static String text(Map<String, String> element, String attribute) {
        return element.getOrDefault(attribute, "");
    }

    private static double number(Map<String, String> element, String attribute) {
        return Double.parseDouble(element.getOrDefault(attribute, "0"));
    }
}
