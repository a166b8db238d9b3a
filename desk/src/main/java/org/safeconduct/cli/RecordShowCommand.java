package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.KeyStatements;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.CanonicalJson;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;
import org.safeconduct.record.SignedNote;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.SpokenWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    private final OpeningOptions opening = new OpeningOptions();

    @Option(names = "--keep", paramLabel = "FILE", descriptionKey = "keep-opened")
    private @Nullable Path keep;

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
            @Nullable ShownWords sealed,
            List<String> remarks) {}

    /**
     * Sealed words of the entry.
     *
     * @param told why they are not shown; empty if they are
     */
    record ShownWords(List<String> readers, String told, JsonNode words) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        try (KeptLog log = record.read(around)) {
            if (index < 0 || index >= log.size()) {
                throw Given.word(
                        String.valueOf(index),
                        Texts.text("show.none"),
                        log.size() == 0 ? Texts.text("show.empty") : Texts.text("export.range", log.size() - 1));
            }
            Entry entry = log.getEntry(index);
            ShownWords words = words(log, entry).orElse(null);
            Shown shown = shown(log, entry, words);
            if (output.json) {
                around.out().print(Json.text(shown));
            } else {
                tell(shown, entry);
            }
            return ExitCodes.DONE;
        }
    }

    private Shown shown(KeptLog log, Entry entry, @Nullable ShownWords words) throws IOException {
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
                words,
                remarks(log, entry));
    }

    /** What it seals; erased words are never shown, even where a copy is left. */
    private Optional<ShownWords> words(KeptLog log, Entry entry) throws InputProblems, CannotWrite, IOException {
        Optional<Sealed> sealed = Sealed.of(entry.body().content());
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        RecordFolder folder = record.folder(around);
        SealView seal = Talks.of(log, log.size(), record.policy(folder), new FastEd25519()).seals().stream()
                .filter(one -> one.index() == index)
                .findFirst()
                .orElseThrow();
        OpeningOptions.Words words = seal.isErased()
                ? new OpeningOptions.Words.Not("sealed.no-more", "")
                : OpeningOptions.words(folder.sealed(), entry, sealed.get(), opening.key(around));
        TreeMap<String, org.safeconduct.record.Json> opened = new TreeMap<>();
        String told = "";
        switch (words) {
            case OpeningOptions.Words.Opened one -> {
                one.disclosures().forEach(disclosure -> opened.put(disclosure.field(), disclosure.value()));
                if (keep != null) {
                    DisclosureFile.writeTo(around, keep, one.disclosures());
                }
            }
            case OpeningOptions.Words.Not not -> told = Texts.text(not.key(), not.detail());
        }
        String why =
                seal.erasure().map(asked -> SealLines.erasure(asked).strip()).orElse("");
        return Optional.of(new ShownWords(
                seal.readers(),
                (told + " " + why).strip(),
                Json.tree(CanonicalJson.write(new org.safeconduct.record.Json.Members(opened)))));
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
        if (shown.sealed() != null) {
            say("show.sealed", String.join(", ", shown.sealed().readers()));
        }
        say("show.identity", shown.identity());
        if (shown.coveredBy() == null) {
            say("show.uncovered");
        } else {
            around.out().println(Texts.text("show.covered", Texts.count("entries", shown.coveredBy())));
        }
        around.out().println();
        Json.text(shown.content()).lines().forEach(line -> around.out().println("  " + Plain.of(line)));
        if (shown.sealed() != null) {
            around.out().println();
            if (!shown.sealed().words().isEmpty()) {
                say("show.words-opened");
                Json.text(shown.sealed().words())
                        .lines()
                        .forEach(line -> around.out().println("  " + Plain.of(line)));
            }
            if (!shown.sealed().told().isEmpty()) {
                around.out().println(Plain.of(shown.sealed().told()));
            }
        }
        shown.remarks().forEach(remark -> around.out().println(System.lineSeparator() + remark));
    }

    private void say(String key, Object... values) {
        around.out().println(Plain.of(Texts.text(key, values)));
    }
}
