package org.safeconduct.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.agree.Talks;
import org.safeconduct.publish.AccordText;
import org.safeconduct.record.Policy;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import org.safeconduct.store.KeptLog;
import org.safeconduct.vault.FastEd25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code state [TEXT]} and {@code open-points [TEXT]}: how the talks of a record stand at a moment. */
@Command(sortOptions = false)
final class StateCommand implements Callable<Integer> {
    private static final String EVERYBODY = "public";

    private final Surroundings around;
    private final boolean isPointsOnly;

    @Parameters(paramLabel = "TEXT", arity = "0..1", descriptionKey = "state-text")
    private @Nullable String text;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "state-at")
    private @Nullable String at;

    @Option(names = "--entries", paramLabel = "N", descriptionKey = "state-entries")
    private @Nullable Long entries;

    @Option(names = "--as", paramLabel = "PARTY", descriptionKey = "state-as")
    private String reader = Viewpoint.EVERYTHING;

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
        Instant moment = moment(at, around);
        try (KeptLog log = record.read(around)) {
            Policy policy = record.policy(record.folder(around));
            long end = entries == null ? log.size() : Math.clamp(entries, 0, log.size());
            AccordView view = view(Talks.of(log, end, policy, new FastEd25519()), moment, reader);
            if (text != null) {
                text(view, text);
            }
            if (output.json) {
                around.out().print(Json.text(new StateSummary(view, Optional.ofNullable(text), moment).written()));
            } else {
                around.out().print(screen(view, moment));
            }
            return ExitCodes.DONE;
        }
    }

    private String screen(AccordView view, Instant moment) {
        Optional<String> one = Optional.ofNullable(text);
        return isPointsOnly
                ? AccordText.points(view, one, moment, around.width())
                : AccordText.state(view, one, moment, around.width());
    }

    /** The talks as a reader sees them, whom a word of the command line names. */
    static AccordView view(Talks talks, Instant moment, String reader) throws InputProblems {
        AccordView view = talks.view(moment, reader.equals(EVERYBODY) ? Viewpoint.PUBLIC : reader);
        boolean isKnown = view.parties().containsKey(reader)
                || List.of(Viewpoint.EVERYTHING, EVERYBODY).contains(reader);
        if (!isKnown) {
            throw Given.word(
                    "--as " + reader,
                    Texts.text("state.no-party"),
                    Near.remedy(reader, List.copyOf(view.parties().keySet())));
        }
        return view;
    }

    /** The moment that {@code --at} names; now if it names none. */
    static Instant moment(@Nullable String at, Surroundings around) throws InputProblems {
        if (at == null) {
            return around.clock().instant();
        }
        try {
            return OffsetDateTime.parse(at.replace(' ', 'T')).toInstant();
        } catch (DateTimeException _) {
            throw Given.word("--at " + at, Texts.text("state.no-time"), Texts.text("state.no-time.remedy"));
        }
    }

    /** The text that a word of the command line names. */
    static TextView text(AccordView view, String id) throws InputProblems {
        List<String> known = view.texts().stream().map(TextView::id).toList();
        return view.text(id).orElseThrow(() -> Given.word(id, Texts.text("state.none"), Near.remedy(id, known)));
    }
}
