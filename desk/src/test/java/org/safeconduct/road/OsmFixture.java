package org.safeconduct.road;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * A small OpenStreetMap file, written as XML or as PBF.
 *
 * <pre>
 *   node 1 8.69 49.41 barrier=gate
 *   way 10 1,2,3 highway=residential | name=Am Bach
 *   turn 20 10,3,11 type=restriction | restriction=no_left_turn
 * </pre>
 */
final class OsmFixture {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /** Relations from a way via a node, or a way if it is below zero, to a way. */
    private final List<Way> turns = new ArrayList<>();

    private record Node(long id, String longitude, String latitude, Map<String, String> tags) {
        long e7(String degrees) {
            return Math.round(Double.parseDouble(degrees) * 1e7);
        }
    }

    private record Way(long id, List<Long> refs, Map<String, String> tags) {}

    static OsmFixture of(String text) {
        OsmFixture fixture = new OsmFixture();
        for (String line : text.strip().split("\n", -1)) {
            List<String> words = List.of(line.strip().split(" ", line.startsWith("node") ? 5 : 4));
            long id = Long.parseLong(words.get(1));
            if (words.getFirst().equals("node")) {
                fixture.nodes.add(new Node(id, words.get(2), words.get(3), tags(words.size() > 4 ? words.get(4) : "")));
            } else {
                List<Long> refs = List.of(words.get(2).split(",", -1)).stream()
                        .map(Long::valueOf)
                        .toList();
                List<Way> kind = words.getFirst().equals("turn") ? fixture.turns : fixture.ways;
                kind.add(new Way(id, refs, tags(words.get(3))));
            }
        }
        return fixture;
    }

    static Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split("\\|", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).strip());
            }
        }
        return tags;
    }

    private static final List<String> ROLES = List.of("from", "via", "to");

    private static boolean isWay(Way turn, int member) {
        return member != 1 || turn.refs.get(1) < 0;
    }

    // ------------------------------------------------------------------------ XML

    String xml() {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
        for (Node node : nodes) {
            xml.append("<node id='%d' lon='%s' lat='%s'>".formatted(node.id, node.longitude, node.latitude));
            tags(xml, node.tags);
            xml.append("</node>\n");
        }
        for (Way way : ways) {
            xml.append("<way id='%d'>".formatted(way.id));
            way.refs.forEach(ref -> xml.append("<nd ref='%d'/>".formatted(ref)));
            tags(xml, way.tags);
            xml.append("</way>\n");
        }
        for (Way turn : turns) {
            xml.append("<relation id='%d'>".formatted(turn.id));
            for (int i = 0; i < 3; i++) {
                String kind = isWay(turn, i) ? "way" : "node";
                xml.append("<member type='%s' ref='%d' role='%s'/>"
                        .formatted(kind, Math.abs(turn.refs.get(i)), ROLES.get(i)));
            }
            tags(xml, turn.tags);
            xml.append("</relation>\n");
        }
        return xml.append("</osm>\n").toString();
    }

    private static void tags(StringBuilder xml, Map<String, String> tags) {
        tags.forEach((key, value) -> xml.append("<tag k='%s' v='%s'/>".formatted(key, value)));
    }

    // ------------------------------------------------------------------------ PBF

    /** Writes fields of one message. */
    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    /** A file with nodes and ways in blocks of their own, dense or one by one. */
    byte[] pbf(boolean isDense) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(header("OsmSchema-V0.6"));
        file.write(blob("OSMData", block(strings -> isDense ? dense(strings) : single(strings))));
        file.write(blob("OSMData", block(this::wayGroup)));
        if (!turns.isEmpty()) {
            file.write(blob("OSMData", block(this::turnGroup)));
        }
        return file.toByteArray();
    }

    static byte[] header(String feature) throws IOException {
        return blob("OSMHeader", message(out -> out.writeString(4, feature)));
    }

    /** A blob that is deflated. */
    static byte[] blob(String type, byte[] block) throws IOException {
        Deflater deflater = new Deflater();
        deflater.setInput(block);
        deflater.finish();
        byte[] packed = new byte[block.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return frame(type, message(out -> {
            out.writeInt32(2, block.length);
            out.writeByteArray(3, java.util.Arrays.copyOf(packed, length));
        }));
    }

    /** A blob with its length and header before it. */
    static byte[] frame(String type, byte[] blob) throws IOException {
        byte[] header = message(out -> {
            out.writeString(1, type);
            out.writeInt32(3, blob.length);
        });
        ByteBuffer frame = ByteBuffer.allocate(4 + header.length + blob.length);
        return frame.putInt(header.length).put(header).put(blob).array();
    }

    /** Makes a group of entities, with the numbers of the texts it uses. */
    private interface Group {
        byte[] write(Strings strings) throws IOException;
    }

    private static final class Strings {
        private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("", 0));

        int number(String text) {
            return numbers.computeIfAbsent(text, key -> numbers.size());
        }
    }

    private static byte[] block(Group group) throws IOException {
        Strings strings = new Strings();
        byte[] entities = group.write(strings);
        byte[] table = message(out -> {
            for (String text : strings.numbers.keySet()) {
                out.writeByteArray(1, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return message(out -> {
            out.writeByteArray(1, table);
            out.writeByteArray(2, entities);
        });
    }

    private byte[] single(Strings strings) throws IOException {
        return message(group -> {
            for (Node node : nodes) {
                group.writeByteArray(1, message(out -> {
                    out.writeSInt64(1, node.id);
                    writeTags(out, node.tags, strings);
                    out.writeSInt64(8, node.e7(node.latitude));
                    out.writeSInt64(9, node.e7(node.longitude));
                }));
            }
        });
    }

    private byte[] dense(Strings strings) throws IOException {
        byte[] dense = message(out -> {
            out.writeByteArray(1, deltas(nodes.stream().map(Node::id).toList()));
            out.writeByteArray(
                    8, deltas(nodes.stream().map(n -> n.e7(n.latitude)).toList()));
            out.writeByteArray(
                    9, deltas(nodes.stream().map(n -> n.e7(n.longitude)).toList()));
            out.writeByteArray(10, message(tags -> {
                for (Node node : nodes) {
                    for (Map.Entry<String, String> tag : node.tags.entrySet()) {
                        tags.writeUInt32NoTag(strings.number(tag.getKey()));
                        tags.writeUInt32NoTag(strings.number(tag.getValue()));
                    }
                    tags.writeUInt32NoTag(0);
                }
            }));
        });
        return message(group -> group.writeByteArray(2, dense));
    }

    private byte[] wayGroup(Strings strings) throws IOException {
        return message(group -> {
            for (Way way : ways) {
                group.writeByteArray(3, message(out -> {
                    out.writeInt64(1, way.id);
                    writeTags(out, way.tags, strings);
                    out.writeByteArray(8, deltas(way.refs));
                }));
            }
        });
    }

    private byte[] turnGroup(Strings strings) throws IOException {
        return message(group -> {
            for (Way turn : turns) {
                group.writeByteArray(4, message(out -> {
                    out.writeInt64(1, turn.id);
                    writeTags(out, turn.tags, strings);
                    out.writeByteArray(8, message(roles -> {
                        for (String role : ROLES) {
                            roles.writeInt32NoTag(strings.number(role));
                        }
                    }));
                    out.writeByteArray(
                            9, deltas(turn.refs.stream().map(Math::abs).toList()));
                    out.writeByteArray(10, message(kinds -> {
                        for (int i = 0; i < 3; i++) {
                            kinds.writeEnumNoTag(isWay(turn, i) ? 1 : 0);
                        }
                    }));
                }));
            }
        });
    }

    private static void writeTags(CodedOutputStream out, Map<String, String> tags, Strings strings) throws IOException {
        out.writeByteArray(2, message(keys -> {
            for (String key : tags.keySet()) {
                keys.writeUInt32NoTag(strings.number(key));
            }
        }));
        out.writeByteArray(3, message(values -> {
            for (String value : tags.values()) {
                values.writeUInt32NoTag(strings.number(value));
            }
        }));
    }

    private static byte[] deltas(List<Long> values) throws IOException {
        return message(out -> {
            long last = 0;
            for (long value : values) {
                out.writeSInt64NoTag(value - last);
                last = value;
            }
        });
    }
}
