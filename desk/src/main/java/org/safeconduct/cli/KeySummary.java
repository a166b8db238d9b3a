package org.safeconduct.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.safeconduct.publish.Plain;
import org.safeconduct.record.AuthorKey;
import org.safeconduct.record.SignatureKind;
import org.safeconduct.vault.KeyFile;
import org.safeconduct.vault.OpeningKey;
import org.safeconduct.vault.SpokenWords;

/**
 * A key as it can be shown to everybody.
 *
 * @param publicKey of an author as entries have it, of a log or a witness as policies have it, of a recipient
 * as age has it
 * @param words to read aloud
 */
record KeySummary(String format, String file, String use, String name, String publicKey, List<String> words) {

    static KeySummary of(String file, KeyFile key) {
        String publicKey = switch (key.use()) {
            case AUTHOR -> new AuthorKey(SignatureKind.ED25519, key.publicKey()).toHex();
            case LOG, WITNESS -> key.verifierKey().toString();
            case RECIPIENT -> OpeningKey.recipient(key.publicKey());
        };
        return new KeySummary(
                "safeconduct-key/1",
                file,
                key.use().name().toLowerCase(Locale.ROOT),
                key.name(),
                publicKey,
                SpokenWords.ofKey(key.publicKey()));
    }

    void tell(PrintStream out) {
        out.println(Texts.text("key.file", file));
        out.println(Texts.text("key.name", Plain.of(name)));
        out.println(Texts.text("key.for", Texts.text("key.use." + use.toUpperCase(Locale.ROOT))));
        out.println(Texts.text("key.public", publicKey));
        out.println(Texts.text("key.words", String.join(" ", words.subList(0, 5))));
        out.println(Texts.text("key.words.more", String.join(" ", words.subList(5, words.size()))));
    }
}
