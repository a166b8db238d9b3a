package org.safeconduct.verify;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.safeconduct.record.Bytes;

/** What became of the bytes of a ZIP file. A file that ends too early is told from one that was changed. */
sealed interface Unpacked {

    /** All files came out whole. */
    record Whole(Bundle bundle) implements Unpacked {}

    /**
     * One file in it is not as it was packed, or cannot be part of a bundle.
     *
     * @param entry the first entry in the file that is not what its hash says, where that can be told
     */
    record Damaged(String file, OptionalLong entry, String why) implements Unpacked {
        static Damaged file(String file, String why) {
            return new Damaged(file, OptionalLong.empty(), why);
        }
    }

    /** It is not all here, or more than anyone asked for, or no ZIP file. */
    record NotRead(String why) implements Unpacked {}

    /**
     * Unpacks a ZIP file.
     *
     * @param mostBytes the most that all files together may unpack to
     */
    static Unpacked of(byte[] zip, long mostBytes) {
        return new Unpacking(zip, mostBytes).unpack();
    }

    /** Goes from file to file, in the order in which they were packed. */
    final class Unpacking {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,8}");
        private static final int MOST_FILES = 100_000;
        private static final String CUT = "the bundle ends too early: not all of it is here; ask for it again";

        private final byte[] zip;
        private final long mostBytes;
        private final TreeMap<String, Bytes> files = new TreeMap<>();
        private final List<String> names = new ArrayList<>();
        private String current = "the beginning";
        private boolean isInside;

        private Unpacking(byte[] zip, long mostBytes) {
            this.zip = zip;
            this.mostBytes = mostBytes;
        }

        private Unpacked unpack() {
            long rest = mostBytes;
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    isInside = true;
                    names.add(entry.getName());
                    current = NAME.matcher(entry.getName()).matches() ? entry.getName() : "the bundle";
                    byte[] content = in.readNBytes((int) Math.min(rest + 1, Integer.MAX_VALUE - 8));
                    if (content.length > rest) {
                        return new NotRead("the bundle unpacks to more than " + mostBytes
                                + " bytes; allow more, or do not trust it");
                    }
                    isInside = false;
                    rest -= content.length;
                    boolean isFolder = entry.isDirectory() && content.length == 0;
                    if (!isFolder && (current.equals("the bundle") || files.size() == MOST_FILES)) {
                        return Damaged.file(
                                "the bundle",
                                "it has a file \"" + entry.getName()
                                        + "\", or too many; name files with letters, digits,"
                                        + " dots and dashes, at most 100,000");
                    }
                    if (!isFolder && files.put(current, Bytes.of(content)) != null) {
                        return Damaged.file(current, "the bundle has the file " + current + " twice; ask for another");
                    }
                }
                return outcome();
            } catch (EOFException _) {
                return new NotRead(CUT);
            } catch (IOException | IllegalArgumentException e) {
                return damaged("cannot be unpacked: " + e.getMessage() + "; ask for another bundle");
            }
        }

        /** Between two files it is none of them that is damaged. */
        private Damaged damaged(String why) {
            return isInside
                    ? new Damaged(current, DamagedEntries.first(zip, names.size() - 1, current, files), why)
                    : Damaged.file("the bundle", "after " + current + " it " + why);
        }

        /** The table at the end names every file, so that none is left out or called otherwise unseen. */
        private Unpacked outcome() {
            if (names.isEmpty()) {
                return new NotRead("the bundle is no ZIP file, or an empty one; ask for another");
            }
            int end = endOfTable();
            if (end < 0) {
                return new NotRead(CUT);
            }
            return listed(end).equals(names)
                    ? new Whole(new Bundle(files))
                    : Damaged.file(
                            "the bundle", "its table of contents does not name the files it holds; ask for another");
        }

        /** The names in the table, as far as it can be read. */
        private List<String> listed(int end) {
            List<String> listed = new ArrayList<>();
            int at = number(end + 16, 4);
            while (at >= 0 && at + 46 <= end && isMarked(at, 1, 2)) {
                int name = number(at + 28, 2);
                if (at + 46 + name > end) {
                    break;
                }
                listed.add(new String(zip, at + 46, name, StandardCharsets.UTF_8));
                at += 46 + name + number(at + 30, 2) + number(at + 32, 2);
            }
            return listed;
        }

        /** Where the record lies that ends every ZIP file, before a comment of at most 64 KiB; -1 if nowhere. */
        private int endOfTable() {
            int last = zip.length - 22;
            for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
                if (isMarked(at, 5, 6) && number(at + 20, 2) == last - at) {
                    return at;
                }
            }
            return -1;
        }

        private boolean isMarked(int at, int third, int fourth) {
            return zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == third && zip[at + 3] == fourth;
        }

        /** A number of that many bytes, little-endian; one of four bytes may come out negative. */
        private int number(int at, int bytes) {
            int number = 0;
            for (int i = bytes - 1; i >= 0; i--) {
                number = number << 8 | (zip[at + i] & 0xFF);
            }
            return number;
        }
    }
}
