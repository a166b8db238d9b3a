package org.safeconduct.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and those who signed it, as c2sp.org/signed-note has it.
 *
 * <pre>
 *   This is a text.
 *
 *   — example.org/anna 7fv…base64…
 * </pre>
 *
 * @param text what is signed, its last newline included
 * @param signatures at least one; none of them is verified
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_SIGNATURES = 64;

    /** Whether a key has signed a note. */
    public enum Standing {
        /** It has not. */
        ABSENT,
        /** It has. */
        COUNTS,
        /** A line claims so and does not verify; the whole note is spoilt. */
        SPOILT
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note ends with a newline and has 1 to 64 signatures");
        }
    }

    /** Signs a text as the key's holder. */
    public static SignedNote sign(String text, String name, Signer signer) {
        VerifierKey key = new VerifierKey(name, VerifierKey.Use.NOTE, signer.key());
        Bytes value = signer.sign(Bytes.ofText(text).shared());
        return new SignedNote(text, List.of(new NoteSignature(name, key.id(), value)));
    }

    /** Whether any of these keys, of one log, has signed, and no line that names one of them is spoilt. */
    public Standing standing(List<VerifierKey> keys, SignatureVerifier verifier) {
        Standing standing = Standing.ABSENT;
        for (VerifierKey key : keys) {
            for (NoteSignature signature : signatures) {
                if (signature.isBy(key)) {
                    if (!verifier.verifies(key.key(), Bytes.ofText(text).shared(), signature.value())) {
                        return Standing.SPOILT;
                    }
                    standing = Standing.COUNTS;
                }
            }
        }
        return standing;
    }

    /** The same note with one more signature; the same note if it has that one. */
    public SignedNote with(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /**
     * Reads a note.
     *
     * @throws Malformed unless it is a text, an empty line, and one signature or more
     */
    public static SignedNote read(byte[] bytes) throws Malformed {
        List<String> lines = Lines.of(bytes, MOST_BYTES);
        int empty = lines.lastIndexOf("");
        if (empty < 1 || empty == lines.size() - 1 || lines.size() - 1 - empty > MOST_SIGNATURES) {
            throw Malformed.inLine(
                    lines.size(), "no signatures, or too many", "write a text, an empty line, 1 to 64 signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int i = empty + 1; i < lines.size(); i++) {
            try {
                signatures.add(NoteSignature.parse(lines.get(i)));
            } catch (Malformed e) {
                throw e.in("line " + (i + 1));
            }
        }
        return new SignedNote(String.join("\n", lines.subList(0, empty)) + "\n", signatures);
    }

    public byte[] write() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()).append('\n'));
        return Bytes.ofText(all.toString()).shared();
    }
}
