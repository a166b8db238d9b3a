package org.safeconduct.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.StringTokenizer;
import org.safeconduct.road.Joining;
import org.safeconduct.road.ReadOptions;
import org.safeconduct.road.RoadClass;
import org.safeconduct.road.RoadProblems;
import org.safeconduct.road.Roads;
import org.safeconduct.road.RoadsReader;

/** Streets to make large instances of: arcs with a time to drive and vehicles an hour. Grows; one thread. */
final class Streets {
    private static final int LINK_MILLIS = 900_000;
    private static final int LINK_PER_HOUR = 1_800;

    private int nodes;
    private int arcs;
    private int[] tail = new int[1024];
    private int[] head = new int[1024];
    private int[] millis = new int[1024];
    private int[] perHour = new int[1024];

    private Streets() {}

    /** Every node of an OpenStreetMap extract that lies on a road, as far as all can be reached from all: its main island, not contracted. */
    static Streets ofExtract(Path file) throws IOException {
        Roads roads;
        try {
            roads = RoadsReader.read(file, ReadOptions.standard().withJoining(Joining.NEVER));
        } catch (RoadProblems problems) {
            throw new IOException(problems);
        }
        Streets streets = new Streets();
        int[] number = new int[roads.junctions()];
        for (int junction = 0; junction < number.length; junction++) {
            number[junction] = roads.island(junction) == 0 ? streets.nodes++ : -1;
        }
        for (int arc = 0; arc < roads.arcs(); arc++) {
            int from = number[roads.tail(arc)];
            int to = number[roads.head(arc)];
            if (from >= 0 && to >= 0 && from != to && roads.roadClass(arc) != RoadClass.FERRY) {
                streets.add(from, to, roads.freeFlowMillis(arc), roads.capacityPerHour(arc));
            }
        }
        return streets;
    }

    /**
     * A graph of the DIMACS challenge, of which only who is joined to whom is used, in both directions. Times of 10 to 120 s are chosen by chance; of a hundred roads seventy take 500 vehicles an
     * hour, twenty 900, eight 1,500 and two 3,600. The program {@code xz} unpacks it.
     */
    static Streets ofDimacs(Path file, long seed) throws IOException {
        Random chance = new Random(seed);
        Streets streets = new Streets();
        Process unpack = new ProcessBuilder("xz", "-dc", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(unpack.getInputStream(), StandardCharsets.US_ASCII))) {
            StringTokenizer first = new StringTokenizer(in.readLine());
            first.nextToken();
            first.nextToken();
            streets.nodes = Integer.parseInt(first.nextToken());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                StringTokenizer pair = new StringTokenizer(line);
                int one = Integer.parseInt(pair.nextToken()) - 1;
                int other = Integer.parseInt(pair.nextToken()) - 1;
                int time = 10_000 + chance.nextInt(110_000);
                int rank = chance.nextInt(100);
                int vehicles = rank < 70 ? 500 : rank < 90 ? 900 : rank < 98 ? 1_500 : 3_600;
                streets.add(one, other, time, vehicles);
                streets.add(other, one, time, vehicles);
            }
        }
        return streets;
    }

    /** Copies laid out in rows, each joined to the one before it and the one below by four roads of a quarter of an hour between main roads. */
    Streets tiled(int copies, Random chance) {
        int[] main = mainNodes();
        Streets all = new Streets();
        int row = (int) Math.ceil(Math.sqrt(copies));
        for (int copy = 0; copy < copies; copy++) {
            int base = copy * nodes;
            for (int arc = 0; arc < arcs; arc++) {
                all.add(base + tail[arc], base + head[arc], millis[arc], perHour[arc]);
            }
            for (int link = 0; link < 4; link++) {
                for (int other : new int[] {copy % row == 0 ? -1 : copy - 1, copy - row}) {
                    int here = base + main[chance.nextInt(main.length)];
                    int there = main[chance.nextInt(main.length)] + other * nodes;
                    if (other >= 0) {
                        all.add(here, there, LINK_MILLIS, LINK_PER_HOUR);
                        all.add(there, here, LINK_MILLIS, LINK_PER_HOUR);
                    }
                }
            }
        }
        all.nodes = copies * nodes;
        return all;
    }

    private int[] mainNodes() {
        int[] sorted = Arrays.copyOf(perHour, arcs);
        Arrays.sort(sorted);
        int much = sorted[(int) (arcs * 0.9)];
        int[] found = new int[arcs];
        int size = 0;
        for (int arc = 0; arc < arcs; arc++) {
            if (perHour[arc] >= much) {
                found[size++] = tail[arc];
            }
        }
        return Arrays.copyOf(found, size);
    }

    private void add(int from, int to, int time, int vehicles) {
        if (arcs == tail.length) {
            int more = arcs + (arcs >> 1);
            tail = Arrays.copyOf(tail, more);
            head = Arrays.copyOf(head, more);
            millis = Arrays.copyOf(millis, more);
            perHour = Arrays.copyOf(perHour, more);
        }
        tail[arcs] = from;
        head[arcs] = to;
        millis[arcs] = time;
        perHour[arcs++] = vehicles;
    }

    int nodes() {
        return nodes;
    }

    int arcs() {
        return arcs;
    }

    int tail(int arc) {
        return tail[arc];
    }

    int head(int arc) {
        return head[arc];
    }

    /** Steps to drive along an arc, at least one. */
    int transit(int arc, int stepSeconds) {
        return Math.max(1, Math.round(millis[arc] / (1000f * stepSeconds)));
    }

    /** Vehicles a minute, at least one: units a step too, where a unit is a vehicle for steps of a minute, or a sixth of one for steps of ten seconds. */
    int perMinute(int arc) {
        return Math.max(1, Math.round(perHour[arc] / 60f));
    }
}
