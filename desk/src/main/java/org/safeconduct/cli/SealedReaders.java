package org.safeconduct.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safeconduct.agree.Talks;
import org.safeconduct.keeping.Statement;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Sealed;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.InputProblems;

/** For whom words are sealed. */
final class SealedReaders {
    private SealedReaders() {}

    /**
     * A statement for readers by their recipients. Its author is always one of them: who could not open it later could not
     * disclose it either.
     */
    static Statement lookUp(String file, Statement statement, Talks talks, AuthorKey author) throws InputProblems {
        if (statement.sealing() == null) {
            return statement;
        }
        List<InputProblem> problems = new ArrayList<>();
        Set<String> recipients = new LinkedHashSet<>();
        talks.findRecipient(author)
                .ifPresentOrElse(
                        recipients::add,
                        () -> problems.add(new InputProblem(
                                file,
                                0,
                                "sealed",
                                "",
                                Texts.text("sealed.no-own"),
                                Texts.text("sealed.no-own.remedy"))));
        for (String reader : statement.sealing().readers()) {
            List<String> known = Sealed.isRecipient(reader) ? List.of(reader) : talks.recipients(reader);
            recipients.addAll(known);
            if (known.isEmpty()) {
                problems.add(new InputProblem(
                        file,
                        0,
                        "sealed.for",
                        "\"" + reader + "\"",
                        Texts.text("sealed.no-reader"),
                        Texts.text("sealed.no-reader.remedy")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputProblems(problems);
        }
        return statement.withReaders(List.copyOf(recipients));
    }
}
