package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class BrokenRoadBytesTest {

    @Test
    void aFileThatMayNotBeReadIsNamedAndNotCalledBroken() {
        assertThat(BrokenBytes.of("x_nodes.csv", new AccessDeniedException("/folder/x_edges.csv")))
                .hasMessageContaining("x_edges.csv: may not be read by you.")
                .hasMessageNotContaining("Fetch it again");
    }
}
