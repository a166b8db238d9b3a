package org.safeconduct.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeconduct.bench.LargeInstance.Recipe;

/**
 * The instances, from small to large.
 *
 * @param name file name without endings
 * @param optimum what arrives by the horizon, known from other programs; {@link #PROVED} where only our proof tells
 * @param city true for the rows that the targets for cities speak of
 * @param peer false where the peer needs more memory than can be asked for
 * @param madeBy how the instance is made; null if it lies in the data folder
 */
record Instance(
        String name,
        long optimum,
        boolean city,
        boolean peer,
        @Nullable Recipe madeBy) {
    /** No optimum is known but that of our own proof, which the checker verifies. */
    static final long PROVED = -1;

    private static final String HEIDELBERG = "roads/heidelberg.test.pbf";
    private static final String FLORIDA = "evacuation/dimacs/FLA.gr.xz";

    static final List<Instance> ALL = List.of(
            beside("sf", 18_093, false),
            beside("ana", 16_922, false),
            beside("anah", 142_720, false),
            beside("ber60", 28_004, true),
            beside("berA", 141_355, true),
            beside("chiA60", 209_692, true),
            beside("syd60", 27_051, true),
            beside("sydA60", 177_987, true),
            new Instance("obl4", 110_929, false, false, null),
            made("osm250", new Recipe(HEIDELBERG, 3, 10, 2_880, 15, 4, 60_000, 10)),
            made("osm250A", new Recipe(HEIDELBERG, 3, 10, 2_880, 20, 5, 300_000, 0)),
            made("osm1000", new Recipe(HEIDELBERG, 10, 10, 4_320, 20, 6, 300_000, 60)),
            made("osm1000A", new Recipe(HEIDELBERG, 10, 10, 4_320, 20, 5, 400_000, 0)),
            made("flaA", new Recipe(FLORIDA, 1, 10, 4_320, 20, 5, 400_000, 0)));

    private static Instance beside(String name, long optimum, boolean city) {
        return new Instance(name, optimum, city, true, null);
    }

    private static Instance made(String name, Recipe recipe) {
        return new Instance(name, PROVED, false, false, recipe);
    }

    /** How the instance is made; empty if it lies in the data folder. */
    Optional<Recipe> findRecipe() {
        return Optional.ofNullable(madeBy);
    }

    /** The heap our solver gets: what the row needs with a little to spare, so that peak memory says what is needed, not what was offered. */
    String heap() {
        return switch (name) {
            case "sf", "ana", "anah", "ber60", "berA" -> "28m";
            case "chiA60" -> "40m";
            case "osm250", "osm250A" -> "1000m";
            case "obl4" -> "1100m";
            case "osm1000", "osm1000A", "flaA" -> "1900m";
            default -> "90m";
        };
    }

    /** The heap a fair split gets. */
    String fairHeap() {
        return city || !peer ? "1900m" : "400m";
    }

    /** The instances of a list of names; all for an empty list. */
    static List<Instance> named(String names) {
        if (names.isEmpty()) {
            return ALL;
        }
        List<String> wanted = Arrays.asList(names.split(","));
        for (String name : wanted) {
            if (ALL.stream().noneMatch(instance -> instance.name().equals(name))) {
                throw new IllegalArgumentException("row " + name + ": name some of "
                        + ALL.stream().map(Instance::name).toList() + ", with commas between");
            }
        }
        return ALL.stream().filter(instance -> wanted.contains(instance.name())).toList();
    }
}
