package org.safeconduct.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between databases. Everything else about them is one SQL text, in {@link LogRows}. */
public interface Engine {

    /** The right to write, held until it is closed. */
    interface WriterLock extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the right to write, for any program on any of the store's computers; waits a moment if somebody else has it.
     *
     * @throws StoreFailed if somebody else has it; the message says who, where that is known
     */
    WriterLock lock() throws StoreFailed;

    /**
     * A connection on which a commit returns once it is on the disk.
     *
     * @throws SQLException if there is no store, or it cannot be read
     */
    Connection connect(Access access) throws SQLException;

    /** What is to be done, in SQL of its own, once the tables are made. */
    default List<String> afterMaking() {
        return List.of();
    }

    /** Whether an error says that the disk is full, and nothing worse. */
    boolean isOutOfRoom(SQLException error);

    /** What an error says, and what to do about it where that is known. */
    default String explained(SQLException error) {
        return String.valueOf(error.getMessage());
    }

    /** What a connection is for. */
    enum Access {
        /** Makes the store if there is none. */
        CREATE,
        /** Before anything else, brings all that a crash left half way to the disk. */
        WRITE,
        /** For a writer that goes on after a full disk: as WRITE, without bringing anything. */
        RESUME,
        READ
    }
}
