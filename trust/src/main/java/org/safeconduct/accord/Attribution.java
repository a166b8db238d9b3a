package org.safeconduct.accord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeconduct.record.Hash;

/**
 * Through whose mouths something came to whoever wrote it down, the nearest first: an outlet, a speaker, the party whose
 * view the speaker reports.
 *
 * <pre>
 *   press report ─► minister of A ─► B       "A's minister says that B wants to consult others", in a press report
 * </pre>
 *
 * @param chain empty where the author of the entry says it itself
 * @param source where it can be read
 */
public record Attribution(List<Link> chain, Optional<Source> source) {

    public Attribution {
        chain = List.copyOf(chain);
    }

    /** One mouth; {@code party} is the id of the party it speaks for, empty if for none of the founding's. */
    public record Link(Role role, String name, String party) {}

    /** What a mouth does. */
    public enum Role {
        OUTLET,
        SPEAKER,
        REPORTED_PARTY
    }

    /**
     * Something published.
     *
     * @param address on the web, a shelf mark, …; empty if unknown
     * @param at when it was published
     * @param file hash of a copy that somebody keeps
     */
    public record Source(String title, String address, Optional<Instant> at, Optional<Hash> file) {}

    static Attribution read(Content from) {
        List<Link> chain = new ArrayList<>();
        for (Role role : Role.values()) { // one of each, in this order
            String name = Words.of(role).replace(' ', '-');
            from.findOne(
                            name,
                            one -> new Link(
                                    role, one.text("name"), one.findId("party").orElse("")))
                    .ifPresent(chain::add);
        }
        Optional<Source> source = from.findOne(
                "source",
                one -> new Source(
                        one.text("title"),
                        one.findText("address").orElse(""),
                        one.findMoment("published"),
                        one.findHash("file")));
        if (source.isPresent() && chain.isEmpty()) {
            from.flaw("source", "stands without anybody who said it", "name an outlet, a speaker or a reported party");
        }
        return new Attribution(chain, source);
    }
}
