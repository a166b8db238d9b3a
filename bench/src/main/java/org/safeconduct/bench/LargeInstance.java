package org.safeconduct.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes an instance on real streets, the same each time: the kind that the smaller rows are of.
 *
 * <ol>
 *   <li>The centre is the node, of twelve taken by chance, from which all others are reached soonest on average.
 *   <li>Sources are nodes by chance among the nearest eighth of one tile whose streets let out as much as the best fifth.
 *   <li>Sinks lie in the farthest quarter, where what leads in is among the best twentieth: the first by chance, each next as far as can be from those before.
 *   <li>Windows: of the forty arcs that most fastest drives from a source to a sink share, some close once, for an eighth to three eighths of the time, beginning in the first third.
 *   <li>An easy instance has a checkpoint with a queue before each sink, with a pause of a twelfth of the time; a hard one has none, so that the cut lies on the streets.
 * </ol>
 */
final class LargeInstance {
    private static final int QUEUE_VEHICLES = 200;

    private final Recipe recipe;
    private final Streets streets;
    private final Drives drives;
    private final Random chance;
    private final Map<Integer, int[]> closed = new HashMap<>();
    private final int[] letsOut;
    private final int[] letsIn;
    private int[] sources = new int[0];
    private int[] sinks = new int[0];

    /**
     * What to make.
     *
     * @param file the extract, or a DIMACS graph, below the data folder
     * @param tiles copies of it, joined
     * @param stepSeconds 10 or 60
     * @param steps the last step
     * @param sources how many
     * @param sinks how many
     * @param vehicles about how many in all
     * @param perMinute about what a checkpoint lets through; 0 for a hard instance, without checkpoints
     */
    record Recipe(
            String file, int tiles, int stepSeconds, int steps, int sources, int sinks, int vehicles, int perMinute) {
        int unitsPerVehicle() {
            return 60 / stepSeconds;
        }
    }

    private LargeInstance(Recipe recipe, Path data) throws IOException {
        this.recipe = recipe;
        this.chance = new Random(7);
        Path file = data.resolve(recipe.file());
        Streets one = recipe.file().endsWith(".xz") ? Streets.ofDimacs(file, 7) : Streets.ofExtract(file);
        this.streets = recipe.tiles() > 1 ? one.tiled(recipe.tiles(), chance) : one;
        this.drives = new Drives(streets, recipe.stepSeconds());
        this.letsOut = new int[streets.nodes()];
        this.letsIn = new int[streets.nodes()];
        for (int arc = 0; arc < streets.arcs(); arc++) {
            letsOut[streets.tail(arc)] += streets.perMinute(arc);
            letsIn[streets.head(arc)] += streets.perMinute(arc);
        }
    }

    /** Makes the instance that a file is named after, from the data folder; the file is written at once or not at all. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        String name = file.getFileName().toString().replace(".inst.gz", "");
        Recipe recipe = Instance.named(name).getFirst().findRecipe().orElseThrow();
        LargeInstance instance = new LargeInstance(recipe, Bench.dataFolder());
        instance.choose();
        Path part = Files.createTempFile(file.getParent(), name, ".part");
        instance.write(part);
        Files.move(part, file);
        System.err.println(name + ": " + instance.streets.nodes() + " nodes, " + instance.streets.arcs() + " arcs");
    }

    private void choose() {
        int[] steps = drives.from(centre());
        int[] byDistance = IntStream.range(0, streets.nodes())
                .boxed()
                .sorted(Comparator.comparingInt(node -> steps[node]))
                .mapToInt(Integer::intValue)
                .toArray();
        int core = Math.max(40, streets.nodes() / (8 * recipe.tiles()));
        int much = share(letsOut, 0.8);
        Set<Integer> starts = new LinkedHashSet<>();
        while (starts.size() < recipe.sources()) {
            int node = byDistance[chance.nextInt(core)];
            if (letsOut[node] >= much) {
                starts.add(node);
            }
        }
        sources = starts.stream().mapToInt(Integer::intValue).toArray();
        int first = (int) (streets.nodes() * 0.75);
        int most = share(letsIn, 0.95);
        chooseSinks(Arrays.stream(byDistance, first, byDistance.length)
                .filter(node -> letsIn[node] >= most && steps[node] < Drives.NEVER)
                .toArray());
        chooseWindows();
    }

    private static int share(int[] values, double part) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * part)];
    }

    private int centre() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int probe = 0; probe < 12; probe++) {
            int node = chance.nextInt(streets.nodes());
            double mean = Arrays.stream(drives.from(node))
                    .map(steps -> Math.min(steps, 1 << 20))
                    .average()
                    .orElseThrow();
            if (mean < least) {
                least = mean;
                best = node;
            }
        }
        return best;
    }

    private void chooseSinks(int[] candidates) {
        List<Integer> ends = new ArrayList<>();
        ends.add(candidates[chance.nextInt(candidates.length)]);
        while (ends.size() < recipe.sinks()) {
            int[] steps = drives.from(ends.stream().mapToInt(Integer::intValue).toArray());
            ends.add(Arrays.stream(candidates)
                    .boxed()
                    .max(Comparator.comparingInt(node -> steps[node]))
                    .orElseThrow());
        }
        sinks = ends.stream().mapToInt(Integer::intValue).toArray();
    }

    private void chooseWindows() {
        Map<Integer, Integer> shared = new HashMap<>();
        for (int sink : sinks) {
            int[] toEnd = drives.to(sink);
            for (int source : sources) {
                for (int node = source; node != sink; ) {
                    int arc = drives.onward(node, toEnd);
                    shared.merge(arc, 1, Integer::sum);
                    node = streets.head(arc);
                }
            }
        }
        List<Integer> busiest = new ArrayList<>(shared.keySet());
        busiest.sort(Comparator.comparingInt((Integer arc) -> -shared.getOrDefault(arc, 0))
                .thenComparing(arc -> arc));
        for (int i = 0; i < 20 && !busiest.isEmpty(); i++) {
            int pick = chance.nextInt(Math.min(busiest.size(), 40));
            int arc = busiest.get(pick);
            busiest.set(pick, busiest.getLast());
            busiest.removeLast();
            int from = chance.nextInt(recipe.steps() / 3);
            closed.put(arc, new int[] {from, from + recipe.steps() / 8 + chance.nextInt(recipe.steps() / 4)});
        }
    }

    private void write(Path file) throws IOException {
        boolean checked = recipe.perMinute() > 0;
        int nodes = streets.nodes() + (checked ? 2 * sinks.length : 0);
        int arcs = streets.arcs() + (checked ? 3 * sinks.length : 0);
        try (PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.US_ASCII)))) {
            out.println("p " + nodes + " " + arcs + " " + recipe.steps() + " " + recipe.stepSeconds() + ".0");
            for (int arc = 0; arc < streets.arcs(); arc++) {
                int[] window = closed.get(arc);
                String open =
                        window == null ? "" : " w 2 0 " + window[0] + " " + window[1] + " " + (recipe.steps() + 1);
                out.println("a " + streets.tail(arc) + " " + streets.head(arc) + " "
                        + streets.transit(arc, recipe.stepSeconds()) + " " + streets.perMinute(arc) + open);
            }
            for (int i = 0; checked && i < sinks.length; i++) {
                writeCheckpoint(out, i);
            }
            for (int source : sources) {
                double part = (double) recipe.vehicles() * recipe.unitsPerVehicle() / sources.length;
                out.println("s " + source + " " + Math.round(part * (0.5 + chance.nextDouble())) + " 0");
            }
            for (int i = 0; i < sinks.length; i++) {
                out.println("t " + (checked ? streets.nodes() + 2 * i + 1 : sinks[i]) + " -1");
            }
        }
    }

    private void writeCheckpoint(PrintWriter out, int i) {
        int queue = streets.nodes() + 2 * i;
        int steps = recipe.steps();
        int pause = steps / 6 + chance.nextInt(steps / 6);
        long rate = Math.max(1, Math.round(recipe.perMinute() * (0.5 + chance.nextDouble())));
        out.println("a " + sinks[i] + " " + queue + " 1 1000000");
        out.println("a " + queue + " " + queue + " 1 " + QUEUE_VEHICLES * recipe.unitsPerVehicle());
        out.println("a " + queue + " " + (queue + 1) + " 1 " + rate + " w 2 0 " + pause + " " + (pause + steps / 12)
                + " " + (steps + 1));
    }
}
