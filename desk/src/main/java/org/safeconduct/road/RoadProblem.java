package org.safeconduct.road;

/**
 * Why a road file cannot be read, with the way to mend it.
 *
 * @param file name of the file, without folder
 * @param place where in it: {@code line 12}, {@code byte 40,960}, {@code way 4711}; empty if the whole file is meant
 * @param value what stands there, shortened; may be empty
 * @param problem what is wrong, one sentence
 * @param remedy what to do, one sentence
 */
public record RoadProblem(String file, String place, String value, String problem, String remedy) {

    /** One line for a terminal: {@code city.osm.pbf, byte 40,960: ends in the middle of a block. Fetch it again.} */
    @Override
    public String toString() {
        String at = place.isEmpty() ? file : file + ", " + place;
        return at + ": " + (value.isEmpty() ? "" : "\"" + value + "\": ") + problem + " " + remedy;
    }
}
