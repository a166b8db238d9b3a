package org.safeconduct.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The results being written just now; Ctrl-C and a plain kill discard them before the process ends. */
final class Unfinished {
    private static final Set<ResultFolder> FOLDERS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FOLDERS.forEach(ResultFolder::discard), "discard"));
    }

    private Unfinished() {}

    static void begin(ResultFolder folder) {
        FOLDERS.add(folder);
    }

    static void end(ResultFolder folder) {
        FOLDERS.remove(folder);
    }
}
