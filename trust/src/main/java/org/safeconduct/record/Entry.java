package org.safeconduct.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A signed statement, as it stands in the log: byte for byte, never written anew.
 *
 * <pre>
 *   0      2 bytes   length n of the body, big-endian, 1 to 16384
 *   2      n bytes   body, canonical JSON
 *   2+n    1 byte    kind of signature, as the author's key has it
 *   3+n    2 bytes   length m of the signature, big-endian
 *   5+n    m bytes   signature over "safeconduct/entry/v1\n", origin, "\n", body
 * </pre>
 *
 * @param leaf all of these bytes
 * @param body what the body says
 * @param identity SHA-256 of the body; the signature has no part in it, since it could be made in more than one way
 * @param signature the m bytes
 */
public record Entry(Bytes leaf, EntryBody body, Hash identity, Bytes signature) {

    private static final String DOMAIN = "safeconduct/entry/v1\n";
    private static final int FRAME = 5;

    /** Signs a body. */
    public static Entry sign(EntryBody body, Signer signer) {
        if (!body.author().equals(AuthorKey.of(signer))) {
            throw new IllegalArgumentException(
                    "author is " + body.author() + ", signer is " + signer.key() + "; let the author's own key sign");
        }
        byte[] json = EntryBodyJson.write(body);
        return of(json, body, signer.sign(message(body.origin(), json)));
    }

    private static Entry of(byte[] json, EntryBody body, Bytes signature) {
        ByteBuffer leaf = ByteBuffer.allocate(FRAME + json.length + signature.length());
        leaf.putShort((short) json.length).put(json);
        leaf.put(body.author().kind().code());
        leaf.putShort((short) signature.length()).put(signature.shared());
        return new Entry(Bytes.of(leaf.array()), body, Hash.of(json), signature);
    }

    /** Reads a leaf. Whether its signature counts is for {@link #isSigned} to say. */
    public static Entry read(Bytes leaf) throws Malformed {
        int n = length(leaf, 0);
        if (n == 0 || n > CanonicalJson.MOST_BYTES || leaf.length() < FRAME + n) {
            throw Malformed.atByte(0, "body of " + n + " bytes in a leaf of " + leaf.length(), "send the whole leaf");
        }
        Bytes json = leaf.slice(2, 2 + n);
        EntryBody body;
        try {
            body = EntryBodyJson.read(json.shared());
        } catch (Malformed e) {
            throw e.in("body");
        }
        SignatureKind kind = SignatureKind.ofCode(leaf.at(2 + n));
        int m = length(leaf, 3 + n);
        if (kind != body.author().kind() || m != kind.signatureLength() || leaf.length() != FRAME + n + m) {
            throw Malformed.atByte(
                    2 + n,
                    "signature of kind " + kind + " and " + m + " bytes in a leaf of " + leaf.length(),
                    "sign with the author's kind of key, and send nothing after it");
        }
        return new Entry(leaf, body, Hash.of(json), leaf.slice(FRAME + n, FRAME + n + m));
    }

    private static int length(Bytes leaf, int at) throws Malformed {
        if (leaf.length() < at + 2) {
            throw Malformed.atByte(leaf.length(), "the end where a length is due", "send the whole leaf");
        }
        return (leaf.at(at) & 0xFF) << 8 | (leaf.at(at + 1) & 0xFF);
    }

    /** Whether the author's key has signed this body for this log. */
    public boolean isSigned(SignatureVerifier verifier) {
        byte[] json =
                leaf.slice(2, leaf.length() - FRAME + 2 - signature.length()).shared();
        return verifier.verifies(body.author().key(), message(body.origin(), json), signature);
    }

    public Hash leafHash() {
        return Merkle.leafHash(leaf);
    }

    private static byte[] message(String origin, byte[] json) {
        byte[] head = (DOMAIN + origin + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + json.length)
                .put(head)
                .put(json)
                .array();
    }
}
