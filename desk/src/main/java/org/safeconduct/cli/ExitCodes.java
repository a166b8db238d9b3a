package org.safeconduct.cli;

/** What the process ends with, as {@code docs/commands.md} lists it; 69 and a failed build are the launcher's. */
final class ExitCodes {
    static final int DONE = 0;
    static final int CHECK_FAILS = 1;
    static final int BAD_INPUT = 2;
    /** Our mistake: an exception nobody expected. */
    static final int INTERNAL = 70;

    static final int CANNOT_WRITE = 73;

    private ExitCodes() {}
}
