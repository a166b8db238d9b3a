package org.safeconduct.road;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML, element by element, from somebody one need not trust: nothing outside the file is opened, no entity is expanded, and no single piece
 * of it fills the memory. Not thread-safe.
 */
final class XmlPieces implements AutoCloseable {
    private static final int MOST_PIECE_BYTES = 16 << 20;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int MOST_TEXT = 300;
    private static final int MOST_NAMES = 10_000;

    private final XMLStreamReader xml;
    private final Limited in;
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** What the next piece is. */
    enum Piece {
        START,
        END,
        FINISH
    }

    XmlPieces(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", "50");
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MOST_ATTRIBUTES));
        this.in = new Limited(bytes);
        try {
            this.xml = factory.createXMLStreamReader(in);
        } catch (MissingResourceException
                | IndexOutOfBoundsException
                | IllegalStateException
                | NullPointerException e) {
            throw new XMLStreamException("the parser gave up", e);
        }
    }

    /**
     * Goes to the next start or end of an element.
     *
     * @throws XMLStreamException if the bytes are no XML, or read on badly
     */
    Piece next() throws XMLStreamException {
        while (xml.hasNext()) {
            in.since = 0;
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start();
                    return Piece.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return Piece.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < MOST_TEXT) {
                        text.append(xml.getText());
                        text.setLength(Math.min(MOST_TEXT, text.length()));
                    }
                }
                default -> {} // comments and the like
            }
        }
        return Piece.FINISH;
    }

    /** The parser's next event. The JDK's parser ends some broken documents with an exception that it does not declare. */
    private int event() throws XMLStreamException {
        try {
            return xml.next();
        } catch (MissingResourceException
                | IndexOutOfBoundsException
                | IllegalStateException
                | NullPointerException e) {
            throw new XMLStreamException("the parser gave up", xml.getLocation(), e);
        }
    }

    private void start() throws XMLStreamException {
        attributes.clear();
        text.setLength(0);
        note(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            note(xml.getAttributeLocalName(i));
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    /** The parser keeps every name it has met: a file that has ever new ones is not what we read. */
    private void note(String name) throws XMLStreamException {
        if (names.putIfAbsent(name, name) == null && names.size() > MOST_NAMES) {
            throw new XMLStreamException("more than " + MOST_NAMES + " different names", xml.getLocation());
        }
    }

    /** Name of the element that starts or ends here. */
    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the element that started last, without blanks around it. */
    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip);
    }

    /** The text since the last start of an element, at most {@value #MOST_TEXT} characters. */
    String text() {
        return text.toString().strip();
    }

    int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }

    /** Ends a piece that does not end. */
    private static final class Limited extends FilterInputStream {
        private long since;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            since += Math.max(0, read);
            if (since > MOST_PIECE_BYTES) {
                throw new SourceBytes.Swollen("holds a single piece of more than " + (MOST_PIECE_BYTES >> 20) + " MiB");
            }
            return read;
        }
    }
}
