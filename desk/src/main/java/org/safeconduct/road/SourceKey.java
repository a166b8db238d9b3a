package org.safeconduct.road;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a network by what it was made of, so that it need not be made again. */
final class SourceKey {
    /** To be changed whenever the same file would give another network than before. */
    static final String RULES = "roads/3";

    private SourceKey() {}

    /** SHA-256 over the rules, the options and the bytes of one file or several, as hexadecimal digits. */
    static String of(List<Path> files, ReadOptions options) throws IOException {
        MessageDigest digest = sha256();
        digest.update((RULES + "\n" + options.text() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
