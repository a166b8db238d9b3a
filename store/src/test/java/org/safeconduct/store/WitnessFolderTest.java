package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.disk.Disk;
import org.safeconduct.disk.FailingDisk;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.TreeHead;
import org.safeconduct.witness.AddCheckpoint;

class WitnessFolderTest {

    private static final Instant NOW = Instant.parse("2022-03-05T09:00:00Z");

    @TempDir
    Path folder;

    private final HashTree log = new HashTree();
    private final WitnessFolder.Witness witness =
            new WitnessFolder.Witness("b.example", List.of(Given.logKey()), Given.signer("b"), Given.STRICT);

    private byte[] request(long old, TreeHead head) {
        return new AddCheckpoint(
                        old,
                        old == 0 ? List.of() : Merkle.consistency(log, old, log.size()),
                        new Checkpoint(Given.ORIGIN, head).sign(Given.signer("log")))
                .write();
    }

    private void grow(int leaves) {
        Given.chain(Given.dummy("anna"), leaves).forEach(entry -> log.append(entry.leafHash()));
    }

    @Test
    void whatWasSeenIsRememberedAndOnlyGrows() throws IOException {
        WitnessFolder memory = new WitnessFolder(folder, Disk.real());
        grow(2);
        assertThat(memory.answer(request(0, log.head(2)), witness, NOW))
                .isInstanceOf(WitnessFolder.Answer.Cosigned.class);
        grow(3);
        assertThat(memory.answer(request(0, log.head(5)), witness, NOW))
                .isInstanceOf(WitnessFolder.Answer.NotCosigned.class);
        assertThat(memory.answer(request(2, log.head(5)), witness, NOW))
                .isInstanceOf(WitnessFolder.Answer.Cosigned.class);
        assertThat(SeenNotes.in(List.of(folder.resolve("seen"))).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo(new Checkpoint(Given.ORIGIN, log.head(5)).text()));
    }

    @Test
    void aForkIsNotCosignedAndIsKeptAsEvidence() throws IOException {
        WitnessFolder memory = new WitnessFolder(folder, Disk.real());
        grow(2);
        memory.answer(request(0, log.head(2)), witness, NOW);
        grow(1);
        byte[] fork = request(2, new TreeHead(3, Merkle.EMPTY_ROOT));
        assertThat(memory.answer(fork, witness, NOW)).isInstanceOf(WitnessFolder.Answer.NotCosigned.class);
        assertThat(folder.resolve("evidence")).isDirectoryContaining(file -> true);
    }

    @Test
    void nothingIsCosignedThatCouldNotBeRemembered() throws IOException {
        grow(2);
        for (int step = 0; step < FailingDisk.STEPS_OF_A_FILE; step++) {
            Path place = folder.resolve("at-" + step);
            WitnessFolder failing = new WitnessFolder(place, new FailingDisk(step));
            assertThatThrownBy(() -> failing.answer(request(0, log.head(2)), witness, NOW))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no more");
        }
    }
}
