package org.safeconduct.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeconduct.terms.Label;

/** Keys, entries and logs for tests, the same in every run. */
public final class Given {

    public static final String ORIGIN = "example.org/talks";
    public static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");
    public static final SignatureVerifier STRICT = new StrictEd25519();

    private Given() {}

    /** Signer whose seed is the hash of a name. */
    public static SeedSigner signer(String name) {
        return new SeedSigner(Hash.of(Bytes.ofText(name)).toArray());
    }

    public static Bytes nonce(String name) {
        return Bytes.of(Hash.of(Bytes.ofText(name)).toArray()).slice(0, 16);
    }

    /** The next thing that an author says, in a log of which nothing has been seen. */
    public static EntryBody says(String author, ChainHead head, String text) {
        return new EntryBody(
                ORIGIN,
                "note",
                AuthorKey.of(signer(author)),
                head.next(),
                head.identity(),
                TreeHead.EMPTY,
                NINE,
                Hash.NONE,
                Label.PARTIES,
                nonce(author + head.next() + text),
                List.of(),
                List.of(),
                Json.Members.of(Map.of("text", new Json.Text(text))));
    }

    public static Entry signed(String author, ChainHead head, String text) {
        return Entry.sign(says(author, head, text), signer(author));
    }

    /** A seed for chance: of the clock, or the one that {@code -Dseed} repeats. */
    public static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }

    public static byte[] randomBytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
