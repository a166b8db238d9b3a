package org.safeconduct.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Json;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.Signer;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.terms.Label;

/** Keys and entries for tests, the same in every run. */
final class Given {

    static final String ORIGIN = "example.org/talks";
    static final SignatureVerifier STRICT = new StrictEd25519();

    /** Lets every signature count, where a test is about disks and not about authors. */
    static final SignatureVerifier ANY = (_, _, _) -> true;

    private static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");

    private Given() {}

    static Signer signer(String name) {
        return new SeedSigner(Hash.of(Bytes.ofText(name)).toArray());
    }

    /** Signs with zeros, a thousand times as fast. */
    static Signer dummy(String name) {
        return new Signer() {
            private final Bytes key = Bytes.of(Hash.of(Bytes.ofText(name)).toArray());

            @Override
            public Bytes key() {
                return key;
            }

            @Override
            public Bytes sign(byte[] message) {
                return Bytes.of(new byte[64]);
            }
        };
    }

    static VerifierKey logKey() {
        return new VerifierKey(ORIGIN, VerifierKey.Use.NOTE, signer("log").key());
    }

    static Entry entry(Signer author, ChainHead head, String text) {
        EntryBody body = new EntryBody(
                ORIGIN,
                "note",
                AuthorKey.of(author),
                head.next(),
                head.identity(),
                TreeHead.EMPTY,
                NINE,
                Hash.NONE,
                Label.PARTIES,
                Bytes.of(Hash.of(Bytes.ofText(author.key() + text + head.next()))
                                .toArray())
                        .slice(0, 16),
                List.of(),
                List.of(),
                Json.Members.of(Map.of("text", new Json.Text(text))));
        return Entry.sign(body, author);
    }

    /** What an author says, one thing after the other. */
    static List<Entry> chain(Signer author, int count) {
        List<Entry> chain = new ArrayList<>();
        ChainHead head = ChainHead.START;
        for (int i = 0; i < count; i++) {
            chain.add(entry(author, head, "number " + i));
            head = ChainHead.after(chain.getLast());
        }
        return chain;
    }
}
