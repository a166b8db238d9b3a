package org.safeconduct.cli;

/** A result cannot be put where it was asked for. The message names the place and what to do. */
final class CannotWrite extends Exception {
    private static final long serialVersionUID = 1L;

    CannotWrite(String message) {
        super(message);
    }

    CannotWrite(String message, Throwable cause) {
        super(message, cause);
    }
}
