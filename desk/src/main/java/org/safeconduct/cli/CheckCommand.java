package org.safeconduct.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.plan.PlanCheck;
import org.safeconduct.publish.Plain;
import org.safeconduct.scenario.InputProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check PLAN.json}: does the plan follow from the problem beside it? */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "PLAN.json", descriptionKey = "plan")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path given;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(
            String format, String file, boolean stands, List<String> proven, List<String> findings, String notice) {}

    @Override
    public Integer call() throws InputProblems {
        Path file = Files.isDirectory(around.at(given)) ? given.resolve("plan.json") : given;
        PlanCheck.Result result;
        try (Progress progress = output.progress(around)) {
            progress.accept(Texts.text("check.stage"));
            result = PlanCheck.check(around.at(file));
        }
        if (output.json) {
            around.out()
                    .print(Json.text(new Summary(
                            "safeconduct-check/1",
                            file.toString(),
                            result.stands(),
                            result.proven(),
                            result.findings(),
                            Texts.text("check.not"))));
        } else {
            tell(file, result);
        }
        return result.stands() ? ExitCodes.DONE : ExitCodes.CHECK_FAILS;
    }

    private void tell(Path file, PlanCheck.Result result) {
        PrintStream out = around.out();
        if (result.stands()) {
            out.println(Texts.text("check.stands", file));
            result.proven().forEach(sentence -> out.println("  - " + Plain.of(sentence)));
        } else {
            out.println(Texts.text(
                    "check.fails",
                    file,
                    Texts.count("check.findings", result.findings().size())));
            result.findings().forEach(sentence -> out.println("  - " + Plain.of(sentence)));
        }
        out.println();
        out.println(Texts.text("check.not"));
    }
}
