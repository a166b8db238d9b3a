package org.safeconduct.bench;

import java.util.Arrays;
import java.util.List;

/**
 * The instances, from small to large.
 *
 * @param name file name without endings
 * @param optimum what arrives by the horizon, known from other programs
 * @param city true for the rows that the targets for cities speak of
 * @param peer false where the peer needs more memory than can be asked for
 */
record Instance(String name, long optimum, boolean city, boolean peer) {
    static final List<Instance> ALL = List.of(
            new Instance("sf", 18_093, false, true),
            new Instance("ana", 16_922, false, true),
            new Instance("anah", 142_720, false, true),
            new Instance("ber60", 28_004, true, true),
            new Instance("berA", 141_355, true, true),
            new Instance("chiA60", 209_692, true, true),
            new Instance("syd60", 27_051, true, true),
            new Instance("sydA60", 177_987, true, true),
            new Instance("obl4", 110_929, false, false));

    /** The heap our solver gets: what the row needs with a little to spare, so that peak memory says what is needed, not what was offered. */
    String heap() {
        return switch (name) {
            case "sydA60" -> "160m";
            case "obl4" -> "1100m";
            default -> "120m";
        };
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
