package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one JSON value, byte by byte; depth and length are bounded before anything is kept. */
final class JsonReader {

    private final byte[] in;
    private int at;

    JsonReader(byte[] in) {
        this.in = in;
    }

    Json read() throws Malformed {
        if (in.length > CanonicalJson.MOST_BYTES) {
            throw Malformed.atByte(
                    CanonicalJson.MOST_BYTES, in.length + " bytes, at most 16384", "split it, or refer to it by hash");
        }
        Json value = readValue(0);
        skipSpace();
        if (at < in.length) {
            throw wrong("something after the value", "leave it out");
        }
        return value;
    }

    private Json readValue(int level) throws Malformed {
        skipSpace();
        int next = peek();
        return switch (next) {
            case '{' -> readMembers(inside(level));
            case '[' -> readItems(inside(level));
            case '"' -> new Json.Text(readText());
            case 't' -> readWord("true", new Json.Truth(true));
            case 'f' -> readWord("false", new Json.Truth(false));
            case 'n' -> readWord("null", new Json.Nothing());
            default -> {
                if (next == '-' || isDigit(next)) {
                    yield readWhole();
                }
                throw wrong(found() + " where a value begins", "write a value, in double quotes if it is text");
            }
        };
    }

    private int inside(int level) throws Malformed {
        if (level == CanonicalJson.MOST_LEVELS) {
            throw wrong("more than " + level + " levels", "nest less");
        }
        return level + 1;
    }

    private Json readMembers(int level) throws Malformed {
        TreeMap<String, Json> values = new TreeMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return new Json.Members(values);
        }
        do {
            skipSpace();
            int start = at;
            if (peek() != '"') {
                throw wrong(found() + " where a name begins", "write the name in double quotes");
            }
            String name = readText();
            if (values.containsKey(name)) {
                throw Malformed.atByte(start, "the name \"" + name + "\" stands twice", "write it once");
            }
            skipSpace();
            take(':');
            values.put(name, readValue(level));
        } while (another('}'));
        return new Json.Members(values);
    }

    private Json readItems(int level) throws Malformed {
        List<Json> values = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return new Json.Items(values);
        }
        do {
            values.add(readValue(level));
        } while (another(']'));
        return new Json.Items(values);
    }

    private boolean another(char end) throws Malformed {
        skipSpace();
        if (peek() == ',') {
            at++;
            return true;
        }
        take(end);
        return false;
    }

    private Json readWord(String word, Json value) throws Malformed {
        for (int i = 0; i < word.length(); i++) {
            take(word.charAt(i));
        }
        return value;
    }

    private Json readWhole() throws Malformed {
        int start = at;
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        if (!isDigit(peek())) {
            throw wrong(found() + " where a digit is due", "write a whole number");
        }
        int first = at;
        long value = 0;
        while (isDigit(peek())) {
            value = value * 10 + (in[at] - '0');
            if (value > Json.GREATEST) {
                throw Malformed.atByte(start, "a number beyond 2^53 - 1", "write it as a string");
            }
            at++;
        }
        if (in[first] == '0' && (at - first > 1 || negative)) {
            throw Malformed.atByte(start, "a zero in front, or a zero with a sign", "write 0, or leave the zero out");
        }
        if (peek() == '.' || peek() == 'e' || peek() == 'E') {
            throw wrong("a fraction or an exponent", "write a whole number of a smaller unit");
        }
        return new Json.Whole(negative ? -value : value);
    }

    private String readText() throws Malformed {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
                text.append(readEscape());
            } else {
                readPlain(text);
            }
        }
        at++;
        Optional<String> flaw = TextRule.flaw(text.toString());
        if (flaw.isPresent()) {
            throw Malformed.atByte(
                    start,
                    "the text " + flaw.get().split("; ", 2)[0],
                    flaw.get().split("; ", 2)[1]);
        }
        return text.toString();
    }

    private char readEscape() throws Malformed {
        int escape = peek();
        at++;
        return switch (escape) {
            case '"', '\\', '/' -> (char) escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> readFourDigits();
            default -> {
                at--;
                throw wrong(found() + " after a backslash", "write one of \" \\ / b f n r t u");
            }
        };
    }

    private char readFourDigits() throws Malformed {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw wrong(found() + " where a hexadecimal digit is due", "write four of 0-9 a-f after \\u");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void readPlain(StringBuilder text) throws Malformed {
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            if (peek() < 0x20) {
                throw wrong(
                        found() + " inside a text",
                        "close the text with \", and write control characters as \\n or \\u");
            }
            at++;
        }
        ByteBuffer bytes = ByteBuffer.wrap(in, start, at - start);
        try {
            text.append(StandardCharsets.UTF_8.newDecoder().decode(bytes));
        } catch (CharacterCodingException _) {
            throw Malformed.atByte(bytes.position(), "not UTF-8", "write the text in UTF-8");
        }
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private void take(char expected) throws Malformed {
        if (peek() != expected) {
            throw wrong(found() + " where '" + expected + "' is due", "write '" + expected + "'");
        }
        at++;
    }

    /** The next byte, or -1 at the end. */
    private int peek() {
        return at < in.length ? in[at] & 0xFF : -1;
    }

    private String found() {
        int next = peek();
        if (next < 0) {
            return "the end";
        }
        return next > 0x20 && next < 0x7F ? "'" + (char) next + "'" : "byte 0x%02x".formatted(next);
    }

    private Malformed wrong(String what, String remedy) {
        return Malformed.atByte(at, what, remedy);
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }
}
