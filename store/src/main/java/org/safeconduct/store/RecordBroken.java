package org.safeconduct.store;

import java.io.IOException;

/** What is stored is not what was signed, or is older than what others have seen: where, expected, found, remedy. */
public final class RecordBroken extends IOException {

    private static final long serialVersionUID = 1L;

    public RecordBroken(String where, Object expected, Object found, String remedy) {
        super(where + ": expected " + expected + ", found " + found + "; " + remedy);
    }
}
