package org.safeconduct.cli;

import java.io.Console;
import java.util.Optional;

/** Asks a person for something that is not shown while it is typed. */
@FunctionalInterface
interface Prompt {

    /** What was typed; the caller overwrites it. Empty if there is nobody to ask, or they ended the input. */
    Optional<char[]> ask(String question);

    /** Where no person is. */
    Prompt NOBODY = question -> Optional.empty();

    /** The person at this process's terminal, whatever its input and output are redirected to. */
    Prompt CONSOLE = question -> Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .map(console -> console.readPassword("%s", question));
}
