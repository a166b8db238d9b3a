package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.HeldCopy;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.verify.Bundle;
import org.safeconduct.verify.Finding;
import org.safeconduct.verify.Verification;
import picocli.CommandLine.Option;

/** Where an author finds what the next entry follows: the record, a bundle of it, or nothing but its name. */
final class ChainOptions {
    private static final int MOST_BYTES = (int) Bundle.USUAL_BYTES;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "chain-data")
    private @Nullable Path data;

    @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "chain-bundle")
    private @Nullable Path bundle;

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "chain-policy")
    private @Nullable Path policy;

    @Option(names = "--origin", paramLabel = "NAME", descriptionKey = "chain-origin")
    private @Nullable String origin;

    @Option(names = "--after", paramLabel = "ENTRY", descriptionKey = "chain-after")
    private @Nullable Path after;

    NextPlace next(Surroundings around, AuthorKey author) throws InputProblems, IOException {
        if (Stream.of(data != null, bundle != null, origin != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw Given.word("", Texts.text("chain.one"), Texts.text("chain.one.remedy"));
        }
        NextPlace place = place(around, author);
        return after == null ? place : after(around, after, place, author);
    }

    private NextPlace place(Surroundings around, AuthorKey author) throws InputProblems, IOException {
        if (data != null) {
            try (KeptLog log = RecordOption.existing(around, data).read(new FastEd25519())) {
                return NextPlace.in(log, author);
            }
        }
        return bundle != null ? ofBundle(around, bundle, author) : NextPlace.unseen(String.valueOf(origin));
    }

    /** What a bundle tells, once it was found intact: an author says to have seen only what was verified. */
    private NextPlace ofBundle(Surroundings around, Path file, AuthorKey author) throws InputProblems {
        if (policy == null) {
            throw Given.word("--bundle", Texts.text("chain.no-policy"), Texts.text("chain.no-policy.remedy"));
        }
        Policy own = Given.policy(around, policy);
        byte[] zip = Given.bytes(around, file, MOST_BYTES);
        Finding finding = Verification.ofFile(zip, own, new FastEd25519());
        if (!(finding instanceof Finding.Intact)) {
            throw Given.problem(file, String.join(" ", finding.lines()), Texts.text("chain.not-intact.remedy"));
        }
        try {
            return HeldCopy.of(Bundle.read(zip, Bundle.USUAL_BYTES)).next(author);
        } catch (Malformed e) {
            throw Given.malformed(file, e);
        }
    }

    private static NextPlace after(Surroundings around, Path file, NextPlace place, AuthorKey author)
            throws InputProblems {
        Entry last = EntryFile.read(around, file);
        boolean isOwn =
                last.body().author().equals(author) && last.body().origin().equals(place.origin());
        if (!isOwn) {
            throw Given.problem(file, Texts.text("chain.other"), Texts.text("chain.other.remedy"));
        }
        return last.body().sequence() < place.chain().next() ? place : place.after(last);
    }
}
