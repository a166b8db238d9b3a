package org.safeconduct.record;

/** Bytes by others that are not what they should be: where, what is wrong, what would be right. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * A fault at one byte.
     *
     * @param offset the first byte that is wrong, from 0
     */
    static Malformed atByte(int offset, String what, String remedy) {
        return new Malformed("byte " + offset + ": " + what + "; " + remedy);
    }

    /**
     * A fault in one line.
     *
     * @param line the line that is wrong, from 1
     */
    public static Malformed inLine(int line, String what, String remedy) {
        return new Malformed("line " + line + ": " + what + "; " + remedy);
    }

    /** The same in a part of something larger. */
    Malformed in(String part) {
        return new Malformed(part + ", " + getMessage());
    }
}
