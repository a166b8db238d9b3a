package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeconduct.plan.Comparison;
import org.safeconduct.plan.Needed;
import org.safeconduct.plan.Plan;
import org.safeconduct.scenario.InputProblem;

class HelpTest {
    private static final List<Path> PAGES = Stream.of(
                    "docs/commands.md", "docs/record-commands.md", "docs/agree-commands.md")
            .map(Ran.top()::resolve)
            .toList();
    private static final List<String> COMMANDS = List.of(
            "plan",
            "check",
            "whatif",
            "needs",
            "closures",
            "replan",
            "roads",
            "keys",
            "keys create",
            "keys show",
            "keys list",
            "keys rotate",
            "keys revoke",
            "keys announce",
            "keys age",
            "record",
            "record init",
            "record append",
            "record sign",
            "record show",
            "record log",
            "record checkpoint",
            "record proof",
            "record policy",
            "record rotate",
            "record ask",
            "record collect",
            "record check",
            "record compare",
            "record erase",
            "record backup",
            "record restore",
            "record rebuild",
            "witness",
            "witness watch",
            "witness answer",
            "found",
            "propose",
            "answer",
            "ratify",
            "confirm",
            "report",
            "talks",
            "notify",
            "claim",
            "erase",
            "finding",
            "diff",
            "state",
            "open-points",
            "print",
            "export",
            "verify",
            "demo",
            "demo record",
            "completion");

    /** What {@code --json} prints. */
    private static final List<Class<?>> PRINTED = List.of(
            PlanSummary.class,
            PlanSummary.VersionSummary.class,
            Plan.Span.class,
            PlanCommand.Read.class,
            CheckCommand.Summary.class,
            WhatifCommand.Summary.class,
            Comparison.class,
            Comparison.Row.class,
            NeedsSummary.class,
            NeedsSummary.Version.class,
            NeedsSummary.Lever.class,
            Needed.Grid.class,
            ReplanSummary.class,
            ReplanSummary.VersionReplanned.class,
            Plan.Replanned.class,
            Plan.Count.class,
            Plan.Stopped.class,
            RoadsSummary.class,
            RoadsSummary.OfClass.class,
            KeySummary.class,
            KeysListCommand.Summary.class,
            KeysRotateCommand.Summary.class,
            Signing.Summary.class,
            RecordShowCommand.Shown.class,
            RecordLogCommand.Page.class,
            RecordLogCommand.Row.class,
            RecordProofCommand.Summary.class,
            RecordPolicyCommand.Summary.class,
            RecordRotateCommand.Summary.class,
            RecordAskCommand.Summary.class,
            RecordCollectCommand.Summary.class,
            RecordCheckCommand.Summary.class,
            RecordCompareCommand.Summary.class,
            RecordCompareCommand.ForkFound.class,
            RecordEraseCommand.Summary.class,
            RecordEraseCommand.Copy.class,
            RecordShowCommand.ShownWords.class,
            RecordBackupCommand.Summary.class,
            RestoredRecord.Summary.class,
            WitnessWatchCommand.Summary.class,
            WitnessWatchCommand.Watched.class,
            WitnessAnswerCommand.Summary.class,
            RecordInitCommand.Summary.class,
            RecordAppendCommand.Summary.class,
            RecordAppendCommand.Receipt.class,
            RecordCheckpointCommand.Summary.class,
            ExportCommand.Summary.class,
            VerifyCommand.Summary.class,
            VerifyCommand.FaultFound.class,
            VerifyCommand.Held.class,
            VerifyCommand.Opened.class,
            DemoRecordCommand.Summary.class,
            DemoRecordCommand.ScenePlayed.class,
            DemoRecordCommand.SaidHere.class,
            DemoRecordCommand.Handed.class,
            InputProblem.class);

    @Test
    void thePagesHaveTheHelpOfEveryCommand() throws IOException {
        String pages = "";
        for (Path file : PAGES) {
            if ("write".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
                Files.writeString(file, withHelp(Files.readString(file)));
            }
            String page = Files.readString(file);
            assertThat(page)
                    .as("if the change is meant: mvn -pl desk test -Dgolden=write")
                    .isEqualTo(withHelp(page));
            pages += page;
        }
        for (String command : COMMANDS) {
            String heading = "<!-- help: " + command + " -->\n```text\n";
            assertThat(pages).contains(heading);
            String block = pages.substring(pages.indexOf(heading) + heading.length());
            assertThat(block.substring(0, block.indexOf("```"))).contains("Usage: safeconduct " + command);
        }
    }

    @Test
    void everyHelpTeachesWithAnExampleAndListsExitCodes() {
        for (String command : COMMANDS) {
            Ran help = Ran.atTop((command + " --help").split(" "));
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Exit codes:\n  0", "Example:\n  ", "safeconduct " + command);
            assertThat(help.out().lines().map(String::length)).as(command).allMatch(length -> length <= 80);
        }
        assertThat(Ran.atTop("--help").out())
                .contains(COMMANDS.stream().filter(one -> !one.contains(" ")).toList());
        assertThat(Ran.atTop("-h").out()).isEqualTo(Ran.atTop("--help").out());
    }

    @Test
    void thePageExplainsEveryKeyOfEveryJsonOutput() throws IOException {
        String page = Files.readString(PAGES.getFirst()) + Files.readString(PAGES.get(1));
        PRINTED.stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .distinct()
                .forEach(key -> assertThat(page).containsPattern("`(\\w+\\[])?\\.?" + key + "`"));
    }

    @Test
    void completionKnowsEveryCommandAndOption() {
        String script = Ran.atTop("completion").out();
        assertThat(script)
                .contains(
                        "plan",
                        "replan",
                        "keys",
                        "append",
                        "checkpoint",
                        "verify",
                        "--target",
                        "--dry-run",
                        "--checkpoint");
        assertThat(script).startsWith("#!");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Ran.atTop("--version").out()).matches("safeconduct \\S+\n");
    }

    /** The page with the help that the commands print now in its marked blocks. */
    private static String withHelp(String page) {
        Matcher blocks = Pattern.compile("(<!-- help: ([a-z -]*) -->\n```text\n).*?(```\n)", Pattern.DOTALL)
                .matcher(page);
        return blocks.replaceAll(block ->
                Matcher.quoteReplacement(block.group(1) + help(block.group(2)).strip() + "\n" + block.group(3)));
    }

    private static String help(String command) {
        return command.equals("safeconduct")
                ? Ran.atTop("--help").out()
                : Ran.atTop((command + " --help").split(" ")).out();
    }
}
