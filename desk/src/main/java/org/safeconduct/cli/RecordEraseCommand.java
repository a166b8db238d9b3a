package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.disk.Disk;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.publish.Plain;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code record erase}: destroys here, and in every backup that can be reached, what the record says is erased. It decides
 * nothing and can be run again at any time.
 */
@Command(name = "erase", sortOptions = false)
final class RecordEraseCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--also", paramLabel = "DIR", descriptionKey = "erase-also")
    private List<Path> also = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordEraseCommand(Surroundings around) {
        this.around = around;
    }

    /**
     * What {@code --json} prints.
     *
     * @param notReached backups that could not be looked at
     * @param ask readers, who may have copies of their own
     */
    record Summary(
            String format, String origin, long erased, List<Copy> copies, List<String> notReached, List<String> ask) {}

    /** A folder, and how many were destroyed in it now. */
    record Copy(String folder, long destroyed) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        try (KeptLog log = folder.read(new FastEd25519())) {
            List<SealView> erased = Talks.of(log, log.size(), record.policy(folder), new FastEd25519()).seals().stream()
                    .filter(SealView::isErased)
                    .toList();
            List<Copy> copies = new ArrayList<>();
            List<String> notReached = new ArrayList<>();
            copies.add(new Copy(record.data.toString(), destroy(folder, erased)));
            for (Path place : places(folder)) {
                RecordFolder copy = new RecordFolder(place, Disk.real());
                if (copy.exists() || Files.isDirectory(copy.sealed().folder())) {
                    copies.add(new Copy(place.toString(), destroy(copy, erased)));
                } else {
                    notReached.add(place.toString());
                }
            }
            TreeSet<String> ask = new TreeSet<>();
            erased.forEach(one -> ask.addAll(one.readers()));
            tell(new Summary(
                    "safeconduct-erased/1", log.origin(), erased.size(), copies, notReached, List.copyOf(ask)));
            return notReached.isEmpty() ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
        }
    }

    private List<Path> places(RecordFolder folder) throws IOException {
        List<Path> places = new ArrayList<>(folder.backups());
        also.forEach(one -> places.add(around.at(one).toAbsolutePath().normalize()));
        return places.stream().distinct().toList();
    }

    private static long destroy(RecordFolder folder, List<SealView> erased) throws IOException {
        long destroyed = 0;
        for (SealView one : erased) {
            destroyed += folder.sealed().destroy(one.ciphertext()) ? 1 : 0;
        }
        return destroyed;
    }

    private void tell(Summary made) {
        if (output.json) {
            around.out().print(Json.text(made));
            return;
        }
        say(Texts.count("erase.decided", made.erased()));
        made.copies().forEach(one -> say(Texts.text("erase.copy", one.folder(), Texts.number(one.destroyed()))));
        made.notReached().forEach(one -> say(Texts.text("erase.not-reached", one)));
        if (!made.ask().isEmpty()) {
            say(Texts.text("erase.ask", String.join(", ", made.ask())));
        }
    }

    private void say(String text) {
        around.out().println(Plain.of(text));
    }
}
