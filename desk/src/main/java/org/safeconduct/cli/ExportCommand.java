package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.Export;
import org.safeconduct.keeping.LastCheckpoint;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.SpokenWords;
import org.safeconduct.verify.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a bundle that anybody can verify without the record or its keeper. */
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "export-out")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--from", paramLabel = "N")
    private long from;

    @Option(names = "--to", paramLabel = "N")
    private @Nullable Long to;

    @Mixin
    private final OpenOptions open = new OpenOptions();

    @Mixin
    private final SealedOptions sealed = new SealedOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    ExportCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format,
            String file,
            String origin,
            long size,
            long held,
            long opened,
            long sealed,
            long notYetSigned,
            String root,
            List<String> words) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        try (Progress progress = output.progress(around);
                KeptLog log = folder.read(new FastEd25519())) {
            progress.accept(Texts.text("export.stage"));
            LastCheckpoint last = record.signed(log);
            Checkpoint checkpoint = last.checkpoint();
            Export.Range range = range(last.size());
            Export.Shown shown = open.shown(around, log, last.size(), range);
            Policy policy = record.policy(folder);
            SortedMap<String, Bytes> words = words(log, folder, policy, shown);
            Bundle bundle = Export.of(log, last, policy, shown).with(words);
            NewFile.write(around, out, bundle.write());
            tell(new Summary(
                    "safeconduct-export/1",
                    out.toString(),
                    checkpoint.origin(),
                    last.size(),
                    range.end() - range.from(),
                    shown.opened().values().stream().mapToLong(List::size).sum(),
                    words.size(),
                    log.size() - last.size(),
                    checkpoint.head().root().toHex(),
                    SpokenWords.ofHead(checkpoint.origin(), checkpoint.head())));
            return ExitCodes.DONE;
        }
    }

    /** Sealed words that go with it; the talks are worked out only where something is opened or sealed, since that takes long. */
    private SortedMap<String, Bytes> words(KeptLog log, RecordFolder folder, Policy policy, Export.Shown shown)
            throws InputProblems, IOException {
        if (!sealed.isAsked() && shown.opened().isEmpty()) {
            return new TreeMap<>();
        }
        Talks talks = Talks.of(log, log.size(), policy, new FastEd25519()); // an erasure counts at once
        requireNotErased(talks, shown);
        return sealed.files(around, folder, talks, shown.range());
    }

    /** What was erased is handed out by nobody, also where somebody kept what opens it. */
    private static void requireNotErased(Talks talks, Export.Shown shown) throws InputProblems {
        for (SealView one : talks.seals()) {
            if (one.isErased() && shown.opened().containsKey(one.index())) {
                throw Given.word(
                        "--open", Texts.text("export.erased", one.index()), Texts.text("export.erased.remedy"));
            }
        }
    }

    /** Entries are counted from 0, and the last one named is in it. */
    private Export.Range range(long size) throws InputProblems {
        long last = to == null ? size - 1 : to;
        boolean isThere = from >= 0 && from <= last + 1 && last < size && (to == null || from <= to);
        if (!isThere) {
            throw Given.word(
                    "--from " + from + (to == null ? "" : " --to " + to),
                    Texts.text("export.no-range"),
                    Texts.text("export.range", size - 1));
        }
        return new Export.Range(from, last + 1);
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
            return;
        }
        around.out()
                .println(Texts.text("export.made", made.origin(), Texts.count("entries", made.size()), made.file()));
        around.out().println(Texts.text("export.held", made.held(), made.size() - made.held()));
        if (made.opened() > 0) {
            around.out().println(Texts.count("export.opened", made.opened()));
        }
        if (made.sealed() > 0) {
            around.out().println(Texts.count("export.sealed", made.sealed()));
        }
        if (made.notYetSigned() > 0) {
            around.out().println(Texts.count("export.later", made.notYetSigned()));
        }
        around.out().println(Texts.text("record.words", String.join(" ", made.words())));
    }
}
