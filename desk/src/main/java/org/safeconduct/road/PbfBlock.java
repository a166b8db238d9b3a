package org.safeconduct.road;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The inner layer of a {@code .osm.pbf} file: one block of nodes, ways or relations, read field by field, without an object for each.
 *
 * <p>Field numbers are those of {@code osmformat.proto}. What is not needed, such as who changed a node when, is skipped unread. One reader reads one
 * block after the other, in one thread.
 */
final class PbfBlock {
    /** What to look at in a block. */
    enum Part {
        WAYS,
        NODES
    }

    /** What there is in a block: nodes, and ways or relations. */
    record Holds(boolean nodes, boolean ways) {
        static final Holds NOTHING = new Holds(false, false);
    }

    /** A stretch of bytes. */
    private record Slice(int from, int length) {
        static final Slice NONE = new Slice(0, 0);
    }

    private static final int BYTES = 2;

    private final OsmTags tags = new OsmTags();
    private final PbfStrings strings = new PbfStrings();
    private byte[] bytes = new byte[0];
    private boolean isIndexed;
    private Slice table = Slice.NONE;
    private long granularity;
    private long latitudeOffset;
    private long longitudeOffset;
    private long[] refs = new long[64];
    private boolean hasNodes;
    private boolean hasWays;
    private long nodes;
    private long ways;

    /**
     * Reads one part of a block and says what there is in it.
     *
     * @throws IOException if the bytes are no block
     * @throws IllegalArgumentException if a node does not lie on earth
     */
    Holds read(byte[] block, int length, Part part, OsmSink sink) throws IOException {
        bytes = block;
        isIndexed = false;
        hasNodes = false;
        hasWays = false;
        nodes = 0;
        ways = 0;
        layout(CodedInputStream.newInstance(block, 0, length));
        CodedInputStream in = CodedInputStream.newInstance(block, 0, length);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == (2 << 3 | BYTES)) {
                group(in, part, sink);
            } else {
                in.skipField(tag);
            }
        }
        sink.counted(nodes, ways);
        return new Holds(hasNodes, hasWays);
    }

    /** Notes what all groups need; it may stand behind them. */
    private void layout(CodedInputStream in) throws IOException {
        granularity = 100;
        latitudeOffset = 0;
        longitudeOffset = 0;
        table = Slice.NONE;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 1 << 3 | BYTES -> table = slice(in);
                case 17 << 3 -> granularity = in.readInt32();
                case 19 << 3 -> latitudeOffset = in.readInt64();
                case 20 << 3 -> longitudeOffset = in.readInt64();
                default -> in.skipField(tag);
            }
        }
    }

    private static Slice slice(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        Slice slice = new Slice(in.getTotalBytesRead(), length);
        in.skipRawBytes(length);
        return slice;
    }

    private CodedInputStream open(Slice slice) {
        return CodedInputStream.newInstance(bytes, slice.from, slice.length);
    }

    private PbfStrings strings() throws IOException {
        if (!isIndexed) {
            strings.index(bytes, table.from, table.length);
            isIndexed = true;
        }
        return strings;
    }

    private void group(CodedInputStream in, Part part, OsmSink sink) throws IOException {
        int length = in.readRawVarint32();
        int limit = in.pushLimit(length);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            boolean isNode = tag == (1 << 3 | BYTES);
            boolean isDense = tag == (2 << 3 | BYTES);
            boolean isWay = tag == (3 << 3 | BYTES);
            boolean isRelation = tag == (4 << 3 | BYTES);
            hasNodes |= isNode || isDense;
            hasWays |= isWay || isRelation;
            if (isNode && part == Part.NODES) {
                node(slice(in), sink);
            } else if (isDense && part == Part.NODES) {
                dense(slice(in), sink);
            } else if (isWay && part == Part.WAYS) {
                way(slice(in), sink);
            } else if (isRelation && part == Part.WAYS) {
                relation(slice(in), sink);
            } else {
                in.skipField(tag);
            }
        }
        in.popLimit(limit);
    }

    // ----------------------------------------------------------------------- ways

    private void way(Slice way, OsmSink sink) throws IOException {
        ways++;
        long id = 0;
        Slice wayKeys = Slice.NONE;
        Slice wayValues = Slice.NONE;
        Slice wayRefs = Slice.NONE;
        CodedInputStream in = open(way);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 1 << 3 -> id = in.readInt64();
                case 2 << 3 | BYTES -> wayKeys = moved(way, slice(in));
                case 3 << 3 | BYTES -> wayValues = moved(way, slice(in));
                case 8 << 3 | BYTES -> wayRefs = moved(way, slice(in));
                default -> in.skipField(tag);
            }
        }
        readTags(wayKeys, wayValues);
        if (WayRules.isCandidate(tags)) {
            sink.way(sink.judge(id, tags), refs(open(wayRefs)));
        }
    }

    private static Slice moved(Slice outer, Slice inner) {
        return new Slice(outer.from + inner.from, inner.length);
    }

    private long[] refs(CodedInputStream in) throws IOException {
        int count = 0;
        long ref = 0;
        while (!in.isAtEnd()) {
            ref += in.readSInt64();
            if (count == refs.length) {
                refs = Arrays.copyOf(refs, IntList.grown(count));
            }
            refs[count++] = ref;
        }
        return Arrays.copyOf(refs, count);
    }

    /** Reads the tags of a node or way, as far as they are wanted. */
    private void readTags(Slice keySlice, Slice valueSlice) throws IOException {
        tags.clear();
        PbfStrings texts = strings();
        CodedInputStream keyNumbers = open(keySlice);
        CodedInputStream valueNumbers = open(valueSlice);
        while (!keyNumbers.isAtEnd() && !valueNumbers.isAtEnd()) {
            OsmKey key = texts.key(keyNumbers.readRawVarint32());
            int value = valueNumbers.readRawVarint32();
            if (key != null) {
                tags.put(key, texts.get(value));
            }
        }
    }

    // ------------------------------------------------------------------ relations

    /** Of relations only those are read that forbid turns. */
    private void relation(Slice relation, OsmSink sink) throws IOException {
        Slice keys = Slice.NONE;
        Slice values = Slice.NONE;
        Slice roles = Slice.NONE;
        Slice members = Slice.NONE;
        Slice kinds = Slice.NONE;
        CodedInputStream in = open(relation);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 2 << 3 | BYTES -> keys = moved(relation, slice(in));
                case 3 << 3 | BYTES -> values = moved(relation, slice(in));
                case 8 << 3 | BYTES -> roles = moved(relation, slice(in));
                case 9 << 3 | BYTES -> members = moved(relation, slice(in));
                case 10 << 3 | BYTES -> kinds = moved(relation, slice(in));
                default -> in.skipField(tag);
            }
        }
        readTags(keys, values);
        if (TurnRule.isTold(tags)) {
            turns(open(roles), open(members), open(kinds), sink);
        }
    }

    private void turns(CodedInputStream roles, CodedInputStream members, CodedInputStream kinds, OsmSink sink)
            throws IOException {
        TurnMembers found = new TurnMembers();
        long member = 0;
        while (!members.isAtEnd() && !roles.isAtEnd() && !kinds.isAtEnd()) {
            member += members.readSInt64();
            found.add(strings().get(roles.readRawVarint32()), kinds.readRawVarint32() == 0, member);
        }
        found.rule(tags).ifPresent(sink::turns);
    }

    // ---------------------------------------------------------------------- nodes

    private void node(Slice node, OsmSink sink) throws IOException {
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        Slice nodeKeys = Slice.NONE;
        Slice nodeValues = Slice.NONE;
        CodedInputStream in = open(node);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 1 << 3 -> id = in.readSInt64();
                case 2 << 3 | BYTES -> nodeKeys = moved(node, slice(in));
                case 3 << 3 | BYTES -> nodeValues = moved(node, slice(in));
                case 8 << 3 -> latitude = in.readSInt64();
                case 9 << 3 -> longitude = in.readSInt64();
                default -> in.skipField(tag);
            }
        }
        readTags(nodeKeys, nodeValues);
        place(id, longitude, latitude, sink);
    }

    private void dense(Slice dense, OsmSink sink) throws IOException {
        Slice idSlice = Slice.NONE;
        Slice latitudeSlice = Slice.NONE;
        Slice longitudeSlice = Slice.NONE;
        Slice tagSlice = Slice.NONE;
        CodedInputStream in = open(dense);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case 1 << 3 | BYTES -> idSlice = moved(dense, slice(in));
                case 8 << 3 | BYTES -> latitudeSlice = moved(dense, slice(in));
                case 9 << 3 | BYTES -> longitudeSlice = moved(dense, slice(in));
                case 10 << 3 | BYTES -> tagSlice = moved(dense, slice(in));
                default -> in.skipField(tag);
            }
        }
        CodedInputStream ids = open(idSlice);
        CodedInputStream latitudes = open(latitudeSlice);
        CodedInputStream longitudes = open(longitudeSlice);
        CodedInputStream keysAndValues = open(tagSlice);
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        while (!ids.isAtEnd()) {
            id += ids.readSInt64();
            latitude += latitudes.readSInt64();
            longitude += longitudes.readSInt64();
            readDenseTags(keysAndValues);
            place(id, longitude, latitude, sink);
        }
    }

    /** Reads pairs of key and value up to the zero that ends a node's. */
    private void readDenseTags(CodedInputStream in) throws IOException {
        tags.clear();
        while (!in.isAtEnd()) {
            int number = in.readRawVarint32();
            if (number == 0) {
                return;
            }
            OsmKey key = strings().key(number);
            int value = in.readRawVarint32();
            if (key != null) {
                tags.put(key, strings().get(value));
            }
        }
    }

    private void place(long id, long longitude, long latitude, OsmSink sink) {
        nodes++;
        @Nullable OsmTags telling = NodeRules.isTelling(tags) ? tags : null;
        sink.node(id, e7(longitude, longitudeOffset, id), e7(latitude, latitudeOffset, id), telling);
    }

    /** Units of the block to 10⁻⁷ degree. */
    private int e7(long units, long offset, long id) {
        if (granularity == 100 && offset == 0 && (int) units == units) {
            return (int) units;
        }
        double nanos = (double) offset + (double) granularity * units;
        if (!(Math.abs(nanos) <= 180e9)) {
            throw new IllegalArgumentException("node " + id + " is not on earth");
        }
        return (int) Math.round(nanos / 100);
    }
}
