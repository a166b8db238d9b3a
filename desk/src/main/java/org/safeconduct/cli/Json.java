package org.safeconduct.cli;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON: keys are the records' components in their order, which {@code docs/commands.md} promises. */
final class Json {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /** The value on several lines, the last one ended. */
    static String text(Object value) {
        return WRITER.writeValueAsString(value) + "\n";
    }
}
