package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes twice through an {@code .osm} file, packed with gzip or not, by the JDK's streaming reader of XML. */
final class XmlPasses implements OsmPasses {
    private static final String AGAIN = "Fetch the file again, or write it with a tool for OpenStreetMap data.";

    private final Path file;
    private final String name;
    private final OsmTags tags = new OsmTags();
    private final LongList nodes = new LongList();

    XmlPasses(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    @Override
    public void ways(OsmSink sink) throws IOException, RoadProblems {
        pass("way", sink);
    }

    @Override
    public void nodes(OsmSink sink) throws IOException, RoadProblems {
        pass("node", sink);
    }

    private void pass(String wanted, OsmSink sink) throws IOException, RoadProblems {
        try (InputStream in = SourceBytes.open(file)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            root(xml);
            int depth = 0;
            long found = 0;
            while (depth >= 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (depth == 0 && xml.getLocalName().equals(wanted)) {
                        found++;
                        element(wanted, xml, sink);
                    } else {
                        depth++;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            sink.counted(wanted.equals("node") ? found : 0, wanted.equals("way") ? found : 0);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** A reader that follows no references to other files and knows no entities but XML's own. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void root(XMLStreamReader xml) throws XMLStreamException, RoadProblems {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT) {
                throw problem(xml, "", "holds no element.", AGAIN);
            }
        }
        if (!xml.getLocalName().equals("osm")) {
            throw problem(xml, "<" + xml.getLocalName() + ">", "is not the beginning of OpenStreetMap data.", AGAIN);
        }
    }

    /** Reads one node or way to its end. */
    private void element(String kind, XMLStreamReader xml, OsmSink sink) throws XMLStreamException, RoadProblems {
        long id = id(xml, "id");
        boolean isNode = kind.equals("node");
        boolean isDeleted = "delete".equals(xml.getAttributeValue(null, "action"))
                || "false".equals(xml.getAttributeValue(null, "visible"));
        int longitude = isNode && !isDeleted ? degrees(xml, "lon", 180) : 0;
        int latitude = isNode && !isDeleted ? degrees(xml, "lat", 90) : 0;
        children(xml);
        if (isDeleted) {
            return;
        }
        if (isNode) {
            sink.node(id, longitude, latitude, tags.has(OsmKey.BARRIER) ? tags : null);
        } else if (WayRules.isCandidate(tags)) {
            sink.way(sink.judge(id, tags), nodes.toArray());
        }
    }

    private void children(XMLStreamReader xml) throws XMLStreamException, RoadProblems {
        tags.clear();
        nodes.clear();
        int depth = 0;
        while (depth >= 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("tag")) {
                    tag(xml);
                } else if (xml.getLocalName().equals("nd")) {
                    nodes.add(id(xml, "ref"));
                }
            }
        }
    }

    private void tag(XMLStreamReader xml) throws RoadProblems {
        String key = xml.getAttributeValue(null, "k");
        String value = xml.getAttributeValue(null, "v");
        if (key == null || value == null) {
            throw problem(xml, "<tag>", "has no k or no v.", AGAIN);
        }
        OsmKey known = OsmKey.named(key);
        if (known != null) {
            tags.put(known, value);
        }
    }

    private long id(XMLStreamReader xml, String attribute) throws RoadProblems {
        String text = xml.getAttributeValue(null, attribute);
        try {
            return Long.parseLong(text == null ? "" : text);
        } catch (NumberFormatException e) {
            throw problem(
                    xml,
                    attribute + "=" + (text == null ? "" : text),
                    "is no number of a node or way in <" + xml.getLocalName() + ">.",
                    AGAIN);
        }
    }

    private int degrees(XMLStreamReader xml, String attribute, int most) throws RoadProblems {
        String text = xml.getAttributeValue(null, attribute);
        double degrees = Degrees.parse(text == null ? "" : text);
        if (!(Math.abs(degrees) <= most)) {
            throw problem(xml, attribute + "=" + (text == null ? "" : text), "does not lie on earth.", AGAIN);
        }
        return (int) Math.round(degrees * 1e7);
    }

    private RoadProblems broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        if (e.getNestedException() instanceof SourceBytes.Swollen trap) {
            return new RoadProblems(new RoadProblem(
                    name,
                    "",
                    trap.getMessage() == null ? "" : trap.getMessage(),
                    "is no map but a trap.",
                    "Do not use the file."));
        }
        if (e.getNestedException() instanceof IOException) {
            return new RoadProblems(new RoadProblem(
                    name, "line " + line, "", "ends early, or its packing is broken.", "Fetch the file again."));
        }
        return new RoadProblems(
                new RoadProblem(name, "line " + line, "", "is no well-formed XML from here on.", AGAIN));
    }

    private RoadProblems problem(XMLStreamReader xml, String value, String problem, String remedy) {
        int line = xml.getLocation().getLineNumber();
        return new RoadProblems(new RoadProblem(name, "line " + line, Quote.of(value), problem, remedy));
    }
}
