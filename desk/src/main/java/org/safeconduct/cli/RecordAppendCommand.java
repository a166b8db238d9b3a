package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.keeping.NextPlace;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Entry;
import org.safeconduct.record.Signer;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.store.Reply;
import org.safeconduct.vault.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code record append FILE …}: takes signed entries in, or signs statements and takes them in. */
@Command(name = "append", sortOptions = false)
final class RecordAppendCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "entry-files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "append-key")
    private @Nullable Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path passphraseFile;

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    private boolean isFull;

    RecordAppendCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String origin, List<Receipt> receipts) {}

    /**
     * What became of one file.
     *
     * @param index where the entry stands; null if it is not in the record
     * @param isNew whether this brought it
     * @param notAccepted why it is not in the record; empty if it is
     * @param disclosures where that is kept which opens its commitments; empty if there are none
     */
    record Receipt(
            String file,
            @Nullable Long index,
            String identity,
            boolean isNew,
            String notAccepted,
            String disclosures) {}

    @Override
    public Integer call() throws InputProblems, CannotWrite, IOException {
        RecordFolder folder = record.existing(around);
        List<Receipt> receipts = new ArrayList<>();
        if (key == null) {
            List<Entry> entries = all(file -> EntryFile.read(around, file));
            try (Keeper keeper = seen.write(folder, around)) {
                for (int i = 0; i < entries.size(); i++) {
                    receipts.add(append(
                            folder,
                            keeper,
                            files.get(i),
                            new Statement.Signed(entries.get(i), List.of(), Optional.empty())));
                }
                return tell(keeper.log().origin(), receipts);
            }
        }
        List<Statement> statements = all(file -> Signing.statement(around, file));
        requireNew(statements);
        Signer signer = new Secrets(around).signer(key, KeyFile.Use.AUTHOR, passphraseFile);
        try (Keeper keeper = seen.write(folder, around)) {
            for (int i = 0; i < statements.size(); i++) {
                NextPlace place = NextPlace.in(keeper.log(), AuthorKey.of(signer));
                Statement.Signed signed = Signing.sign(around, files.get(i), statements.get(i), place, signer);
                DisclosureFile.write(around, files.get(i), signed.disclosures());
                Receipt receipt = append(folder, keeper, files.get(i), signed);
                if (receipt.index() == null) {
                    DisclosureFile.remove(around, files.get(i));
                }
                receipts.add(receipt);
            }
            return tell(keeper.log().origin(), receipts);
        }
    }

    /** Reads one file. */
    private interface Reading<T> {
        T read(Path file) throws InputProblems;
    }

    /** All files read; everything that is wrong with any of them is told at once. */
    private <T> List<T> all(Reading<T> reading) throws InputProblems {
        List<T> read = new ArrayList<>();
        List<InputProblem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(reading.read(file));
            } catch (InputProblems e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        return read;
    }

    /** Nothing is taken in if what opens it could not be kept. */
    private void requireNew(List<Statement> statements) throws CannotWrite {
        Set<Path> names = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Path disclosures = DisclosureFile.beside(files.get(i));
            boolean isWritten = statements.get(i).committed() != null;
            if (isWritten && (!names.add(disclosures) || Files.exists(around.at(disclosures)))) {
                throw new CannotWrite(Texts.text("disclosures.exists", disclosures));
            }
        }
    }

    private Receipt append(RecordFolder folder, Keeper keeper, Path file, Statement.Signed signed) throws IOException {
        String identity = signed.entry().identity().toHex();
        String disclosures = signed.disclosures().isEmpty()
                ? ""
                : DisclosureFile.beside(file).toString();
        return switch (folder.append(keeper, signed)) {
            case Reply.Kept kept ->
                new Receipt(file.toString(), kept.receipt().index(), identity, kept.isNew(), "", disclosures);
            case Reply.NotKept not ->
                new Receipt(file.toString(), null, identity, false, not.why().remedy(), "");
            case Reply.NoRoom no -> {
                isFull = true;
                yield new Receipt(file.toString(), null, identity, false, no.why(), "");
            }
        };
    }

    private int tell(String origin, List<Receipt> receipts) {
        if (output.json) {
            around.out().print(Json.text(new Summary("safeconduct-append/1", origin, receipts)));
        } else {
            receipts.forEach(this::tell);
        }
        if (isFull) {
            return ExitCodes.CANNOT_WRITE;
        }
        return receipts.stream().allMatch(one -> one.notAccepted().isEmpty()) ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
    }

    private void tell(Receipt one) {
        around.out().println(sentence(one));
        if (!one.disclosures().isEmpty()) {
            around.out().println(Texts.text("append.disclosures", one.disclosures()));
        }
    }

    private static String sentence(Receipt one) {
        if (one.index() == null) {
            return Texts.text("append.not", one.file(), one.identity(), one.notAccepted());
        }
        String key = one.isNew() ? "append.new" : "append.known";
        return Texts.text(key, one.file(), Texts.number(one.index()), one.identity());
    }
}
