package org.safeconduct.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.safeconduct.record.Admission;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;

/** Entries that go into one transaction: each is held against what is stored and against those before it. */
final class Batch {

    private final LogRows rows;
    private final String origin;
    private final long first;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Hash, Receipt> receipts = new HashMap<>();
    private final Map<AuthorKey, ChainHead> chains = new HashMap<>();

    /** A batch whose first new entry gets this index. */
    Batch(LogRows rows, String origin, long first) {
        this.rows = rows;
        this.origin = origin;
        this.first = first;
    }

    /** What becomes of an entry once the batch is committed. */
    Reply take(Entry entry, boolean isSigned) throws SQLException {
        Receipt before = isSigned ? receipts.get(entry.identity()) : null;
        if (before != null) {
            return new Reply.Kept(before, false);
        }
        OptionalLong known = isSigned ? rows.findIndex(entry.identity()) : OptionalLong.empty();
        if (known.isPresent()) {
            return new Reply.Kept(new Receipt(known.getAsLong(), entry.identity()), false);
        }
        AuthorKey author = entry.body().author();
        ChainHead chain = chains.containsKey(author) ? chains.get(author) : rows.chain(author);
        return switch (Admission.of(entry, origin, chain, (_, _, _) -> isSigned)) {
            case Admission.NotAdmitted not -> new Reply.NotKept(not);
            case Admission.Admitted admitted -> {
                Receipt receipt = new Receipt(first + entries.size(), entry.identity());
                entries.add(entry);
                receipts.put(entry.identity(), receipt);
                chains.put(author, admitted.head());
                yield new Reply.Kept(receipt, true);
            }
        };
    }

    List<Entry> entries() {
        return entries;
    }

    List<Hash> hashes() {
        return entries.stream().map(Entry::leafHash).toList();
    }
}
