package org.safeconduct.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code completion}: a script by which bash and zsh complete commands and options. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Runnable {
    private final Surroundings around;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    CompletionCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public void run() {
        around.out().print(AutoComplete.bash("safeconduct", CommandLines.of(around)));
    }
}
