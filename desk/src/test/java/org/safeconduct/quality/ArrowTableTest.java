package org.safeconduct.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowTableTest {

    @TempDir
    Path folder;

    @Test
    void arrowsAreTheNamesInTheLastColumn() throws IOException {
        Files.writeString(folder.resolve("ARCHITECTURE.md"), """
            | package | module | purpose | may use |
            |---|---|---|---|
            | `terms` | `trust` | nouns | JDK only |
            | `flow` | `flow` | a `word` in the purpose | JDK only |
            | `flow.check` | `flow` | checks | `flow` |
            | `plan` | `desk` | plans | `terms`, `flow`, `tools.jackson` |
            """);
        ArrowTable table = ArrowTable.read(Repository.at(folder));

        assertThat(table.allows("org.safeconduct.plan", "org.safeconduct.terms"))
                .isTrue();
        assertThat(table.allows("org.safeconduct.plan.inner", "org.safeconduct.plan"))
                .isTrue();
        assertThat(table.allows("org.safeconduct.plan", "tools.jackson.core")).isTrue();
        assertThat(table.allows("org.safeconduct.plan", "org.safeconduct.flow.check"))
                .as("a row of its own is not allowed with the row above it")
                .isFalse();
        assertThat(table.allows("org.safeconduct.terms", "org.safeconduct.plan"))
                .isFalse();
        assertThat(table.allows("org.safeconduct.flow", "word")).isFalse();
        assertThat(table.rowOf("org.safeconduct.road")).isEmpty();
    }
}
