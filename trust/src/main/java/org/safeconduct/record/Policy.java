package org.safeconduct.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures on a checkpoint count, and how many witnesses must have seen it. Format: c2sp.org/tlog-policy.
 *
 * <pre>
 *   log example.org/talks+ba9f94a0+AZ…
 *   witness A a.example/witness+07bd2b1d+BA…
 *   witness B b.example/witness+9f12a6e4+BH…
 *   group both all A B
 *   quorum both
 * </pre>
 *
 * @param logs keys of which any one makes a checkpoint the log's
 * @param witnesses keys by the policy's own names
 * @param groups those who count together, by name
 * @param quorum a witness or group, or {@code none}
 */
public record Policy(
        List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Map<String, Group> groups, String quorum) {

    static final String NO_QUORUM = "none";

    /**
     * Members of which {@code least} must have seen a checkpoint.
     *
     * @param members names of witnesses and of groups
     */
    public record Group(int least, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    public Policy {
        logs = List.copyOf(logs);
        witnesses = Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /**
     * Reads a policy.
     *
     * @throws Malformed unless it is a policy with one quorum line
     */
    public static Policy read(byte[] bytes) throws Malformed {
        return new PolicyReader().read(bytes);
    }

    /** The policy's text. */
    public byte[] write() {
        StringBuilder text = new StringBuilder();
        logs.forEach(log -> text.append("log " + log + "\n"));
        witnesses.forEach((name, key) -> text.append("witness " + name + " " + key + "\n"));
        groups.forEach((name, group) ->
                text.append("group " + name + " " + group.least() + " " + String.join(" ", group.members()) + "\n"));
        return Bytes.ofText(text + "quorum " + quorum + "\n").shared();
    }

    /** Whether these witnesses, by the policy's names, are enough. */
    public boolean isMetBy(Set<String> seenBy) {
        return quorum.equals(NO_QUORUM) || hasSeen(quorum, seenBy);
    }

    private boolean hasSeen(String name, Set<String> seenBy) {
        Group group = groups.get(name);
        if (group == null) {
            return seenBy.contains(name);
        }
        return group.members().stream()
                        .filter(member -> hasSeen(member, seenBy))
                        .count()
                >= group.least();
    }

    /**
     * Looks at a signed checkpoint with this policy's eyes. Signatures by unknown keys are ignored; one that names a
     * known key and does not verify spoils the note.
     */
    public Opening open(SignedNote note, SignatureVerifier verifier) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (Malformed e) {
            return new Opening.NotTrusted("the checkpoint cannot be read: " + e.getMessage());
        }
        SignedNote.Standing standing = note.standing(keysOf(checkpoint.origin()), verifier);
        if (standing == SignedNote.Standing.SPOILT) {
            return new Opening.NotTrusted("the signature of the log " + checkpoint.origin() + " does not count");
        }
        if (standing == SignedNote.Standing.ABSENT) {
            return new Opening.NotTrusted("no key of the policy has signed the checkpoint of " + checkpoint.origin()
                    + " as its log; the policy is for "
                    + String.join(
                            ", ",
                            logs.stream()
                                    .map(log -> log.name() + " with the key id " + "%08x".formatted(log.id()))
                                    .toList()));
        }
        Map<String, Cosignature> seenBy = new LinkedHashMap<>();
        List<String> unseenBy = new ArrayList<>();
        for (Map.Entry<String, VerifierKey> witness : witnesses.entrySet()) {
            unseenBy.add(witness.getKey());
            for (NoteSignature signature : note.signatures()) {
                if (signature.isBy(witness.getValue())) {
                    Optional<Cosignature> one = cosignature(witness.getValue(), signature, note.text(), verifier);
                    if (one.isEmpty()) {
                        return new Opening.NotTrusted(
                                "the cosignature of the witness " + witness.getKey() + " does not count");
                    }
                    seenBy.putIfAbsent(witness.getKey(), one.get());
                }
            }
        }
        unseenBy.removeAll(seenBy.keySet());
        return new Opening.Trusted(checkpoint, seenBy, unseenBy, isMetBy(seenBy.keySet()));
    }

    /** The keys of a log, by its origin. */
    public List<VerifierKey> keysOf(String origin) {
        return logs.stream().filter(log -> log.name().equals(origin)).toList();
    }

    private static Optional<Cosignature> cosignature(
            VerifierKey witness, NoteSignature signature, String text, SignatureVerifier verifier) {
        try {
            return Optional.of(Cosignature.read(witness, signature)).filter(one -> one.isOver(text, verifier));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** Reads the lines of a policy; a name must be known before it is used, so no group contains itself. */
    private static final class PolicyReader {
        private static final int MOST_BYTES = 64 * 1024;
        private static final int MOST_NAMES = 64;

        private final List<VerifierKey> logs = new ArrayList<>();
        private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Set<Bytes> keys = new HashSet<>();
        private final Set<String> taken = new HashSet<>();
        private String quorum = "";
        private int line;

        Policy read(byte[] bytes) throws Malformed {
            for (String text : Lines.of(bytes, MOST_BYTES)) {
                line++;
                List<String> words = List.of(text.strip().split("[ \t]+"));
                if (!words.getFirst().isEmpty() && !words.getFirst().startsWith("#")) {
                    readLine(words);
                }
            }
            if (quorum.isEmpty()) {
                throw wrong("the end without a quorum", "say who must have seen a checkpoint, or \"quorum none\"");
            }
            return new Policy(logs, witnesses, groups, quorum);
        }

        private void readLine(List<String> words) throws Malformed {
            String kind = words.getFirst();
            if (kind.equals("log") && (words.size() == 2 || words.size() == 3)) {
                logs.add(key(words.get(1), VerifierKey.Use.NOTE));
            } else if (kind.equals("witness") && (words.size() == 3 || words.size() == 4)) {
                witnesses.put(newName(words.get(1)), key(words.get(2), VerifierKey.Use.COSIGNATURE));
            } else if (kind.equals("group") && words.size() >= 4) {
                groups.put(newName(words.get(1)), group(words.get(2), words.subList(3, words.size())));
            } else if (kind.equals("quorum") && words.size() == 2 && quorum.isEmpty()) {
                quorum = words.get(1);
                if (!quorum.equals(NO_QUORUM)) {
                    requireKnown(quorum);
                }
            } else {
                throw wrong(
                        "\"" + String.join(" ", words) + "\" says nothing",
                        "begin with log, witness, group, or a single quorum");
            }
        }

        private VerifierKey key(String text, VerifierKey.Use use) throws Malformed {
            VerifierKey key;
            try {
                key = VerifierKey.parse(text);
            } catch (Malformed e) {
                throw e.in("line " + line);
            }
            if (key.use() != use || !keys.add(key.key()) || keys.size() > MOST_NAMES) {
                throw wrong(
                        "key of another use, or named twice, or the 65th",
                        "give each log and each witness a key of its own kind");
            }
            return key;
        }

        private String newName(String name) throws Malformed {
            boolean isTaken = witnesses.containsKey(name) || groups.containsKey(name) || name.equals(NO_QUORUM);
            if (isTaken || groups.size() == MOST_NAMES) {
                throw wrong("the name " + name + " is taken, or one too many", "give each its own name, at most 64");
            }
            return name;
        }

        private Group group(String least, List<String> members) throws Malformed {
            Set<String> once = new LinkedHashSet<>(members);
            for (String member : once) {
                requireKnown(member);
                if (!taken.add(member)) {
                    throw wrong(member + " is in two groups", "count each once");
                }
            }
            String number = least.equals("any") ? "1" : least.equals("all") ? "" + members.size() : least;
            long count = Lines.whole(number, line);
            if (once.size() < members.size() || count < 1 || count > members.size()) {
                throw wrong(
                        "a group of " + least + " of " + once.size(), "write any, all, or 1 to the number of members");
            }
            return new Group((int) count, members);
        }

        private void requireKnown(String name) throws Malformed {
            if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
                throw wrong("nobody is called " + name + " yet", "name witnesses and groups on lines before");
            }
        }

        private Malformed wrong(String what, String remedy) {
            return Malformed.inLine(line, what, remedy);
        }
    }
}
