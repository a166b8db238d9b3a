package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.Export;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Sealed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.verify.Bundle;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which sealed words go with a bundle, and for whom. */
final class SealedOptions {
    private static final String ALL = "all";

    @Option(names = "--sealed-for", paramLabel = "WHO", descriptionKey = "sealed-for")
    private List<String> whom = new ArrayList<>();

    @Option(names = "--share-with", paramLabel = "RECIPIENT", descriptionKey = "share-with")
    private List<String> share = new ArrayList<>();

    @Mixin
    private final OpeningOptions opening = new OpeningOptions();

    /** Whether any are to go with it. */
    boolean isAsked() {
        return !whom.isEmpty() || !share.isEmpty();
    }

    /** Files of the bundle by name: ciphertexts with headers for their readers, or for those they are shared with. */
    SortedMap<String, Bytes> files(Surroundings around, RecordFolder folder, Talks talks, Export.Range range)
            throws InputProblems, IOException {
        TreeMap<String, Bytes> files = new TreeMap<>();
        List<SealView> seals = talks.seals().stream()
                .filter(one -> range.holds(one.index()) && !one.isErased())
                .toList();
        requireReaders(seals);
        Optional<OpeningKey> key = share.isEmpty() ? Optional.empty() : Optional.of(sharing(around));
        for (SealView one : seals) {
            Optional<SealedFile> held = find(folder, one);
            boolean isFor = whom.contains(ALL) || one.readers().stream().anyMatch(whom::contains);
            Optional<SealedFile> given = isFor ? held : Optional.empty();
            if (held.isPresent() && key.isPresent()) {
                given = shared(held.get(), key.get()).or(() -> isFor ? held : Optional.empty());
            }
            given.ifPresent(file -> files.put(Bundle.name(new Sealed(List.of(), one.ciphertext())), file.whole()));
        }
        return files;
    }

    private void requireReaders(List<SealView> seals) throws InputProblems {
        List<String> known =
                seals.stream().flatMap(one -> one.readers().stream()).distinct().toList();
        for (String one : whom) {
            if (!one.equals(ALL) && !known.contains(one)) {
                throw Given.word("--sealed-for " + one, Texts.text("sealed.nothing-for"), Near.remedy(one, known));
            }
        }
    }

    private OpeningKey sharing(Surroundings around) throws InputProblems {
        return opening.key(around)
                .orElseThrow(() ->
                        Given.word("--share-with", Texts.text("share.no-key"), Texts.text("share.no-key.remedy")));
    }

    private Optional<SealedFile> shared(SealedFile file, OpeningKey key) throws InputProblems {
        try {
            return file.wrappedFor(share, key);
        } catch (Malformed e) {
            throw Given.word("--share-with", String.join(" ", share), e);
        }
    }

    private static Optional<SealedFile> find(RecordFolder folder, SealView seal) throws InputProblems, IOException {
        try {
            return folder.sealed().find(seal.ciphertext());
        } catch (Malformed e) {
            throw Given.malformed(Path.of("sealed"), e);
        }
    }
}
