package org.safeconduct.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Signer;

/** Appends until it is killed, and says each index and identity once it is acknowledged. Started by tests, in a JVM of its own. */
final class AppendingProcess {

    private static final int WRITERS = 4;
    private static final int BETWEEN_CHECKPOINTS = 50;

    private AppendingProcess() {}

    /** Takes the folder, or the database, and the number of the round. */
    public static void main(String[] args) throws IOException, InterruptedException, Malformed {
        Engine engine = args[0].startsWith("postgresql:")
                ? new Postgres(Database.parse(args[0]), "")
                : new Sqlite(Path.of(args[0]));
        Keeper keeper = Keeper.open(engine, Given.ANY, List.of());
        Thread[] writers = new Thread[WRITERS];
        for (int i = 0; i < WRITERS; i++) {
            Signer author = Given.dummy("round " + args[1] + ", writer " + i);
            writers[i] = new Thread(() -> append(keeper, author));
            writers[i].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void append(Keeper keeper, Signer author) {
        ChainHead head = ChainHead.START;
        try {
            while (true) {
                Entry entry = Given.entry(author, head, "something");
                head = ChainHead.after(entry);
                Reply.Kept kept = (Reply.Kept) keeper.append(entry);
                String line = kept.receipt().index() + " " + kept.receipt().identity() + "\n";
                synchronized (System.out) {
                    System.out.print(line);
                    System.out.flush();
                }
                if (head.next() % BETWEEN_CHECKPOINTS == 0) {
                    keeper.checkpoint(Given.signer("log"));
                }
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
