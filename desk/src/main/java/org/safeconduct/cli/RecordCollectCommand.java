package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.keeping.RecordFolder;
import org.safeconduct.keeping.Witnessing;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Opening;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SignedNote;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.Keeper;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code record collect ANSWER …}: takes in what witnesses answered. */
@Command(name = "collect", sortOptions = false)
final class RecordCollectCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "ANSWER", arity = "1..*", descriptionKey = "answer-files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final SeenOption seen = new SeenOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    RecordCollectCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format,
            List<String> kept,
            List<String> notKept,
            boolean settled,
            List<String> seenBy,
            List<String> unseenBy) {}

    @Override
    public Integer call() throws InputProblems, IOException {
        RecordFolder folder = record.existing(around);
        List<String> kept = new ArrayList<>();
        List<String> notKept = new ArrayList<>();
        try (Keeper keeper = seen.write(folder, around)) {
            Policy policy = record.policy(folder);
            for (Path file : files) {
                List<String> which = switch (take(keeper, file, policy)) {
                    case KEPT -> kept;
                    case NOTHING -> notKept;
                };
                which.add(file.toString());
            }
            Summary taken = summary(kept, notKept, policy, keeper.log().listNotes(1));
            tell(taken);
            return notKept.isEmpty() ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
        }
    }

    private Witnessing.Taken take(Keeper keeper, Path file, Policy policy) throws InputProblems, IOException {
        try {
            SignedNote answer = SignedNote.read(Given.small(around, file));
            return Witnessing.take(keeper, answer, policy, new FastEd25519());
        } catch (Malformed e) {
            throw Given.malformed(file, e);
        }
    }

    /** Who has seen the last checkpoint. */
    private static Summary summary(List<String> kept, List<String> notKept, Policy policy, List<SignedNote> notes) {
        if (!notes.isEmpty() && policy.open(notes.getFirst(), new FastEd25519()) instanceof Opening.Trusted opened) {
            List<String> seenBy = List.copyOf(opened.seenBy().keySet());
            return new Summary("safeconduct-collect/1", kept, notKept, opened.isSettled(), seenBy, opened.unseenBy());
        }
        List<String> nobody = List.of();
        return new Summary(
                "safeconduct-collect/1",
                kept,
                notKept,
                false,
                nobody,
                List.copyOf(policy.witnesses().keySet()));
    }

    private void tell(Summary taken) {
        if (output.json) {
            around.out().print(Json.text(taken));
            return;
        }
        taken.kept().forEach(file -> around.out().println(Texts.text("collect.kept", file)));
        taken.notKept().forEach(file -> around.out().println(Texts.text("collect.not", file)));
        if (!taken.seenBy().isEmpty()) {
            around.out().println(Texts.text("collect.seen", String.join(", ", taken.seenBy())));
        }
        if (!taken.unseenBy().isEmpty()) {
            around.out().println(Texts.text("collect.unseen", String.join(", ", taken.unseenBy())));
        }
        around.out().println(Texts.text(taken.settled() ? "collect.settled" : "collect.unsettled"));
    }
}
