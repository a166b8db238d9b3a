package org.safeconduct.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.Effect;
import org.safeconduct.accord.Words;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Entry;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.Reply;

/** Entries that the rules were asked about, and that are put into the record if these accept them. */
final class SaidEntries {
    private final Surroundings around;
    private final OutputOptions output;
    private final boolean isDry;
    private final boolean isAnyway;

    /**
     * For one command.
     *
     * @param isDry put nothing in
     * @param isAnyway put in what the rules do not accept too; it has no effect then
     */
    SaidEntries(Surroundings around, OutputOptions output, boolean isDry, boolean isAnyway) {
        this.around = around;
        this.output = output;
        this.isDry = isDry;
        this.isAnyway = isAnyway;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String origin, List<Told> documents) {}

    /**
     * What became of a document.
     *
     * @param index where it stands in the record; null if it was not put in
     * @param rule that does not accept it; empty if it has effect
     */
    record Told(
            String file,
            String type,
            String identity,
            @Nullable Long index,
            String rule,
            String about,
            String remedy,
            List<String> remarks) {}

    Told put(Keeper keeper, String file, Entry entry, Effect effect) throws IOException {
        Told told = told(file, entry, effect);
        if (isDry || (!told.rule().isEmpty() && !isAnyway)) {
            return told;
        }
        return switch (keeper.append(entry)) {
            case Reply.Kept kept -> at(told, kept.receipt().index());
            case Reply.NotKept not -> withRemedy(told, not.why().remedy());
            case Reply.NoRoom no -> withRemedy(told, no.why());
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
                told.remarks());
    }

    private static Told withRemedy(Told told, String remedy) {
        return new Told(told.file(), told.type(), told.identity(), null, "record", "", remedy, told.remarks());
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
                        taken.remarks().stream().map(SaidEntries::sentence).toList());
            case Effect.NotAccepted not ->
                new Told(
                        file,
                        entry.body().type(),
                        identity,
                        null,
                        Words.of(not.rule()),
                        not.about(),
                        not.remedy(),
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
    int tell(String origin, List<Told> told, boolean isAll) {
        if (output.json) {
            around.out().print(Json.text(new Summary("safeconduct-said/1", origin, told)));
        } else {
            told.forEach(this::tell);
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
    }

    private void say(String key, Object... values) {
        around.out().println(Plain.of(Texts.text(key, values)));
    }
}
