package org.safeconduct.verify;

import java.util.OptionalLong;

/**
 * One thing that is wrong with a bundle.
 *
 * @param file the file where it shows
 * @param entry the index of the entry that it is about, if it is about one
 * @param what what was expected and what was found, in plain words
 */
public record Fault(String file, OptionalLong entry, String what) {

    static Fault in(String file, String what) {
        return new Fault(file, OptionalLong.empty(), what);
    }

    static Fault ofEntry(String file, long index, String what) {
        return new Fault(file, OptionalLong.of(index), what);
    }

    @Override
    public String toString() {
        return (entry.isPresent() ? "entry " + entry.getAsLong() + " (" + file + "): " : file + ": ") + what;
    }
}
