package org.safeconduct.record;

import java.util.Map;

/** Writes values as RFC 8785 does. */
final class JsonWriter {

    private JsonWriter() {}

    static void write(Json value, StringBuilder out, int level) {
        switch (value) {
            case Json.Members members -> writeMembers(members, out, inside(level));
            case Json.Items items -> writeItems(items, out, inside(level));
            case Json.Text text -> writeText(text.value(), out);
            case Json.Whole whole -> out.append(whole.value());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Nothing _ -> out.append("null");
        }
    }

    private static int inside(int level) {
        if (level == CanonicalJson.MOST_LEVELS) {
            throw new IllegalArgumentException("more than " + level + " levels; nest less");
        }
        return level + 1;
    }

    private static void writeMembers(Json.Members members, StringBuilder out, int level) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Json> member : members.values().entrySet()) {
            out.append(separator);
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, level);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeItems(Json.Items items, StringBuilder out, int level) {
        out.append('[');
        String separator = "";
        for (Json item : items.values()) {
            out.append(separator);
            write(item, out, level);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
