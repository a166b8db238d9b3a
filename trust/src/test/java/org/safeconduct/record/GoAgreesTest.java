package org.safeconduct.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log that we wrote, read by Go's checksum-database packages (Debian: golang-go, golang-golang-x-mod-dev): it finds
 * all checkpoints and records to be right, and answers every question about proofs as we do.
 */
@Tag("ci")
class GoAgreesTest {

    private static final Path PACKAGES = Path.of("/usr/share/gocode");
    private static final int SIZE = 1_100; // four full tiles and a partial one
    private static final int PAIRS = 10_000;
    private static final int MUTANTS = 1_000;
    private static final VerifierKey LOG = new VerifierKey(
            Given.ORIGIN, VerifierKey.Use.NOTE, Given.signer("log").key());
    private static final VerifierKey WITNESS = new VerifierKey(
            "a.example", VerifierKey.Use.COSIGNATURE, Given.signer("witness").key());

    @TempDir
    Path folder;

    private final long seed = Given.seed();
    private final Random random = new Random(seed);
    private final HashTree tree = new HashTree();
    private final List<SignedNote> checkpoints = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    /** A line for Go, and what we say to it. */
    private record Question(String line, boolean holds) {}

    @Test
    void goReadsOurLogAndAnswersAsWeDo() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog")),
                "golang-golang-x-mod-dev is not there");
        writeLog();
        for (int index = 0; index < SIZE; index++) {
            ask(record(index).question());
        }
        for (int i = 0; i < PAIRS; i++) {
            ask(growth().question());
        }
        assertThat(questions).allMatch(Question::holds);
        int right = questions.size();
        while (questions.size() < right + MUTANTS) {
            ask(random.nextInt(3) == 0 ? changedNote() : changedProof());
            if (questions.getLast().holds()) {
                questions.removeLast(); // a path may fit another size, too
            }
        }
        Files.write(
                folder.resolve("questions"),
                questions.stream().map(Question::line).toList());
        List<String> answers = runGo();
        assertThat(answers.getFirst()).isEqualTo(SIZE + " checkpoints, " + SIZE + " records");
        assertThat(answers.subList(1, answers.size()))
                .as("-Dseed=%d", seed)
                .isEqualTo(questions.stream()
                        .map(one -> one.holds() ? "yes" : "no")
                        .toList());
    }

    private List<String> runGo() throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("safeconduct.root", "..")).resolve("trust/src/test/go/foreign.go");
        ProcessBuilder go =
                new ProcessBuilder("go", "run", program.toAbsolutePath().toString(), folder.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", PACKAGES.toString());
        go.environment().put("GOCACHE", folder.resolve("cache").toString());
        Path out = folder.resolve("answers");
        Path problems = folder.resolve("problems");
        int exit = go.redirectOutput(out.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        return Files.readAllLines(out);
    }

    private void writeLog() throws IOException {
        SeedSigner log = Given.signer("log");
        SeedSigner witness = Given.signer("witness");
        write("log.vkey", Bytes.ofText(LOG.toString()).toArray());
        write("witness.vkey", Bytes.ofText(WITNESS.toString()).toArray());
        List<Bytes> leaves = new ArrayList<>();
        ChainHead head = ChainHead.START;
        for (int size = 1; size <= SIZE; size++) {
            Entry entry = Given.signed("anna", head, "word " + size);
            head = ChainHead.after(entry);
            leaves.add(entry.leaf());
            tree.append(entry.leafHash());
            Checkpoint checkpoint = new Checkpoint(Given.ORIGIN, tree.head(size));
            Cosignature seen = Cosignature.sign("a.example", checkpoint, Given.NINE.plusSeconds(size), witness);
            checkpoints.add(checkpoint.sign(log).with(seen.line()));
            write("checkpoints/" + size, checkpoints.getLast().write());
        }
        for (TileId id : TileId.listTiles(SIZE)) {
            write(id.path(), tree.tile(id));
        }
        for (TileId id : TileId.listBundles(SIZE)) {
            int start = (int) id.index() * TileId.WIDTH;
            write(id.path(), EntryBundle.write(leaves.subList(start, start + id.width())));
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void ask(Question question) {
        questions.add(question);
    }

    /** A proof with all that it is about: of a record if {@code old} is the index of a leaf, else of growth. */
    private record Proof(boolean isRecord, TreeHead head, long old, Hash hash, List<Hash> path) {

        boolean holds() {
            return isRecord
                    ? Merkle.includes(head, old, hash, path)
                    : Merkle.isConsistent(new TreeHead(old, hash), head, path);
        }

        Question question() {
            return new Question(line(), holds());
        }

        private String line() {
            return "%s %d %s %d %s %s"
                    .formatted(
                            isRecord ? "record" : "tree",
                            head.size(),
                            head.root().toBase64(),
                            old,
                            hash.toBase64(),
                            path.stream().map(Hash::toBase64).collect(Collectors.joining(" ")));
        }
    }

    private Proof record(int index) {
        return new Proof(true, tree.head(SIZE), index, tree.node(0, index), Merkle.inclusion(tree, index, SIZE));
    }

    private Proof growth() {
        int size = 1 + random.nextInt(SIZE);
        int old = 1 + random.nextInt(size);
        return new Proof(false, tree.head(size), old, tree.head(old).root(), Merkle.consistency(tree, old, size));
    }

    private Question changedProof() {
        Proof proof = random.nextBoolean() ? record(random.nextInt(SIZE)) : growth();
        TreeHead head = proof.head();
        List<Hash> path = new ArrayList<>(proof.path());
        Hash other = Hash.of(proof.hash().toArray());
        int at = random.nextInt(path.size() + 1);
        Proof changed = switch (random.nextInt(6)) {
            case 0 -> new Proof(proof.isRecord(), new TreeHead(head.size(), other), proof.old(), proof.hash(), path);
            case 1 ->
                new Proof(
                        proof.isRecord(), new TreeHead(head.size() + 1, head.root()), proof.old(), proof.hash(), path);
            case 2 -> new Proof(proof.isRecord(), head, proof.old() ^ (1L << random.nextInt(10)), proof.hash(), path);
            case 3 -> new Proof(proof.isRecord(), head, proof.old(), other, path);
            case 4 -> {
                path.add(at, other);
                yield new Proof(proof.isRecord(), head, proof.old(), proof.hash(), path);
            }
            default -> {
                path.subList(Math.min(at, path.size()), path.size()).clear();
                yield new Proof(proof.isRecord(), head, proof.old(), proof.hash(), path);
            }
        };
        return changed.question();
    }

    private Question changedNote() {
        SignedNote note = checkpoints.get(random.nextInt(SIZE));
        List<NoteSignature> signatures = new ArrayList<>(note.signatures());
        int which = random.nextInt(2);
        switch (random.nextInt(3)) {
            case 0 -> signatures.remove(which);
            case 1 -> signatures.set(which, changed(signatures.get(which)));
            default -> note = new SignedNote(note.text().replaceFirst("[0-9]\\n", "5\n"), signatures);
        }
        return question(new SignedNote(note.text(), signatures));
    }

    private NoteSignature changed(NoteSignature signature) {
        byte[] value = signature.value().toArray();
        value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
        return new NoteSignature(signature.name(), signature.keyId(), Bytes.of(value));
    }

    private static Question question(SignedNote note) {
        Policy policy = new Policy(List.of(LOG), Map.of("A", WITNESS), Map.of(), "A");
        Opening opening = policy.open(note, Given.STRICT);
        boolean holds = opening instanceof Opening.Trusted trusted && trusted.isSettled();
        return new Question("note " + Bytes.of(note.write()).toBase64(), holds);
    }
}
