package org.safeconduct.store;

import java.io.IOException;

/** The store cannot go on: its disk failed, or another writer took over. What was acknowledged is not touched by it. */
public final class StoreFailed extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreFailed(String message) {
        super(message);
    }

    public StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
