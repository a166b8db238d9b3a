package org.safeconduct.bench;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes an {@code .osm.pbf} of a country's size: an extract again and again, side by side on the map, each time with ids of its own. Nodes of all
 * tiles stand before ways of all tiles, as in the files that one downloads; relations are left out. Only bytes that hold an id or a place are
 * changed: each first of a row of differences.
 */
final class Tiling {
    private static final long GAP_E7 = 200_000;

    /** A block of the extract, unpacked. */
    private record Block(byte[] strings, List<byte[]> dense, List<byte[]> ways) {}

    /** How far a tile is moved: nodes, ways, and 10⁻⁷ degrees. */
    private record Shift(long nodes, long ways, long latitude, long longitude) {}

    private final List<Block> blocks = new ArrayList<>();
    private long nodes;
    private long mostNode;
    private long mostWay;
    private long west = Long.MAX_VALUE;
    private long east = Long.MIN_VALUE;
    private long south = Long.MAX_VALUE;
    private long north = Long.MIN_VALUE;

    /** Reads an extract whose nodes are dense, as all that one downloads are. */
    Tiling(Path extract) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(extract))) {
            for (Optional<Blob> blob = Blob.next(in); blob.isPresent(); blob = Blob.next(in)) {
                if (blob.get().type.equals("OSMData")) {
                    blocks.add(block(blob.get().content));
                }
            }
        }
        for (Block block : blocks) {
            for (byte[] dense : block.dense) {
                measure(dense);
            }
            for (byte[] way : block.ways) {
                mostWay = Math.max(
                        mostWay,
                        CodedInputStream.newInstance(way, 1, way.length - 1).readInt64());
            }
        }
    }

    /** West, south, east and north of the extract itself, the first tile, in degrees. */
    String box() {
        return "%s,%s,%s,%s".formatted(west / 1e7, south / 1e7, east / 1e7, north / 1e7);
    }

    /** Writes a file of at least so many nodes, unless it is there. */
    Path write(Path folder, String name, long least) throws IOException {
        int tiles = (int) Math.ceilDiv(least, nodes);
        Path target = folder.resolve("%s-%d.osm.pbf".formatted(name, tiles));
        if (Files.exists(target)) {
            return target;
        }
        Files.createDirectories(folder);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            Blob.write(out, "OSMHeader", message(header -> {
                header.writeString(4, "OsmSchema-V0.6");
                header.writeString(4, "DenseNodes");
            }));
            for (boolean ways : new boolean[] {false, true}) {
                for (int tile = 0; tile < tiles; tile++) {
                    write(out, shift(tile), ways);
                }
            }
        }
        return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tiles in rows from west to east round the earth, the first where the extract lies. */
    private Shift shift(int tile) {
        long width = east - west + GAP_E7;
        long height = north - south + GAP_E7;
        long columns = Math.max(1, (1_790_000_000L - west) / width);
        long row = tile / columns;
        long up = Math.min(row * height, 890_000_000L - north);
        return new Shift(tile * (mostNode + 1), tile * (mostWay + 1), up, tile % columns * width);
    }

    private void write(DataOutputStream out, Shift shift, boolean ways) throws IOException {
        for (Block block : blocks) {
            List<byte[]> parts = ways ? block.ways : block.dense;
            if (!parts.isEmpty()) {
                byte[] group = message(fields -> {
                    for (byte[] part : parts) {
                        fields.writeByteArray(ways ? 3 : 2, ways ? way(part, shift) : dense(part, shift));
                    }
                });
                Blob.write(out, "OSMData", message(fields -> {
                    fields.writeByteArray(1, block.strings);
                    fields.writeByteArray(2, group);
                }));
            }
        }
    }

    // --------------------------------------------------------------------- reading

    private static Block block(byte[] content) throws IOException {
        Block block = new Block(strings(content), new ArrayList<>(), new ArrayList<>());
        CodedInputStream in = CodedInputStream.newInstance(content);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 2 -> group(in.readByteArray(), block);
                case 17, 19, 20 -> {
                    if (in.readInt64() != (WireFormat.getTagFieldNumber(tag) == 17 ? 100 : 0)) {
                        throw new IOException("an extract of another granularity than 10⁻⁷ degree cannot be tiled");
                    }
                }
                default -> in.skipField(tag);
            }
        }
        return block;
    }

    private static byte[] strings(byte[] content) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(content);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                return in.readByteArray();
            }
            in.skipField(tag);
        }
        return new byte[0];
    }

    private static void group(byte[] group, Block block) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(group);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> throw new IOException("an extract whose nodes are not dense cannot be tiled");
                case 2 -> block.dense.add(in.readByteArray());
                case 3 -> block.ways.add(in.readByteArray());
                default -> in.skipField(tag);
            }
        }
    }

    private void measure(byte[] dense) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(dense);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field != 1 && field != 8 && field != 9) {
                in.skipField(tag);
                continue;
            }
            CodedInputStream values = CodedInputStream.newInstance(in.readByteArray());
            long value = 0;
            while (!values.isAtEnd()) {
                value += values.readSInt64();
                switch (field) {
                    case 1 -> {
                        nodes++;
                        mostNode = Math.max(mostNode, value);
                    }
                    case 8 -> {
                        south = Math.min(south, value);
                        north = Math.max(north, value);
                    }
                    default -> {
                        west = Math.min(west, value);
                        east = Math.max(east, value);
                    }
                }
            }
        }
    }

    // --------------------------------------------------------------------- writing

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] dense(byte[] dense, Shift shift) throws IOException {
        return message(out -> {
            CodedInputStream in = CodedInputStream.newInstance(dense);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> out.writeByteArray(1, firstMoved(in.readByteArray(), shift.nodes));
                    case 8 -> out.writeByteArray(8, firstMoved(in.readByteArray(), shift.latitude));
                    case 9 -> out.writeByteArray(9, firstMoved(in.readByteArray(), shift.longitude));
                    default -> copy(in, tag, out);
                }
            }
        });
    }

    private static byte[] way(byte[] way, Shift shift) throws IOException {
        return message(out -> {
            CodedInputStream in = CodedInputStream.newInstance(way);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> out.writeInt64(1, in.readInt64() + shift.ways);
                    case 8 -> out.writeByteArray(8, firstMoved(in.readByteArray(), shift.nodes));
                    case 9, 10 -> in.skipField(tag);
                    default -> copy(in, tag, out);
                }
            }
        });
    }

    private static void copy(CodedInputStream in, int tag, CodedOutputStream out) throws IOException {
        switch (WireFormat.getTagWireType(tag)) {
            case WireFormat.WIRETYPE_VARINT -> out.writeUInt64(WireFormat.getTagFieldNumber(tag), in.readUInt64());
            case WireFormat.WIRETYPE_LENGTH_DELIMITED ->
                out.writeByteArray(WireFormat.getTagFieldNumber(tag), in.readByteArray());
            default -> throw new IOException("a field that OpenStreetMap's files do not have");
        }
    }

    /** A row of differences whose first is larger by so much. */
    private static byte[] firstMoved(byte[] row, long by) throws IOException {
        if (row.length == 0) {
            return row;
        }
        CodedInputStream in = CodedInputStream.newInstance(row);
        long first = in.readSInt64();
        int rest = in.getTotalBytesRead();
        return message(out -> {
            out.writeSInt64NoTag(first + by);
            out.writeRawBytes(row, rest, row.length - rest);
        });
    }

    /** A blob with its header, the bytes unpacked. */
    private record Blob(String type, byte[] content) {
        private static final Deflater DEFLATER = new Deflater(Deflater.BEST_SPEED);

        /** The next blob; empty at the end of the file. */
        static Optional<Blob> next(DataInputStream in) throws IOException {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return Optional.empty();
            }
            CodedInputStream header = CodedInputStream.newInstance(in.readNBytes(length));
            header.readTag();
            String type = header.readString();
            int size = 0;
            for (int tag = header.readTag(); tag != 0; tag = header.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == 3) {
                    size = header.readInt32();
                } else {
                    header.skipField(tag);
                }
            }
            return Optional.of(new Blob(type, unpacked(in.readNBytes(size))));
        }

        private static byte[] unpacked(byte[] blob) throws IOException {
            CodedInputStream in = CodedInputStream.newInstance(blob);
            byte[] content = new byte[0];
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagFieldNumber(tag)) {
                    case 1 -> content = in.readByteArray();
                    case 2 -> content = new byte[in.readInt32()];
                    case 3 -> inflate(in.readByteArray(), content);
                    default -> in.skipField(tag);
                }
            }
            return content;
        }

        private static void inflate(byte[] packed, byte[] content) throws IOException {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(packed);
                inflater.inflate(content);
            } catch (DataFormatException e) {
                throw new IOException("a broken extract", e);
            } finally {
                inflater.end();
            }
        }

        static void write(DataOutputStream out, String type, byte[] content) throws IOException {
            DEFLATER.reset();
            DEFLATER.setInput(content);
            DEFLATER.finish();
            byte[] packed = new byte[content.length + content.length / 1000 + 100];
            int length = DEFLATER.deflate(packed);
            byte[] blob = message(fields -> {
                fields.writeInt32(2, content.length);
                fields.writeByteArray(3, Arrays.copyOf(packed, length));
            });
            byte[] header = message(fields -> {
                fields.writeString(1, type);
                fields.writeInt32(3, blob.length);
            });
            out.writeInt(header.length);
            out.write(header);
            out.write(blob);
        }
    }
}
