package org.safeconduct.vault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.safeconduct.record.Bytes;
import org.safeconduct.record.Malformed;

/** The text of a key file: seven lines, each in one way. */
final class KeyFileText {

    private static final String HEADER = "safeconduct/key-file/v1";
    private static final int MOST_BYTES = 1024;
    private static final List<String> LABELS = List.of("name ", "use ", "key ", "argon2id ", "salt ", "sealed ");

    private KeyFileText() {}

    /** What is authenticated: every line but the last. */
    static String header(KeyFile file) {
        return String.join(
                "\n",
                HEADER,
                "name " + file.name(),
                "use " + file.use().name().toLowerCase(Locale.ROOT),
                "key " + file.publicKey().toHex(),
                "argon2id " + file.cost().kibibytes() + " " + file.cost().passes() + " "
                        + file.cost().lanes(),
                "salt " + file.salt().toHex(),
                "");
    }

    static String write(KeyFile file) {
        return header(file) + "sealed " + file.sealed().toHex() + "\n";
    }

    static KeyFile read(byte[] bytes) throws Malformed {
        if (bytes.length > MOST_BYTES) {
            throw new Malformed("key file of " + bytes.length + " bytes; it takes at most " + MOST_BYTES);
        }
        String text = Bytes.of(bytes).toText();
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() != LABELS.size() + 2 && lines.getFirst().equals(HEADER)) {
            throw new Malformed("key file that ends too early, or goes on; copy it again, or take the paper copy");
        }
        if (lines.size() != LABELS.size() + 2 || !lines.getFirst().equals(HEADER)) {
            throw new Malformed(
                    "no key file: begin with " + HEADER + ", then write name, use, key, argon2id, salt, sealed");
        }
        KeyFile file;
        try {
            file = new KeyFile(
                    value(lines, 1),
                    use(value(lines, 2)),
                    Bytes.ofHex(value(lines, 3)),
                    cost(value(lines, 4)),
                    Bytes.ofHex(value(lines, 5)),
                    Bytes.ofHex(value(lines, 6)));
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
        if (!write(file).equals(text)) {
            throw new Malformed("key file written in another way than the only one; copy it again, byte for byte");
        }
        return file;
    }

    private static String value(List<String> lines, int line) throws Malformed {
        String label = LABELS.get(line - 1);
        if (!lines.get(line).startsWith(label)) {
            throw new Malformed("line " + (line + 1) + ": no \"" + label.strip() + "\"; write it there");
        }
        return lines.get(line).substring(label.length());
    }

    private static KeyFile.Use use(String text) throws Malformed {
        for (KeyFile.Use use : KeyFile.Use.values()) {
            if (use.name().toLowerCase(Locale.ROOT).equals(text)) {
                return use;
            }
        }
        throw new Malformed("line 3: use \"" + text + "\"; it takes author, log, witness or recipient");
    }

    private static Cost cost(String text) throws Malformed {
        if (!text.matches("[1-9][0-9]{0,8} [1-9][0-9]{0,8} [1-9][0-9]{0,8}")) {
            throw new Malformed("line 5: \"" + text + "\"; it takes KiB, passes and lanes, three whole numbers");
        }
        int[] numbers =
                Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        return Cost.stated(numbers[0], numbers[1], numbers[2]);
    }
}
