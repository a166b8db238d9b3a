/**
 * Keys: secrets in files that are worth nothing without a passphrase, and public keys as words to read aloud.
 *
 * <pre>{@code
 * KeyFile file = KeyFile.lock(new KeyFile.Owner("anna", KeyFile.Use.AUTHOR), seed, passphrase, Cost.USUAL, chance);
 * KeyFolder.write(Disk.real(), path, file);
 * switch (KeyFolder.read(path).unlock(passphrase)) {
 *     case Unlocked.Opened opened -> opened.signer();
 *     case Unlocked.NotOpened not -> not.why();
 * }
 * }</pre>
 *
 * <p>Promised: a file opens with its passphrase or not at all, every byte of it is authenticated, and no file, however
 * hostile, makes its reader spend more than {@link org.safeconduct.vault.Cost} allows. Argon2id is BouncyCastle's, the
 * rest the JDK's. Arrays that held a secret are overwritten after use.
 *
 * <p>Not promised: that no copy of a secret is left in memory, since Java moves objects and the JDK's keys cannot be
 * overwritten; nor anything against one who reads the computer's memory or its keyboard, or who guesses the passphrase.
 */
@NullMarked
package org.safeconduct.vault;

import org.jspecify.annotations.NullMarked;
