package org.safeconduct.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;

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
 * </pre>
 */
public record Bundle(SortedMap<String, Bytes> files) {

    public static final String README = "README.txt";
    public static final String CHECKPOINT = "checkpoint";
    public static final String POLICY = "policy";
    public static final String DISCLOSURES = "disclosures/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,8}");
    private static final int MOST_FILES = 100_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public Optional<Bytes> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * Unpacks a ZIP file.
     *
     * @param mostBytes the most that all files together may unpack to
     * @throws Malformed if it is no ZIP file, names a file twice or oddly, or unpacks to more
     */
    public static Bundle read(byte[] zip, long mostBytes) throws Malformed {
        TreeMap<String, Bytes> files = new TreeMap<>();
        long rest = mostBytes;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Bytes content = unpack(in, rest, mostBytes);
                rest -= content.length();
                if (entry.isDirectory() && content.length() == 0) {
                    continue;
                }
                if (!NAME.matcher(entry.getName()).matches() || files.size() == MOST_FILES) {
                    throw new Malformed("the bundle has a file \"" + entry.getName() + "\", or too many; name files"
                            + " with letters, digits, dots and dashes, at most 100,000");
                }
                if (files.put(entry.getName(), content) != null) {
                    throw new Malformed("the bundle has the file " + entry.getName() + " twice; ask for another");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Malformed("the bundle cannot be unpacked: " + e.getMessage() + "; ask for another");
        }
        if (files.isEmpty()) {
            throw new Malformed("the bundle is no ZIP file, or an empty one; ask for another");
        }
        return new Bundle(files);
    }

    private static Bytes unpack(ZipInputStream in, long rest, long mostBytes) throws IOException, Malformed {
        byte[] content = in.readNBytes((int) Math.min(rest + 1, Integer.MAX_VALUE - 8));
        if (content.length > rest) {
            throw new Malformed(
                    "the bundle unpacks to more than " + mostBytes + " bytes; allow more, or do not trust it");
        }
        return Bytes.of(content);
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
