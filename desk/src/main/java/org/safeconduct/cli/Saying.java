package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.Effect;
import org.safeconduct.accord.Words;
import org.safeconduct.agree.Document;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Sealing;
import org.safeconduct.keeping.Statement;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.Reply;

/** One author says things in talks, one after the other: the rules are asked before an entry is put into the record. */
final class Saying implements AutoCloseable {
    private final Surroundings around;
    private final RecordFolder folder;
    private final Keeper keeper;
    private final Talks talks;
    private final Signer signer;
    private boolean isFull;

    Saying(Surroundings around, RecordFolder folder, Keeper keeper, Talks talks, Signer signer) {
        this.around = around;
        this.folder = folder;
        this.keeper = keeper;
        this.talks = talks;
        this.signer = signer;
    }

    /** What becomes of an entry once the rules were asked. */
    enum Manner {
        IF_ACCEPTED,
        /** It is put in also if it has no effect: everybody sees that it was said. */
        ANYWAY,
        /** Nothing is put in; what comes after is tried as if it had been. */
        NEVER
    }

    /** The talks as they are now, with what was said here. */
    Talks talks() {
        return talks;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String origin, List<Told> documents) {}

    /**
     * What became of a document.
     *
     * @param index where it stands in the record; null if it was not put in
     * @param rule that does not accept it; empty if it has effect
     * @param doubts about coordinates, in words
     */
    record Told(
            String file,
            String type,
            String identity,
            @Nullable Long index,
            String rule,
            String about,
            String remedy,
            List<String> remarks,
            List<String> doubts) {
        Told withDoubts(List<String> more) {
            return new Told(file, type, identity, index, rule, about, remedy, remarks, more);
        }
    }

    /** Signs what a document says and asks the rules. */
    Told say(Document document, Manner manner) throws InputProblems, IOException {
        var content = talks.contentOf(document, around.clock().instant());
        Sealing sealing = document.sealed()
                .map(one -> new Sealing(one.words(), one.readers()))
                .orElse(null);
        return say(
                document.file(),
                new Statement(document.type(), document.label(), content, null, sealing, Hash.NONE, List.of()),
                manner);
    }

    /**
     * Signs a statement and asks the rules.
     *
     * @param file where it stands
     */
    Told say(String file, Statement statement, Manner manner) throws InputProblems, IOException {
        NextPlace place = NextPlace.in(keeper.log(), AuthorKey.of(signer));
        Statement known = SealedReaders.lookUp(file, statement, talks, AuthorKey.of(signer));
        Statement.Signed signed = Signing.sign(around, Path.of(file), known, place, signer);
        Entry entry = signed.entry();
        Told told = told(file, entry, talks.take(entry));
        return switch (manner) {
            case NEVER -> told;
            case ANYWAY -> put(signed, told);
            case IF_ACCEPTED -> told.rule().isEmpty() ? put(signed, told) : told;
        };
    }

    private Told put(Statement.Signed signed, Told told) throws IOException {
        return switch (folder.append(keeper, signed)) {
            case Reply.Kept kept -> at(told, kept.receipt().index());
            case Reply.NotKept not -> withRemedy(told, not.why().remedy());
            case Reply.NoRoom no -> {
                isFull = true;
                yield withRemedy(told, no.why());
            }
        };
    }

    private static Told at(Told told, long index) {
        return new Told(
                told.file(),
                told.type(),
                told.identity(),
                index,
                told.rule(),
                told.about(),
                told.remedy(),
                told.remarks(),
                told.doubts());
    }

    private static Told withRemedy(Told told, String remedy) {
        return new Told(
                told.file(), told.type(), told.identity(), null, "record", "", remedy, told.remarks(), List.of());
    }

    private static Told told(String file, Entry entry, Effect effect) {
        String identity = entry.identity().toHex();
        return switch (effect) {
            case Effect.Taken taken ->
                new Told(
                        file,
                        entry.body().type(),
                        identity,
                        null,
                        "",
                        "",
                        "",
                        taken.remarks().stream().map(Saying::sentence).toList(),
                        List.of());
            case Effect.NotAccepted not ->
                new Told(
                        file,
                        entry.body().type(),
                        identity,
                        null,
                        Words.of(not.rule()),
                        not.about(),
                        not.remedy(),
                        List.of(),
                        List.of());
            case Effect.NotUnderstood _, Effect.OtherType _, Effect.NotHeld _ ->
                throw new IllegalStateException("it was read as " + entry.body().type() + " before: " + effect);
        };
    }

    private static String sentence(Effect.Remark remark) {
        return Texts.text(
                "say.remark." + remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), remark.about());
    }

    /**
     * Tells what became of them.
     *
     * @param isAll whether these are all that were to be said
     */
    int tell(OutputOptions output, List<Told> told, boolean isAll) {
        if (output.json) {
            around.out()
                    .print(Json.text(
                            new Summary("safeconduct-said/1", keeper.log().origin(), told)));
        } else {
            told.forEach(this::tell);
        }
        if (isFull) {
            return ExitCodes.CANNOT_WRITE;
        }
        boolean isDone = isAll && told.stream().allMatch(one -> one.rule().isEmpty());
        return isDone ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
    }

    private void tell(Told one) {
        if (!one.rule().isEmpty()) {
            say("say.not", one.file(), one.rule(), one.about(), one.remedy());
        }
        if (one.index() != null) {
            say("say.done", one.file(), Texts.number(one.index()), one.type());
        } else if (one.rule().isEmpty()) {
            say("say.dry", one.file(), one.type());
        } else {
            say("say.unsigned");
        }
        one.remarks().forEach(remark -> around.out().println("  " + Plain.of(remark)));
        around.out().flush();
        one.doubts().forEach(doubt -> around.err().println(Plain.of(Texts.text("say.doubt", doubt))));
    }

    private void say(String key, Object... values) {
        around.out().println(Plain.of(Texts.text(key, values)));
    }

    @Override
    public void close() throws IOException {
        keeper.close();
    }
}
