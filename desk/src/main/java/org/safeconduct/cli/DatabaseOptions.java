package org.safeconduct.cli;

import java.io.IOException;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Database;
import org.safeconduct.store.Postgres;
import picocli.CommandLine.Option;

/** Where a new record's log is kept, if not in its folder. */
final class DatabaseOptions {
    @Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
    private String database = "";

    @Option(names = "--writer", paramLabel = "NAME", descriptionKey = "database-writer")
    private String writer = "";

    /** Looks at what was given before anything is made. */
    void check() throws InputProblems {
        if (database.isEmpty() && !writer.isEmpty()) {
            throw Given.word(
                    "--writer", Texts.text("database.writer-alone"), Texts.text("database.writer-alone.remedy"));
        }
        if (!database.isEmpty()) {
            engine();
        }
    }

    /** Moves what was made in the folder to the database, if one was given. If that cannot be done, nothing is left in the folder. */
    void moveIn(RecordFolder folder) throws InputProblems, IOException {
        if (database.isEmpty()) {
            return;
        }
        boolean isMoved = false;
        try {
            folder.moveTo(engine());
            isMoved = true;
        } finally {
            if (!isMoved) {
                folder.clear();
            }
        }
    }

    private Postgres engine() throws InputProblems {
        try {
            return Postgres.of(Database.parse(database), writer);
        } catch (Malformed e) {
            throw Given.word("--database", "", e); // what was given may hold a password
        }
    }
}
