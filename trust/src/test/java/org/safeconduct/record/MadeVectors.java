package org.safeconduct.record;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the vectors of {@code spec/vectors/record}: a few that count, and many that almost do. */
final class MadeVectors {

    private static final JsonMapper JSON = new JsonMapper();

    private final ArrayNode vectors = JSON.createArrayNode();

    private MadeVectors() {}

    /** The files by name. */
    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        files.put("canonical.json", canonical().text());
        files.put("signature.json", signature().text());
        files.put("leaf.json", leaf().text());
        files.put("fork-proof.json", fork().text());
        files.put("log-fork-proof.json", logFork().text());
        files.put("checkpoint.json", checkpoint().text());
        files.put("policy.json", policy().text());
        files.put("log-proof.json", logProof().text());
        files.put("disclosure.json", disclosure().text());
        return files;
    }

    private String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(vectors).replace("\r\n", "\n") + "\n";
    }

    /** Adds a vector: what it is, whether it counts, and its members by name and value. */
    private MadeVectors add(boolean counts, String is, String... members) {
        ObjectNode vector = vectors.addObject().put("is", is).put("counts", counts);
        for (int i = 0; i < members.length; i += 2) {
            vector.put(members[i], members[i + 1]);
        }
        return this;
    }

    private MadeVectors json(boolean counts, String is, String text) {
        return add(counts, is, "bytes", Bytes.ofText(text).toHex());
    }

    private static MadeVectors canonical() {
        MadeVectors made = new MadeVectors();
        String deep = "[".repeat(32) + "]".repeat(32);
        made.json(true, "an object", "{\"a\":[1,-2,true,false,null],\"b\":\"\"}")
                .json(true, "the greatest whole number", "9007199254740991")
                .json(true, "names in the order of UTF-16", "{\"\uD83D\uDE00\":1,\"\uFB01\":2}")
                .json(true, "shortest escapes", "\"\\b\\t\\n\\f\\r\\\"\\\\\\u001f/\u007f\"")
                .json(true, "32 levels", deep)
                .json(false, "33 levels", "[" + deep + "]")
                .json(false, "names in the order of UTF-8", "{\"\uFB01\":2,\"\uD83D\uDE00\":1}")
                .json(false, "a name twice", "{\"a\":1,\"a\":1}")
                .json(false, "a name twice, once escaped", "{\"a\":1,\"\\u0061\":1}")
                .json(false, "a space", "{\"a\": 1}")
                .json(false, "a newline at the end", "{}\n")
                .json(false, "nothing", "")
                .json(false, "a comma too many", "[1,]")
                .json(false, "two values", "1 2")
                .json(false, "a number beyond 2^53 - 1", "9007199254740992")
                .json(false, "a fraction", "1.5")
                .json(false, "a fraction of nothing", "1.0")
                .json(false, "an exponent", "1e2")
                .json(false, "a zero in front", "01")
                .json(false, "a negative zero", "-0")
                .json(false, "a plus", "+1")
                .json(false, "not a number", "NaN")
                .json(false, "half a surrogate pair, escaped", "\"\\ud800\"")
                .json(false, "text not in NFC", "\"e\u0301\"")
                .json(false, "a character not assigned", "\"\uFFFE\"")
                .json(false, "an escape that need not be", "\"\\u0061\"")
                .json(false, "an escaped slash", "\"\\/\"")
                .json(false, "an escape in capitals", "\"\\u001F\"")
                .json(false, "a control character not escaped", "\"\u001f\"")
                .json(false, "a byte order mark", "\uFEFF1")
                .json(false, "16,385 bytes", "\"" + "x".repeat(16_383) + "\"")
                .add(false, "bytes that are not UTF-8", "bytes", "22ff22")
                .add(false, "an overlong encoding", "bytes", "22c08022")
                .add(false, "a surrogate in UTF-8", "bytes", "22eda08022");
        return made;
    }

    private static MadeVectors signature() {
        WrongSignatures wrong = new WrongSignatures("vector key", "vector nonce", "vector");
        String message = Bytes.ofText("vector").toHex();
        String key = wrong.key().toHex();
        EdwardsPoint two = WrongSignatures.ORDER_TWO;
        MadeVectors made = new MadeVectors();
        made.signature(true, "right", key, message, wrong.right());
        made.signature(
                true,
                "by a seed",
                Given.signer("anna").key().toHex(),
                message,
                Given.signer("anna").sign(Bytes.ofText("vector").toArray()));
        made.signature(false, "of another message", key, message + "00", wrong.right());
        made.signature(false, "S and the order of the base point", key, message, wrong.withSPlusOrder());
        made.signature(false, "R moved by (0, -1): holds only times the cofactor", key, message, wrong.withRPlus(two));
        made.signature(false, "R moved to another order, key as it was", key, message, wrong.withRPlus(four()));
        made.signature(false, "key moved by (0, -1)", wrong.keyPlus(two).toHex(), message, wrong.byKeyPlus(two));
        made.signature(false, "R is the neutral element", key, message, wrong.withNeutralR());
        made.signature(false, "the key is the neutral element", "01" + "00".repeat(31), message, wrong.right());
        made.signature(false, "the key is (0, -1)", WrongSignatures.encode(two).toHex(), message, wrong.right());
        made.signature(false, "the key's y is the prime", "ed" + "ff".repeat(30) + "7f", message, wrong.right());
        made.signature(false, "the key is no point", "02" + "00".repeat(31), message, wrong.right());
        made.signature(false, "R is no point", key, message, join("02" + "00".repeat(31), wrong.right()));
        made.signature(
                false, "R's y is the prime and 1", key, message, join("ee" + "ff".repeat(30) + "7f", wrong.right()));
        made.signature(false, "63 bytes", key, message, wrong.right().slice(0, 63));
        made.signature(false, "a key of 31 bytes", key.substring(2), message, wrong.right());
        return made;
    }

    /** (√-1, 0), of order 4. */
    private static EdwardsPoint four() {
        BigInteger root =
                BigInteger.TWO.modPow(EdwardsPoint.P.subtract(BigInteger.ONE).shiftRight(2), EdwardsPoint.P);
        return new EdwardsPoint(root, BigInteger.ZERO, BigInteger.ONE, BigInteger.ZERO);
    }

    private static Bytes join(String r, Bytes signature) {
        try {
            return Bytes.ofHex(r + signature.slice(32, 64).toHex());
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private void signature(boolean counts, String is, String key, String message, Bytes signature) {
        add(counts, is, "key", key, "message", message, "signature", signature.toHex());
    }

    private static MadeVectors leaf() {
        Entry entry = Given.signed("anna", ChainHead.START, "by the west road");
        MadeVectors made = new MadeVectors();
        made.leaf(true, "a first entry", entry.leaf().toArray());
        made.leaf(
                true,
                "a second",
                Given.signed("anna", ChainHead.after(entry), "at nine").leaf().toArray());
        for (Map.Entry<String, String[]> change : Map.of(
                        "another origin", new String[] {"example.org/talks", "example.org/walks"},
                        "another sequence", new String[] {"\"sequence\":0", "\"sequence\":1"},
                        "a label that is none", new String[] {"\"parties\"", "\"partyes\""},
                        "another version", new String[] {"\"v\":1", "\"v\":2"},
                        "a key of a kind not in use", new String[] {"\"author\":\"01", "\"author\":\"02"},
                        "a moment in another form", new String[] {"T07:00:00Z", "T07:00:60Z"},
                        "a type in capitals", new String[] {"\"note\"", "\"Note\""},
                        "another word", new String[] {"west", "east"})
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            made.leaf(false, change.getKey(), replaced(entry, change.getValue()));
        }
        byte[] leaf = entry.leaf().toArray();
        made.leaf(false, "nothing", new byte[0]);
        made.leaf(false, "cut short", Bytes.of(leaf).slice(0, leaf.length - 1).toArray());
        made.leaf(false, "with a byte after it", Arrays.copyOf(leaf, leaf.length + 1));
        made.leaf(false, "its last bit changed", changed(leaf, leaf.length - 1, 1));
        made.leaf(false, "signed as a passkey", changed(leaf, leaf.length - 67, 3));
        made.leaf(false, "a body of no length", changed(changed(leaf, 0, leaf[0]), 1, leaf[1]));
        return made;
    }

    private void leaf(boolean counts, String is, byte[] leaf) {
        add(counts, is, "leaf", Bytes.of(leaf).toHex());
    }

    private static byte[] changed(byte[] bytes, int at, int mask) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    private static byte[] replaced(Entry entry, String... fromTo) {
        String text = new String(entry.leaf().toArray(), StandardCharsets.ISO_8859_1);
        return text.replace(fromTo[0], fromTo[1]).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MadeVectors fork() {
        Entry first = Given.signed("anna", ChainHead.START, "by the west road");
        Entry other = Given.signed("anna", ChainHead.START, "by the east road");
        Entry second = Given.signed("anna", ChainHead.after(first), "at nine");
        Entry boris = Given.signed("boris", ChainHead.START, "by the east road");
        String proof = text(ForkProof.of(first, other).write());
        List<String> lines = proof.lines().toList();
        MadeVectors made = new MadeVectors();
        made.add(true, "two first entries", "proof", proof);
        made.add(
                true,
                "a second that follows another first",
                "proof",
                text(ForkProof.of(other, second).write()));
        made.add(false, "in the other order", "proof", lines(lines.get(0), lines.get(2), lines.get(1)));
        made.add(false, "the same entry twice", "proof", lines(lines.get(0), lines.get(1), lines.get(1)));
        made.add(false, "a second that follows the first", "proof", lines(lines.get(0), base64(first), base64(second)));
        made.add(false, "of two authors", "proof", lines(lines.get(0), base64(boris), base64(first)));
        made.add(false, "one of them not signed", "proof", lines(lines.get(0), lines.get(1), unsigned(lines.get(2))));
        made.add(false, "of another version", "proof", proof.replace("/v1", "/v2"));
        made.add(false, "without its last newline", "proof", proof.stripTrailing());
        return made;
    }

    private static MadeVectors logFork() {
        HashTree honest = LogForkTest.forked(20, 20);
        HashTree other = LogForkTest.forked(7, 20);
        SignedNote older = signedHead(honest, 8);
        SignedNote newer = signedHead(other, 20);
        LogForkProof right = LogForkProof.of(older, 8, newer, other.head(20), other);
        SignedNote same = signedHead(other, 8);
        String text = text(right.write());
        MadeVectors made = new MadeVectors();
        made.logFork(true, "sizes 8 and 20", text);
        made.logFork(
                true,
                "of one size",
                text(new LogForkProof(older, same, other.head(8).root(), List.of()).write()));
        made.logFork(
                false,
                "honest growth",
                text(LogForkProof.of(older, 8, signedHead(honest, 20), honest.head(20), honest)
                        .write()));
        made.logFork(
                false,
                "the same checkpoint twice",
                text(new LogForkProof(older, older, honest.head(8).root(), List.of()).write()));
        made.logFork(
                false,
                "a path too short",
                text(new LogForkProof(older, newer, right.root(), right.path().subList(1, 2)).write()));
        made.logFork(false, "another root", text(new LogForkProof(older, newer, Hash.NONE, right.path()).write()));
        made.logFork(
                false, "the newer first", text(new LogForkProof(newer, older, right.root(), right.path()).write()));
        made.logFork(false, "of another version", text.replace("/v1", "/v2"));
        return made;
    }

    private static SignedNote signedHead(HashTree tree, int size) {
        return new Checkpoint(Given.ORIGIN, tree.head(size)).sign(Given.signer("log"));
    }

    private void logFork(boolean counts, String is, String proof) {
        add(counts, is, "log", Fuzzed.logKey().toString(), "proof", proof);
    }

    private static String base64(Entry entry) {
        return entry.leaf().toBase64();
    }

    private static String unsigned(String base64) {
        try {
            byte[] leaf = Bytes.ofBase64(base64).toArray();
            return Bytes.of(changed(leaf, leaf.length - 1, 1)).toBase64();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static MadeVectors checkpoint() {
        Checkpoint checkpoint = new Checkpoint(Given.ORIGIN, new TreeHead(1, Hash.of(Bytes.ofText("root"))));
        Cosignature seen = Cosignature.sign("a.example", checkpoint, Given.NINE, Given.signer("a"));
        Cosignature later = new Cosignature(seen.witness(), seen.time().plusSeconds(1), seen.signature());
        SignedNote bare = checkpoint.sign(Given.signer("log"));
        String signed = text(bare.with(seen.line()).write());
        String policy = text(Fuzzed.policy().write());
        SignedNote stranger = SignedNote.sign(bare.text(), "stranger.example", Given.signer("stranger"));
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "not cosigned", text(bare.write()),
                "cosigned at another time", text(bare.with(later.line()).write()),
                "signed by a stranger alone", text(stranger.with(seen.line()).write()),
                "of another size", signed.replace("\n1\n", "\n2\n"),
                "with its size in another form", signed.replace("\n1\n", "\n01\n"),
                "with a line more", signed.replace("=\n\n", "=\nmore\n\n"),
                "with a carriage return", signed.replace("\n1\n", "\n1\r\n"),
                "with a hyphen for a dash", signed.replace('\u2014', '-'),
                "without signatures", bare.text() + "\n"));
        MadeVectors made = new MadeVectors();
        made.add(true, "signed and cosigned", "policy", policy, "checkpoint", signed);
        SignedNote all = bare.with(seen.line()).with(stranger.signatures().getFirst());
        made.add(true, "with a stranger's signature besides", "policy", policy, "checkpoint", text(all.write()));
        wrong.forEach((is, note) -> made.add(false, is, "policy", policy, "checkpoint", note));
        return made;
    }

    private static MadeVectors policy() {
        String right = text(Fuzzed.policy().write());
        List<String> lines = new ArrayList<>(right.lines().toList());
        MadeVectors made = new MadeVectors();
        made.add(true, "one witness, in a group", "policy", right);
        made.add(true, "no witness needed", "policy", lines(lines.get(0), "# a comment", "", "quorum none"));
        made.add(false, "no quorum", "policy", lines(lines.get(0)));
        made.add(false, "two quorums", "policy", right + "quorum none\n");
        made.add(false, "an unknown witness", "policy", right.replace("quorum g", "quorum B"));
        made.add(false, "a group of more than its members", "policy", right.replace("group g 1", "group g 2"));
        made.add(false, "a group of itself", "policy", right.replace("group g 1 A", "group g 1 g"));
        made.add(
                false,
                "a log's key for a witness",
                "policy",
                right.replace(lines.get(1), "witness A " + Fuzzed.logKey()));
        made.add(
                false, "a key whose id is another's", "policy", right.replace(lines.get(0), idOfAnother(lines.get(0))));
        made.add(false, "a word that says nothing", "policy", right + "allow all\n");
        return made;
    }

    private static String idOfAnother(String line) {
        return line.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");
    }

    private static MadeVectors logProof() {
        List<Entry> entries = IntStream.range(0, 5)
                .mapToObj(i -> Given.signed("author " + i, ChainHead.START, "word " + i))
                .toList();
        HashTree tree = new HashTree();
        entries.forEach(entry -> tree.append(entry.leafHash()));
        SignedNote checkpoint = new Checkpoint(Given.ORIGIN, tree.head(5)).sign(Given.signer("log"));
        List<Hash> path = Merkle.inclusion(tree, 2, 5);
        String right = text(new LoggedProof(entries.get(2).leaf(), 2, path, checkpoint).write());
        String first = path.getFirst().toBase64();
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "at another index", right.replace("index 2", "index 3"),
                "an index in another form", right.replace("index 2", "index 02"),
                "of another leaf", right.replace(base64(entries.get(2)), base64(entries.get(3))),
                "a hash too few", right.replace(first + "\n", ""),
                "a hash too many", right.replace(first + "\n", first + "\n" + first + "\n"),
                "of another checkpoint", right.replace("\n5\n", "\n6\n"),
                "of another version", right.replace("@v1", "@v2")));
        String policy = text(Fuzzed.policy().write());
        MadeVectors made = new MadeVectors();
        made.add(true, "the third of five", "policy", policy, "proof", right);
        wrong.forEach((is, proof) -> made.add(false, is, "policy", policy, "proof", proof));
        return made;
    }

    private static MadeVectors disclosure() {
        Bytes salt = Bytes.of(Hash.of(Bytes.ofText("salt")).toArray());
        AuthorKey anna = AuthorKey.of(Given.signer("anna"));
        Hash commitment = Disclosure.commit(Given.ORIGIN, anna, "offer", new Json.Text("eleven buses"), salt);
        Entry entry = DisclosureTest.hiding("anna", commitment);
        Entry copy = DisclosureTest.hiding("boris", commitment);
        String right = text(new Disclosure(entry.identity(), "offer", new Json.Text("eleven buses"), salt).write());
        MadeVectors made = new MadeVectors();
        made.disclosure(true, "what was committed", entry, right);
        made.disclosure(false, "another value", entry, right.replace("eleven", "twelve"));
        made.disclosure(false, "another field", entry, right.replace("offer", "other"));
        made.disclosure(false, "another salt", entry, right.replace(salt.toHex(), commitment.toHex()));
        made.disclosure(false, "of another entry", copy, right);
        made.disclosure(
                false,
                "a commitment copied by another author",
                copy,
                right.replace(entry.identity().toHex(), copy.identity().toHex()));
        made.disclosure(false, "with a space", entry, right.replace(",", ", "));
        made.disclosure(false, "of another version", entry, right.replace("\"v\":1", "\"v\":2"));
        return made;
    }

    private void disclosure(boolean counts, String is, Entry entry, String disclosure) {
        add(counts, is, "leaf", entry.leaf().toHex(), "disclosure", disclosure);
    }
}
