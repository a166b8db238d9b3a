package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.disk.Disk;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Hash;
import org.safeconduct.record.Malformed;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.SealedFile;
import org.safeconduct.vault.SealedFolder;
import org.safeconduct.verify.Bundle;

/** What was erased is nowhere any more: every byte of every place where it was is looked at. */
@Tag("ci")
class ErasedTest {
    private static final int ITEMS = 1000;
    private static final int AT_ONCE = 125;
    private static final Pattern IDENTITY_IN_LOG = Pattern.compile("\"identity\" : \"([0-9a-f]{64})\"");

    @TempDir
    private Path folder;

    @Test
    void ofAThousandErasedNothingIsLeftInDataWalBackupOrBundle() throws IOException, Malformed {
        SealedTalks talks = SealedTalks.found(folder);
        Needles needles = aSealsAThousandNames(talks);
        assertThat(needles.hits(folder.resolve("talks"), folder.resolve("copy")))
                .isEqualTo(4L * ITEMS);
        erase(talks);
        assertThat(needles.hits(listPlaces())).isZero();
        theLogIsAsItWasSigned(talks);
    }

    @Test
    void aDatabaseItsWriteAheadLogAndItsDumpNeverHeldThem() throws IOException, Malformed {
        Optional<PostgresServer> server = PostgresServer.start();
        assumeTrue(server.isPresent(), "PostgreSQL is not there; install postgresql");
        try (PostgresServer running = server.get()) {
            System.setProperty(
                    "org.postgresql.pgpassfile",
                    running.passwords(folder.resolve("passwords")).toString());
            SealedTalks talks = SealedTalks.found(folder, "--database=" + running.schema("talks"), "--writer=writer");
            Needles needles = aSealsAThousandNames(talks);
            erase(talks);
            assertThat(needles.hits(listPlaces())).isZero();
            running.sql("postgres", "checkpoint");
            assertThat(new Needles(talks.identity(0)).hits(running.dump("talks"), running.data()))
                    .as("the search finds what is there")
                    .isGreaterThan(1);
            assertThat(needles.hits(running.dump("talks"), running.data())).isZero();
            theLogIsAsItWasSigned(talks);
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    private Needles aSealsAThousandNames(SealedTalks talks) throws IOException, Malformed {
        Desk desk = talks.desk();
        List<String> arguments = new ArrayList<>(List.of("record", "append", "--data", "talks", "--key", "a.key"));
        for (int i = 0; i < ITEMS; i++) {
            arguments.add(desk.write(
                    "note" + i + ".json", """
                        {"type": "note", "label": "bilateral", "content": {},
                         "sealed": {"for": ["%s", "%s"], "words": {"name": "Olena %d of Voskresenka"}}}
                        """.formatted(desk.publicKey("a.seal"), desk.publicKey("f.seal"), i)));
        }
        desk.done(arguments.toArray(String[]::new));
        desk.done("record", "backup", "--data", "talks", "--out", "copy");
        return needles();
    }

    /** A asks, the facilitator consents, the keeper destroys; then a backup and a bundle are made. */
    private void erase(SealedTalks talks) throws IOException {
        Desk desk = talks.desk();
        List<String> identities = IDENTITY_IN_LOG
                .matcher(desk.done("record", "log", "--data", "talks", "--most", "10000", "--json")
                        .out())
                .results()
                .map(one -> one.group(1))
                .toList();
        int first = identities.size() - ITEMS;
        for (int i = 0; i < ITEMS; i += AT_ONCE) {
            List<String> some = identities.subList(first + i, first + i + AT_ONCE);
            desk.write("erasure.yaml", "safeconduct: erasure/1\nground: They asked for it.\nentries: " + some + "\n");
            talks.says("erase", "erasure.yaml", "a");
            long index = identities.size() + i / AT_ONCE * 2L;
            desk.write("agreed.yaml", "safeconduct: erasure-consent/1\nerasure: " + talks.identity(index) + "\n");
            talks.says("erase", "agreed.yaml", "f");
        }
        assertThat(desk.done("record", "erase", "--data", "talks").out()).contains("%,d destroyed".formatted(ITEMS));
        desk.done("record", "backup", "--data", "talks", "--out", "later");
        desk.done("record", "checkpoint", "--data", "talks", "--key", "talks.key");
        desk.done("export", "--data", "talks", "--out", "talks.zip", "--sealed-for", "all");
    }

    /** Where the keeper has something: the record, both backups, and what is in the bundle. */
    private Path[] listPlaces() throws IOException, Malformed {
        return new Path[] {
            folder.resolve("talks"),
            folder.resolve("copy"),
            folder.resolve("later"),
            unpacked(folder.resolve("talks.zip"))
        };
    }

    private static void theLogIsAsItWasSigned(SealedTalks talks) {
        Desk desk = talks.desk();
        assertThat(desk.done("verify", "talks.zip", "--policy", "talks/policy").out())
                .contains("Intact", ITEMS + " entries have sealed words; 0 files");
        assertThat(desk.done("record", "check", "--data", "talks").out()).contains("All is as it was signed");
    }

    /** Of each item: its words, its salt as it was written, the wrapped key, the ciphertext. */
    private Needles needles() throws IOException, Malformed {
        OpeningKey key = OpeningKey.of(
                Bytes.of(Hash.of(Bytes.ofText("RECIPIENTexercise.example/f")).toArray()));
        SealedFolder sealed = new SealedFolder(folder.resolve("talks/sealed"), Disk.real());
        Needles needles = new Needles();
        try (Stream<Path> files = Files.list(sealed.folder())) {
            for (Path path :
                    files.filter(one -> !one.toString().endsWith(".key")).toList()) {
                SealedFile file =
                        sealed.find(Hash.ofHex(path.getFileName().toString())).orElseThrow();
                if (!(file.open(key) instanceof SealedFile.Opening.Opened opened)) {
                    throw new AssertionError("it was sealed for the facilitator");
                }
                String line = opened.plain().toText();
                int salt = line.indexOf("\"salt\":\"") + 8;
                needles.add(ending(file.ciphertext()));
                needles.add(ending(file.header()));
                needles.add(line.substring(line.indexOf("Olena"), line.indexOf(" of Vosk") + 8)
                        .getBytes(StandardCharsets.UTF_8));
                needles.add(line.substring(salt, salt + 64).getBytes(StandardCharsets.UTF_8));
                needles.add(Bytes.ofHex(line.substring(salt, salt + 64)).toArray());
            }
        }
        return needles;
    }

    /** Its last 16 bytes, which authenticate it. */
    private static byte[] ending(Bytes bytes) {
        return bytes.slice(bytes.length() - 16, bytes.length()).toArray();
    }

    private Path unpacked(Path zip) throws IOException, Malformed {
        Path target = Files.createDirectory(folder.resolve("unpacked"));
        int count = 0;
        for (Bytes file :
                Bundle.read(Files.readAllBytes(zip), Bundle.USUAL_BYTES).files().values()) {
            Files.write(target.resolve(String.valueOf(count++)), file.toArray());
        }
        return target;
    }
}
