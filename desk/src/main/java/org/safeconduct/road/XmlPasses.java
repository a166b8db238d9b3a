package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Goes twice through an {@code .osm} file, packed with gzip or not. */
final class XmlPasses implements OsmPasses {
    private static final String AGAIN = "Fetch the file again, or write it with a tool for OpenStreetMap data.";

    private final Path file;
    private final String name;
    private final OsmTags tags = new OsmTags();
    private final LongList nodes = new LongList();
    private TurnMembers members = new TurnMembers();

    XmlPasses(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    @Override
    public void ways(OsmSink sink) throws IOException, RoadProblems {
        sink.counted(0, pass(Set.of("way", "relation"), "way", sink));
    }

    @Override
    public void inside(InsideIds ids) throws IOException, RoadProblems {
        OsmBlock all = ids.block();
        pass(Set.of("node"), "node", all);
        all.release();
    }

    @Override
    public void nodes(OsmSink sink) throws IOException, RoadProblems {
        sink.counted(pass(Set.of("node"), "node", sink), 0);
    }

    /** Hands on all elements of some kinds that stand right below the root; returns how many there are of one. */
    private long pass(Set<String> wanted, String counted, OsmSink sink) throws IOException, RoadProblems {
        try (InputStream in = SourceBytes.open(file);
                XmlPieces xml = new XmlPieces(in)) {
            if (xml.next() != XmlPieces.Piece.START || !xml.name().equals("osm")) {
                throw problem(xml, xml.name(), "is what this XML begins with; OpenStreetMap data begin with osm.");
            }
            long found = 0;
            int depth = 0;
            for (XmlPieces.Piece piece = xml.next(); piece != XmlPieces.Piece.FINISH; piece = xml.next()) {
                if (piece == XmlPieces.Piece.END) {
                    depth--;
                } else if (depth == 0 && wanted.contains(xml.name())) {
                    found += xml.name().equals(counted) ? 1 : 0;
                    element(xml.name(), xml, sink);
                } else {
                    depth++;
                }
            }
            return found;
        } catch (XMLStreamException e) {
            throw BrokenBytes.of(name, e);
        }
    }

    /** Reads one node, way or relation to its end. */
    private void element(String kind, XmlPieces xml, OsmSink sink) throws XMLStreamException, RoadProblems {
        long id = id(xml, "id");
        boolean isNode = kind.equals("node");
        boolean isDeleted = xml.find("action").orElse("").equals("delete")
                || xml.find("visible").orElse("").equals("false");
        int longitude = isNode && !isDeleted ? degrees(xml, "lon", 180) : 0;
        int latitude = isNode && !isDeleted ? degrees(xml, "lat", 90) : 0;
        children(xml);
        if (isDeleted) {
            return;
        }
        if (isNode) {
            sink.node(id, longitude, latitude, NodeRules.isTelling(tags) ? tags : null);
        } else if (kind.equals("relation")) {
            if (TurnRule.isTold(tags)) {
                members.rule(tags).ifPresent(sink::turns);
            }
        } else if (WayRules.isCandidate(tags)) {
            sink.way(sink.judge(id, tags), nodes.toArray());
        }
    }

    private void children(XmlPieces xml) throws XMLStreamException, RoadProblems {
        tags.clear();
        nodes.clear();
        members = new TurnMembers();
        int depth = 0;
        while (depth >= 0) {
            if (xml.next() != XmlPieces.Piece.START) {
                depth--;
                continue;
            }
            depth++;
            if (xml.name().equals("tag")) {
                tag(xml);
            } else if (xml.name().equals("nd")) {
                nodes.add(id(xml, "ref"));
            } else if (xml.name().equals("member")) {
                boolean isNode = xml.find("type").orElse("").equals("node");
                members.add(xml.find("role").orElse(""), isNode, id(xml, "ref"));
            }
        }
    }

    private void tag(XmlPieces xml) throws RoadProblems {
        Optional<String> key = xml.find("k");
        Optional<String> value = xml.find("v");
        if (key.isEmpty() || value.isEmpty()) {
            throw problem(xml, "tag", "has no k or no v.");
        }
        OsmKey known = OsmKey.named(key.get());
        if (known != null) {
            tags.put(known, value.get());
        }
    }

    private long id(XmlPieces xml, String attribute) throws RoadProblems {
        String text = xml.find(attribute).orElse("");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw problem(
                    xml,
                    attribute + "=" + text,
                    "is no number of a " + (attribute.equals("ref") ? "node." : xml.name() + "."));
        }
    }

    private int degrees(XmlPieces xml, String attribute, int most) throws RoadProblems {
        String text = xml.find(attribute).orElse("");
        double degrees = Degrees.parse(text);
        if (!(Math.abs(degrees) <= most)) {
            throw problem(xml, attribute + "=" + text, "does not lie on earth.");
        }
        return (int) Math.round(degrees * 1e7);
    }

    private RoadProblems problem(XmlPieces xml, String value, String problem) {
        return new RoadProblems(
                new RoadProblem(name, "line %,d".formatted(xml.line()), Quote.of(value), problem, AGAIN));
    }
}
