package org.safeconduct.road;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The middle layer of a {@code .osm.pbf} file: unpacks blobs, one after the other, and has their blocks read. In one thread. */
final class PbfBlob implements Closeable {
    private static final String AGAIN = "Fetch the file again and compare its size with the source's.";
    private static final String PACK_AGAIN = "Write it with zlib, for example by osmium cat -o new.osm.pbf.";
    private static final Set<String> FEATURES =
            Set.of("OsmSchema-V0.6", "DenseNodes", "LocationsOnWays", "Sort.Type_then_ID");

    /** Real blocks shrink about 5 times; one of a mebibyte that shrinks more than this is a trap. */
    private static final int MOST_RATIO = 200;

    private static final int SMALL = 1 << 20;

    private final String file;
    private final PbfBlock block = new PbfBlock();
    private final Inflater inflater = new Inflater();
    private byte[] bytes = new byte[1 << 16];
    private long position;

    PbfBlob(String file) {
        this.file = file;
    }

    /** Reads one part of a blob and says what else there is in it. */
    PbfBlock.Holds read(PbfFile.Blob blob, PbfBlock.Part part, OsmSink sink) throws RoadProblems {
        position = blob.position();
        try {
            boolean isHeader = blob.type().equals("OSMHeader");
            if (!isHeader && !blob.type().equals("OSMData")) {
                return PbfBlock.Holds.NOTHING;
            }
            int length = unpack(blob.bytes());
            if (isHeader) {
                header(CodedInputStream.newInstance(bytes, 0, length));
                return PbfBlock.Holds.NOTHING;
            }
            return block.read(bytes, length, part, sink);
        } catch (InvalidProtocolBufferException | DataFormatException e) {
            throw problem("", "holds a block that cannot be read.", AGAIN);
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()), "is told in a block.", AGAIN);
        } catch (IOException e) {
            throw new IllegalStateException("the bytes are in memory", e);
        }
    }

    private int unpack(byte[] packed) throws IOException, DataFormatException, RoadProblems {
        int size = -1;
        int from = 0;
        int length = -1;
        boolean isDeflated = false;
        CodedInputStream in = CodedInputStream.newInstance(packed);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag >>> 3) {
                case 2 -> size = in.readInt32();
                case 1, 3 -> {
                    isDeflated = tag >>> 3 == 3;
                    length = in.readRawVarint32();
                    from = in.getTotalBytesRead();
                    in.skipRawBytes(length);
                }
                case 4 -> throw problem("lzma", "is a way of packing that is not read.", PACK_AGAIN);
                case 5 -> throw problem("bzip2", "is a way of packing that is not read.", PACK_AGAIN);
                case 6 -> throw problem("lz4", "is a way of packing that is not read.", PACK_AGAIN);
                case 7 -> throw problem("zstd", "is a way of packing that is not read.", PACK_AGAIN);
                default -> in.skipField(tag);
            }
        }
        if (length < 0) {
            throw problem("", "holds a block without data.", AGAIN);
        }
        if (!isDeflated) {
            makeRoom(length);
            System.arraycopy(packed, from, bytes, 0, length);
            return length;
        }
        if (size < 0 || size > PbfFile.MOST_BLOB_BYTES) {
            throw problem(size + " bytes", "is no size of a block; 33,554,432 is the most.", AGAIN);
        }
        if (size > SMALL && size / MOST_RATIO > length) {
            throw problem(length + " bytes that unpack to " + size, "is no map but a trap.", "Do not use the file.");
        }
        makeRoom(size);
        return inflate(packed, from, length, size);
    }

    private int inflate(byte[] packed, int from, int length, int size) throws DataFormatException, RoadProblems {
        inflater.reset();
        inflater.setInput(packed, from, length);
        int done = 0;
        while (done < size) {
            int more = inflater.inflate(bytes, done, size - done);
            if (more == 0) {
                break;
            }
            done += more;
        }
        if (done < size || (!inflater.finished() && inflater.inflate(new byte[1]) > 0)) {
            throw problem("", "holds a block that unpacks to another size than it says.", AGAIN);
        }
        return size;
    }

    private void makeRoom(int size) {
        if (bytes.length < size) {
            bytes = new byte[size];
        }
    }

    /** Looks for what a reader must know to read the file rightly. */
    private void header(CodedInputStream in) throws IOException, RoadProblems {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == (4 << 3 | 2)) {
                String feature = in.readString();
                if (!FEATURES.contains(feature)) {
                    throw problem(
                            feature,
                            "is a feature that is not read.",
                            "Write the file without it, or without history.");
                }
            } else {
                in.skipField(tag);
            }
        }
    }

    private RoadProblems problem(String value, String problem, String remedy) {
        return new RoadProblems(
                new RoadProblem(file, "byte %,d".formatted(position), Quote.of(value), problem, remedy));
    }

    @Override
    public void close() {
        inflater.end();
    }
}
