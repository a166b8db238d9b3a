package org.safeconduct.vault;

import org.safeconduct.record.Signer;

/** What came of opening a key file. */
public sealed interface Unlocked {

    /** The key. */
    record Opened(Signer signer) implements Unlocked {}

    /** The key that opens what was sealed for a recipient. */
    record Reads(OpeningKey key) implements Unlocked {}

    /** It stays shut: the passphrase is another, or the file was changed. Which of the two cannot be told. */
    record NotOpened(String why) implements Unlocked {}
}
