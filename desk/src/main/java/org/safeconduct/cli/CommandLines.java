package org.safeconduct.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeconduct.scenario.InputProblem;
import org.safeconduct.scenario.Near;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that the arguments name, runs it, and turns whatever comes of it into an exit code. */
final class CommandLines {
    private CommandLines() {}

    /** The command above all others: prints its help. */
    @Command(name = "safeconduct", versionProvider = Version.class, sortOptions = false)
    static final class Root implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Mixin
        final HelpOption help = new HelpOption();

        @Option(
                names = {"-V", "--version"},
                versionHelp = true)
        boolean version;

        @Override
        public Integer call() {
            return listed(spec);
        }
    }

    /** What a command without a command of its own does: it prints its help, and that was not enough. */
    static int listed(CommandSpec spec) {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }

    /** Every command has it. */
    static final class HelpOption {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true)
        boolean help;

        @Option(names = "--trace")
        boolean trace;
    }

    /** As the jar's manifest says; without a jar, a development version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"safeconduct " + (version == null ? "development" : version)};
        }
    }

    /** The command with all its commands. */
    static CommandLine of(Surroundings around) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new PlanCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new WhatifCommand(around))
                .addSubcommand(new NeedsCommand(around))
                .addSubcommand(new ClosuresCommand(around))
                .addSubcommand(new ReplanCommand(around))
                .addSubcommand(new RoadsCommand(around))
                .addSubcommand(Group.keys(around))
                .addSubcommand(Group.record(around))
                .addSubcommand(Group.witness(around));
        SayCommand.COMMANDS.forEach((name, types) -> line.addSubcommand(name, new SayCommand(around, types)));
        line.addSubcommand(new FindingCommand(around))
                .addSubcommand(new DiffCommand(around))
                .addSubcommand("state", new StateCommand(around, false))
                .addSubcommand("open-points", new StateCommand(around, true))
                .addSubcommand(new PrintCommand(around))
                .addSubcommand(new ExportCommand(around))
                .addSubcommand(new VerifyCommand(around))
                .addSubcommand(Group.demo(around))
                .addSubcommand(new CompletionCommand(around));
        return line.setResourceBundle(Texts.bundle())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .setUsageHelpLongOptionsMaxWidth(30);
    }

    static int run(String[] args, Surroundings around) {
        boolean json = Arrays.asList(args).contains("--json");
        boolean trace = around.trace() || Arrays.asList(args).contains("--trace");
        Failures failures = new Failures(around, json, trace);
        int code;
        try {
            CommandLine line = of(around)
                    .setOut(writer(around.out()))
                    .setErr(writer(around.err()))
                    .setParameterExceptionHandler((e, given) -> failures.problems(problems(e)))
                    .setExecutionExceptionHandler((e, command, parsed) -> failures.report(e));
            code = line.execute(args);
        } catch (RuntimeException | Error e) {
            code = failures.report(e);
        }
        around.out().flush();
        around.err().flush();
        return around.out().checkError() && code == ExitCodes.DONE ? failures.outputLost() : code;
    }

    /** What is wrong with a command line: what is missing or misread, and every word that is not known. */
    private static List<InputProblem> problems(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        List<InputProblem> problems = new ArrayList<>();
        if (e instanceof UnmatchedArgumentException unmatched) {
            problems.add(unknown(spec, unmatched.getUnmatched().getFirst())); // what follows it may be its value
        } else {
            String message = String.valueOf(e.getMessage());
            problems.add(problem("", message + (message.endsWith(".") ? "" : "."), see(spec)));
            e.getCommandLine().getUnmatchedArguments().stream()
                    .filter(word -> word.startsWith("-"))
                    .forEach(word -> problems.add(unknown(spec, word)));
        }
        return problems;
    }

    private static InputProblem unknown(CommandSpec spec, String given) {
        String word = given.replaceFirst("=.*", ""); // what follows may be a secret that belongs elsewhere
        List<String> known = word.startsWith("-")
                ? spec.options().stream().map(OptionSpec::longestName).toList()
                : List.copyOf(spec.subcommands().keySet());
        String what = Texts.text(word.startsWith("-") ? "usage.option" : "usage.word", spec.qualifiedName());
        return problem(word, what, known.isEmpty() ? see(spec) : Near.remedy(word, known));
    }

    private static String see(CommandSpec spec) {
        return Texts.text("usage.see", spec.qualifiedName());
    }

    /** Something wrong with a word of the command line; without a word, with all of it. */
    static InputProblem problem(String word, String problem, String remedy) {
        return new InputProblem(Texts.text("usage.place"), 0, word, "", problem, remedy);
    }

    /** Something wrong with the value of an option. */
    static InputProblem problem(String option, String value, String problem, String remedy) {
        return new InputProblem(Texts.text("usage.place"), 0, option, "\"" + value + "\"", problem, remedy);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
