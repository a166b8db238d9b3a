package org.safeconduct.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys}: secret keys in files, and public keys to hand out and to read aloud. */
@Command(name = "keys", sortOptions = false)
final class Keys implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    static CommandLine commands(Surroundings around) {
        return new CommandLine(new Keys())
                .addSubcommand(new KeysCreateCommand(around))
                .addSubcommand(new KeysShowCommand(around))
                .addSubcommand(new KeysListCommand(around))
                .addSubcommand(new KeysRotateCommand(around))
                .addSubcommand(new KeysRevokeCommand(around));
    }

    @Override
    public Integer call() {
        return CommandLines.listed(spec);
    }
}
