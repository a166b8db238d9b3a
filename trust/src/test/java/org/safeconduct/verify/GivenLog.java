package org.safeconduct.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.ChainHead;
import org.safeconduct.record.Checkpoint;
import org.safeconduct.record.Cosignature;
import org.safeconduct.record.Disclosure;
import org.safeconduct.record.Entry;
import org.safeconduct.record.EntryBody;
import org.safeconduct.record.EntryBundle;
import org.safeconduct.record.Hash;
import org.safeconduct.record.HashTree;
import org.safeconduct.record.Json;
import org.safeconduct.record.LoggedProof;
import org.safeconduct.record.Merkle;
import org.safeconduct.record.Policy;
import org.safeconduct.record.SeedSigner;
import org.safeconduct.record.SignatureVerifier;
import org.safeconduct.record.SignedNote;
import org.safeconduct.record.Signer;
import org.safeconduct.record.StrictEd25519;
import org.safeconduct.record.TileId;
import org.safeconduct.record.TreeHead;
import org.safeconduct.record.VerifierKey;
import org.safeconduct.terms.Label;

/** A log that two authors write and one witness watches, and its bundles. Grows. */
public final class GivenLog {

    public static final String ORIGIN = "example.org/talks";
    public static final SignatureVerifier STRICT = new StrictEd25519();
    public static final Json SECRET = new Json.Text("eleven buses");
    public static final Bytes SALT = Bytes.of(Hash.of(Bytes.ofText("salt")).toArray());

    private static final Map<String, SeedSigner> SIGNERS = new ConcurrentHashMap<>();
    private static final Instant NINE = Instant.parse("2022-03-05T07:00:00Z");

    public final List<Bytes> leaves = new ArrayList<>();
    public final List<Entry> entries = new ArrayList<>();

    private final HashTree tree = new HashTree();
    private final Map<String, ChainHead> heads = new HashMap<>();

    private GivenLog() {}

    /** A log in which anna and boris take turns. */
    public static GivenLog of(int size) {
        GivenLog log = new GivenLog();
        for (int i = 0; i < size; i++) {
            log.say(i % 2 == 0 ? "anna" : "boris", "word " + i);
        }
        return log;
    }

    public static SeedSigner signer(String name) {
        return SIGNERS.computeIfAbsent(
                name, one -> new SeedSigner(Hash.of(Bytes.ofText(one)).toArray()));
    }

    public HashTree tree() {
        return tree;
    }

    public TreeHead head() {
        return tree.head(tree.size());
    }

    public void say(String author, String text) {
        append(signed(author, text, head()));
    }

    /** Appends whatever it is: a keeper can do that. */
    public void append(Entry entry) {
        entries.add(entry);
        leaves.add(entry.leaf());
        tree.append(entry.leafHash());
    }

    /** The next thing that an author says; that it is said does not mean that it is appended. */
    public Entry signed(String author, String text, TreeHead seen) {
        ChainHead head = heads.getOrDefault(author, ChainHead.START);
        Signer signer = signer(author);
        Hash commitment = Disclosure.commit(ORIGIN, AuthorKey.of(signer), "offer", SECRET, SALT);
        EntryBody body = new EntryBody(
                ORIGIN,
                "note",
                AuthorKey.of(signer),
                head.next(),
                head.identity(),
                seen,
                NINE,
                Hash.NONE,
                Label.PARTIES,
                Bytes.of(Hash.of(Bytes.ofText(author + text)).toArray()).slice(0, 16),
                List.of(),
                List.of(commitment),
                Json.Members.of(Map.of("text", new Json.Text(text))));
        Entry entry = Entry.sign(body, signer);
        heads.put(author, ChainHead.after(entry));
        return entry;
    }

    public SignedNote checkpoint() {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, head());
        Cosignature seen = Cosignature.sign("a.example/w", checkpoint, NINE.plusSeconds(60), signer("witness"));
        return checkpoint.sign(signer("log")).with(seen.line());
    }

    /** The proof that an entry is in the log as it is now. */
    public LoggedProof proof(int index) {
        return new LoggedProof(leaves.get(index), index, Merkle.inclusion(tree, index, tree.size()), checkpoint());
    }

    public static Policy policy(String quorum) {
        VerifierKey log =
                new VerifierKey(ORIGIN, VerifierKey.Use.NOTE, signer("log").key());
        VerifierKey witness = new VerifierKey(
                "a.example/w", VerifierKey.Use.COSIGNATURE, signer("witness").key());
        VerifierKey absent = new VerifierKey(
                "b.example/w", VerifierKey.Use.COSIGNATURE, signer("absent").key());
        return new Policy(List.of(log), Map.of("A", witness, "B", absent), Map.of(), quorum);
    }

    public Bundle bundle() {
        return bundle(index -> true);
    }

    /** A bundle for someone who may see some entries. */
    public Bundle bundle(IntPredicate isShown) {
        Map<String, Bytes> files = new TreeMap<>();
        files.put(Bundle.CHECKPOINT, Bytes.of(checkpoint().write()));
        files.put(Bundle.POLICY, Bytes.of(policy("A").write()));
        for (TileId tile : TileId.listTiles(tree.size())) {
            files.put(tile.path(), Bytes.of(tree.tile(tile)));
        }
        for (TileId tile : TileId.listBundles(tree.size())) {
            int start = (int) tile.index() * TileId.WIDTH;
            List<Bytes> shown = IntStream.range(start, start + tile.width())
                    .mapToObj(i -> isShown.test(i) ? leaves.get(i) : EntryBundle.withheld())
                    .toList();
            files.put(tile.path(), Bytes.of(EntryBundle.write(shown)));
        }
        return new Bundle(new TreeMap<>(files));
    }

    public static Bundle with(Bundle bundle, String name, byte[] content) {
        TreeMap<String, Bytes> files = new TreeMap<>(bundle.files());
        files.put(name, Bytes.of(content));
        return new Bundle(files);
    }

    public static Bundle without(Bundle bundle, String name) {
        TreeMap<String, Bytes> files = new TreeMap<>(bundle.files());
        files.remove(name);
        return new Bundle(files);
    }

    public static Finding finding(Bundle bundle) {
        return Verification.of(bundle, policy("A"), STRICT);
    }
}
