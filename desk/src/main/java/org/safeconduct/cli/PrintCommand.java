package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.Clause;
import org.safeconduct.accord.TextView;
import org.safeconduct.agree.Talks;
import org.safeconduct.publish.CheckpointOrder;
import org.safeconduct.publish.Plain;
import org.safeconduct.publish.PrintedText;
import org.safeconduct.publish.Printing;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code print TEXT}: a text, or the order for the checkpoint of one of its segments, on paper. */
@Command(name = "print", sortOptions = false)
final class PrintCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "TEXT", descriptionKey = "print-text")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String text;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "print-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--languages", paramLabel = "TAG", split = ",", descriptionKey = "print-languages")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--order", paramLabel = "SEGMENT", descriptionKey = "print-order")
    private @Nullable String order;

    @Option(names = "--hotline", paramLabel = "WORDS", descriptionKey = "print-hotline")
    private List<String> hotlines = new ArrayList<>();

    @Mixin
    private final ViewOptions from = new ViewOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    PrintCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format,
            String file,
            String text,
            int number,
            String version,
            List<String> words,
            List<String> languages,
            List<Untranslated> untranslated) {}

    /** Clauses that have words, but not in this language. */
    record Untranslated(String language, List<String> clauses) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        Instant moment = from.moment(around);
        if (order == null && !hotlines.isEmpty()) {
            throw Given.word("--hotline", Texts.text("print.no-order"), Texts.text("print.no-order.remedy"));
        }
        try (KeptLog log = record.read(around)) {
            Talks talks = Talks.of(log, log.size(), record.policy(record.folder(around)), new FastEd25519());
            AccordView view = from.view(talks, moment);
            TextView one = ViewOptions.text(view, text);
            Printing printing = new Printing(
                    view, one, talks.listSignatories(), SpokenWords.ofText(one.version()), languages(one), moment);
            NewFile.write(around, out, page(printing).getBytes(StandardCharsets.UTF_8));
            tell(printing);
            return ExitCodes.DONE;
        }
    }

    private String page(Printing printing) throws InputProblems {
        if (order == null) {
            return PrintedText.html(printing);
        }
        List<String> segments = printing.text().clauses().stream()
                .flatMap(clause -> clause.legs().stream())
                .map(Clause.Leg::id)
                .toList();
        if (!segments.contains(order)) {
            throw Given.word("--order " + order, Texts.text("print.no-segment"), Near.remedy(order, segments));
        }
        return CheckpointOrder.html(printing, order, hotlines);
    }

    /** Those asked for; else the first two in which the text has words, or English. */
    private List<Locale> languages(TextView one) throws InputProblems {
        if (languages.isEmpty()) {
            List<Locale> its = PrintedText.listLanguages(one).stream().limit(2).toList();
            return its.isEmpty() ? List.of(Locale.ENGLISH) : its;
        }
        List<Locale> asked = new ArrayList<>();
        for (String tag : languages) {
            Locale locale = Locale.forLanguageTag(tag);
            if (locale.getLanguage().isEmpty() || !locale.toLanguageTag().equals(tag)) {
                throw Given.word("--languages " + tag, Texts.text("print.no-language"), Texts.text("print.language"));
            }
            asked.add(locale);
        }
        if (asked.size() > 2 || asked.stream().distinct().count() < asked.size()) {
            throw Given.word(
                    "--languages " + String.join(",", languages),
                    Texts.text("print.languages"),
                    Texts.text("print.languages.remedy"));
        }
        return asked;
    }

    private void tell(Printing printing) {
        TextView one = printing.text();
        List<Untranslated> untranslated = printing.languages().stream()
                .map(language -> new Untranslated(language.toLanguageTag(), printing.listUntranslated(language)))
                .filter(missing -> !missing.clauses().isEmpty())
                .toList();
        if (output.json) {
            around.out()
                    .print(Json.text(new Summary(
                            "safeconduct-print/1",
                            out.toString(),
                            one.id(),
                            one.number(),
                            one.version().toHex(),
                            printing.spoken(),
                            printing.languages().stream()
                                    .map(Locale::toLanguageTag)
                                    .toList(),
                            untranslated)));
            return;
        }
        around.out().println(Plain.of(Texts.text("print.made", one.id(), one.number(), out)));
        around.out().println(Texts.text("print.hash", one.version().toHex()));
        around.out().println(Texts.text("record.words", String.join(" ", printing.spoken())));
        around.out().flush();
        untranslated.forEach(missing -> around.err()
                .println(Plain.of(
                        Texts.text("print.untranslated", missing.language(), String.join(", ", missing.clauses())))));
    }
}
