package org.safeconduct.bench;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, an element on a line. Not thread-safe. */
final class XmlText implements AutoCloseable {
    private final XMLStreamWriter xml;
    private int depth;
    private boolean bare;

    private XmlText(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A document with one element around all others; names and values of attributes alternate. */
    static XmlText root(Writer out, String name, String... attributes) {
        try {
            XmlText text = new XmlText(XMLOutputFactory.newFactory().createXMLStreamWriter(out));
            text.xml.writeStartDocument("UTF-8", "1.0");
            text.start(name, attributes);
            return text;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }

    void start(String name, String... attributes) {
        try {
            line();
            xml.writeStartElement(name);
            bare = true;
            depth++;
            for (int i = 0; i < attributes.length; i += 2) {
                attribute(attributes[i], attributes[i + 1]);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }

    void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, value);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }

    void end() {
        try {
            depth--;
            if (!bare) {
                line();
            }
            xml.writeEndElement();
            bare = false;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }

    void empty(String name, String... attributes) {
        start(name, attributes);
        end();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    @Override
    public void close() {
        try {
            end();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written", e);
        }
    }
}
