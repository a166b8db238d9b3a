package org.safeconduct.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeconduct.record.Admission;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;

/** Reads everything that is stored and says everything that is wrong with it. */
public final class Inspection {

    private static final int AT_ONCE = 1024;

    private final KeptLog log;
    private final SignatureVerifier verifier;
    private final Map<AuthorKey, ChainHead> chains = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Inspection(KeptLog log, SignatureVerifier verifier) {
        this.log = log;
        this.verifier = verifier;
    }

    /**
     * What is wrong with a log that could be opened, each with the entry or checkpoint it is about; nothing if all is well.
     *
     * @param verifier one that lets everything count leaves the authors' signatures out; roots show a change all the same
     */
    public static List<String> of(KeptLog log, SignatureVerifier verifier) throws StoreFailed {
        Inspection inspection = new Inspection(log, verifier);
        long size = log.size();
        for (long from = 0; from < size; from += AT_ONCE) {
            for (LogRows.Row row : log.rows(from, (int) Math.min(AT_ONCE, size - from))) {
                inspection.inspect(row);
            }
        }
        inspection.inspectNotes();
        return List.copyOf(inspection.faults);
    }

    private void inspect(LogRows.Row row) {
        String where = "entry " + row.index() + ": ";
        if (!Merkle.leafHash(row.leaf()).equals(log.leafHash(row.index()))) {
            faults.add(where + "its bytes are not those that the tree was made of");
        }
        try {
            Entry entry = Entry.read(row.leaf());
            ChainHead chain = chains.getOrDefault(entry.body().author(), ChainHead.START);
            if (Admission.of(entry, log.origin(), chain, verifier) instanceof Admission.NotAdmitted not) {
                faults.add(where + not.remedy());
            }
            if (!row.isOf(entry)) {
                faults.add(where + "what it is found by is not what it says");
            }
            chains.put(entry.body().author(), ChainHead.after(entry));
        } catch (Malformed e) {
            faults.add(where + e.getMessage());
        }
    }

    private void inspectNotes() throws StoreFailed {
        try {
            for (SignedNote note : log.listNotes(Integer.MAX_VALUE)) {
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                boolean isOurs = checkpoint.head().size() <= log.size()
                        && checkpoint.equals(new Checkpoint(
                                log.origin(), log.head(checkpoint.head().size())));
                if (!isOurs || note.standing(log.logKeys(), verifier) != SignedNote.Standing.COUNTS) {
                    faults.add("checkpoint at size " + checkpoint.head().size() + ": not what this log has signed");
                }
            }
        } catch (RecordBroken | Malformed e) {
            faults.add("checkpoints: " + e.getMessage());
        }
    }
}
