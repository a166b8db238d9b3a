package org.safeconduct.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeconduct.accord.AccordView;
import org.safeconduct.accord.SealView;
import org.safeconduct.accord.TextView;
import org.safeconduct.accord.Viewpoint;
import org.safeconduct.agree.Talks;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.scenario.Near;
import picocli.CommandLine.Option;

/** {@code --at} and {@code --as}: from where talks are looked at. */
final class ViewOptions {
    private static final String EVERYBODY = "public";

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "state-at")
    private @Nullable String at;

    @Option(names = "--as", paramLabel = "PARTY", descriptionKey = "state-as")
    private String reader = Viewpoint.EVERYTHING;

    /** The moment that {@code --at} names; now if it names none. */
    Instant moment(Surroundings around) throws InputProblems {
        if (at == null) {
            return around.clock().instant();
        }
        try {
            return OffsetDateTime.parse(at.replace(' ', 'T')).toInstant();
        } catch (DateTimeException _) {
            throw Given.word("--at " + at, Texts.text("state.no-time"), Texts.text("state.no-time.remedy"));
        }
    }

    /** The talks as the reader that {@code --as} names may see them. */
    AccordView view(Talks talks, Instant moment) throws InputProblems {
        AccordView view = talks.view(moment, reader());
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

    /** What is sealed in the entries that this reader may see. */
    List<SealView> seals(Talks talks) {
        return talks.seals(reader());
    }

    private String reader() {
        return reader.equals(EVERYBODY) ? Viewpoint.PUBLIC : reader;
    }

    /** The text that a word of the command line names. */
    static TextView text(AccordView view, String id) throws InputProblems {
        List<String> known = view.texts().stream().map(TextView::id).toList();
        return view.text(id).orElseThrow(() -> Given.word(id, Texts.text("state.none"), Near.remedy(id, known)));
    }
}
