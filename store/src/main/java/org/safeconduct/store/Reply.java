package org.safeconduct.store;

import org.safeconduct.record.Admission;

/** What becomes of an entry that was handed to a log. */
public sealed interface Reply {

    /**
     * It is in the log, and on the disk.
     *
     * @param isNew whether this call brought it; if not, it was there before
     */
    record Kept(Receipt receipt, boolean isNew) implements Reply {}

    /** It cannot stand in this log; sending it again changes nothing. */
    record NotKept(Admission.NotAdmitted why) implements Reply {}

    /** There is no room on the disk. Nothing was lost; the same entry can be sent again when there is. */
    record NoRoom(String why) implements Reply {}
}
