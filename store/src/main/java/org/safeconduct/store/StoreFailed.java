package org.safeconduct.store;

import java.io.IOException;
import java.sql.SQLException;

/** The store cannot go on: its disk failed, or another writer took over. What was acknowledged is not touched by it. */
public final class StoreFailed extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreFailed(String message) {
        super(message);
    }

    public StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why a log could not be opened. Even reading takes a little room on the disk. */
    static StoreFailed opening(String what, Engine engine, SQLException error) {
        String why = engine.isOutOfRoom(error)
                ? "there is no room on the disk, and it takes some; nothing was lost, make room and try again"
                : engine.explained(error);
        return new StoreFailed(what + ": " + why, error);
    }
}
