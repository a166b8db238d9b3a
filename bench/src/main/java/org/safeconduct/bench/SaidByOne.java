package org.safeconduct.bench;

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
import org.safeconduct.record.Signer;
import org.safeconduct.record.TreeHead;
import org.safeconduct.terms.Label;

/** What one author says in a log, the same for the same author. */
final class SaidByOne {
    static final String ORIGIN = "example.org/bench";

    private static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");
    private static final int NONCE_BYTES = 16;

    private SaidByOne() {}

    /** Entries that follow each other. */
    static List<Entry> chain(Signer author, int count) {
        List<Entry> chain = new ArrayList<>(count);
        ChainHead head = ChainHead.START;
        for (int i = 0; i < count; i++) {
            EntryBody body = new EntryBody(
                    ORIGIN,
                    "confirmation",
                    AuthorKey.of(author),
                    head.next(),
                    head.identity(),
                    TreeHead.EMPTY,
                    NINE,
                    Hash.NONE,
                    Label.PARTIES,
                    bytes("nonce " + i).slice(0, NONCE_BYTES),
                    List.of(),
                    List.of(),
                    Json.Members.of(Map.of("text", new Json.Text("The silence on this segment holds until noon."))));
            chain.add(Entry.sign(body, author));
            head = ChainHead.after(chain.getLast());
        }
        return chain;
    }

    /** 32 bytes, as a seed or a key, the same for the same name. */
    static Bytes bytes(String name) {
        return Bytes.of(Hash.of(Bytes.ofText(name)).toArray());
    }
}
