package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.vault.KeyFile;
import tools.jackson.databind.JsonNode;

/** Two processes that append to one record at once, as two people at two terminals do. */
@Tag("ci")
class TwoProcessesTest {
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aRecordIsBegun() throws IOException {
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=talks", "--key=talks.key");
        desk.passphraseFile();
    }

    /** Starts {@code record append} in a process of its own. */
    private Process start(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("record", "append", "--data=talks", "--json"));
        words.addAll(List.of(more));
        return desk.start(words.toArray(String[]::new));
    }

    @Test
    void bothGetAPlaceOfTheirOwn() throws IOException, InterruptedException {
        Set<Long> places = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Process> both = new ArrayList<>();
            for (String author : List.of("anna", "boris")) {
                String file = desk.note(author + round + ".json", author + " says " + round);
                both.add(start(file, "--key=" + author + ".key", "--passphrase-file=passphrase"));
            }
            for (Process process : both) {
                Ran ran = Desk.ended(process);
                assertThat(ran.code()).as(ran.err()).isZero();
                JsonNode receipt = ran.json().at("/receipts/0");
                assertThat(receipt.at("/isNew").asBoolean()).isTrue();
                places.add(receipt.at("/index").asLong());
            }
        }
        assertThat(places).hasSize(2 * ROUNDS).allMatch(place -> place < 2 * ROUNDS);
        assertThat(desk.done("record", "check", "--data=talks").out()).contains(2 * ROUNDS + " entries");
    }

    @Test
    void theSameEntryFromBothHasOnePlaceAndIsNewToOne() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            String file = desk.entry("anna", "talks");
            List<Process> both = List.of(start(file), start(file));
            int brought = 0;
            for (Process process : both) {
                Ran ran = Desk.ended(process);
                assertThat(ran.code()).as(ran.err()).isZero();
                assertThat(ran.json().at("/receipts/0/index").asLong()).isEqualTo(round);
                brought += ran.json().at("/receipts/0/isNew").asBoolean() ? 1 : 0;
            }
            assertThat(brought).isEqualTo(1);
        }
        assertThat(desk.done("record", "log", "--data=talks").out()).contains(ROUNDS + " entries");
    }

    @Test
    void whoeverWaitsInVainIsToldWhoWrites() throws IOException, InterruptedException {
        String file = desk.entry("anna", "talks");
        try (var _ = new org.safeconduct.keeping.RecordFolder(folder.resolve("talks"), org.safeconduct.disk.Disk.real())
                .engine()
                .lock()) {
            Ran ran = Desk.ended(start(file));
            assertThat(ran.code()).isEqualTo(73);
            assertThat(ran.err())
                    .contains("is being written by process "
                            + ProcessHandle.current().pid());
        }
        assertThat(Desk.ended(start(file)).code()).isZero();
        assertThat(Files.exists(folder.resolve("talks/log.db"))).isTrue();
    }
}
