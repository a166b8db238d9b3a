package org.safeconduct.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.SealView;
import org.safeconduct.agree.Talks;
import org.safeconduct.publish.AccordText;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code state [TEXT]} and {@code open-points [TEXT]}: how the talks of a record stand at a moment. */
@Command(sortOptions = false)
final class StateCommand implements Callable<Integer> {
    private final Surroundings around;
    private final boolean isPointsOnly;

    @Parameters(paramLabel = "TEXT", arity = "0..1", descriptionKey = "state-text")
    private @Nullable String text;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Mixin
    private final ViewOptions from = new ViewOptions();

    @Option(names = "--entries", paramLabel = "N", descriptionKey = "state-entries")
    private @Nullable Long entries;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    StateCommand(Surroundings around, boolean isPointsOnly) {
        this.around = around;
        this.isPointsOnly = isPointsOnly;
    }

    @Override
    public Integer call() throws InputProblems, IOException {
        Instant moment = from.moment(around);
        try (KeptLog log = record.read(around)) {
            Policy policy = record.policy(record.folder(around));
            long end = entries == null ? log.size() : Math.clamp(entries, 0, log.size());
            Talks talks = Talks.of(log, end, policy, new FastEd25519());
            AccordView view = from.view(talks, moment);
            if (text != null) {
                ViewOptions.text(view, text);
            }
            if (output.json) {
                around.out()
                        .print(Json.text(new StateSummary(view, Optional.ofNullable(text), moment)
                                .written(SealLines.written(from.seals(talks), held()))));
            } else {
                around.out().print(screen(view, moment));
                tellSealed(from.seals(talks));
            }
            return ExitCodes.DONE;
        }
    }

    /** Which sealed words are here, by their ciphertexts. */
    private Predicate<Hash> held() {
        return record.folder(around).sealed()::holds;
    }

    private void tellSealed(List<SealView> seals) {
        if (!isPointsOnly && text == null && !seals.isEmpty()) {
            around.out().println();
            around.out().println(Texts.text("sealed.heading"));
            SealLines.lines(seals, held()).forEach(line -> around.out().println(Plain.of(line)));
        }
    }

    private String screen(AccordView view, Instant moment) {
        Optional<String> one = Optional.ofNullable(text);
        return isPointsOnly
                ? AccordText.points(view, one, moment, around.width())
                : AccordText.state(view, one, moment, around.width());
    }
}
