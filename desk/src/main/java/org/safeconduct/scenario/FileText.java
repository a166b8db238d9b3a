package org.safeconduct.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a text file of limited size, strictly as UTF-8. */
final class FileText {
    static final int MAX_BYTES = 1 << 20;

    private FileText() {}

    static final String IF_ABSENT = "Put it into the scenario's folder, or correct its name.";

    /** The text of a file of a scenario, without byte order mark; empty, with a problem added, if it cannot be read. */
    static Optional<String> read(Path folder, String name, Problems problems) {
        return read(folder, name, IF_ABSENT, problems);
    }

    /** The same, with what to do if it is not there. */
    static Optional<String> read(Path folder, String name, String ifAbsent, Problems problems) {
        Spot file = new Spot(name, 0, "", "");
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            problems.add(file, "there is no such file.", ifAbsent);
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                problems.add(file, "is larger than 1 MiB.", "Split the scenario, or leave out what is not used.");
                return Optional.empty();
            }
            return decode(file, bytes, problems);
        } catch (IOException e) {
            problems.add(file, "cannot be opened.", "Check that you may read it.");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(Spot file, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = lineOf(bytes, in.position());
            problems.add(file.atLine(line), "holds bytes that are not UTF-8.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
