package org.safeconduct.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.LastCheckpoint;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.store.RecordBroken;
import org.safeconduct.terms.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record log}: the entries, one a line; the last ones if nothing else is asked for. */
@Command(name = "log", sortOptions = false)
final class RecordLogCommand implements Callable<Integer> {
    private static final int AT_ONCE = 1024;
    private static final int EXCERPT = 40;

    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--from", paramLabel = "N")
    private @Nullable Long from;

    @Option(names = "--most", paramLabel = "N")
    private int most = 20;

    @Option(names = "--author", paramLabel = "KEY")
    private String author = "";

    @Option(names = "--type", paramLabel = "TYPE")
    private String type = "";

    @Option(names = "--label", paramLabel = "LABEL", descriptionKey = "log-label")
    private @Nullable String label;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordLogCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param size entries in the record
     * @param signedSize entries that the last checkpoint covers
     * @param next where the next page begins; null if this was the last
     */
    record Page(
            String format,
            String origin,
            long size,
            long signedSize,
            List<Row> entries,
            @Nullable Long next) {}

    /** One entry. */
    record Row(long index, String claimed, String label, String author, String type, String excerpt, String identity) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        Label only = label == null ? null : Signing.label(label);
        if (most < 1 || (from != null && from < 0)) {
            throw Given.word(most < 1 ? "--most" : "--from", Texts.text("log.no-page"), Texts.text("log.page"));
        }
        try (KeptLog log = record.read(around)) {
            Page page = from == null ? last(log, only) : first(log, only, from);
            if (output.json) {
                around.out().print(Json.text(page));
            } else {
                tell(page);
            }
            return ExitCodes.DONE;
        }
    }

    /** From an index on, as many as were asked for. */
    private Page first(KeptLog log, @Nullable Label only, long start) throws IOException {
        List<Row> rows = new ArrayList<>();
        long at = start;
        while (at < log.size() && rows.size() < most) {
            List<Bytes> leaves = log.leaves(at, (int) Math.min(AT_ONCE, log.size() - at));
            for (int i = 0; i < leaves.size() && rows.size() < most; i++) {
                add(rows, at, entry(leaves.get(i), at), only);
                at++;
            }
        }
        return page(log, rows, at < log.size() ? at : null);
    }

    /** The last ones, in their order. */
    private Page last(KeptLog log, @Nullable Label only) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (long end = log.size(); end > 0 && rows.size() < most; end -= AT_ONCE) {
            long start = Math.max(0, end - AT_ONCE);
            List<Bytes> leaves = log.leaves(start, (int) (end - start));
            for (int i = leaves.size() - 1; i >= 0 && rows.size() < most; i--) {
                add(rows, start + i, entry(leaves.get(i), start + i), only);
            }
        }
        return page(log, rows.reversed(), null);
    }

    private static Entry entry(Bytes leaf, long index) throws RecordBroken {
        try {
            return Entry.read(leaf);
        } catch (Malformed e) {
            throw new RecordBroken("entry " + index, "an entry", e.getMessage(), Texts.text("record.broken.remedy"));
        }
    }

    private void add(List<Row> rows, long index, Entry entry, @Nullable Label only) {
        boolean isWanted = entry.body().author().toHex().startsWith(author)
                && (type.isEmpty() || entry.body().type().equals(type))
                && (only == null || entry.body().label() == only);
        if (isWanted) {
            rows.add(new Row(
                    index,
                    entry.body().claimed().toString(),
                    entry.body().label().word(),
                    entry.body().author().toHex(),
                    entry.body().type(),
                    excerpt(entry),
                    entry.identity().toHex()));
        }
    }

    /** The beginning of what it says; a content of one text says just that. */
    private static String excerpt(Entry entry) {
        List<org.safeconduct.record.Json> values =
                List.copyOf(entry.body().content().values().values());
        String text = values.size() == 1 && values.getFirst() instanceof org.safeconduct.record.Json.Text only
                ? only.value()
                : new String(CanonicalJson.write(entry.body().content()), StandardCharsets.UTF_8);
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }

    private static Page page(KeptLog log, List<Row> rows, @Nullable Long next) throws IOException {
        long signed = LastCheckpoint.of(log).map(LastCheckpoint::size).orElse(0L);
        return new Page("safeconduct-log/1", log.origin(), log.size(), signed, rows, next);
    }

    private void tell(Page page) {
        for (Row row : page.entries()) {
            around.out()
                    .println(Plain.of(Texts.text(
                            "log.row",
                            row.index(),
                            row.claimed(),
                            row.author().substring(2, 10),
                            row.type(),
                            row.excerpt())));
        }
        around.out()
                .println(Texts.text(
                        "log.sum",
                        page.origin(),
                        Texts.count("entries", page.size()),
                        Texts.number(page.signedSize())));
        if (page.next() != null) {
            around.out().println(Texts.text("log.next", page.next()));
        }
    }
}
