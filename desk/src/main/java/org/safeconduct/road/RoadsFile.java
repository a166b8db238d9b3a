package org.safeconduct.road;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A network as a file: a header, the report, then the columns as they lie in memory, each beginning at a multiple of 8 bytes. Written in the order of
 * bytes of this machine and read on such a one only.
 *
 * <pre>
 *   0   8  magic and version         16  8  bytes of the file       64  16 × columns  where each begins, its bytes
 *   8   4  order of bytes            24  8  checksum of all after the header          then 8: checksum of the header
 *   12  4  bytes of the report       32  32 key
 * </pre>
 */
final class RoadsFile {
    private static final long MAGIC = 0x5343_524F_4144_0002L; // "SCROAD", version 2
    private static final int ORDER = 0x0102_0304;
    private static final int COLUMNS_AT = 64;
    static final int HEADER_BYTES = COLUMNS_AT + 16 * Column.values().length + 8;
    private static final long SLICE = 1 << 30;
    private static final int BUFFER = 1 << 18;

    private RoadsFile() {}

    /** Writes a network over a file that is there. */
    static void write(Path file, Roads roads) throws IOException {
        byte[] report = bytes(roads.report());
        List<MemorySegment> parts = new ArrayList<>();
        parts.add(MemorySegment.ofArray(report));
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.nativeOrder());
        header.putLong(MAGIC).putInt(ORDER).putInt(report.length).position(32);
        header.put(HexFormat.of().parseHex(roads.key())).position(COLUMNS_AT);
        long at = HEADER_BYTES + aligned(report.length);
        for (Column column : Column.values()) {
            MemorySegment segment = roads.columns().get(column);
            header.putLong(at).putLong(segment.byteSize());
            at += aligned(segment.byteSize());
            parts.add(segment);
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            CRC32C body = new CRC32C();
            channel.position(HEADER_BYTES);
            for (MemorySegment part : parts) {
                write(channel, part, body);
            }
            header.putLong(16, at).putLong(24, body.getValue());
            header.putLong(HEADER_BYTES - 8, checksum(header.slice(0, HEADER_BYTES - 8)));
            ByteBuffer whole = header.rewind();
            channel.position(0);
            while (whole.hasRemaining()) {
                channel.write(whole);
            }
        }
    }

    /** By way of a buffer, because columns may be arrays of numbers. */
    private static void write(FileChannel channel, MemorySegment part, CRC32C sum) throws IOException {
        MemorySegment buffer = MemorySegment.ofArray(new byte[BUFFER]);
        long end = aligned(part.byteSize());
        for (long from = 0; from < end; from += BUFFER) {
            int count = (int) Math.min(BUFFER, end - from);
            buffer.fill((byte) 0);
            MemorySegment.copy(part, from, buffer, 0, Math.min(count, part.byteSize() - from));
            ByteBuffer bytes = buffer.asByteBuffer().limit(count);
            sum.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Maps a network into memory; empty if the file is damaged, or another program wrote it. It stays mapped as long as the network is used.
     *
     * @param key what the network must be of
     * @param source what its source is called now
     */
    static Optional<Roads> read(Path file, String key, String source) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER_BYTES) {
                return Optional.empty();
            }
            return parse(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()), key, source);
        }
    }

    /** The network that these bytes are, if they are one. */
    static Optional<Roads> parse(MemorySegment file, String key, String source) {
        ByteBuffer header = file.asSlice(0, HEADER_BYTES).asByteBuffer().order(ByteOrder.nativeOrder());
        int reportBytes = header.getInt(12);
        byte[] expected = HexFormat.of().parseHex(key);
        byte[] found = new byte[expected.length];
        header.get(32, found);
        boolean isOurs = header.getLong(0) == MAGIC
                && header.getInt(8) == ORDER
                && header.getLong(16) == file.byteSize()
                && Arrays.equals(expected, found)
                && header.getLong(HEADER_BYTES - 8) == checksum(header.slice(0, HEADER_BYTES - 8))
                && reportBytes >= 0
                && reportBytes <= file.byteSize() - HEADER_BYTES
                && header.getLong(24) == checksum(file.asSlice(HEADER_BYTES));
        if (!isOurs) {
            return Optional.empty();
        }
        header.position(COLUMNS_AT);
        Map<Column, MemorySegment> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            long at = header.getLong();
            long bytes = header.getLong();
            if (at < HEADER_BYTES || at % 8 != 0 || bytes < 0 || at > file.byteSize() || bytes > file.byteSize() - at) {
                return Optional.empty();
            }
            columns.put(column, file.asSlice(at, bytes));
        }
        byte[] report = file.asSlice(HEADER_BYTES, reportBytes).toArray(ValueLayout.JAVA_BYTE);
        try {
            return Optional.of(new Roads(new Columns(columns), report(report, key, source)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return Optional.empty(); // checksums that fit, and yet no network: somebody else wrote it
        }
    }

    /** For tests: the same bytes with the length and checksums that they would have to have. */
    static byte[] withChecksums(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.nativeOrder());
        header.putLong(0, MAGIC).putInt(8, ORDER).putLong(16, bytes.length);
        header.putLong(24, checksum(header.slice(HEADER_BYTES, bytes.length - HEADER_BYTES)));
        header.putLong(HEADER_BYTES - 8, checksum(header.slice(0, HEADER_BYTES - 8)));
        return header.array();
    }

    private static long aligned(long bytes) {
        return (bytes + 7) / 8 * 8;
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }

    private static long checksum(MemorySegment bytes) {
        CRC32C sum = new CRC32C();
        for (long from = 0; from < bytes.byteSize(); from += SLICE) {
            sum.update(bytes.asSlice(from, Math.min(SLICE, bytes.byteSize() - from))
                    .asByteBuffer());
        }
        return sum.getValue();
    }

    // ---------------------------------------------------------------------- report

    private static byte[] bytes(ReadReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, report.format());
            out.writeLong(report.nodesRead());
            out.writeLong(report.waysRead());
            out.writeLong(report.waysUsed());
            counts(out, report.dropped());
            counts(out, report.guessed());
            counts(out, report.unheeded());
            out.writeInt(report.notes().size());
            for (String note : report.notes()) {
                text(out, note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void counts(DataOutputStream out, Map<String, Long> counts) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            text(out, count.getKey());
            out.writeLong(count.getValue());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static ReadReport report(byte[] bytes, String key, String source) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String format = text(in);
            long nodes = in.readLong();
            long ways = in.readLong();
            long used = in.readLong();
            Map<String, Long> dropped = counts(in);
            Map<String, Long> guessed = counts(in);
            Map<String, Long> unheeded = counts(in);
            List<String> notes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                notes.add(text(in));
            }
            return new ReadReport(source, key, format, nodes, ways, used, dropped, guessed, unheeded, notes);
        } catch (IOException e) {
            throw new UncheckedIOException("a report that its checksum fits is broken", e);
        }
    }

    private static Map<String, Long> counts(DataInputStream in) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(text(in), in.readLong());
        }
        return counts;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
