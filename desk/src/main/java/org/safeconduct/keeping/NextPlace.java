package org.safeconduct.keeping;

import java.io.IOException;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.TreeHead;
import org.safeconduct.store.KeptLog;

/**
 * Where an author's next entry goes.
 *
 * @param origin the log
 * @param chain where the author's own chain stands
 * @param seen the furthest head of the log that the author has verified
 */
public record NextPlace(String origin, ChainHead chain, TreeHead seen) {

    /** In a log that nothing is known of but its name, as the author's first entry. */
    public static NextPlace unseen(String origin) {
        return new NextPlace(origin, ChainHead.START, TreeHead.EMPTY);
    }

    /** In a log that lies here. What was seen is the last checkpoint: that is what the log can be held to. */
    public static NextPlace in(KeptLog log, AuthorKey author) throws IOException {
        TreeHead seen =
                LastCheckpoint.of(log).map(last -> last.checkpoint().head()).orElse(TreeHead.EMPTY);
        return new NextPlace(log.origin(), log.chain(author), seen);
    }

    /** The place after an entry that the author has signed already, and that may not be in the log yet. */
    public NextPlace after(Entry last) {
        return new NextPlace(origin, ChainHead.after(last), seen);
    }
}
