package org.safeconduct.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;

/**
 * The files of a bundle, by name.
 *
 * <pre>
 *   README.txt             what this is and how to check it, for people
 *   checkpoint             signed by the log, cosigned by witnesses
 *   policy                 whose signatures the keeper says should count
 *   tile/0/000.p/12        hashes of the tree
 *   tile/entries/000.p/12  leaves; length 0 for those withheld
 *   disclosures/1.json     opened commitments
 *   sealed/5f1c….age       words for those with a key, named by the hash of their ciphertext
 * </pre>
 */
public record Bundle(SortedMap<String, Bytes> files) {

    public static final String README = "README.txt";
    public static final String CHECKPOINT = "checkpoint";
    public static final String POLICY = "policy";
    public static final String DISCLOSURES = "disclosures/";
    public static final String SEALED = "sealed/";

    /** More than any bundle of ours unpacks to, and what a laptop can hold. */
    public static final long USUAL_BYTES = 1L << 30;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The same bundle with more files. */
    public Bundle with(SortedMap<String, Bytes> more) {
        TreeMap<String, Bytes> all = new TreeMap<>(files);
        all.putAll(more);
        return new Bundle(all);
    }

    /** The name of what holds the words that an entry says are sealed. */
    public static String name(Sealed sealed) {
        return SEALED + sealed.ciphertext() + ".age";
    }

    public Optional<Bytes> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * Unpacks a ZIP file.
     *
     * @param mostBytes the most that all files together may unpack to
     * @throws Malformed if it is no whole ZIP file, names a file twice or oddly, or unpacks to more
     */
    public static Bundle read(byte[] zip, long mostBytes) throws Malformed {
        return switch (Unpacked.of(zip, mostBytes)) {
            case Unpacked.Whole whole -> whole.bundle();
            case Unpacked.Damaged damaged -> throw new Malformed(damaged.file() + ": " + damaged.why());
            case Unpacked.NotRead not -> throw new Malformed(not.why());
        };
    }

    /** The ZIP file; the same files give the same bytes. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Bytes> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue().toArray());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("into memory", e);
        }
        return bytes.toByteArray();
    }
}
