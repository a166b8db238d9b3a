package org.safeconduct.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.Malformed;
import org.safeconduct.scenario.InputProblems;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys list DIR}: the key files in a folder. It takes no passphrase. */
@Command(name = "list", sortOptions = false)
final class KeysListCommand implements Callable<Integer> {
    private static final String BEGINNING = "safeconduct/key-file/";

    private final Surroundings around;

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", descriptionKey = "keys-folder")
    private Path folder = Path.of(".");

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    final CommandLines.HelpOption help = new CommandLines.HelpOption();

    KeysListCommand(Surroundings around) {
        this.around = around;
    }

    /** What {@code --json} prints. */
    record Summary(String format, String folder, List<KeySummary> keys, List<String> notRead) {}

    @Override
    public Integer call() throws InputProblems {
        List<KeySummary> keys = new ArrayList<>();
        List<String> notRead = new ArrayList<>();
        for (Path file : files()) {
            try {
                if (isKeyFile(file)) {
                    KeyFile key = KeyFolder.read(file);
                    keys.add(KeySummary.of(String.valueOf(file.getFileName()), key));
                }
            } catch (IOException | Malformed e) {
                notRead.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        if (output.json) {
            around.out().print(Json.text(new Summary("safeconduct-keys/1", folder.toString(), keys, notRead)));
        } else {
            tell(keys, notRead);
        }
        return ExitCodes.DONE;
    }

    private List<Path> files() throws InputProblems {
        try (Stream<Path> all = Files.list(around.at(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw Given.unreadable(folder, e);
        }
    }

    private static boolean isKeyFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(BEGINNING.length());
            return new String(start, StandardCharsets.US_ASCII).equals(BEGINNING);
        }
    }

    private void tell(List<KeySummary> keys, List<String> notRead) {
        int wide = keys.stream().mapToInt(key -> key.file().length()).max().orElse(0);
        keys.forEach(key -> around.out()
                .println(Texts.text(
                        "keys.row",
                        key.file() + " ".repeat(wide - key.file().length()),
                        key.use() + " ".repeat(Math.max(0, 7 - key.use().length())),
                        Plain.of(key.name()))));
        notRead.forEach(one -> around.out().println(Texts.text("keys.not-read", Plain.of(one))));
        if (keys.isEmpty() && notRead.isEmpty()) {
            around.out().println(Texts.text("keys.none", folder));
        }
    }
}
