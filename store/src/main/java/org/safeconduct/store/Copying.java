package org.safeconduct.store;

import java.sql.SQLException;

/** Copies a log from one store to another, of whichever kinds. */
public final class Copying {

    private Copying() {}

    /**
     * Copies a log as it is at one moment, byte for byte; tiles are worked out anew when the copy is opened for writing.
     *
     * @param to holds no log yet
     * @throws StoreFailed if it cannot be copied; then nothing is in the other store
     */
    public static void of(Engine from, Engine to) throws StoreFailed {
        try (Engine.WriterLock _ = to.lock();
                LogRows source = new LogRows(from.connect(Engine.Access.READ));
                LogRows copy = new LogRows(to.connect(Engine.Access.CREATE))) {
            source.begin();
            copy.begin();
            copy.createTables(to.afterMaking());
            source.copyTo(copy);
            copy.putHeading(source.heading());
            copy.commit();
            source.commit();
        } catch (SQLException e) {
            throw new StoreFailed("cannot copy the log: " + to.explained(e), e);
        } catch (RecordBroken e) {
            throw new StoreFailed("cannot copy the log: " + e.getMessage(), e);
        }
    }
}
