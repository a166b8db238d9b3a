package org.safeconduct.keeping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.WholeFile;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.store.Copying;
import org.safeconduct.store.Database;
import org.safeconduct.store.Engine;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.KeptLog;
import org.safeconduct.store.Postgres;
import org.safeconduct.store.Rebuild;
import org.safeconduct.store.RecordBroken;
import org.safeconduct.store.Reply;
import org.safeconduct.store.SeenNotes;
import org.safeconduct.store.Sqlite;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.vault.SealedFolder;

/**
 * A record in a folder.
 *
 * <pre>
 *   log.db …   the log, SQLite's files; or else
 *   database   where the log is: one line, postgresql://…
 *   policy     whose word counts, as the keeper says: handed out with every bundle
 *   seen       places outside this folder where checkpoints that others saw are found, one a line
 *   sealed/    words that only some can read, {@link SealedFolder}'s
 *   backups    folders into which this one was copied with sealed words, one a line
 * </pre>
 *
 * <p>The places are outside on purpose: whoever puts an old copy of the folder back does not put them back with it.
 */
public record RecordFolder(Path folder, Disk disk) {

    private static final String LOG = "log.db";
    private static final List<String> FILES = List.of(LOG, LOG + "-wal", LOG + "-shm", "lock");
    private static final String DATABASE = "database";
    private static final String POLICY = "policy";
    private static final String SEEN = "seen";
    private static final String SEALED = "sealed";
    private static final String BACKUPS = "backups";

    /**
     * Where the log is, if it is not in this folder.
     *
     * @throws Malformed if the file that says so names no database
     */
    public Optional<Database> database() throws IOException, Malformed {
        Path file = folder.resolve(DATABASE);
        return Files.exists(file) ? Optional.of(Database.parse(Files.readString(file))) : Optional.empty();
    }

    /** What keeps the log. */
    public Engine engine() throws IOException {
        try {
            Optional<Database> database = database();
            return database.isPresent() ? new Postgres(database.get(), "") : inFolder();
        } catch (Malformed e) {
            throw new IOException(folder.resolve(DATABASE) + ": " + e.getMessage(), e);
        }
    }

    private Sqlite inFolder() {
        return new Sqlite(folder);
    }

    /** Words that only some can read. */
    public SealedFolder sealed() {
        return new SealedFolder(folder.resolve(SEALED), disk);
    }

    /** Keeps words that only some can read, before the entry that names them goes into the log. */
    public void keep(SealedFile file) throws IOException {
        PrivateFolder.make(folder.resolve(SEALED));
        sealed().put(file);
    }

    /** Folders into which this one was copied, with what was sealed. */
    public List<Path> backups() throws IOException {
        return paths(BACKUPS);
    }

    /** Whether a record is in the folder, or the folder says where it is. */
    public boolean exists() {
        return inFolder().exists() || Files.exists(folder.resolve(DATABASE));
    }

    /**
     * Puts the log into a database, from where it is opened as the database's writer from now on, or as its owner if there is no writer.
     *
     * @param into holds no log yet
     */
    public void moveTo(Postgres into) throws IOException {
        Copying.of(inFolder(), into);
        Database opened = into.writer().isEmpty() ? into.place() : into.place().as(into.writer());
        WholeFile.replace(disk, folder.resolve(DATABASE), (opened + "\n").getBytes(StandardCharsets.UTF_8));
        remove(FILES);
    }

    /** Makes a record without entries, in a folder that may be there but holds none. */
    public void create(VerifierKey log, Policy policy, List<Path> seen) throws IOException {
        PrivateFolder.make(folder);
        writePolicy(policy);
        writeSeen(seen);
        Keeper.create(engine(), log);
    }

    /** Says anew whose word counts. */
    public void writePolicy(Policy policy) throws IOException {
        WholeFile.replace(disk, folder.resolve(POLICY), policy.write());
    }

    /**
     * Whose word counts, as the keeper says.
     *
     * @throws Malformed if the file is no policy
     */
    public Policy policy() throws IOException, Malformed {
        return Policy.read(Files.readAllBytes(folder.resolve(POLICY)));
    }

    /** Says anew where checkpoints that others saw are found. */
    public void writeSeen(List<Path> seen) throws IOException {
        write(SEEN, seen);
    }

    private void write(String name, List<Path> paths) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path path : paths) {
            lines.append(path.toAbsolutePath().normalize()).append('\n');
        }
        WholeFile.replace(disk, folder.resolve(name), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where checkpoints that others saw are found. */
    public List<Path> seen() throws IOException {
        return paths(SEEN);
    }

    private List<Path> paths(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(Path::of)
                        .toList()
                : List.of();
    }

    /** Opens the log for reading. */
    public KeptLog read(SignatureVerifier verifier) throws IOException {
        return KeptLog.open(engine(), verifier);
    }

    /**
     * Opens the log for writing, unless others have seen more of it, or other things in it, than there is.
     *
     * @param more places to look at besides those that the folder names
     * @throws RecordBroken if what others saw is not the beginning of this log
     * @throws Unseen if a place cannot be looked at
     */
    public Keeper write(SignatureVerifier verifier, List<Path> more) throws IOException, Unseen {
        return Keeper.open(engine(), verifier, notes(more).notes());
    }

    /** Puts an entry in, and what it seals beside the log before it; takes that away again if the entry is not kept. */
    public Reply append(Keeper keeper, Statement.Signed signed) throws IOException {
        if (signed.hidden().isEmpty()) {
            return keeper.append(signed.entry());
        }
        keep(signed.hidden().get());
        Reply reply = keeper.append(signed.entry());
        if (!(reply instanceof Reply.Kept)) {
            sealed().destroy(signed.hidden().get().hash());
        }
        return reply;
    }

    /**
     * Copies the record as it is at one moment, while others go on writing. The copy is a record folder too.
     *
     * @param copy a folder without a record
     */
    public void backUp(RecordFolder copy) throws IOException {
        PrivateFolder.make(copy.folder());
        for (String name : List.of(POLICY, SEEN)) {
            WholeFile.replace(disk, copy.folder().resolve(name), Files.readAllBytes(folder.resolve(name)));
        }
        if (Files.isDirectory(
                folder.resolve(SEALED))) { // else nothing is to be found again, and a full disk is no hindrance
            List<Path> backups = backupsWith(copy); // noted first: a copy that nobody knows of is never erased
            write(BACKUPS, backups);
            copy.write(BACKUPS, backups); // whoever goes on from it must find the others
            copySealed(copy);
        }
        if (engine() instanceof Sqlite here) { // last: without it there is no record in the copy
            here.backUp(disk, copy.folder().resolve(LOG));
        } else {
            Copying.of(engine(), copy.inFolder());
        }
    }

    private boolean hasSealed() {
        return Files.isDirectory(folder.resolve(SEALED));
    }

    /** The folders into which this one was copied, and one more. */
    private List<Path> backupsWith(RecordFolder copy) throws IOException {
        return Stream.concat(
                        backups().stream(),
                        Stream.of(copy.folder().toAbsolutePath().normalize()))
                .distinct()
                .toList();
    }

    private void copySealed(RecordFolder copy) throws IOException {
        PrivateFolder.make(copy.folder().resolve(SEALED));
        try (Stream<Path> files = Files.list(folder.resolve(SEALED))) {
            for (Path file : files.toList()) {
                Path to = copy.folder().resolve(SEALED).resolve(file.getFileName());
                WholeFile.replace(disk, to, Files.readAllBytes(file));
            }
        }
    }

    /**
     * Puts a backup here, unless it has not come as far as others have seen the record.
     *
     * @param backup is left as it is
     * @param places where checkpoints that others saw are found, besides those that the backup names
     * @throws RecordBroken if it has not; then nothing is here
     */
    public void restore(RecordFolder backup, SignatureVerifier verifier, List<Path> places)
            throws IOException, Malformed, Unseen {
        Policy policy = backup.policy();
        List<Path> all = new ArrayList<>(backup.seen());
        all.addAll(places);
        fill(() -> putHere(backup), policy, all, verifier);
        if (backup.hasSealed()) {
            write(BACKUPS, backup.backupsWith(backup));
            backup.copySealed(this);
        }
    }

    /**
     * Makes the record again from a party's copy; nothing of it is believed that does not lead to its checkpoint.
     *
     * @param keys the log's, from a policy of the caller's own; the first signs from now on
     * @throws RecordBroken if the copy does not lead there, or not as far as others have seen; then nothing is here
     */
    public void rebuild(
            HeldCopy copy, List<VerifierKey> keys, Policy policy, SignatureVerifier verifier, List<Path> places)
            throws IOException, Unseen {
        fill(() -> Rebuild.from(copy::list, copy.note(), keys, inFolder(), verifier), policy, places, verifier);
    }

    private void putHere(RecordFolder backup) throws IOException {
        if (backup.engine() instanceof Sqlite there) {
            inFolder().restore(disk, there.folder().resolve(LOG));
        } else {
            Copying.of(backup.engine(), inFolder());
        }
    }

    /** Something that puts a log into this folder. */
    private interface Filling {
        void run() throws IOException;
    }

    private void fill(Filling filling, Policy policy, List<Path> places, SignatureVerifier verifier)
            throws IOException, Unseen {
        PrivateFolder.make(folder);
        notes(places);
        boolean isWell = false;
        try {
            filling.run();
            writePolicy(policy);
            writeSeen(places);
            write(verifier, List.of()).close();
            isWell = true;
        } finally {
            if (!isWell) {
                clear();
            }
        }
    }

    /** Takes away what was put here in vain. */
    public void clear() throws IOException {
        remove(FILES);
        remove(List.of(POLICY, SEEN));
    }

    private void remove(List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    private SeenNotes notes(List<Path> more) throws IOException, Unseen {
        List<Path> places = new ArrayList<>(seen());
        places.addAll(more);
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new Unseen(place + " is not there");
            }
        }
        SeenNotes found = SeenNotes.in(places);
        if (!found.unread().isEmpty()) {
            throw new Unseen("no checkpoint in " + String.join(", ", found.unread()));
        }
        return found;
    }

    /** A place that should tell what a witness saw, and does not; writing without it would be writing unwarned. */
    public static final class Unseen extends Exception {
        private static final long serialVersionUID = 1L;

        Unseen(String what) {
            super(what);
        }
    }
}
