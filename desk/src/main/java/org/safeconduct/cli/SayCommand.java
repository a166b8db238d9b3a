package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.Accord;
import org.safeconduct.accord.Flaw;
import org.safeconduct.agree.Document;
import org.safeconduct.agree.DocumentReader;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Policy;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.FastEd25519;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code found}, {@code propose}, {@code answer}, …: says in a record what documents say, once the rules were asked.
 *
 * <p>What the rules do not accept is not signed, unless that is asked for: the record would take it in, but it would
 * have no effect.
 */
@Command(sortOptions = false)
final class SayCommand implements Callable<Integer> {
    private final Surroundings around;
    private final List<String> types;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "say-files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "say-key")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Option(names = "--dry-run", descriptionKey = "say-dry-run")
    private boolean isDry;

    @Option(names = "--anyway", descriptionKey = "say-anyway")
    private boolean isAnyway;

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    /**
     * A command.
     *
     * @param types of documents that it takes
     */
    SayCommand(Surroundings around, List<String> types) {
        this.around = around;
        this.types = List.copyOf(types);
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(DocumentReader.read(around.at(file), types).named(file.toString()));
        }
        Policy policy = record.policy(folder);
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        SaidEntries said = new SaidEntries(around, output, isDry, isAnyway);
        try (Keeper keeper = seen.write(folder, around)) {
            List<SaidEntries.Told> told = new ArrayList<>();
            for (Document document : documents) {
                told.add(say(keeper, policy, document, signer, said));
                if (told.getLast().index() == null && !isDry) {
                    break; // what follows may rest on it
                }
            }
            return said.tell(keeper.log().origin(), told, told.size() == files.size());
        }
    }

    private SaidEntries.Told say(Keeper keeper, Policy policy, Document document, Signer signer, SaidEntries said)
            throws InputProblems, IOException {
        Talks talks = Talks.of(keeper.log(), keeper.log().size(), policy, new FastEd25519());
        Talks.Resolved resolved = talks.resolve(
                document.type(), document.content(), around.clock().instant());
        List<Flaw> flaws = new ArrayList<>(resolved.flaws());
        if (flaws.isEmpty()) {
            flaws.addAll(Accord.listFlaws(document.type(), resolved.content()));
        }
        if (!flaws.isEmpty()) {
            throw document.problems(flaws);
        }
        Statement statement =
                new Statement(document.type(), document.label(), resolved.content(), null, Hash.NONE, List.of());
        NextPlace place = NextPlace.in(keeper.log(), AuthorKey.of(signer));
        Entry entry = Signing.sign(around, Path.of(document.file()), statement, place, signer)
                .entry();
        return said.put(keeper, document.file(), entry, talks.attempt(entry));
    }
}
