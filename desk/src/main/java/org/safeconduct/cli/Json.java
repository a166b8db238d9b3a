package org.safeconduct.cli;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON: keys are the records' components in their order, which {@code docs/commands.md} promises. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter WRITER =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /** JSON that was read or signed elsewhere, to be printed inside a value. */
    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** The value on several lines, the last one ended. */
    static String text(Object value) {
        return WRITER.writeValueAsString(value) + "\n";
    }
}
