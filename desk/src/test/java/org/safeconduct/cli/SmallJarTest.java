package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.verify.Bundle;

/** The jar of trust as a party runs it that has nothing else, beside the command. */
class SmallJarTest {
    private static final Path JAR = Ran.top().resolve("trust/target/safeconduct-verify.jar");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aBundleIsMade() throws IOException {
        assumeTrue(Files.exists(JAR), "no trust/target/safeconduct-verify.jar; mvn package makes it");
        desk = new Desk(folder);
        desk.key("anna.key", KeyFile.Use.AUTHOR, "a.example/anna");
        desk.key("boris.key", KeyFile.Use.AUTHOR, "b.example/boris");
        desk.key("talks.key", KeyFile.Use.LOG, "example.org/talks");
        desk.done("record", "init", "--data=talks", "--key=talks.key");
        desk.done("record", "append", desk.entry("anna", "talks"), desk.entry("boris", "talks"), "--data=talks");
        desk.opened("record", "checkpoint", "--data=talks", "--key=talks.key");
        desk.done("export", "--data=talks", "--out=talks.zip");
    }

    private Ran jar(byte[] bundle) throws IOException, InterruptedException {
        Files.write(folder.resolve("given"), bundle);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String policy = Files.readString(folder.resolve("talks/policy")).strip();
        Process process = new ProcessBuilder(List.of(java.toString(), "-jar", JAR.toString(), policy))
                .redirectInput(folder.resolve("given").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        int code = process.waitFor();
        return new Ran(code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    /** The same code and the same lines from both. */
    private void assertSame(byte[] bundle, int code, String beginning) throws IOException, InterruptedException {
        Ran small = jar(bundle);
        Ran large = desk.run("verify", "given", "--policy=talks/policy");
        assertThat(small.out()).startsWith(beginning).isEqualTo(large.out());
        assertThat(List.of(small.code(), large.code())).containsOnly(code);
        assertThat(small.err() + large.err()).isEmpty();
    }

    @Test
    void bothSayTheSameOfGoodBrokenAndIncompleteBundlesAndProofs() throws IOException, InterruptedException, Malformed {
        byte[] zip = Files.readAllBytes(folder.resolve("talks.zip"));
        assertSame(zip, 0, "Intact: ");
        assertSame(Arrays.copyOf(zip, zip.length / 2), 2, "Incomplete: ");
        TreeMap<String, Bytes> files = new TreeMap<>(Bundle.read(zip, 1 << 20).files());
        files.computeIfPresent("tile/entries/000.p/2", (name, leaves) -> flipped(leaves));
        assertSame(new Bundle(files).write(), 1, "Broken: ");
        desk.done("record", "proof", "1", "--data=talks", "--out=proof");
        assertSame(Files.readAllBytes(folder.resolve("proof")), 0, "Intact: ");
        String other = Files.readString(folder.resolve("proof")).replace("index 1\n", "index 0\n");
        assertSame(other.getBytes(StandardCharsets.UTF_8), 1, "Broken: ");
    }

    private static Bytes flipped(Bytes leaves) {
        byte[] octets = leaves.toArray();
        octets[octets.length - 1] ^= 1;
        return Bytes.of(octets);
    }

    @Test
    void theJarIsSmallAndHoldsTrustAlone() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(200_000);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .allMatch(name -> name.matches("(org/safeconduct/(terms|record|verify)/.*|module-info).class"));
        }
    }
}
