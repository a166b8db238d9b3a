package org.safeconduct.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What must hold of any bytes, whoever made them up. */
public final class Fuzzed {

    private Fuzzed() {}

    /** Reads bytes and writes them again. */
    public interface Reading {
        byte[] again(byte[] bytes) throws Malformed;
    }

    /** Whatever can be read is written back byte for byte. */
    public static void comesBack(byte[] bytes, Reading reading) {
        byte[] again;
        try {
            again = reading.again(bytes);
        } catch (Malformed e) {
            told(e);
            return;
        }
        if (!Arrays.equals(bytes, again)) {
            throw new AssertionError("read, but written back in another way");
        }
    }

    private static void told(Malformed e) {
        if (e.getMessage().isEmpty()) {
            throw new AssertionError("refused without a word", e);
        }
    }

    static void json(byte[] bytes) {
        comesBack(bytes, all -> CanonicalJson.write(CanonicalJson.read(all)));
        try {
            byte[] canonical = CanonicalJson.write(CanonicalJson.parse(bytes));
            if (canonical.length <= CanonicalJson.MOST_BYTES) {
                CanonicalJson.read(canonical);
            }
        } catch (Malformed e) {
            told(e);
        }
    }

    static void leaf(byte[] bytes) {
        comesBack(bytes, all -> Entry.read(Bytes.of(all)).leaf().toArray());
        comesBack(bytes, all -> EntryBodyJson.write(EntryBodyJson.read(all)));
        comesBack(bytes, all -> EntryBundle.write(EntryBundle.read(all, all.length % 5)));
    }

    static void note(byte[] bytes) {
        comesBack(bytes, all -> SignedNote.read(all).write());
        comesBack(
                bytes,
                all -> Bytes.ofText(
                                Checkpoint.parse(SignedNote.read(all).text()).text() + rest(all))
                        .toArray());
        try {
            SignedNote note = SignedNote.read(bytes);
            if (policy().open(note, Given.STRICT) instanceof Opening.Trusted
                    && !note.text().equals(note().text())) {
                throw new AssertionError("nobody signed this");
            }
        } catch (Malformed e) {
            told(e);
        }
    }

    /** A note without its text. */
    private static String rest(byte[] bytes) throws Malformed {
        return Bytes.of(bytes).toText().substring(SignedNote.read(bytes).text().length());
    }

    static void policy(byte[] bytes) {
        try {
            Policy policy = Policy.read(bytes);
            if (!Policy.read(policy.write()).equals(policy)) {
                throw new AssertionError("means something else when written again");
            }
            policy.isMetBy(policy.witnesses().keySet());
        } catch (Malformed e) {
            told(e);
        }
    }

    static void proof(byte[] bytes) {
        comesBack(bytes, all -> ForkProof.read(all).write());
        comesBack(bytes, all -> Disclosure.read(all).write());
        comesBack(bytes, all -> {
            LogForkProof proof = LogForkProof.read(all);
            if (proof.holds(List.of(logKey()), Given.STRICT)) {
                throw new AssertionError("the log signed one history only");
            }
            return proof.write();
        });
        comesBack(bytes, all -> {
            LoggedProof proof = LoggedProof.read(all);
            proof.leads(proof.leaf(), new TreeHead(proof.index() + 1, Hash.NONE));
            return proof.write();
        });
    }

    static void name(byte[] bytes) {
        comesBack(
                bytes,
                all -> Bytes.ofText(TileId.ofPath(Bytes.of(all).toText()).path())
                        .toArray());
        comesBack(
                bytes,
                all -> Bytes.ofText(VerifierKey.parse(Bytes.of(all).toText()).toString())
                        .toArray());
    }

    public static VerifierKey logKey() {
        return new VerifierKey(
                Given.ORIGIN, VerifierKey.Use.NOTE, Given.signer("log").key());
    }

    public static SignedNote note() {
        return new Checkpoint(Given.ORIGIN, new TreeHead(1, Hash.NONE)).sign(Given.signer("log"));
    }

    static Policy policy() {
        VerifierKey witness = new VerifierKey(
                "a.example", VerifierKey.Use.COSIGNATURE, Given.signer("a").key());
        return new Policy(List.of(logKey()), Map.of("A", witness), Map.of("g", new Policy.Group(1, List.of("A"))), "g");
    }

    static ForkProof fork() {
        return ForkProof.of(
                Given.signed("anna", ChainHead.START, "west"), Given.signed("anna", ChainHead.START, "east"));
    }

    static LogForkProof logFork() {
        return new LogForkProof(note(), note(), Hash.of(Bytes.ofText("root")), List.of(Hash.NONE));
    }

    static LoggedProof logged() {
        return new LoggedProof(Bytes.ofText("leaf"), 3, List.of(Hash.NONE, Hash.NONE), note());
    }

    static Disclosure disclosure() {
        return new Disclosure(Hash.NONE, "field", new Json.Whole(1), Bytes.of(new byte[32]));
    }
}
