package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Option;

/** Where the word of witnesses is looked up before a record is written to. */
final class SeenOption {
    @Option(names = "--seen", paramLabel = "PATH", descriptionKey = "seen-places")
    List<Path> places = new ArrayList<>();

    List<Path> at(Surroundings around) {
        return places.stream().map(around::at).toList();
    }

    /** Opens a record for writing, once the witnesses' word was looked at. */
    Keeper write(RecordFolder folder, Surroundings around) throws InputProblems, IOException {
        try {
            return folder.write(new FastEd25519(), at(around));
        } catch (RecordFolder.Unseen e) {
            throw Given.problem(folder.folder(), e.getMessage() + ".", Texts.text("record.unseen.remedy"));
        }
    }
}
