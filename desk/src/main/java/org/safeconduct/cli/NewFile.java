package org.safeconduct.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safeconduct.disk.WholeFile;

/** A result in a single file that was not there: it appears whole or not at all. */
final class NewFile {
    private NewFile() {}

    static void write(Surroundings around, Path file, byte[] bytes) throws CannotWrite {
        if (Files.exists(around.at(file))) {
            throw new CannotWrite(Texts.text("file.exists", file));
        }
        try {
            WholeFile.replace(org.safeconduct.disk.Disk.real(), around.at(file), bytes);
        } catch (IOException e) {
            throw new CannotWrite(Texts.text("file.not-written", file, String.valueOf(e.getMessage())), e);
        }
    }
}
