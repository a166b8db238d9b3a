package org.safeconduct.publish;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML, and HTML that is XML as well: every element closed, every text escaped. A mistake in nesting throws instead of reaching a reader.
 *
 * <pre>
 *   html.open("p", "class", "note").text("5 &lt; 6").close("p");
 * </pre>
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as name, value, name, value. */
    Markup open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    Markup close(String element) {
        String innermost = open.isEmpty() ? "nothing" : open.pop();
        if (!innermost.equals(element)) {
            throw new IllegalStateException("closing " + element + " while " + innermost + " is open");
        }
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Markup text(String text) {
        out.append(escape(text));
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** Text from our own resources, such as the style sheet: not escaped. */
    Markup trusted(String markup) {
        out.append(markup);
        return this;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        String plain = Plain.of(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escape(shown(attributes[i + 1]))).append('"');
        }
    }

    /** Coordinates to a tenth: enough for a drawing, and the same on every machine. */
    private static String shown(Object value) {
        if (value instanceof Double number) {
            double tenths = Math.round(number * 10) / 10.0;
            return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
        }
        return value.toString();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
