package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A named public key of a log or a witness, as c2sp.org/signed-note writes it: {@code name+id+key}.
 *
 * @param name of the log or witness; no space, no +
 * @param use what it signs
 * @param key 32 bytes, Ed25519
 */
public record VerifierKey(String name, Use use, Bytes key) {

    /** What a key signs. */
    public enum Use {
        /** The text of a note: a log's checkpoints. */
        NOTE(1),
        /** A checkpoint together with a time: a witness's cosignatures. */
        COSIGNATURE(4);

        private final int code;

        Use(int code) {
            this.code = code;
        }
    }

    public VerifierKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("key name \"" + name + "\"; it takes visible characters but +");
        }
        if (key.length() != 32) {
            throw new IllegalArgumentException("key of " + key.length() + " bytes; Ed25519 takes 32");
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || c < 0x20 || Character.isSpaceChar(c) || c == 0x85);
    }

    /** The first four bytes of a hash over name, use and key; short, so a hint and no proof. */
    public int id() {
        byte[] name = Bytes.ofText(this.name + "\n").shared();
        Hash hash = Hash.of(name, new byte[] {(byte) use.code}, key.shared());
        return ByteBuffer.wrap(hash.shared()).getInt();
    }

    /** The key as text, to hand to others. */
    @Override
    public String toString() {
        byte[] typed =
                ByteBuffer.allocate(33).put((byte) use.code).put(key.shared()).array();
        return name + "+" + "%08x".formatted(id()) + "+" + Bytes.of(typed).toBase64();
    }

    /**
     * Reads a key.
     *
     * @throws Malformed unless it is such a text, with the id that belongs to its key
     */
    public static VerifierKey parse(String text) throws Malformed {
        List<String> parts = Arrays.asList(text.split("\\+", 3));
        if (parts.size() != 3 || !isName(parts.get(0))) {
            throw new Malformed("\"" + text + "\" is no verifier key; write it as name+id+key");
        }
        Bytes typed = Bytes.ofBase64(parts.get(2));
        for (Use use : Use.values()) {
            if (typed.length() == 33 && typed.at(0) == use.code) {
                VerifierKey key = new VerifierKey(parts.get(0), use, typed.slice(1, 33));
                if (key.toString().equals(text)) {
                    return key;
                }
                throw new Malformed("\"" + text + "\" has an id that is not its key's; ask its owner for it again");
            }
        }
        throw new Malformed("\"" + text + "\" is of a kind not in use; Ed25519 keys and cosigners are");
    }
}
