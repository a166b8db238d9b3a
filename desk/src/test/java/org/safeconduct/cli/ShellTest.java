package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShellTest {

    @Test
    void aFolderWithABlankOrAQuoteCanBeCopiedIntoAShell() {
        assertThat(Shell.line("verify", "my talks/it's.zip", "--at", "2031-05-04T10:30:00Z"))
                .isEqualTo("verify 'my talks/it'\\''s.zip' --at 2031-05-04T10:30:00Z");
        assertThat(Shell.word(Path.of("out", "Übung"))).isEqualTo("out/Übung");
    }
}
