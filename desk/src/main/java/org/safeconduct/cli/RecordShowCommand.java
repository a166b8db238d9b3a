package org.safeconduct.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.KeyStatements;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code record show N}: one entry in plain words. */
@Command(name = "show", sortOptions = false)
final class RecordShowCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "N", descriptionKey = "entry-index")
    private long index;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordShowCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param coveredBy size of the oldest checkpoint that covers it; null if none does yet
     * @param remarks what a reader should know
     */
    record Shown(
            String format,
            String origin,
            long index,
            String identity,
            String type,
            String label,
            String author,
            List<String> words,
            long sequence,
            String previous,
            String claimed,
            long seenSize,
            String seenRoot,
            String mandate,
            List<String> references,
            List<String> commitments,
            JsonNode content,
            @Nullable Long coveredBy,
            List<String> remarks) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        try (KeptLog log = record.read(around)) {
            if (index < 0 || index >= log.size()) {
                throw Given.word(
                        String.valueOf(index),
                        Texts.text("show.none"),
                        log.size() == 0 ? Texts.text("show.empty") : Texts.text("export.range", log.size() - 1));
            }
            Entry entry = log.getEntry(index);
            Shown shown = shown(log, entry);
            if (output.json) {
                around.out().print(Json.text(shown));
            } else {
                tell(shown, entry);
            }
            return ExitCodes.DONE;
        }
    }

    private Shown shown(KeptLog log, Entry entry) throws IOException {
        return new Shown(
                "safeconduct-entry/1",
                log.origin(),
                index,
                entry.identity().toHex(),
                entry.body().type(),
                entry.body().label().word(),
                entry.body().author().toHex(),
                SpokenWords.ofKey(entry.body().author().key()),
                entry.body().sequence(),
                entry.body().previous().toHex(),
                entry.body().claimed().toString(),
                entry.body().seen().size(),
                entry.body().seen().root().toHex(),
                entry.body().mandate().toHex(),
                entry.body().references().stream().map(Hash::toHex).toList(),
                entry.body().commitments().stream().map(Hash::toHex).toList(),
                Json.tree(CanonicalJson.write(entry.body().content())),
                coveredBy(log).orElse(null),
                remarks(log, entry));
    }

    /** The oldest of the checkpoints that the entry stands before. */
    private Optional<Long> coveredBy(KeptLog log) throws IOException {
        Optional<Long> least = Optional.empty();
        for (SignedNote note : log.listNotes(Integer.MAX_VALUE)) {
            try {
                long size = Checkpoint.parse(note.text()).head().size();
                if (size > index) {
                    least = Optional.of(size);
                }
            } catch (Malformed e) {
                throw new IllegalStateException("the log has signed it", e);
            }
        }
        return least;
    }

    private List<String> remarks(KeptLog log, Entry entry) {
        List<String> remarks = new ArrayList<>();
        FastEd25519 verifier = new FastEd25519();
        if (!entry.isSigned(verifier)) {
            remarks.add(Texts.text("show.unsigned"));
        }
        long seen = entry.body().seen().size();
        if (seen > index || !log.head(seen).equals(entry.body().seen())) {
            remarks.add(Texts.text("show.saw-other"));
        }
        if (entry.body().type().equals(KeyStatements.ROTATION) && !KeyStatements.isProven(entry, verifier)) {
            remarks.add(Texts.text("show.unproven"));
        }
        return remarks;
    }

    private void tell(Shown shown, Entry entry) {
        say("show.title", Texts.number(shown.index()), shown.origin());
        say("show.type", shown.type(), shown.label());
        say("show.author", shown.author());
        say("show.words", String.join(" ", shown.words()));
        say("show.sequence", Texts.number(shown.sequence() + 1));
        say("show.claimed", shown.claimed());
        say("show.seen", Texts.count("entries", shown.seenSize()));
        if (!entry.body().mandate().equals(Hash.NONE)) {
            say("show.mandate", shown.mandate());
        }
        shown.references().forEach(one -> say("show.reference", one));
        if (!shown.commitments().isEmpty()) {
            around.out()
                    .println(Texts.count("show.commitments", shown.commitments().size()));
        }
        say("show.identity", shown.identity());
        if (shown.coveredBy() == null) {
            say("show.uncovered");
        } else {
            around.out().println(Texts.text("show.covered", Texts.count("entries", shown.coveredBy())));
        }
        around.out().println();
        Json.text(shown.content()).lines().forEach(line -> around.out().println("  " + Plain.of(line)));
        shown.remarks().forEach(remark -> around.out().println(System.lineSeparator() + remark));
    }

    private void say(String key, Object... values) {
        around.out().println(Plain.of(Texts.text(key, values)));
    }
}
