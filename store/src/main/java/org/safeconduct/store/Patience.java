package org.safeconduct.store;

/** Waits a moment for what another process has: most have it for a moment only, and a person still waits. */
final class Patience {
    private static final int TRIES = 60; // three seconds
    private static final int PAUSE_MILLISECONDS = 50;

    private Patience() {}

    /** Something that may not work yet. */
    interface Attempt<X extends Exception> {
        boolean works() throws X;
    }

    /** Whether it works within three seconds, and before somebody wants this thread to end. */
    static <X extends Exception> boolean until(Attempt<X> attempt) throws X {
        for (int tries = 0; !attempt.works(); tries++) {
            if (tries == TRIES || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says that the right to write is somebody's who keeps it. */
    static StoreFailed heldBy(String holder, Object place) {
        return new StoreFailed(place + " is being written by " + holder + "; let it end, or stop it, then try again");
    }
}
