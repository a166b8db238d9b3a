package org.safeconduct.record;

import java.nio.ByteBuffer;

/**
 * One signature line of a note.
 *
 * @param name the signer's name
 * @param keyId the id of the signer's key
 * @param value the signature, after the id
 */
public record NoteSignature(String name, int keyId, Bytes value) {

    static final String DASH = "\u2014 ";

    public boolean isBy(VerifierKey key) {
        return key.name().equals(name) && key.id() == keyId;
    }

    /** The line, without its newline. */
    public String line() {
        byte[] all = ByteBuffer.allocate(4 + value.length())
                .putInt(keyId)
                .put(value.shared())
                .array();
        return DASH + name + " " + Bytes.of(all).toBase64();
    }

    /**
     * Reads a signature line.
     *
     * @throws Malformed unless it is such a line
     */
    public static NoteSignature parse(String line) throws Malformed {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !VerifierKey.isName(line.substring(DASH.length(), space))) {
            throw new Malformed("\"" + line + "\" is no signature; write a long dash, a name and base64");
        }
        Bytes all = Bytes.ofBase64(line.substring(space + 1));
        if (all.length() < 5) {
            throw new Malformed("signature of " + all.length() + " bytes; its key's id alone takes 4");
        }
        int id = ByteBuffer.wrap(all.shared()).getInt();
        return new NoteSignature(line.substring(DASH.length(), space), id, all.slice(4, all.length()));
    }
}
