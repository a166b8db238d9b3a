package org.safeconduct.road;

import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The outer layer of a {@code .osm.pbf} file: a row of blobs.
 *
 * <pre>
 *   4 bytes: length of the header ─ header: type, length of the blob ─ blob: the bytes, mostly deflated ─ 4 bytes: …
 * </pre>
 *
 * Lengths are checked against the format's own limits before anything is made room for.
 */
final class PbfFile implements Closeable {
    static final int MOST_HEADER_BYTES = 64 * 1024;
    static final int MOST_BLOB_BYTES = 32 * 1024 * 1024;
    private static final String AGAIN = "Fetch the file again and compare its size with the source's.";

    private final String name;
    private final InputStream in;
    private long position;

    /**
     * A blob as it stands in the file.
     *
     * @param position byte in the file where its header begins
     */
    record Blob(long position, String type, byte[] bytes) {}

    PbfFile(Path file) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The next blob; empty at the end of the file. */
    Optional<Blob> next() throws IOException, RoadProblems {
        long start = position;
        byte[] prefix = in.readNBytes(4);
        if (prefix.length == 0) {
            return Optional.empty();
        }
        position += prefix.length;
        if (prefix.length < 4) {
            throw cutOff(start);
        }
        int length = (prefix[0] & 0xFF) << 24 | (prefix[1] & 0xFF) << 16 | (prefix[2] & 0xFF) << 8 | (prefix[3] & 0xFF);
        if (length <= 0 || length > MOST_HEADER_BYTES) {
            String what = start == 0 ? "is not an OpenStreetMap PBF file." : "holds no block here.";
            throw problem(start, length + " bytes of block header", what, AGAIN);
        }
        byte[] header = read(start, length);
        String type = "";
        int size = -1;
        try {
            CodedInputStream fields = CodedInputStream.newInstance(header);
            for (int tag = fields.readTag(); tag != 0; tag = fields.readTag()) {
                switch (tag) {
                    case 10 -> type = fields.readString();
                    case 24 -> size = fields.readInt32();
                    default -> fields.skipField(tag);
                }
            }
        } catch (IOException e) {
            throw problem(start, "", "holds a block header that cannot be read.", AGAIN);
        }
        if (start == 0 && !type.equals("OSMHeader")) {
            throw problem(
                    start, Quote.of(type), "is not an OpenStreetMap PBF file.", "Name a file that ends in .osm.pbf.");
        }
        if (size < 0 || size > MOST_BLOB_BYTES) {
            throw problem(start, size + " bytes of block", "is no size of a block; 33,554,432 is the most.", AGAIN);
        }
        return Optional.of(new Blob(start, type, read(start, size)));
    }

    private byte[] read(long start, int length) throws IOException, RoadProblems {
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length < length) {
            throw cutOff(start);
        }
        return bytes;
    }

    private RoadProblems cutOff(long start) {
        return problem(start, "", "ends in the middle of a block.", AGAIN);
    }

    private RoadProblems problem(long at, String value, String problem, String remedy) {
        return new RoadProblems(new RoadProblem(name, "byte %,d".formatted(at), value, problem, remedy));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
