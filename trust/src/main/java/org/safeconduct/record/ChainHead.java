package org.safeconduct.record;

/**
 * Where an author's chain stands in a log.
 *
 * @param next sequence of the author's next entry
 * @param identity identity of the author's last entry; {@link Hash#NONE} before the first
 */
public record ChainHead(long next, Hash identity) {

    /** The chain of an author who has said nothing yet. */
    public static final ChainHead START = new ChainHead(0, Hash.NONE);

    public static ChainHead after(Entry entry) {
        return new ChainHead(entry.body().sequence() + 1, entry.identity());
    }

    /** Whether this entry is the author's next. */
    public boolean isFollowedBy(Entry entry) {
        return entry.body().sequence() == next && entry.body().previous().equals(identity);
    }
}
